"""Who holds a rank: passes in order of precision, and what one ranking hands down to the next."""

from collections.abc import Callable, Sequence

from extractor.lexicon.ranks import rank_words
from extractor.links.anaphora import resolve
from extractor.links.claims import Claim
from extractor.links.slots import Slot
from extractor.links.topics import Topics
from extractor.links.view import View
from extractor.links.voice import is_active, is_passive
from extractor.mentions.kinds import RankMention

Pass = Callable[[RankMention, View, Topics], tuple[Slot, ...]]

_NEXT_REACH = 16
_SCOPE_REACH = 6
_RELATIVE_REACH = 4

FOLLOWING = frozenset({"next", "below", "above"})
"""The relations of ranks that are told from the rank before them."""


def link_holders(claims: Sequence[Claim], view: View, topics: Topics) -> None:
    """Settle `subjects` of each rank; what no pass settles stays open."""
    for name, find in _PASSES:
        for claim in claims:
            if claim.subjects or claim.closed or claim.rank is None:
                continue
            found = find(claim.rank, view, topics)
            if any(slot.kind == "unnamed" for slot in found) and _is_superlative(claim.rank, view):
                claim.closed = (
                    True  # "sepuluh provinsi dengan IPM tertinggi": none of them the first
                )
                continue
            resolved = tuple(
                dict.fromkeys(s for slot in found for s in resolve(slot, view, topics))
            )
            if resolved:
                claim.subjects = resolved
                claim.settle("subject", name, *found)


def _next(rank: RankMention, view: View, topics: Topics) -> tuple[Slot, ...]:
    """`disusul Papua 61,02 dan NTB 65,41`, `di bawahnya ada Badung`: those behind the word.

    Where none follows, those before it: `Kota Tangerang dan Kota Cilegon menyusul dengan …`.
    """
    if rank.relation not in FOLLOWING:
        return ()
    following = _following(rank, view, listed=True)
    return following or (() if is_passive_next(rank, view) else _series_before(rank, view))


def is_passive_next(rank: RankMention, view: View) -> bool:
    """Whether those who follow stand behind the word only: `disusul`, `diikuti`."""
    return view.words[rank.start].startswith("di") and view.words[rank.start] != "di"


def group_before(rank: RankMention, view: View) -> tuple[Slot, ...]:
    """Return the subjects before `rank` in its clause: `A dan B menyusul`."""
    for slot in view.before(view.free_slots, rank.start, view.sentence[rank.start])[:1]:
        marks = view.lexicon.clause_marks - {","}
        if not view.any(marks, slot.end, rank.start):
            return tuple(view.slot_runs[slot.start])
    return ()


def _bracket(rank: RankMention, view: View, topics: Topics) -> tuple[Slot, ...]:
    """`Kota Ternate (90)`, `Bantul kedua`: right behind its subject."""
    if rank.relation != "bracket":
        return ()
    return tuple(
        slot
        for slot in view.before(view.slots, rank.start, 0)[:1]
        if rank.start - slot.end in (0, 1)
    )


def _parallel(rank: RankMention, view: View, topics: Topics) -> tuple[Slot, ...]:
    """`A, B, dan C berturut-turut menempati peringkat 94, 95, dan 96`: aligned by position."""
    run = view.rank_runs.get(rank.start, [])
    if len(run) < 2:
        return ()
    place = run.index(rank)
    group = _series_before(run[0], view) or _following(run[-1], view, listed=True)
    return (group[place],) if len(group) == len(run) else ()


def _sequence(rank: RankMention, view: View, topics: Topics) -> tuple[Slot, ...]:
    """`Peringkat 1 sampai 10 ialah Bali, DIY, …`, `Tiga besar berturut-turut Palu, Sigi, Poso`.

    As many as there are places.
    """
    end = view.sentence_end(rank.start)
    scoped = (s for s in view.after(view.slots, rank.end, end) if s.kind == "region" and not s.free)
    begin = max((s.end for s in scoped if s.end - rank.end <= _SCOPE_REACH), default=rank.end)
    for slot in view.after(view.slots, begin, end)[:1]:
        ordered = view.any(view.lexicon.parallel, rank.end, slot.start)
        if rank.relation != "sequence" and not (rank.position_end and ordered):
            return ()
        group = tuple(view.series_runs[slot.start])
        return group if len(group) == rank.position_end - rank.position + 1 else ()
    return ()


