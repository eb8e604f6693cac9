"""Which value a grade belongs to; grades that belong to none become claims of their own."""

from bisect import bisect_left
from collections.abc import Sequence

from extractor.lexicon.ranks import rank_words
from extractor.links.anaphora import resolve
from extractor.links.claims import Claim, claim_predicate
from extractor.links.given import is_given
from extractor.links.grade_groups import alike_grades, group_grades
from extractor.links.index_sieve import fits
from extractor.links.slots import Slot
from extractor.links.subject_sieve import bracket_start
from extractor.links.topics import Topics
from extractor.links.view import View
from extractor.mentions.kinds import PredicateMention

_AHEAD = 4
_SECOND_REACH = 8
_LEAVING_REACH = 4
_OLD_REACH = 6
_BACK = 100


def link_predicates(claims: Sequence[Claim], view: View, topics: Topics) -> list[Claim]:
    """Give each grade to the values that it grades; return claims for those that have no value.

    `claims` are the values, in order, with subjects and indices settled.
    """
    by_end = {claim.end: claim for claim in claims}
    given = [predicate for predicate in view.predicates if is_given(predicate, view)]
    held = [p for p in given if not _is_old(p, view)]  # "dari predikat Nindya menjadi Utama"
    open_grades = group_grades(held, claims, view)
    grouped = {claim.start for claim in open_grades}
    for predicate in given:
        if predicate.start in grouped:
            continue
        for name, graded in (
            ("change", _change(predicate, claims, view)),
            ("bracket", _bracket(predicate, by_end, view)),
            ("lead", _lead(predicate, claims, view)),
            ("clause", _clause(predicate, claims, view)),
            ("group", _group(predicate, claims, view, topics)),
        ):
            fitting = [c for c in graded if _fits(predicate, c)]
            for claim in fitting:
                claim.predicate = predicate
                claim.settle("predicate", name, predicate)
            if fitting:
                break
        else:
            old = _is_old(predicate, view) and not _is_dated(predicate, view)
            if not old and not _is_second(predicate, claims, view):
                open_grades.append(claim_predicate(predicate))
    return open_grades + alike_grades(held, view)


def _is_old(predicate: PredicateMention, view: View) -> bool:
    """Whether it is the grade that was left: `dari Madya ke Nindya`, `keluar dari Disclaimer`."""
    back = view.words[max(0, predicate.start - 3) : predicate.start]
    labels = rank_words().grade_nouns  # "dari predikat Madya ke Nindya"
    led = [word for word in back if word.isalpha() and word not in labels]
    for word, targets in view.lexicon.from_to.items():
        gap = view.words[predicate.end : predicate.end + _OLD_REACH]
        if led[-1:] == [word] and any(target in gap for target in targets):
            return True
    begin = max(view.sentence[predicate.start], predicate.start - _LEAVING_REACH)
    return view.any(view.lexicon.leaving, begin, predicate.start)


def _is_dated(predicate: PredicateMention, view: View) -> bool:
    """`dari Nindya pada 2023 ke Utama`: the year of the grade that was left is told."""
    end = min(view.sentence_end(predicate.start), predicate.end + _LEAVING_REACH)
    return bool(view.after(view.periods, predicate.end, end))


def _is_second(predicate: PredicateMention, claims: Sequence[Claim], view: View) -> bool:
    """Whether it says the grade of the same value again: `zona kuning, kategori C`."""
    for earlier in view.before(view.predicates, predicate.start, view.sentence[predicate.start])[
        :2
    ]:
        if predicate.start - earlier.end > _SECOND_REACH:
            return False
        if view.after(view.slots, earlier.end, predicate.start):
            return False
        if any(claim.predicate is earlier for claim in claims):
            return True
    return False


def _change(predicate: PredicateMention, claims: Sequence[Claim], view: View) -> list[Claim]:
    """`80,95, naik dari 79,81 …, berubah dari 'sedang' menjadi 'baik'`: old and new value."""
    begin = view.sentence[predicate.start]
    first = bisect_left(claims, begin, key=lambda claim: claim.start)
    last = bisect_left(claims, predicate.start, key=lambda claim: claim.start)
    values = [claim for claim in claims[first:last] if claim.periods]
    if len(values) < 2 or len({c.periods for c in values}) < 2:
        return []
    ordered = sorted(values, key=lambda claim: claim.periods)
    if _is_old(predicate, view):
        return ordered[:1]
    earlier = view.before(view.predicates, predicate.start, begin)[:1]
    return ordered[-1:] if earlier and _is_old(earlier[0], view) else []


