"""The memory of a run over an archive does not grow: 20,000 articles, measured every 2,000.

Prints megabytes of resident memory, in charge and of the largest worker, and articles a
second. Run:

    python benchmarks/archive_memory.py [ARTICLES]
"""

import itertools
import json
import sys
import tempfile
import time
from pathlib import Path

from extractor.archive.engines.local import LocalEngine
from extractor.archive.options import Options
from extractor.archive.provenance import provenance
from extractor.archive.run import run
from extractor.archive.work import load

FIXTURES = Path(__file__).parent.parent / "fixtures"
EVERY = 2_000
PROCESSES = 2
LIMIT = 1.1


class Meter:
    """Prints a line for each `EVERY` articles."""

    def __init__(self, engine: LocalEngine) -> None:
        self.engine = engine
        self.read = 0
        self.next = EVERY
        self.sizes: list[tuple[float, float]] = []
        self.started = time.monotonic()

    def begin(self, total_bytes: int) -> None:
        """Print the head of the table."""
        print(f"{'articles':>8} {'in charge MB':>13} {'worker MB':>10} {'articles/s':>11}")

    def mend(self, files: list[str]) -> None:
        """Hear of nothing: the folder is new."""

    def advance(self, read: int, rejected: int, done_bytes: int, resumed: bool) -> None:
        """Measure when it is time to."""
        self.read += read
        if self.read >= self.next:
            self.next += EVERY
            size = (_resident("self"), max(_resident(str(pid)) for pid in self.engine.pids))
            self.sizes.append(size)
            speed = self.read / (time.monotonic() - self.started)
            print(f"{self.read:>8,} {size[0]:>13.0f} {size[1]:>10.0f} {speed:>11.1f}", flush=True)


def main() -> int:
    """Print the table; return 1 when memory grows by more than the limit after the first line."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    texts = [path.read_text(encoding="utf-8") for path in sorted(FIXTURES.glob("*.txt"))]
    paragraphs = [line for text in texts for line in text.split("\n") if len(line) > 120]
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder, "archive.jsonl")
        with archive.open("w", encoding="utf-8") as file:
            for at, text in enumerate(itertools.islice(itertools.cycle(paragraphs), count)):
                # A number of its own in each: no two are alike, as in a real archive.
                row = {"id": str(at), "text": f"{text} Warga {at} orang hadir di Desa Suka{at}."}
                file.write(json.dumps(row) + "\n")
        options = Options()
        engine = LocalEngine(PROCESSES, load, options)
        meter = Meter(engine)
        out = Path(folder, "data")
        run([str(archive)], out, lambda: engine, provenance(), options, meter)
    first, last = meter.sizes[0], meter.sizes[-1]
    return int(any(after > before * LIMIT for before, after in zip(first, last, strict=True)))


def _resident(pid: str) -> float:
    for line in Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1000
    return 0.0


if __name__ == "__main__":
    sys.exit(main())
