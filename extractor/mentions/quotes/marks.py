"""Pairing quotation marks within one paragraph.

News mixes “ ” with " and uses one glyph on both sides, so the letters around a mark decide whether
it opens or closes; the glyph decides only where they do not. Pairs nest, so that one stray mark
costs one quote.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

DOUBLE = re.compile(r"[“”„‟«»‹›″＂\"]|``|''|‘‘|’’|‘’|‚‚")
_SINGLE = re.compile(r"[‘’‚‛']")
_OPENING = frozenset(("“", "„", "‟", "«", "‹", "``", "‘‘", "‚‚", "‘", "‚", "‛"))
_CLOSING = frozenset(("”", "»", "›", "''", "’’", "’"))
_BEFORE_OPEN = frozenset('([{–—-/:‘“"')
_AFTER_CLOSE = frozenset('.,;:!?)]}–—-…(’”"')
_TERMINAL = frozenset(",.?!…")
_MAX_MARKS = 400
Side = Literal["open", "close", "either"]


@dataclass(frozen=True, slots=True)
class Pair:
    """The characters between two marks; `closed` is False when the paragraph ends it.

    `outer_start` and `outer_end` include the marks.
    """

    outer_start: int
    start: int
    end: int
    outer_end: int
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Paired:
    """The outermost pairs of a paragraph, and the marks without a partner."""

    pairs: tuple[Pair, ...]
    opened: tuple[tuple[int, int], ...]
    closed: tuple[tuple[int, int], ...]


def pair(text: str, start: int, end: int, *, single: bool = False) -> Paired:
    """Return how the marks of `text` between `start` and `end` pair: one paragraph."""
    opened: list[tuple[int, int]] = []
    stray: list[tuple[int, int]] = []
    pairs: list[Pair] = []
    pattern = _SINGLE if single else DOUBLE
    for count, match in enumerate(pattern.finditer(text, start, end)):
        if count >= _MAX_MARKS:
            break
        if single and _is_apostrophe(text, match):
            continue
        side = _side(text, match, start, end)
        if side == "either" or (side == "open" and opened and _is_turned(text, match, end)):
            side = "close" if opened else "open"
        if side == "open":
            opened.append(match.span())
        elif opened:
            first = opened.pop()
            pairs.append(Pair(first[0], first[1], match.start(), match.end()))
        elif not single:
            stray.append(match.span())
    return Paired(_outermost(pairs), tuple(opened), tuple(stray))


def _is_apostrophe(text: str, match: re.Match[str]) -> bool:
    """Tell whether the mark stands inside a word: `Jum'at`, `Ma’af`."""
    before, behind = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    return before.isalnum() and behind.isalnum()


def _is_turned(text: str, match: re.Match[str], end: int) -> bool:
    """Tell whether an opening mark with spaces around it closes: `“Kami siap, “ ujar Rina.`."""
    before, behind = text[match.start() - 2 : match.start()], text[match.end() : end]
    ends = before[:1] in _TERMINAL and before[1:].isspace()
    return ends and behind[:1].isspace() and behind.lstrip()[:1].islower()


def _side(text: str, match: re.Match[str], start: int, end: int) -> Side:
    left = text[match.start() - 1] if match.start() > start else " "
    right = text[match.end()] if match.end() < end else " "
    opens = (left.isspace() or left in _BEFORE_OPEN) and not right.isspace()
    closes = not left.isspace() and (right.isspace() or right in _AFTER_CLOSE)
    if opens != closes:
        return "open" if opens else "close"
    if match[0] in _OPENING:
        return "open"
    if match[0] in _CLOSING:
        return "close"
    return "either"


def _outermost(pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    kept: list[Pair] = []
    for one in sorted(pairs, key=lambda pair: pair.outer_start):
        if not kept or one.outer_start >= kept[-1].outer_end:
            kept.append(one)
    return tuple(kept)