def _series_before(rank: RankMention, view: View) -> tuple[Slot, ...]:
    """`Jawa Barat (83,04), Kaltim (82,28), dan Jatim (82,01) mengisi tempat keempat, …`."""
    group = group_before(rank, view)
    return tuple(view.series_runs[group[0].start]) if group else ()


def _holder(rank: RankMention, view: View, topics: Topics) -> tuple[Slot, ...]:
    """`Tempat ketiga milik Kabupaten Sumbawa`, `nilai tertinggi dibukukan Jawa Tengah`."""
    if rank.relation or view.words[rank.start] in rank_words().leads:
        return ()
    found = _following(rank, view, listed=rank.position_end > 0)
    if found and _is_held_before(rank, view) and not _is_said(rank.end, found[0].start, view):
        return ()  # "Kota Binjai masuk lima besar SPBE Sumatera Utara"
    return found


def _is_held_before(rank: RankMention, view: View) -> bool:
    """Whether a subject and a verb that acts stand before the rank in its clause."""
    for slot in view.before(view.free_slots, rank.start, view.sentence[rank.start])[:1]:
        between = view.words[slot.end : rank.start]
        marked = any(word in view.lexicon.clause_marks for word in between)
        acts = any(word in rank_words().holding for word in between)
        return acts and not marked
    return False


def _following(rank: RankMention, view: View, *, listed: bool) -> tuple[Slot, ...]:
    end = min(view.sentence_end(rank.start), rank.end + _NEXT_REACH)
    begin = rank.end
    if rank.base >= 0:  # "Di bawah Kalbar menyusul Jateng": Kalbar is whom the place is told from
        begin = next((s.end for s in view.after(view.slots, rank.base, end)[:1]), rank.end)
    for slot in view.after(view.slots, begin, end):
        scope = slot.kind == "region" and not slot.free
        source = slot.kind == "organisation" and view.words[slot.start - 1] in view.lexicon.sources
        # "tertinggi di Riau dipegang …", "buncit dari 10 kota …", "versi Badan Pangan Nasional …"
        if slot.kind == "unnamed" or scope or source:
            continue
        if slot.kind == "country" or not _led(rank, begin, slot.start, view):
            return ()
        return _run_from(slot, rank, view) if listed else (slot,)
    return ()


def _run_from(slot: Slot, rank: RankMention, view: View) -> tuple[Slot, ...]:
    """Return the series from `slot` on, up to the next rank: `…, dan paling bawah Lingga`."""
    run = view.series_runs[slot.start]
    later = view.after(view.ranks, rank.end, run[-1].end)
    stop = next((r.start for r in later if r.relation != "bracket"), run[-1].end)
    return tuple(member for member in run if slot.start <= member.start < stop)


def _led(rank: RankMention, begin: int, end: int, view: View) -> bool:
    """Whether the words between a rank and a subject behind it say that the subject holds it.

    `diraih Jawa Tengah`, `dari 10 kota adalah`, `posisi ketiga Sikka`: a passive verb or a copula
    leads, or nothing stands between but what belongs to the rank.
    """
    lexicon = view.lexicon
    words = view.words[begin:end]
    blocked = lexicon.clause_marks | lexicon.unled
    if _opens_sentence(rank, view):  # "Berikutnya, …, berturut-turut A dan B", "Di posisi kedua, A"
        blocked -= {","}
    if any(w in blocked or is_active(w, lexicon) for w in words):
        return False
    if _is_said(begin, end, view):
        return True
    mentions = (view.indices, view.slots, view.periods, view.aspects, view.cohorts)
    named = {
        at
        for items in mentions
        for mention in view.after(items, begin, end)
        for at in range(mention.start, mention.end)
    }
    allowed = lexicon.holders | lexicon.parallel | rank_words().members | rank_words().among
    allowed |= rank_words().scopes["national"] | rank_words().category_heads | {"/"}
    if _opens_sentence(rank, view):
        allowed |= {","}
    return all(
        word in allowed or word.isdecimal() or at in named
        for at, word in enumerate(words, start=begin)
    )


def _is_said(begin: int, end: int, view: View) -> bool:
    """Whether a passive verb or a copula between says who holds the place: `diraih`, `adalah`."""
    lexicon = view.lexicon
    leading = lexicon.leading | lexicon.parallel | rank_words().happens
    return any(word in leading or is_passive(word, lexicon) for word in view.words[begin:end])


