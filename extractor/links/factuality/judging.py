"""How probable the settled anchors of an article are as facts: by themselves, then side by side."""

from collections.abc import Sequence

from extractor.links.candidates import Settled
from extractor.links.factuality.assertion import is_fact
from extractor.links.factuality.features import fact_features
from extractor.links.factuality.rivals import LEAST, Weighed, rival_features
from extractor.links.places.rankings import shared
from extractor.links.view import View
from extractor.links.weights import Weights


def judged(anchors: Sequence[Settled], view: View, weights: Weights) -> list[Weighed]:
    """Return the anchors, scores or places, each with the probability that it is a fact."""
    weighed = beside(by_itself(features_of(anchors, view), weights), view)
    found = []
    for settled, probability, features in weighed:
        kind = settled.anchor.kind
        if features is not None:
            probability = weights.probability(kind, features, "beside")
        found.append((settled, probability))
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
    """Return the anchors with what the others say of each, None of those that nothing can save.

    Places of one ranking have first shared what speaks for them.
    """
    told = list(shared(weighed, view))
    open_ = [p >= LEAST and is_fact(settled, view) for settled, p in told]
    features = iter(
        rival_features([one for one, kept in zip(told, open_, strict=True) if kept], view)
    )
    return [
        (settled, p, next(features) if kept else None)
        for (settled, p), kept in zip(told, open_, strict=True)
    ]
