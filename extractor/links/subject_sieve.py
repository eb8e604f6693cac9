"""Who has a value or a grade: passes in order of precision."""

from collections.abc import Callable, Sequence

from extractor.lexicon.ranks import rank_words
from extractor.links.anaphora import resolve
from extractor.links.claims import Claim
from extractor.links.slots import Slot
from extractor.links.topics import Topics
from extractor.links.view import View

Pass = Callable[[Claim, View, Topics], tuple[Slot, ...]]

_BRACKET_REACH = 8
_NEXT_REACH = 10
_APPOSED_REACH = 10
_FALLS = (["jatuh", "ke", "tangan"],)


def link_subjects(claims: Sequence[Claim], view: View, topics: Topics) -> None:
    """Settle `subjects` of each claim; each pass sees only what earlier ones left open."""
    for name, find in _PASSES:
        for claim in claims:
            if claim.subjects or claim.closed or (name not in _SAID and _is_limit(claim)):
                continue
            found = find(claim, view, topics)
            resolved = tuple(
                dict.fromkeys(s for slot in found for s in resolve(slot, view, topics))
            )
            claim.closed = bool(found) and not resolved and found[0].kind == "unnamed"
            if resolved:
                claim.subjects = resolved
                claim.settle("subject", name, *(slot for slot in found if _near(slot, claim, view)))


def _is_limit(claim: Claim) -> bool:
    """Whether it bounds a value by a round number: `di bawah 70` is nobody's unless somebody's."""
    number = claim.number
    return (
        number is not None
        and number.comparison in ("lt", "gt", "le", "ge")
        and number.value % 5 == 0
    )


def _near(slot: Slot, claim: Claim, view: View) -> bool:
    said = slot.end > slot.start
    return said and view.sentence[slot.start] == view.sentence[claim.start]


def bracket_start(claim: Claim, view: View) -> int:
    """Return the token of the bracket that `claim` stands in, -1 if it stands in none."""
    for at in range(
        claim.start - 1, max(view.sentence[claim.start], claim.start - _BRACKET_REACH) - 1, -1
    ):
        if view.words[at] in (")", "]"):
            return -1
        if view.words[at] in ("(", "["):
            return at
    return -1


def _bracket(claim: Claim, view: View, topics: Topics) -> tuple[Slot, ...]:
    """`Kabupaten Batang Hari (3,55)`: the bracket stands right behind its subject."""
    at = bracket_start(claim, view)
    inside = view.before(view.slots, claim.start, at) if at >= 0 else []
    if at < 0 or inside:
        return ()
    for slot in view.before(view.slots, at, max(0, at - _APPOSED_REACH)):
        if not slot.apposed:  # Banyuwangi, Jawa Timur (81,22)
            return (slot,) if slot.end == at else ()
        at = slot.start - 1
    return ()


def _list_item(claim: Claim, view: View, topics: Topics) -> tuple[Slot, ...]:
    """`Lampung 61,00`, `Kota Bontang: 65,58`: nothing but a colon between."""
    for slot in view.before(view.slots, claim.start, view.sentence[claim.start])[:1]:
        if slot.free and view.only(frozenset({":", "=", "-", "–"}), slot.end, claim.start):
            return (slot,)
    return ()


def _parallel(claim: Claim, view: View, topics: Topics) -> tuple[Slot, ...]:
    """`A dan B masing-masing 2,46 dan 1,88`: subjects and values aligned by position."""
    if claim.number is None:
        return ()
    values = view.value_runs[claim.start]
    if len(values) < 2:
        return ()
    place = values.index(claim.number)
    begin = view.sentence[claim.start]
    for slot in view.before(view.slots, values[0].start, begin):
        if not slot.free:
            continue
        group = (
            resolve(slot, view, topics)
            if slot.kind == "group"
            else tuple(view.slot_runs[slot.start])
        )
        return (group[place],) if len(group) == len(values) else ()
    return ()


def _clause(claim: Claim, view: View, topics: Topics) -> tuple[Slot, ...]:
    """`Kota Bandung sudah mengantongi 82,50`: the nearest subject before it in the sentence."""
    for slot in view.before(view.free_slots, claim.start, view.sentence[claim.start]):
        if slot.kind == "organisation" and not _attains(slot, view):
            continue
        if view.any(view.lexicon.givers, slot.end, min(slot.end + 2, claim.start)):
            continue  # "Komisi Informasi Lampung memberinya nilai 97,15"
        if slot.kind == "group":
            return (slot,)
        if claim.predicate is not None and (including := _including(slot, view)):
            return including
        group = tuple(view.slot_runs[slot.start])
        return group if _shares(group, claim, view) else (slot,)
    return ()


def _attains(slot: Slot, view: View) -> bool:
    """Whether a body has a value rather than tells of one: `Kementerian X meraih 96,9`."""
    return view.any(view.lexicon.attaining, slot.end, slot.end + 3)


