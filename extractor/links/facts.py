"""Facts: what the decisions come to, each with its confidence; those below it stay open."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeVar

from extractor.lexicon.indices import catalogue
from extractor.links.anchors import value_anchors
from extractor.links.candidates import AnchorKind, Candidate, Decision, Settled, Slot
from extractor.links.clashes import open_clashes
from extractor.links.classed import classed_anchors
from extractor.links.fact import fact_features
from extractor.links.factuality import is_fact
from extractor.links.linker import settle_places, settle_scores
from extractor.links.placements import direction_of, placements
from extractor.links.rankings import shared
from extractor.links.subjects import SubjectMention
from extractor.links.view import View
from extractor.links.weights import Weights

THRESHOLDS: Mapping[AnchorKind, float] = {"value": 0.65, "grade": 0.65, "place": 0.55}
"""A fact that is less probable than this, by the kind of its anchor, becomes a finding.

Chosen by cross-validation, for precision: of what lies between one half and these two in five were
wrong.
"""


@dataclass
class ScoreFact:
    """A score as the links leave it: token spans for evidence, "" for what is not said."""

    subject: SubjectMention
    index: str
    aspect: str
    value: Decimal | None
    comparison: str
    unit: str
    basis: str
    period: str
    predicate: str
    confidence: float
    rule: str
    spans: list[tuple[int, int]] = field(default_factory=list)
    settled: list[Settled] = field(default_factory=list)


@dataclass
class RankFact:
    """A rank as the links leave it: token spans for evidence, "" or 0 for what is not said."""

    subject: SubjectMention
    index: str
    aspect: str
    position: int
    position_end: int
    scope: str
    out_of: int
    category: str
    direction: str
    period: str
    confidence: float
    rule: str
    spans: list[tuple[int, int]] = field(default_factory=list)
    settled: list[Settled] = field(default_factory=list)


F = TypeVar("F", ScoreFact, RankFact)


@dataclass
class Linked:
    """The facts of an article, and the anchors that stay open with what was decided of them."""

    scores: list[ScoreFact]
    ranks: list[RankFact]
    open: list[tuple[Settled, float]]


def link(view: View, weights: Weights) -> Linked:
    """Return the scores and ranks of the article."""

    def choose(slot: Slot, settled: Settled, candidates: Sequence[Candidate]) -> Decision | None:
        return weights.choose(slot, settled.anchor.kind, candidates)

    linked = Linked([], [], [])
    if not (view.indices or view.ranks):
        linked.open = [(Settled(anchor), 0.0) for anchor in value_anchors(view)]
        linked.open += [(Settled(anchor), 0.0) for anchor in classed_anchors(view)]
        return linked
    last: Settled | None = None
    scores = settle_scores(view, choose)
    for settled in scores:
        features = fact_features(settled, view, last)
        last, confidence = settled, weights.probability(settled.anchor.kind, features)
        if _is_settled(settled, confidence, view):
            linked.scores += _scores(settled, confidence, view)
        else:
            linked.open.append((settled, confidence))
    last = None
    places: list[tuple[Settled, float]] = []
    for settled in settle_places(view, choose, scores):
        features = fact_features(settled, view, last)
        places.append((settled, weights.probability("place", features)))
        last = settled
    for settled, confidence in shared(places, view):
        if _is_settled(settled, confidence, view):
            linked.ranks += _ranks(settled, confidence, view)
        else:
            linked.open.append((settled, confidence))
    linked.scores = _merge_scores(linked.scores)
    open_clashes(linked.scores, view)
    linked.ranks = _merge_ranks(linked.ranks)
    return linked


def _is_settled(settled: Settled, confidence: float, view: View) -> bool:
    """Whether it is probable enough, ours, and nothing around it says that it is no fact.

    A place in what is no index, evaluation or award (medals, prices) is no rank of ours.
    """
    probable = confidence >= THRESHOLDS[settled.anchor.kind]
    ours = _is_ours(settled) and bool(settled.value("index"))
    return probable and ours and is_fact(settled, view)


def _is_ours(settled: Settled) -> bool:
    """Whether it belongs to somebody who can be told, is no other country and no city abroad."""
    told = any(not s.unsettled for s in settled.subjects)
    return told and all(s.kind != "foreign" for s in settled.subjects)


def rule_of(settled: Settled) -> str:
    """Return how a fact was read: the sources of its decisions, `subject:clause/b index:topic`."""
    slots: tuple[Slot, ...] = ("subject", "index", "period")
    told = [(slot, settled.decisions[slot]) for slot in slots if slot in settled.decisions]
    return " ".join(f"{slot}:{decision.best.source}" for slot, decision in told) or "alone"


def _spans(settled: Settled, subject: SubjectMention) -> list[tuple[int, int]]:
    anchor = settled.anchor
    spans = [(anchor.start, anchor.end)]
    if subject.end > subject.start:
        spans.append((subject.start, subject.end))
    for slot in ("index", "period", "aspect", "grade"):
        decision = settled.decisions.get(slot)
        if decision is not None and decision.best.span is not None:
            spans.append(decision.best.span)
    return spans


def _periods(settled: Settled, view: View) -> list[str]:
    """Return the periods: a grade holds for each of a row, `WTP untuk 2021, 2022, dan 2023`."""
    period = settled.value("period")
    decision = settled.decisions.get("period")
    if settled.anchor.kind != "grade" or decision is None or decision.best.span is None:
        return [period]
    at = decision.best.span[0]
    mentions = view.periods
    place = next(i for i, p in enumerate(mentions) if p.start == at)
    row = [place]
    for step in (1, -1):
        here = place
        while 0 <= here + step < len(mentions):
            left, right = sorted((here, here + step))
            gap = view.index.lower[mentions[left].end : mentions[right].start]
            if not gap or not all(word in view.lexicon.joins for word in gap):
                break
            here += step
            row.append(here)
    found = sorted({mentions[i].iso for i in row if mentions[i].iso})
    return found or [period]


def _measured(period: str, basis: str) -> str:
    """Return the period of a rate: that of a year to date is told for its last month."""
    return period.split("/")[-1] if basis == "ytd" else period


def _scores(settled: Settled, confidence: float, view: View) -> Iterable[ScoreFact]:
    anchor = settled.anchor
    number = anchor.number
    grade = anchor.grade.surface if anchor.grade is not None else settled.value("grade")
    for subject in (told for told in settled.subjects if not told.unsettled):
        for period in _periods(settled, view):
            yield ScoreFact(
                subject=subject,
                index=settled.value("index"),
                aspect=settled.value("aspect"),
                value=number.value if number else None,
                comparison=number.comparison if number else "eq",
                unit=number.unit if number else "",
                basis=number.basis if number else "",
                period=_measured(period, number.basis if number else ""),
                predicate=grade,
                confidence=confidence,
                rule=rule_of(settled),
                spans=_spans(settled, subject),
                settled=[settled],
            )


def _ranks(settled: Settled, confidence: float, view: View) -> Iterable[RankFact]:
    for subject, position, end in placements(settled.anchor, settled.subjects, view):
        if subject.unsettled:
            continue
        yield RankFact(
            subject=subject,
            index=settled.value("index"),
            aspect=settled.value("aspect"),
            position=position,
            position_end=end,
            scope=settled.value("scope"),
            out_of=int(settled.value("out_of") or 0),
            category=settled.value("category"),
            direction=direction_of(settled.anchor, view),
            period=settled.value("period"),
            confidence=confidence,
            rule=rule_of(settled),
            spans=_spans(settled, subject),
            settled=[settled],
        )


def _merge_scores(facts: list[ScoreFact]) -> list[ScoreFact]:
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
        home = next((other for other in kept if same(other, fact)), None)
        if home is None:
            kept.append(fact)
            continue
        for name in filled:
            setattr(home, name, getattr(home, name) or getattr(fact, name))
        home.spans += fact.spans
        home.settled += fact.settled
    return sorted((f for kept in merged.values() for f in kept), key=lambda fact: min(fact.spans))


def _states(one: ScoreFact, other: ScoreFact) -> bool:
    """Whether `other` says nothing that `one` does not: a repetition, its grade, or its bound."""
    if one.period and other.period and one.period != other.period:
        return False
    if one.basis and other.basis and one.basis != other.basis:
        return False
    if other.value is None or one.value is None:
        grades = [
            catalogue().grade(f.index, f.predicate) or f.predicate.casefold() for f in (one, other)
        ]
        return not all(grades) or grades[0] == grades[1]
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


def _merge_ranks(facts: list[RankFact]) -> list[RankFact]:
    """Return one rank for each place that is stated, however often."""
    return _merged(
        sorted(facts, key=lambda fact: -fact.confidence),
        lambda f: (f.subject.key, f.index, f.aspect.casefold(), f.position, f.position_end),
        _agree,
        ("scope", "out_of", "category", "direction", "period"),
    )


def _agree(one: RankFact, other: RankFact) -> bool:
    pairs = ((one.scope, other.scope), (one.period, other.period), (one.category, other.category))
    return all(not left or not right or left == right for left, right in pairs)
