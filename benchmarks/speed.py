"""How fast the extraction is, beside stock Stanza's tokenisation alone: `make bench`.

All ways read the same articles in turn (A B C A B C ...), on one core, so that what else the
machine does falls on all of them alike. Text beyond the project's own can be named:

    python -m benchmarks.speed [FOLDER ...]     with *.txt or *.conllu in it
"""

import platform
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import torch

import extractor
from benchmarks import length
from benchmarks.corpus import articles
from benchmarks.processes import compare
from benchmarks.stock import pipeline
from benchmarks.timing import Work, side_by_side
from extractor.assembly.article import assemble
from extractor.text.normalise import normalise
from extractor.tokenizer import StanzaTokenizer

_ROUNDS = 8
_SINGLE = 12
_FOR_SHARES = 60
_FOR_PROCESSES = 160
_LOAD = """
import time; begun = time.perf_counter()
{first}
print(time.perf_counter() - begun)
"""
_STARTS = {
    "import extractor": "import extractor",
    "import torch and spaCy": "import torch, spacy",
    "load(), imports included": "import extractor; extractor.load()",
}


def main() -> int:
    """Print the tables; return 1 when the cost of a character grows with the length."""
    begun = time.perf_counter()
    torch.set_num_threads(1)
    texts = articles([Path(name) for name in sys.argv[1:]])
    size = sum(map(len, texts)) / len(texts)
    print(f"{datetime.now(UTC):%Y-%m-%d}, {_processor()}, Python {platform.python_version()}")
    print(f"{len(texts)} articles of {size:,.0f} characters\n")
    made = extractor.load()
    for table in (
        _beside_stock(made, texts),
        compare(texts[:_FOR_PROCESSES]),
        _shares(made, texts[:_FOR_SHARES]),
        _starts(),
    ):
        for line in table:
            print(line, flush=True)
        print()
    grows = length.main()
    print(f"\n{time.perf_counter() - begun:.0f} s")
    return grows


def _beside_stock(made: extractor.Extractor, texts: list[str]) -> Iterator[str]:
    """Yield the table of ways to read articles on one core."""
    stock, tokenizer = pipeline(), made.nlp.tokenizer
    assert isinstance(tokenizer, StanzaTokenizer)
    ways: dict[str, Work] = {
        "stock Stanza, bulk": lambda part: stock.bulk_process(part),
        "our tokens": lambda part: list(tokenizer.pipe(part)),
        "whole extraction": lambda part: list(made.extract_many(part)),
    }
    single: dict[str, Work] = {
        "stock Stanza, one by one": lambda part: [stock(text) for text in part],
        "our tokens, one by one": lambda part: [tokenizer(text) for text in part],
    }
    for work in (*ways.values(), *single.values()):
        work(texts[:8])
    costs = side_by_side(ways, texts, _ROUNDS)
    costs |= side_by_side(single, texts[:: len(texts) // (4 * _SINGLE)], 4)
    bulk = costs["stock Stanza, bulk"]
    yield f"{'one core':<26} {'CPU ms/art':>10} {'articles/s':>10} {'x bulk':>7} {'rounds':>12}"
    for name, cost in costs.items():
        if name in single:
            yield f"{name:<26} {cost.each:>10.1f} {1000 / cost.each:>10.1f}"
            continue
        low, middle, high = cost.times(bulk)
        spread = f"{low:.2f}-{high:.2f}"
        yield f"{name:<26} {cost.each:>10.1f} {1000 / cost.each:>10.1f} {middle:>7.2f} {spread:>12}"


def _shares(made: extractor.Extractor, texts: list[str]) -> Iterator[str]:
    """Yield what part of the processor time each stage takes."""
    seconds: dict[str, float] = {}
    marks = [time.process_time()]

    def lap(name: str) -> None:
        marks.append(time.process_time())
        seconds[name] = seconds.get(name, 0.0) + marks[-1] - marks[-2]

    clean = [normalise(text) for text in texts]
    lap("clean text")
    tokenizer = made.nlp.tokenizer
    assert isinstance(tokenizer, StanzaTokenizer)
    docs = list(tokenizer.pipe(one.text for one in clean))
    lap("tokens")
    for doc, one, text in zip(docs, clean, texts, strict=True):
        for name, component in made.nlp.pipeline:
            component(doc)
            lap(name)
        assemble(doc, one, extractor.Source(text, "a"), made.provenance)
        lap("links and records")
    whole = sum(seconds.values())
    yield f"{'stage':<26} {'CPU ms/art':>10} {'share':>6}"
    for name, spent in seconds.items():
        yield f"{name:<26} {spent / len(texts) * 1000:>10.2f} {spent / whole:>6.1%}"


def _starts() -> Iterator[str]:
    """Yield how long it takes to start, in a process of its own; the best of three."""
    for name, first in _STARTS.items():
        command = [sys.executable, "-c", _LOAD.format(first=first)]
        runs = [
            subprocess.run(command, capture_output=True, text=True, check=True) for _ in range(3)
        ]
        yield f"{name:<26} {min(float(run.stdout) for run in runs):>10.2f} s"


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.processor()


if __name__ == "__main__":
    sys.exit(main())
