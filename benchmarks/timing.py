"""Measuring several ways side by side: each reads a part of the articles before the next part."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import median

Work = Callable[[list[str]], object]


@dataclass
class Cost:
    """Seconds and articles of each round: on the clock, and of this process's processor time."""

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    articles: list[int] = field(default_factory=list)

    def measure(self, work: Work, texts: list[str]) -> None:
        """Add a round: the cost of `work` on `texts`."""
        wall, cpu = time.perf_counter(), time.process_time()
        work(texts)
        self.wall.append(time.perf_counter() - wall)
        self.cpu.append(time.process_time() - cpu)
        self.articles.append(len(texts))

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
