"""Settling the anchors of an article: for each slot its candidates, and one decision."""

from bisect import bisect_left, insort
from collections.abc import Sequence
from typing import Protocol

from extractor.links.anchors import grade_anchors, value_anchors
from extractor.links.candidates import (
    Anchor,
    Candidate,
    Decision,
    Settled,
    Slot,
)
from extractor.links.places.rankings import settle_rankings
from extractor.links.slots.aspect import aspect_candidates
from extractor.links.slots.category import category_candidates
from extractor.links.slots.grade import grade_candidates
from extractor.links.slots.index import index_candidates
from extractor.links.slots.out_of import Among, out_of_candidates
from extractor.links.slots.period import period_candidates
from extractor.links.slots.scope import scope_candidates
from extractor.links.slots.subject import subject_candidates
from extractor.links.slots.values import Values
from extractor.links.view import View


class Chooser(Protocol):
    """Whoever decides: the weights, or a recorder that learns them."""

    def __call__(
        self, slot: Slot, settled: Settled, candidates: Sequence[Candidate]
    ) -> Decision | None:
        """Return the decision on `slot`, None where there are no candidates."""


def settle_scores(view: View, choose: Chooser) -> list[Settled]:
    """Return the values and bare grades of the article with their decisions, in order."""
    found: list[Settled] = []
    for anchor in value_anchors(view):
        settled = _settle_value(anchor, view, found, choose)
        _decide(settled, "grade", grade_candidates(anchor, view), choose)
        found.append(settled)
    told = frozenset(
        decision.best.span[0]
        for settled in found
        if (decision := settled.decisions.get("grade")) and decision.best.span
    )
    for anchor in grade_anchors(view, told):
        earlier = found[: bisect_left(found, anchor.start, key=_begin)]
        insort(found, _settle_value(anchor, view, earlier, choose), key=_begin)
    return found


def _begin(settled: Settled) -> int:
    return settled.anchor.start


def _settle_value(
    anchor: Anchor, view: View, history: Sequence[Settled], choose: Chooser
) -> Settled:
    settled = Settled(anchor)
    _decide(settled, "index", index_candidates(anchor, view, history), choose)
    index = settled.value("index")
    _decide(settled, "aspect", aspect_candidates(anchor, view, history, index), choose)
    aspect = settled.value("aspect")
    _decide(settled, "subject", subject_candidates(anchor, view, history, index, aspect), choose)
    _decide(settled, "period", period_candidates(settled, view, history, index), choose)
    return settled


def settle_places(view: View, choose: Chooser, scores: Sequence[Settled] = ()) -> list[Settled]:
    """Return the places of the article with their decisions, in order.

    `scores` are its values and grades, settled before: whoever has a place often has a value, too.
    """
    values = Values(scores)
    found: list[Settled] = []
    for anchor in view.places:
        settled = Settled(anchor)
        _decide(settled, "index", index_candidates(anchor, view, found), choose)
        index = settled.value("index")
        aspects = [*aspect_candidates(anchor, view, found, index), *values.aspects(settled, view)]
        _decide(settled, "aspect", aspects, choose)
        aspect = settled.value("aspect")
        _decide(settled, "subject", subject_candidates(anchor, view, found, index, aspect), choose)
        subjects = settled.subjects
        periods = [*period_candidates(settled, view, found, index), *values.periods(settled, view)]
        _decide(settled, "period", periods, choose)
        _decide(settled, "scope", scope_candidates(anchor, view, found, subjects), choose)
        scope = settled.value("scope")
        _decide(
            settled, "category", category_candidates(anchor, view, found, subjects, scope), choose
        )
        level = subjects[0].level if subjects else ""
        among = Among(level, scope, settled.value("category"), settled.value("period"))
        _decide(settled, "out_of", out_of_candidates(anchor, view, found, index, among), choose)
        found.append(settled)
    settle_rankings(found, view)
    return found


def _decide(settled: Settled, slot: Slot, candidates: Sequence[Candidate], choose: Chooser) -> None:
    decision = choose(slot, settled, candidates)
    if decision is not None:
        settled.decisions[slot] = decision
