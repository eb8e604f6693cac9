"""The accuracy that docs/accuracy.md tells, measured and written into it: `make figures`."""

import re
import sys
from pathlib import Path

import extractor
from extractor.facts.check import check, facts_files, read_pair
from extractor.facts.known import KINDS
from extractor.facts.tally import Tally, tally

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "accuracy.md"
CORPORA = {"fixtures": ROOT / "fixtures"}
_TABLE = re.compile(r"(?<=<!-- figures -->\n).*?(?=<!-- end of figures -->)", re.DOTALL)


def table(made: extractor.Extractor) -> str:
    """Return the accuracy on each corpus as a table in Markdown, with what was measured."""
    lines = [f"| | {' | '.join(KINDS)} |", f"|---|{'---|' * len(KINDS)}"]
    for name, folder in CORPORA.items():
        checked = [check(read_pair(path), made) for path in facts_files(folder)]
        tallies = tally(verdict for item in checked for verdict in item.verdicts)
        known = sum(one.known for one in tallies)
        head = f"{len(checked)} {name}, {known:,} facts"
        lines.append(f"| {head} | {' | '.join(map(_cell, tallies))} |")
    made_by = made.provenance
    about = f"version {made_by.version}, model `{made_by.model}`, lexicon `{made_by.lexicon}`"
    return "\n".join(["", *lines, "", f"Measured with {about}.", "", ""])


def _cell(one: Tally) -> str:
    return f"{_percent(one.key.f1)} ({_percent(one.exact.f1)})"


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.1f}".replace("100.0", "100")


def main() -> int:
    """Write the table into the page and show it."""
    new = table(extractor.load())
    page, count = _TABLE.subn(lambda _: new, PAGE.read_text(encoding="utf-8"))
    assert count == 1, f"{PAGE} has no place for the figures"
    PAGE.write_text(page, encoding="utf-8")
    print(new)
    return 0


if __name__ == "__main__":
    sys.exit(main())
