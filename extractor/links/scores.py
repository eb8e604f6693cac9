"""Scores: values and grades with whom, on which index, for which period."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from extractor.lexicon.numbers import number_words
from extractor.links.claims import Claim, Step, claim_number, claim_predicate
from extractor.links.index_sieve import link_indices
from extractor.links.period_sieve import link_periods
from extractor.links.predicate_sieve import link_predicates
from extractor.links.repeats import repeated_grades
from extractor.links.slots import Slot
from extractor.links.subject_sieve import link_subjects
from extractor.links.topics import Topics
from extractor.links.view import View
from extractor.mentions.kinds import NumberMention

_CUE_REACH, _GRADE_REACH = 8, 5
_GROUPED = len("6.717")
_WEAK = frozenset({"previous", "topic", "paragraph", "recent"})


@dataclass
class ScoreFact:
    """A score as the links leave it: token spans for evidence, "" for what is not said.

    `weak` holds when both subject and index are only what the passage is about.
    """

    subject: Slot
    index: str
    aspect: str
    value: Decimal | None
    comparison: str
    unit: str
    period: str
    predicate: str
    canonical: str
    rule: str
    weak: bool = False
    spans: list[tuple[int, int]] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)


@dataclass
class Linked:
    """The score facts of an article, and the claims that no pass could settle."""

    facts: list[ScoreFact]
    claims: list[Claim]
    open: list[Claim]


def link_scores(view: View, topics: Topics) -> Linked:
    """Return the scores of the article: the sieves run over values first, then over bare grades."""
    values = [claim_number(number) for number in view.scores]
    if not view.indices:
        return Linked([], [], [])
    link_indices(values, view, topics)
    _mend_points(values, view, topics)
    linked = [claim for claim in values if claim.indices]
    link_subjects(linked, view, topics)
    linked = [claim for claim in linked if _is_supported(claim, view)]
    link_periods(linked, view, topics)
    grades = link_predicates(linked, view, topics)
    grades += [claim_predicate(grade) for grade in repeated_grades(view)]
    grades.sort(key=lambda claim: claim.start)
    link_indices(grades, view, topics)
    grades = [claim for claim in grades if claim.indices]
    link_subjects(grades, view, topics)
    link_periods(grades, view, topics)
    settled = sorted([*linked, *grades], key=lambda claim: claim.start)
    facts = _merge([fact for claim in settled for fact in _facts(claim)])
    made = {claim.start for claim in linked if claim.subjects or claim.closed}
    return Linked(facts, linked, [claim for claim in values if claim.start not in made])


def _mend_points(claims: Sequence[Claim], view: View, topics: Topics) -> None:
    """`Salatiga (6.717)`: thousands that no index admits, and a decimal point that one does."""
    mended = []
    for claim in claims:
        number = claim.number
        if not claim.indices and number is not None and _is_grouped(number, view):
            claim.number = replace(number, value=number.value / 1000)
            mended.append((claim, number))
    link_indices([claim for claim, _ in mended], view, topics)
    for claim, number in mended:
        if not claim.indices:
            claim.number = number


def _is_grouped(number: NumberMention, view: View) -> bool:
    word = view.words[number.start]
    return len(word) == _GROUPED and word[1] == "." and number.unit in ("", "poin", "point")


def _is_supported(claim: Claim, view: View) -> bool:
    """Whether a value is somebody's score at all, where nothing beside it names whose or of what.

    A word of value or level before it, a period in its sentence, or a grade behind it tells so:
    `Angkanya kini 3,40`, `lalu merosot ke 54,11`, `70,90 pada 2018`. A bare decimal far from any
    index may be anything.
    """
    if not _is_weak(claim):
        return True
    begin, end = view.sentence[claim.start], view.sentence_end(claim.start)
    if view.after(view.periods, begin, end):
        return True
    if view.after(view.predicates, claim.end, min(end, claim.end + _GRADE_REACH)):
        return True
    words = view.words[max(begin, claim.start - _CUE_REACH) : claim.start]
    known = number_words().score | number_words().levels
    return any(word.removesuffix("nya") in known for word in words)


def _is_weak(claim: Claim) -> bool:
    return _WEAK.issuperset((claim.passes.get("subject"), claim.passes.get("index")))


def _facts(claim: Claim) -> list[ScoreFact]:
    number, predicate = claim.number, claim.predicate
    return [
        ScoreFact(
            subject=subject,
            index=index,
            aspect=aspect,
            value=number.value if number else None,
            comparison=number.comparison if number else "eq",
            unit=number.unit if number else "",
            period=period,
            predicate=predicate.surface if predicate else "",
            canonical=predicate.canonical if predicate else "",
            rule=claim.rule,
            weak=_is_weak(claim),
            spans=list(claim.spans),
            steps=list(claim.steps),
        )
        for subject in claim.subjects
        for index in claim.indices
        for aspect in claim.aspects or ("",)
        for period in claim.periods or ("",)
    ]


def _merge(facts: list[ScoreFact]) -> list[ScoreFact]:
    """Return one fact for each thing that is stated, however many places state it."""
    merged: dict[tuple[str, str, str], list[ScoreFact]] = {}
    settled: list[ScoreFact] = []
    for fact in sorted(facts, key=lambda fact: (fact.value is None, fact.weak)):
        same = merged.setdefault((fact.subject.key, fact.index, fact.aspect.casefold()), [])
        home = next((other for other in same if _states(other, fact)), None)
        if home is None and fact.weak and not fact.aspect:
            home = next((other for other in settled if _repeats(fact, other)), None)
        if home is None:
            same.append(fact)
            settled.append(fact)
            continue
        home.period = home.period or fact.period
        home.unit = home.unit or fact.unit
        if not home.predicate or (fact.predicate.isupper() and not home.predicate.isupper()):
            home.predicate = fact.predicate or home.predicate
        home.canonical = home.canonical or fact.canonical
        home.spans += fact.spans
        home.steps += fact.steps
    kept = [fact for same in merged.values() for fact in same]
    return sorted(kept, key=lambda fact: min(fact.spans))


def _repeats(fact: ScoreFact, other: ScoreFact) -> bool:
    """`"Yang 2,75 ini PR kita"`: a value of a pillar said before, with nothing named beside it."""
    same = fact.subject.key == other.subject.key and fact.index == other.index
    return same and fact.value is not None and fact.value == other.value


def _states(one: ScoreFact, other: ScoreFact) -> bool:
    """Whether `other` says nothing that `one` does not: a repetition, its grade, or its bound."""
    if one.period and other.period and one.period != other.period:
        return False
    if other.value is None or one.value is None:
        return not (one.canonical and other.canonical) or one.canonical == other.canonical
    if (one.value, one.comparison) == (other.value, other.comparison):
        return True
    return one.comparison == "eq" and _admits(other, one.value)


def _admits(bound: ScoreFact, value: Decimal) -> bool:
    """Whether `value` keeps to the bound: 68,09 to `di bawah 70`."""
    assert bound.value is not None
    match bound.comparison:
        case "gt" | "ge":
            return value >= bound.value
        case "lt" | "le":
            return value <= bound.value
        case "approx":
            return abs(value - bound.value) <= abs(bound.value) / 50
    return False