def _including(slot: Slot, view: View) -> tuple[Slot, ...]:
    """`Provinsi A bersama 12 kabupaten, termasuk B, berpredikat Baik`: A and B, as far as named."""
    for wider in view.before(view.slots, slot.start, view.sentence[slot.start])[:1]:
        named = view.words[slot.start - 1] in view.lexicon.members
        run = view.slot_runs[wider.start]
        if wider.kind == "unnamed" and named and len(run) > 1:
            return (*(s for s in run if s.kind != "unnamed"), *view.slot_runs[slot.start])
    return ()


def _shares(group: tuple[Slot, ...], claim: Claim, view: View) -> bool:
    """Whether the whole list has the value: it is closed by `dan`, and nothing comes in between."""
    if len(group) < 2:
        return False
    closed = any(
        w in ("dan", "serta", "maupun", "ditambah")
        for w in view.words[group[0].end : group[-1].start]
    )
    return closed and not view.before(view.scores, claim.start, group[-1].end)


def _holder(claim: Claim, view: View, topics: Topics) -> tuple[Slot, ...]:
    """`96,95 diraih Jawa Tengah`, `predikat BB dikantongi DKI Jakarta, Bali, dan Kaltim`."""
    end = min(view.sentence_end(claim.start), claim.end + _NEXT_REACH)
    for slot in view.after(view.slots, claim.end, end)[:1]:
        gap = range(claim.end, slot.start)
        allowed = view.lexicon.holders | {'"', "”", "“", "'", "’", "‘", ")", "itu"}
        if not gap or slot.kind == "country" or view.words[gap.start : gap.stop] == ["di"]:
            return ()  # "penghargaan Nindya di Jakarta": where it was given
        fell = claim.number is None and view.words[gap.start : gap.stop][-3:] in _FALLS
        if fell or view.only(allowed, gap.start, gap.stop):
            return tuple(view.slot_runs[slot.start]) if claim.number is None else (slot,)
    return ()


def _passive(claim: Claim, view: View, topics: Topics) -> tuple[Slot, ...]:
    """`Kategori Utama, kasta tertinggi, tahun ini dihuni delapan daerah`: a passive verb leads."""
    if claim.predicate is None:
        return ()
    end = min(view.sentence_end(claim.start), claim.end + 2 * _NEXT_REACH)
    for slot in view.after(view.slots, claim.end, end)[:1]:
        others = view.after(view.predicates, claim.end, slot.start)
        if view.words[slot.start - 1] in view.lexicon.passives and not others:
            return tuple(view.slot_runs[slot.start])
    return ()


def _framed(claim: Claim, view: View, topics: Topics) -> tuple[Slot, ...]:
    """`Pada kategori zona hijau, Pemkot Magelang menduduki …`: the grade frames the sentence."""
    begin = view.sentence[claim.start]
    if claim.predicate is None or claim.start - begin > _NEXT_REACH:
        return ()
    opening = next((word for word in view.words[begin : claim.start] if word.strip()), "")
    if opening not in rank_words().frames:
        return ()
    end = min(view.sentence_end(claim.start), claim.end + _NEXT_REACH)
    for slot in view.after(view.free_slots, claim.end, end)[:1]:
        first = not view.before(view.slots, claim.start, begin)
        return (slot,) if first and view.words[slot.start - 1] == "," else ()
    return ()


def _place(claim: Claim, view: View, topics: Topics) -> tuple[Slot, ...]:
    """`IPM di NTB tercatat 72,37`: only a place is named, and it is the subject."""
    for slot in view.before(view.slots, claim.start, view.sentence[claim.start]):
        attached = slot.start and view.words[slot.start - 1] not in view.lexicon.locatives
        if slot.kind in ("region", "country") and not attached:
            return (slot,)
    return ()


def _previous(claim: Claim, view: View, topics: Topics) -> tuple[Slot, ...]:
    """`Indeksnya naik menjadi 3,40`: the subject last named in the paragraph."""
    begin = view.paragraph_start(claim.start)
    for slot in view.before(view.free_slots, view.sentence[claim.start], begin):
        if slot.kind != "organisation" or _attains(slot, view):
            return (slot,)
    return ()


def _topic(claim: Claim, view: View, topics: Topics) -> tuple[Slot, ...]:
    """The subject that the article is about."""
    return (topics.subject,) if topics.subject else ()


_SAID = frozenset({"bracket", "list-item", "parallel", "holder", "passive", "clause", "framed"})
_PASSES: tuple[tuple[str, Pass], ...] = (
    ("bracket", _bracket),
    ("list-item", _list_item),
    ("parallel", _parallel),
    ("holder", _holder),
    ("passive", _passive),
    ("clause", _clause),
    ("framed", _framed),
    ("place", _place),
    ("previous", _previous),
    ("topic", _topic),
)
