"""Grades that are given to several at once: those named behind, in a row, or in what follows.

Such a grade becomes a claim of its own with its subjects settled; where one of them has a value for
the same period, the records of both are one in the end.
"""

from bisect import bisect_left
from collections.abc import Sequence

from extractor.lexicon.ranks import rank_words
from extractor.links.claims import Claim, claim_predicate
from extractor.links.slots import Slot
from extractor.links.view import View
from extractor.links.voice import is_active, is_passive
from extractor.mentions.kinds import PredicateMention

_REACH = 14
_ALSO_REACH = 2
_MOST = 100
_FEWEST = 3
_NAMED = frozenset({"region", "organisation"})


def group_grades(
    predicates: Sequence[PredicateMention], claims: Sequence[Claim], view: View
) -> list[Claim]:
    """Return a settled claim for each of `predicates` that is given to several.

    `claims` are the values of the article, in order, with their subjects.
    """
    found = []
    for predicate in predicates:
        for name, subjects in (
            ("members", _members(predicate, view)),
            ("also", _also(predicate, claims, view)),
            ("onward", _onward(predicate, claims, view)),
            ("counted", _counted(predicate, claims, view)),
        ):
            if subjects:
                claim = claim_predicate(predicate)
                claim.subjects = subjects
                claim.settle("subject", name, *subjects)
                found.append(claim)
                break
    return found


def alike_grades(predicates: Sequence[PredicateMention], view: View) -> list[Claim]:
    """Return a settled claim for those named as having the grade too, besides its holder.

    `meraih predikat Utama 2025, sama seperti Kota Madiun dan Kota Surabaya`.
    """
    found = []
    for predicate in predicates:
        subjects = _alike(predicate, view)
        if subjects:
            claim = claim_predicate(predicate)
            claim.subjects = subjects
            claim.settle("subject", "alike", *subjects)
            found.append(claim)
    return found


def _alike(predicate: PredicateMention, view: View) -> tuple[Slot, ...]:
    end = min(view.sentence_end(predicate.start), predicate.end + _REACH)
    for slot in view.after(view.slots, predicate.end, end)[:1]:
        back = slot.start - 1
        while back > predicate.end and view.words[back] in view.lexicon.alike_fillers:
            back -= 1
        denied = view.words[back - 1] in rank_words().negations
        if view.words[back] in view.lexicon.alike and not denied:
            run = view.series_runs[slot.start]
            return tuple(s for s in run if s.kind in _NAMED and not s.apposed)
    return ()


def _members(predicate: PredicateMention, view: View) -> tuple[Slot, ...]:
    """`Tiga daerah masuk zona hijau, yakni A (94,1); B (91,6); dan C`, `Nindya diberikan kepada A`.

    A word that opens a list, or a passive verb, stands between; the list ends at the next grade.
    """
    end = min(view.sentence_end(predicate.start), predicate.end + _REACH)
    for slot in view.after(view.slots, predicate.end, end):
        if slot.kind not in _NAMED:
            continue
        between = view.words[predicate.end : slot.start]
        if not _opens(between, view) or view.after(view.predicates, predicate.end, slot.start):
            return ()
        run = view.series_runs[slot.start]
        later = view.after(view.predicates, slot.end, run[-1].end + _ALSO_REACH)
        stop = later[0].start if later else run[-1].end
        members = [s for s in run if s.kind in _NAMED and not s.apposed]
        return tuple(s for s in members if slot.start <= s.start and s.end <= stop)
    return ()


def _opens(between: Sequence[str], view: View) -> bool:
    lexicon = view.lexicon
    if not between or any(is_active(word, lexicon) for word in between):
        return False
    opening = lexicon.openings | lexicon.leading | lexicon.parallel
    passive = any(is_passive(word, lexicon) for word in between)
    if "oleh" in between and not passive:
        return False  # "kategori baik oleh Kementerian PANRB": who gives it
    opened = passive or any(word in opening for word in between)
    marks = lexicon.clause_marks - {","}
    return opened and not any(word in marks for word in between)


