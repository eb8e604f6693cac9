"""The headline of a plain text: its first line, where that is one."""

import re

from extractor.archive.days import parse_day
from extractor.structure.tree import segment_tree
from extractor.text.dateline import dateline

_TOP = 4_000
_FEWEST_WORDS = 3
# "Sabtu, 4 Januari 2025 | 10:12 WIB" above an article.
_WORDS_OF_A_DAY = 5
_MARKS = " \t#*_="
_OPEN = (":", ",", ";", "-", "–", "—", "|", "…")
_WORD = re.compile(r"[^\W\d_]{2,}")


def headline(text: str) -> str | None:
    """Return the headline above the body of `text`; None where its first line is none.

    A dateline, a day, a sentence, a heading that opens a list and a single line are none.
    """
    first = next(iter(segment_tree(text[:_TOP])), None)
    if first is None or first.kind != "headline":
        return None
    title = " ".join(text[first.start : first.end].split()).strip(_MARKS)
    words = len(_WORD.findall(title))
    is_day = words <= _WORDS_OF_A_DAY and parse_day(title) is not None
    if words < _FEWEST_WORDS or title.endswith(_OPEN) or is_day or dateline([title]):
        return None
    return title
