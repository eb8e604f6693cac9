"""The cost of an extraction grows no faster than the text: one article 1, 10 and 100 times.

Prints microseconds of processor time a character and the ratio to the first. The first text is
made of ten articles, so that what every extraction costs at the least does not stand in it. Then
the same of texts in one line that say one thing over and over, up to 400,000 characters. Run:

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
SIZES = (20_000, 100_000, 400_000)
LINES = (
    "Indeks Xa Yb ",
    "4,1 dan ",
    "1-1-",
    "3,10 - 3,40, ",
    "Kota Jambi 4,32, ",
    "naik dari 3,24 menjadi 3,40 pada 2023, ",
    "peringkat kedua puluh satu dari bawah, ",
    "5, 6, 7 Agustus 2024, ",
    "tiga koma empat ",
    "'Jum'at ",
    "IPM Kota Jambi 80,1, sedangkan pada 2022 79,2, ",
    "peringkat 4 SPBE, kini di posisi 9, ",
    "sejak 2019 IPM terus naik, ",
)


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
    return int(max(worst, *(_line(made, piece) for piece in LINES)) > LIMIT)


def _line(made: extractor.Extractor, piece: str) -> float:
    """Print what a character costs in one line of `piece`; return the ratio of longest to first."""
    costs = []
    for size in SIZES:
        text = (piece * (size // len(piece) + 1))[:size]
        rounds = ROUNDS if size == SIZES[0] else 1
        costs.append(min(_seconds(made, text) for _ in range(rounds)) / size * 1e6)
    told = " ".join(f"{cost:>7.1f}" for cost in costs)
    print(f"{piece!r:>45} {told} {costs[-1] / costs[0]:>6.2f}")
    return costs[-1] / costs[0]


def _seconds(made: extractor.Extractor, text: str) -> float:
    begun = time.process_time()
    made.extract(text)
    return time.process_time() - begun


if __name__ == "__main__":
    sys.exit(main())