def _also(predicate: PredicateMention, claims: Sequence[Claim], view: View) -> tuple[Slot, ...]:
    """`Kota Yogyakarta (918,10) dan Denpasar (911,75), yang juga Utama`: both of them."""
    before = view.words[max(0, predicate.start - _ALSO_REACH) : predicate.start]
    if before != ["yang", "juga"]:
        return ()
    begin = view.sentence[predicate.start]
    near = [c for c in _between(claims, begin, predicate.start) if c.number is not None]
    return tuple(dict.fromkeys(slot for claim in near for slot in claim.subjects))


def _onward(predicate: PredicateMention, claims: Sequence[Claim], view: View) -> tuple[Slot, ...]:
    """`Dua belas daerah lain masih rentan. Terendah Buton Selatan, 61,08. …`: those that follow.

    The sentence names nobody and has no value, and opens its paragraph; whoever has a value in the
    rest of the paragraph, up to the next grade, has the grade.
    """
    begin, end = view.sentence[predicate.start], view.sentence_end(predicate.start)
    if not _opens_paragraph(begin, end, view) or predicate.cue == "scale":
        return ()
    named = any(slot.kind in _NAMED for slot in view.after(view.slots, begin, end))
    if named or any(view.after(view.scores, begin, end)):
        return ()
    later = view.after(view.predicates, end, len(view.words))
    line = view.paragraph[begin]
    stop = later[0].start if later else len(view.words)
    held = [
        slot
        for claim in _between(claims, end, stop)
        if view.paragraph[claim.start] == line
        for slot in claim.subjects
        if slot.kind == "region"
    ]
    return tuple(dict.fromkeys(held))


def _counted(predicate: PredicateMention, claims: Sequence[Claim], view: View) -> tuple[Slot, ...]:
    """`15 badan publik berpredikat Informatif. … A (96,9), B (93,1), …`: as many as were counted.

    Those who have a value further on, up to the next grade, or the list that the next sentence
    opens (`Masing-masing yakni A, B, dan C`) are the ones if their number is right.
    """
    begin, end = view.sentence[predicate.start], view.sentence_end(predicate.start)
    counts = [_count_of(slot, view) for slot in view.before(view.slots, predicate.start, begin)[:1]]
    if not counts or counts[0] < _FEWEST or view.after(view.scores, begin, end):
        return ()
    later = view.after(view.predicates, end, len(view.words))
    stop = later[0].start if later else len(view.words)
    graded = set(predicate.indices.split())
    held = dict.fromkeys(
        subject
        for claim in _between(claims, end, stop)
        if not graded or not graded.isdisjoint(claim.indices)
        for subject in claim.subjects
    )
    if len({slot.key for slot in held}) == counts[0]:
        return tuple(held)
    for slot in view.after(view.free_slots, end, min(stop, end + _REACH))[:1]:
        run = [s for s in view.series_runs[slot.start] if s.kind in _NAMED and not s.apposed]
        if view.any(view.lexicon.openings, end, slot.start) and len(run) == counts[0]:
            return tuple(run)
    return ()


def _count_of(slot: Slot, view: View) -> int:
    """Return how many `15 badan publik` or `Keenam daerah tersebut` are, 0 when nobody says."""
    word = view.words[slot.start]
    if slot.kind == "unnamed":
        return int(word) if word.isdecimal() else rank_words().cardinals.get(word, 0)
    return slot.count if slot.kind == "group" else 0


def _between(claims: Sequence[Claim], begin: int, end: int) -> Sequence[Claim]:
    """Return the claims that stand between the tokens `begin` and `end`; at most a hundred."""
    first = bisect_left(claims, begin, key=lambda claim: claim.start)
    last = bisect_left(claims, end, key=lambda claim: claim.start)
    return claims[first : min(last, first + _MOST)]


def _opens_paragraph(begin: int, end: int, view: View) -> bool:
    """Whether the sentence at tokens `begin:end` is the first of its paragraph."""
    at = view.paragraph_start(end - 1)
    while at < begin and not view.words[at].strip():
        at += 1
    return at >= begin
