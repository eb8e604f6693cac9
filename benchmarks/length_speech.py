"""The cost of reading quotes, indirect speech, officials and dates grows no faster than the text.

Two texts are read whole at several lengths: sample articles, and one of nothing but speech, where
every sentence refers back. Prints microseconds of processor time a character and their ratio to
the first; exits 1 when a ratio is above the limit. Run:

    python benchmarks/length_speech.py
"""

import sys
import time
from pathlib import Path

import extractor

FIXTURES = Path(__file__).parent.parent / "fixtures"
REPEATS = (1, 4, 16)
LIMIT = 1.5
ROUNDS = 3
SPEECH = (
    "Bupati Poso Rina Lamato mengatakan bahwa nilai kabupatennya naik, Kamis (5/12/2024). "
    "Ia menilai jalan masih rusak. “Kami siap maju,” katanya, “bersama warga.”\n"
    "Menurut Kapolres Poso AKBP Bayu Setia, kota sudah aman sejak pekan lalu. "
    '"Tidak ada yang sulit," kata dia.\n'
)


def main() -> int:
    """Print the table; return 1 when the cost of a character grows by more than the limit."""
    made = extractor.load()
    articles = [path.read_text(encoding="utf-8") for path in sorted(FIXTURES.glob("*.txt"))[:6]]
    texts = {"articles": "\n\n".join(articles), "speech": SPEECH * 40}
    print(f"{'text':<9} {'times':>5} {'characters':>11} {'µs/character':>13} {'ratio':>6}")
    worst = max(_grows(made, name, text) for name, text in texts.items())
    return int(worst > LIMIT)


def _grows(made: extractor.Extractor, name: str, text: str) -> float:
    """Print the cost of `text` repeated; return the highest ratio to that of one."""
    made.extract(text)
    costs: list[float] = []
    for times in REPEATS:
        long = "\n\n".join([text] * times)
        cost = min(_seconds(made, long) for _ in range(ROUNDS)) / len(long) * 1e6
        costs.append(cost)
        print(f"{name:<9} {times:>5} {len(long):>11,} {cost:>13.1f} {cost / costs[0]:>6.2f}")
    return max(costs) / costs[0]


def _seconds(made: extractor.Extractor, text: str) -> float:
    begun = time.process_time()
    made.extract(text, published="2024-12-06")
    return time.process_time() - begun


if __name__ == "__main__":
    sys.exit(main())
