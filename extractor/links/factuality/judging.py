"""How probable the settled anchors of an article are as facts: by themselves, then side by side."""

from collections.abc import Sequence
from typing import NamedTuple

from extractor.links.candidates import Settled
from extractor.links.factuality.assertion import is_fact
from extractor.links.factuality.features import fact_features
from extractor.links.factuality.rivals import LEAST, Weighed, rival_features
from extractor.links.places.rankings import shared
from extractor.links.view import View
from extractor.links.weights import Weights


class Judged(NamedTuple):
    """A settled anchor and the probability that it is a fact.

    `told` is false where it is no fact whatever its probability: hoped for, abroad, or improbable
    by itself.
    """

    settled: Settled
    probability: float
    told: bool


def judged(anchors: Sequence[Settled], view: View, weights: Weights) -> list[Judged]:
    """Return the anchors, all scores or all places of an article, as they are judged."""
    found = []
    for settled, probability, features in beside(
        by_itself(features_of(anchors, view), weights), view
    ):
        if features is not None:
            probability = weights.probability(settled.anchor.kind, features, "beside")
        found.append(Judged(settled, probability, features is not None))
    return found


def features_of(anchors: Sequence[Settled], view: View) -> list[tuple[Settled, dict[str, float]]]:
    """Return the anchors in order, each with what speaks for and against it by itself."""
    found: list[tuple[Settled, dict[str, float]]] = []
    last: Settled | None = None
    for settled in anchors:
        found.append((settled, fact_features(settled, view, last)))
        last = settled
    return found


def by_itself(
    anchors: Sequence[tuple[Settled, dict[str, float]]], weights: Weights
) -> list[Weighed]:
    """Return the anchors, each with the probability that its own features give it."""
    return [(one, weights.probability(one.anchor.kind, features)) for one, features in anchors]


def beside(
    weighed: Sequence[Weighed], view: View
) -> list[tuple[Settled, float, dict[str, float] | None]]:
    """Return the anchors with what the others say of each, None of those that are no facts.

    Places of one ranking have first shared what speaks for them.
    """
    told = list(shared(weighed, view))
    kept = [p >= LEAST and is_fact(settled, view) for settled, p in told]
    likely = [one for one, is_kept in zip(told, kept, strict=True) if is_kept]
    features = iter(rival_features(likely, view))
    return [
        (settled, p, next(features) if is_kept else None)
        for (settled, p), is_kept in zip(told, kept, strict=True)
    ]
