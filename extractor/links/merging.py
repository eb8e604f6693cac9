"""One fact for each thing that is stated, however many places of the text state it."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from extractor.lexicon.indices import catalogue
from extractor.links.candidates import Slot
from extractor.links.linked import RankFact, ScoreFact

F = TypeVar("F", ScoreFact, RankFact)
_YIELDING: tuple[Slot, ...] = ("scope", "category")
_IMPLIED = ("default", "own-", "last", "level", "article", "nothing", "ranking", "counted", "place")
"""How the source of a decision begins that no words beside the place tell."""

_BESIDE = ("clause", "sentence", "item", "column")
"""How the source of a period begins that words beside the grade tell."""


def merge_scores(facts: list[ScoreFact]) -> list[ScoreFact]:
    """Return one fact for each thing that is stated, however many places state it."""
    told = sorted(facts, key=lambda fact: (fact.value is None, -fact.confidence))
    return _merged(
        told,
        lambda fact: (fact.subject.key, fact.index, fact.aspect.casefold()),
        _states,
        ("period", "unit", "basis", "predicate"),
    )


def _merged(
    facts: Sequence[F],
    key: Callable[[F], tuple[object, ...]],
    same: Callable[[F, F], bool],
    filled: Sequence[str],
) -> list[F]:
    """Return the facts in the order of the text; those that say the `same` are one with the first.

    Only facts of one `key` are compared. The first takes what it lacks of `filled` from the others.
    """
    merged: dict[tuple[object, ...], list[F]] = {}
    for fact in facts:
        kept = merged.setdefault(key(fact), [])
        homes = [other for other in kept if same(other, fact)]
        home = next((one for one in homes if one.period == fact.period), next(iter(homes), None))
        if home is None:
            kept.append(fact)
            continue
        for name in filled:
            setattr(home, name, _fuller(name, home, fact))
        home.spans += fact.spans
        home.settled += fact.settled
    return sorted((f for kept in merged.values() for f in kept), key=lambda fact: min(fact.spans))


def _fuller(name: str, home: ScoreFact | RankFact, fact: ScoreFact | RankFact) -> object:
    """Return what `home` has of `name`, or what `fact` has where `home` lacks or implies it."""
    own, other = getattr(home, name), getattr(fact, name)
    told = next((slot for slot in _YIELDING if slot == name), None)
    yields = told is not None and not _is_read(home, told) and _is_read(fact, told)
    return other if other and (yields or not own) else own


def _states(one: ScoreFact, other: ScoreFact) -> bool:
    """Whether `other` says nothing that `one` does not: a repetition, or its grade."""
    if one.basis and other.basis and one.basis != other.basis:
        return False
    alike = not (one.period and other.period) or one.period == other.period
    if other.value is None or one.value is None:
        grades = [
            catalogue().grade(f.index, f.predicate) or f.predicate.casefold() for f in (one, other)
        ]
        same = not all(grades) or grades[0] == grades[1]
        return same and (alike or _is_its_grade(one, other))
    return alike and (one.value, one.comparison) == (other.value, other.comparison)


def _is_its_grade(valued: ScoreFact, graded: ScoreFact) -> bool:
    """Whether a grade whose period no word beside it tells is that of a value of another period.

    `Tahun 2023 nilainya 3,7 (2022: 3,2). Predikatnya Sangat Baik`: that of 3,7, by its band.
    """
    if valued.value is None or graded.value is not None:
        return False
    decisions = (s.decisions["period"].best for s in graded.settled if "period" in s.decisions)
    if any(best.source.startswith(_BESIDE) for best in decisions):
        return False
    grade = catalogue().grade(graded.index, graded.predicate)
    band = catalogue().grade_of_value(valued.index, valued.value)
    return bool(valued.predicate) or (grade is not None and grade == band)


def merge_ranks(facts: list[RankFact]) -> list[RankFact]:
    """Return one rank for each place that is stated, however often.

    Where two differ in a scope or class that one of them only implies, it has that of the other:
    `Peringkat ke-4 Rimba`, in a headline, is the place that the text tells among the cities.
    """
    return _merged(
        sorted(facts, key=lambda fact: -fact.confidence),
        lambda f: (f.subject.key, f.index, f.aspect.casefold(), f.position, f.position_end),
        _agree,
        ("scope", "out_of", "category", "direction", "period"),
    )


def _agree(one: RankFact, other: RankFact) -> bool:
    """Whether they differ in nothing that both tell."""
    if one.period and other.period and one.period != other.period:
        return False
    differing = (slot for slot in _YIELDING if len({getattr(one, slot), getattr(other, slot)}) > 1)
    both = (slot for slot in differing if getattr(one, slot) and getattr(other, slot))
    return not any(_is_read(one, slot) and _is_read(other, slot) for slot in both)


def _is_read(fact: ScoreFact | RankFact, slot: Slot) -> bool:
    """Whether words beside one of the places that state `fact` tell what fills `slot`."""
    told = (settled.decisions[slot].best for settled in fact.settled if slot in settled.decisions)
    return any(not best.source.startswith(_IMPLIED) for best in told)
