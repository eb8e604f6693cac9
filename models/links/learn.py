"""Learning: a conditional logit over candidates, and a logistic regression over facts.

Both have an L2 penalty and leave out features that few articles have. The same lessons give the
same weights, number for number: one thread, no chance.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import torch
from torch import Tensor

from extractor.links.weights import Stage
from models.links.lessons import Choice, Claim

MIN_ARTICLES = 3
"""Features of fewer articles than this are left out: they would be learned by heart."""
DIGITS = 4
BIAS = "bias"
_STEPS = 100


def learn_slots(lessons: Sequence[Sequence[Choice]], l2: float) -> dict[str, dict[str, float]]:
    """Return the weights of each slot, by feature, from the choices of each article.

    Several candidates of a choice may be right: what is made probable is that one of them is taken.
    """
    choices: dict[str, list[Choice]] = defaultdict(list)
    spread: dict[str, _Spread] = defaultdict(_Spread)
    for number, lesson in enumerate(lessons):
        for choice in lesson:
            choices[choice.slot].append(choice)
            spread[choice.slot].add(number, chain.from_iterable(choice.rows))
    return {
        slot: _conditional_logit(choices[slot], spread[slot].frequent(), l2)
        for slot in sorted(choices)
    }


def learn_facts(
    lessons: Sequence[Sequence[Claim]], l2: float, stage: Stage = "fact"
) -> dict[str, dict[str, float]]:
    """Return for each kind of anchor the weights of its features, from the claims of each article.

    The penalty leaves the bias alone.
    """
    claims: dict[str, list[Claim]] = defaultdict(list)
    spread: dict[str, _Spread] = defaultdict(_Spread)
    for number, lesson in enumerate(lessons):
        for claim in lesson:
            claims[claim.kind].append(claim)
            spread[claim.kind].add(number, claim.features)
    return {
        f"{stage}/{kind}": _logistic(claims[kind], spread[kind].frequent(), l2)
        for kind in sorted(claims)
    }


class _Spread:
    """In how many articles each feature occurs."""

    def __init__(self) -> None:
        self._articles: dict[str, int] = defaultdict(int)
        self._last: dict[str, int] = {}

    def add(self, article: int, features: Iterable[str]) -> None:
        """Note features of an article; articles come one after the other."""
        for feature in features:
            if self._last.get(feature) != article:
                self._last[feature] = article
                self._articles[feature] += 1

    def frequent(self) -> list[str]:
        """Return the features of enough articles, sorted."""
        return sorted(name for name, count in self._articles.items() if count >= MIN_ARTICLES)


@dataclass(frozen=True)
class _Design:
    """A sparse matrix: rows of examples, columns of features."""

    features: Sequence[str]
    rows: Tensor
    columns: Tensor
    values: Tensor
    height: int

    @classmethod
    def of(cls, examples: Iterable[Mapping[str, float]], features: Sequence[str]) -> "_Design":
        """Return the matrix of `examples` in the columns of `features`."""
        place = {feature: at for at, feature in enumerate(features)}
        rows, columns, values, height = [], [], [], 0
        for height, example in enumerate(examples, start=1):
            for feature, value in example.items():
                if feature in place:
                    rows.append(height - 1)
                    columns.append(place[feature])
                    values.append(value)
        # Their kinds are named, as empty lists would make numbers of another kind.
        return cls(
            features,
            torch.tensor(rows, dtype=torch.int64),
            torch.tensor(columns, dtype=torch.int64),
            torch.tensor(values, dtype=torch.float64),
            height,
        )

    def scores(self, weights: Tensor) -> Tensor:
        """Return the score of each row."""
        empty = torch.zeros(self.height, dtype=torch.float64)
        return empty.index_add(0, self.rows, weights[self.columns] * self.values)

    def fitted(self, loss: Callable[[Tensor], Tensor], penalty: Tensor) -> dict[str, float]:
        """Return the weights that make `loss` of the scores, and the penalty, least; none of 0."""
        if not self.features:
            return {}
        weights = torch.zeros(len(self.features), dtype=torch.float64, requires_grad=True)
        descent = torch.optim.LBFGS([weights], max_iter=_STEPS, line_search_fn="strong_wolfe")

        def step() -> Tensor:
            descent.zero_grad()
            total = loss(self.scores(weights)) + (penalty * weights * weights).sum() / 2
            total.backward()  # type: ignore[no-untyped-call]
            return total

        descent.step(step)  # type: ignore[no-untyped-call]
        rounded = (round(weight, DIGITS) for weight in weights.tolist())
        told = zip(self.features, rounded, strict=True)
        return {feature: weight for feature, weight in told if weight}


def _conditional_logit(
    choices: Sequence[Choice], features: Sequence[str], l2: float
) -> dict[str, float]:
    examples = (dict.fromkeys(row, 1.0) for choice in choices for row in choice.rows)
    design = _Design.of(examples, features)
    groups = torch.tensor([at for at, choice in enumerate(choices) for _ in choice.rows])
    right = torch.tensor([right for choice in choices for right in choice.right])
    share = torch.tensor([choice.weight for choice in choices], dtype=torch.float64)

    def log_total(scores: Tensor, top: Tensor) -> Tensor:
        shares = torch.exp(scores - top[groups])
        return top + torch.log(torch.zeros_like(top).index_add(0, groups, shares))

    def loss(scores: Tensor) -> Tensor:
        wrong_out = scores.masked_fill(~right, -torch.inf)
        low = torch.full((len(choices),), -torch.inf, dtype=torch.float64)
        top, best = (
            low.scatter_reduce(0, groups, one.detach(), "amax") for one in (scores, wrong_out)
        )
        return (share * (log_total(scores, top) - log_total(wrong_out, best))).sum()

    return design.fitted(loss, torch.full((len(features),), l2, dtype=torch.float64))


def _logistic(claims: Sequence[Claim], features: Sequence[str], l2: float) -> dict[str, float]:
    design = _Design.of((claim.features for claim in claims), features)
    right = torch.tensor([claim.right for claim in claims], dtype=torch.float64)
    share = torch.tensor([claim.weight for claim in claims], dtype=torch.float64)

    def loss(scores: Tensor) -> Tensor:
        return torch.nn.functional.binary_cross_entropy_with_logits(
            scores, right, weight=share, reduction="sum"
        )

    free = [0.0 if feature == BIAS else l2 for feature in features]
    return design.fitted(loss, torch.tensor(free, dtype=torch.float64))
