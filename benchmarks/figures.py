"""The accuracy that docs/accuracy.md tells, measured and written into it: `make figures`."""

import sys
from pathlib import Path

import extractor
from benchmarks.tables import put
from extractor.facts.check import check, facts_files, read_pair
from extractor.facts.known import KINDS
from extractor.facts.tally import Tally, tally

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "accuracy.md"
FIXTURES = ROOT / "fixtures"


def table(made: extractor.Extractor, folder: Path = FIXTURES) -> str:
    """Return the accuracy on the articles in `folder` as a table in Markdown, with what made it."""
    checked = [check(read_pair(path), made) for path in facts_files(folder)]
    tallies = tally(verdict for item in checked for verdict in item.verdicts)
    known = sum(one.known for one in tallies)
    lines = [
        f"| | {' | '.join(KINDS)} |",
        f"|---|{'---|' * len(KINDS)}",
        f"| {len(checked)} fixtures, {known:,} facts | {' | '.join(map(_cell, tallies))} |",
    ]
    made_by = made.provenance
    about = f"version {made_by.version}, model `{made_by.model}`, lexicon `{made_by.lexicon}`"
    return "\n".join([*lines, "", f"Measured with {about}."])


def _cell(one: Tally) -> str:
    return f"{_percent(one.key.f1)} ({_percent(one.exact.f1)})"


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.1f}".replace("100.0", "100")


def main() -> int:
    """Write the table into the page and show it."""
    new = table(extractor.load())
    put(new, PAGE, "figures")
    print(new)
    return 0


if __name__ == "__main__":
    sys.exit(main())