def _opens_sentence(rank: RankMention, view: View) -> bool:
    """Whether only words that lead into a sentence stand before: `Sementara di posisi kedua, A`."""
    begin = view.sentence[rank.start]
    leading = rank_words().frames | rank_words().leads_in
    return all(word in leading or not word.strip() for word in view.words[begin : rank.start])


def _located(rank: RankMention, view: View, topics: Topics) -> tuple[Slot, ...]:
    """`Inflasi tertinggi terjadi di Kota Tual sebesar 0,95`: the place that has the value."""
    if rank.relation:
        return ()
    end = min(view.sentence_end(rank.start), rank.end + _NEXT_REACH)
    for slot in view.after(view.slots, rank.end, end)[:1]:
        valued = view.after(view.scores, slot.end, slot.end + 4)
        valued = [] if view.after(view.slots, slot.end, slot.end + 4) else valued
        if valued and slot.kind == "region" and _led(rank, rank.end, slot.start, view):
            return (slot,)
    return ()


def _relative(rank: RankMention, view: View, topics: Topics) -> tuple[Slot, ...]:
    """`di bawah Kabupaten Tapin yang menduduki peringkat kelima`: whom `yang` goes on with."""
    if rank.relation:
        return ()
    for slot in view.before(view.slots, rank.start, view.sentence[rank.start])[:1]:
        between = view.words[slot.end : rank.start]
        if slot.kind == "region" and between[:1] == ["yang"] and len(between) <= _RELATIVE_REACH:
            return (slot,)
    return ()


def _clause(rank: RankMention, view: View, topics: Topics) -> tuple[Slot, ...]:
    """`Kota Jambi menempati peringkat ke-4`: the nearest subject before it in the sentence."""
    if rank.relation:
        return ()
    for slot in view.before(view.free_slots, rank.start, view.sentence[rank.start]):
        if slot.kind == "country":
            continue
        group = tuple(view.slot_runs[slot.start])
        if _is_both(group, view) and _is_superlative(rank, view):
            return ()  # "DIY dan Bali masih terdepan": which of them is not said
        if rank.position_end:  # "A (95,1), B (94,8), dan C (93,5) merupakan tiga teratas"
            listed = tuple(s for s in view.series_runs[slot.start] if s.start <= slot.start)
            several = len(listed) == rank.position_end - rank.position + 1
            return listed if several else group if len(group) > 1 else (slot,)
        return (slot,)
    return ()


def _is_both(group: Sequence[Slot], view: View) -> bool:
    between = view.words[group[0].end : group[-1].start]
    return len(group) > 1 and bool({"dan", "serta", "maupun"} & set(between))


def _is_set(rank: RankMention, view: View) -> bool:
    """`23 daerah terbaik`: a set, which somebody named elsewhere need not be of."""
    return rank.position_end > 0 and view.words[rank.start + 1] in rank_words().members


def _is_superlative(rank: RankMention, view: View) -> bool:
    words = rank_words()
    extremes = words.best | words.worst | words.places | {"paling"}
    return not rank.position_end and view.words[rank.start] in extremes


def _previous(rank: RankMention, view: View, topics: Topics) -> tuple[Slot, ...]:
    """`… menempati peringkat ke-4`: no subject in the sentence, so that of the paragraph."""
    if rank.relation or _is_set(rank, view):
        return ()
    begin = view.paragraph_start(rank.start)
    for slot in view.before(view.free_slots, view.sentence[rank.start], begin):
        if slot.kind != "country":
            return (slot,)
    return ()


def _topic(rank: RankMention, view: View, topics: Topics) -> tuple[Slot, ...]:
    """Return the subject that the article is about."""
    subject = topics.subject
    if rank.relation or subject is None or subject.kind != "region" or _is_set(rank, view):
        return ()
    return (subject,)


_PASSES: tuple[tuple[str, Pass], ...] = (
    ("bracket", _bracket),
    ("next", _next),
    ("parallel", _parallel),
    ("sequence", _sequence),
    ("holder", _holder),
    ("relative", _relative),
    ("clause", _clause),
    ("located", _located),
    ("previous", _previous),
    ("topic", _topic),
)
