"""Measuring several ways side by side: each reads a part of the articles before the next part."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import median

Work = Callable[[list[str]], object]


@dataclass
class Cost:
    """Seconds of processor time and articles of each round."""

    cpu: list[float] = field(default_factory=list)
    articles: list[int] = field(default_factory=list)

    def measure(self, work: Work, texts: list[str]) -> None:
        """Add a round: the cost of `work` on `texts`, in this process."""
        begun = time.process_time()
        work(texts)
        self.add(time.process_time() - begun, len(texts))

    def add(self, seconds: float, articles: int) -> None:
        """Add a round that took `seconds` of processor time for so many `articles`."""
        self.cpu.append(seconds)
        self.articles.append(articles)

    @property
    def each(self) -> float:
        """Milliseconds of processor time an article."""
        return sum(self.cpu) / sum(self.articles) * 1000

    def times(self, other: "Cost") -> tuple[float, float, float]:
        """Return how many times faster this is than `other`: lowest, median, highest round."""
        mine = [cost / count for cost, count in zip(self.cpu, self.articles, strict=True)]
        theirs = [cost / count for cost, count in zip(other.cpu, other.articles, strict=True)]
        ratios = [their / my for my, their in zip(mine, theirs, strict=True)]
        return min(ratios), median(ratios), max(ratios)


def side_by_side(ways: dict[str, Work], texts: list[str], rounds: int) -> dict[str, Cost]:
    """Return what each way costs; all read the same part of `texts` in each round."""
    costs = {name: Cost() for name in ways}
    size = -(-len(texts) // rounds)
    for start in range(0, len(texts), size):
        for name, work in ways.items():
            costs[name].measure(work, texts[start : start + size])
    return costs
