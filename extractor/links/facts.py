"""Facts: what the decisions come to, each with its confidence; those below it stay open."""

from collections.abc import Iterable, Mapping, Sequence

from extractor.links.anchors import value_anchors
from extractor.links.candidates import AnchorKind, Candidate, Decision, Settled, Slot
from extractor.links.factuality.clashes import open_clashes, strays
from extractor.links.factuality.judging import judged
from extractor.links.linked import Linked, RankFact, ScoreFact
from extractor.links.linker import settle_places, settle_scores
from extractor.links.merging import merge_ranks, merge_scores
from extractor.links.places.classed import classed_anchors
from extractor.links.places.placements import direction_of, placements
from extractor.links.subjects.subject_mention import SubjectMention
from extractor.links.view import View
from extractor.links.weights import Weights

THRESHOLDS: Mapping[AnchorKind, float] = {"value": 0.65, "grade": 0.6, "place": 0.7}
"""A fact that is less probable than this, by the kind of its anchor, becomes a finding.

Chosen by cross-validation, for precision: of the values held between 0.6 and 0.65 and of the places
between 0.6 and 0.7 two in five and more were wrong, of the grades between 0.6 and 0.65 one in four.
"""


def link(view: View, weights: Weights) -> Linked:
    """Return the scores and ranks of the article."""

    def choose(slot: Slot, settled: Settled, candidates: Sequence[Candidate]) -> Decision | None:
        return weights.choose(slot, settled.anchor.kind, candidates)

    linked = Linked([], [], [])
    if not (view.indices or view.ranks):
        linked.open = [(Settled(anchor), 0.0) for anchor in value_anchors(view)]
        linked.open += [(Settled(anchor), 0.0) for anchor in classed_anchors(view)]
        return linked
    scores = settle_scores(view, choose)
    for settled, confidence, told in judged(scores, view, weights):
        if told and _is_settled(settled, confidence):
            linked.scores += _scores(settled, confidence, view)
        else:
            linked.open.append((settled, confidence))
    places = settle_places(view, choose, scores)
    for settled, confidence, told in judged(places, view, weights):
        if told and _is_settled(settled, confidence):
            linked.ranks += _ranks(settled, confidence, view)
        else:
            linked.open.append((settled, confidence))
    linked.scores = merge_scores(linked.scores)
    open_clashes(linked.scores, view)
    for fact in strays(linked.scores, view):
        linked.scores.remove(fact)
        linked.open += [(settled, fact.confidence) for settled in fact.settled]
    linked.ranks = merge_ranks(linked.ranks)
    return linked


def _is_settled(settled: Settled, confidence: float) -> bool:
    """Whether it is probable enough, and ours.

    A place in what is no index, evaluation or award (medals, prices) is no rank of ours.
    """
    probable = confidence >= THRESHOLDS[settled.anchor.kind]
    return probable and _is_ours(settled) and bool(settled.value("index"))


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
