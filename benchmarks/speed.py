"""How fast the extraction is, beside stock Stanza's tokenisation alone: `make bench`.

All ways read the same articles in turn (A B C A B C ...), on one core, so that what else the
machine does falls on all of them alike. Text beyond the project's own can be named:

    python benchmarks/speed.py [FOLDER ...]     with *.txt or *.conllu in it
"""

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import torch

import extractor
from benchmarks.corpus import articles
from benchmarks.stock import pipeline
from extractor.tokenizer import StanzaTokenizer

Work = Callable[[list[str]], object]
ROUNDS = 4


@dataclass
class Cost:
    """Seconds for all articles read so far: on the clock, and of processor time."""

    wall: float = 0.0
    cpu: float = 0.0
    articles: int = 0

    def measure(self, work: Work, texts: list[str]) -> None:
        """Add the cost of `work` on `texts`."""
        wall, cpu = time.perf_counter(), time.process_time()
        work(texts)
        self.wall += time.perf_counter() - wall
        self.cpu += time.process_time() - cpu
        self.articles += len(texts)

    @property
    def rate(self) -> float:
        """Articles a second of processor time."""
        return self.articles / self.cpu


def side_by_side(ways: dict[str, Work], texts: list[str], rounds: int = ROUNDS) -> dict[str, Cost]:
    """Return what each way costs on `texts`; each reads a part of them before the next part."""
    costs = {name: Cost() for name in ways}
    size = -(-len(texts) // rounds)
    for start in range(0, len(texts), size):
        for name, work in ways.items():
            costs[name].measure(work, texts[start : start + size])
    return costs


def main() -> int:
    """Print the table."""
    torch.set_num_threads(1)
    texts = articles([Path(name) for name in sys.argv[1:]])
    made = extractor.load()
    tokenizer = made.nlp.tokenizer
    assert isinstance(tokenizer, StanzaTokenizer)
    stock = pipeline()
    ways: dict[str, Work] = {
        "stock Stanza, one by one": lambda part: [stock(text) for text in part],
        "stock Stanza, bulk": lambda part: stock.bulk_process(part),
        "our tokens": lambda part: list(tokenizer.pipe(part)),
        "whole extraction": lambda part: list(made.extract_many(part)),
    }
    for work in ways.values():
        work(texts[:8])
    costs = side_by_side(ways, texts)
    bulk = costs["stock Stanza, bulk"]
    print(f"{len(texts)} articles of {sum(map(len, texts)) / len(texts):,.0f} characters")
    print(f"{'way':<26} {'ms/article':>10} {'articles/s':>10} {'x bulk':>7}")
    for name, cost in costs.items():
        each = cost.cpu / cost.articles * 1000
        print(f"{name:<26} {each:>10.1f} {cost.rate:>10.1f} {cost.rate / bulk.rate:>7.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