def _fits(predicate: PredicateMention, claim: Claim) -> bool:
    probe = Claim(predicate.start, predicate.end, predicate=predicate)
    return claim.predicate is None and any(fits(probe, index) for index in claim.indices)


def _bracket(predicate: PredicateMention, by_end: dict[int, Claim], view: View) -> list[Claim]:
    """`2,38 (Cukup)`, `4,32 (kategori Memuaskan)`: the bracket right behind the value."""
    probe = Claim(predicate.start, predicate.end)
    at = bracket_start(probe, view)
    unit = 1 if at > 0 and view.words[at - 1] in ("poin", "persen", "%") else 0
    return [by_end[at - unit]] if at - unit in by_end else []


def _lead(predicate: PredicateMention, claims: Sequence[Claim], view: View) -> list[Claim]:
    """`predikat Baik dengan nilai 3,22`: the value right behind the grade."""
    end = min(view.sentence_end(predicate.start), predicate.end + _AHEAD + 2)
    for number in view.after(view.scores, predicate.end, end)[:1]:
        between = view.words[predicate.end : number.start]
        if any(word in ("dengan", "nilai", "skor", "(", "indeks") for word in between):
            clear = not view.after(view.slots, predicate.end, number.start)
            if clear and not any(word in view.lexicon.clause_marks for word in between):
                at = bisect_left(claims, number.start, key=lambda claim: claim.start)
                return [claim for claim in claims[at : at + 1] if claim.start == number.start]
    return []


def _clause(predicate: PredicateMention, claims: Sequence[Claim], view: View) -> list[Claim]:
    """`2,46 dan 1,88 dengan predikat cukup`: the value, or run of values, before it."""
    begin = view.sentence[predicate.start]
    for number in view.before(view.scores, predicate.start, begin)[:1]:
        between = view.after(view.slots, number.end, predicate.start)
        other = view.before(view.predicates, predicate.start, number.end)
        later = view.before(view.periods, predicate.start, number.end)
        if other or any(slot.kind != "group" and slot.free for slot in between):
            return []
        if later and any(view.words[p.start] == "kini" for p in later):
            return []
        run = {value.start for value in view.value_runs[number.start]}
        first = bisect_left(claims, min(run), key=lambda claim: claim.start)
        last = bisect_left(claims, max(run) + 1, key=lambda claim: claim.start)
        return [claim for claim in claims[first:last] if claim.start in run]
    return []


def _group(
    predicate: PredicateMention, claims: Sequence[Claim], view: View, topics: Topics
) -> list[Claim]:
    """`Keempatnya sama-sama berpredikat baik`: the newest value of each subject meant."""
    begin = view.sentence[predicate.start]
    beside: list[Slot] = []
    for slot in view.before(view.slots, predicate.start, begin):
        if slot.kind in ("group", "anaphor"):
            subjects = [*beside, *resolve(slot, view, topics)]
            joined = [s for s in view.before(view.slots, slot.start, begin) if _joins(s, view)]
            return _newest([*subjects, *joined], predicate, claims)
        if view.words[slot.start - 1] not in view.lexicon.members:
            return []
        beside.append(slot)  # "Kelimanya, termasuk Wonogiri, tergolong …"
    return []


def _joins(slot: Slot, view: View) -> bool:
    """`Bersama Wakatobi, empat daerah ini …`: it is one more of them."""
    return slot.start > 0 and view.words[slot.start - 1] == "bersama"


def _newest(
    subjects: Sequence[Slot], predicate: PredicateMention, claims: Sequence[Claim]
) -> list[Claim]:
    """Return the newest value of each of `subjects` that is told before the grade."""
    newest: dict[str, Claim] = {}
    wanted = {subject.key for subject in subjects}
    last = bisect_left(claims, predicate.start, key=lambda claim: claim.start)
    for claim in claims[max(0, last - _BACK) : last]:
        for key in wanted.intersection(s.key for s in claim.subjects):
            known = newest.get(key)
            if known is None or claim.periods >= known.periods:
                newest[key] = claim
    return list(newest.values())
