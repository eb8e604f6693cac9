"""The cost of an extraction grows no faster than the text: one article 1, 10 and 100 times.

Prints microseconds of processor time a character and the ratio to the first. The first text is
made of ten articles, so that what every extraction costs at the least does not stand in it. Run:

    python benchmarks/length.py
"""

import sys
import time
from pathlib import Path

import extractor

FIXTURES = Path(__file__).parent.parent / "fixtures"
REPEATS = (1, 10, 100)
LIMIT = 1.5
ROUNDS = 3


def main() -> int:
    """Print the table; return 1 when the cost of a character grows by more than the limit."""
    made = extractor.load()
    text = "\n\n".join(path.read_text("utf-8") for path in sorted(FIXTURES.glob("*.txt"))[:10])
    made.extract(text)
    print(f"{'times':>6} {'characters':>11} {'µs/character':>13} {'ratio':>6}")
    first, worst = 0.0, 0.0
    for times in REPEATS:
        long = "\n\n".join([text] * times)
        cost = min(_seconds(made, long) for _ in range(1 if times == REPEATS[-1] else ROUNDS))
        each = cost / len(long) * 1e6
        first = first or each
        worst = max(worst, each / first)
        print(f"{times:>6} {len(long):>11,} {each:>13.1f} {each / first:>6.2f}")
    return int(worst > LIMIT)


def _seconds(made: extractor.Extractor, text: str) -> float:
    begun = time.process_time()
    made.extract(text)
    return time.process_time() - begun


if __name__ == "__main__":
    sys.exit(main())
