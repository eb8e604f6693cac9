"""Segments: the typed tree of what an article is made of.

A segment is a stretch of characters of the text. Lists and tables are frames: what their headings
and headers say holds for each item or row.
"""

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "headline",
    "paragraph",
    "heading",
    "furniture",
    "list",
    "item",
    "table",
    "header",
    "row",
    "cell",
]

_FRAME = "|"


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the text, characters `start:end` (end exclusive), below segment `parent`.

    `number` is what a list item is numbered with, 0 for none; `order` its place below its parent,
    from 0 (for a cell: its column). `headings` are the segments whose words hold for all of a list
    or table, nearest first. The root has parent -1.
    """

    kind: Kind
    start: int
    end: int
    parent: int = -1
    number: int = 0
    order: int = 0
    headings: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text: characters `start:end` without white space at its ends.

    Nor has it the one mark at an end of it that frames a cell: `Kabupaten Rimba |`.
    """

    start: int
    end: int
    text: str

    @property
    def blank(self) -> bool:
        """Whether nothing stands in it."""
        return not self.text


def lines_of(text: str) -> list[Line]:
    """Return the lines of `text` in order, blank ones too."""
    lines, at = [], 0
    for raw in text.split("\n"):
        plain = raw.strip()
        framed = plain.count(_FRAME) == 1 and _FRAME in (plain[0], plain[-1])
        kept = raw.replace(_FRAME, " ") if framed else raw
        plain = kept.strip()
        start = at + (len(kept) - len(kept.lstrip()))
        lines.append(Line(start, start + len(plain), plain))
        at += len(raw) + 1
    return lines
