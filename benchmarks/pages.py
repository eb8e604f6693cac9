"""How much of an article comes out of its page, and how much else: `python -m benchmarks.pages`.

`fixtures/pages` holds pages in the manner of ten Indonesian portals, each with the lines of its
article. Words are counted as they stand in both texts; a line counts when it comes out whole.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractor.archive import page
from extractor.archive.items import DefectError

PAGES = Path(__file__).parent.parent / "fixtures" / "pages"
CHOICES: dict[str, dict[str, Any]] = {
    "default": {},
    "precision": {"favor_precision": True},
    "recall": {"favor_recall": True},
    "fast": {"fast": True},
    "recall, fast": {"favor_recall": True, "fast": True},
}


@dataclass(frozen=True, slots=True)
class Share:
    """Precision and recall of words, and the share of lines that came out whole."""

    precision: float
    recall: float
    lines: float


def measure(pages: Iterable[Path], options: dict[str, Any]) -> Share:
    """Return how well the articles of `pages` come out when they are read with `options`."""
    right = found = known = whole = lines = 0
    for path in pages:
        expected = path.with_suffix(".txt").read_text(encoding="utf-8").splitlines()
        text = _body(path.read_bytes(), options)
        wanted, got = Counter(" ".join(expected).split()), Counter(text.split())
        right += (wanted & got).total()
        found, known = found + got.total(), known + wanted.total()
        whole += sum(line in set(text.splitlines()) for line in expected)
        lines += len(expected)
    return Share(right / found if found else 0.0, right / known, whole / lines)


def _body(content: bytes, options: dict[str, Any]) -> str:
    """Return the text of a page without its title, which some pages keep apart."""
    try:
        read = page.read_page(content, None, options)
    except DefectError:
        return ""
    return read.text.removeprefix(read.title or "").lstrip()


def main() -> None:
    """Print a line for each choice of options."""
    pages = sorted(PAGES.glob("*.html"))
    print(f"{len(pages)} pages   precision  recall  whole lines")
    for name, options in CHOICES.items():
        share = measure(pages, options)
        print(f"{name:14} {share.precision:9.1%} {share.recall:8.1%} {share.lines:8.1%}")


if __name__ == "__main__":
    main()
