"""The place that words tell: `ke-4`, `keempat`, `ke dua`, `XX`, `kedua puluh satu`, `13/38`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.lexicon import numerals

_DIGITS = re.compile(r"(?:ke[-–]?)?(\d{1,3})(?:/(\d{1,4}))?(?:-?nya)?\.?")
_KE = frozenset({"ke", "ke-", "ke–"})
_ONE_LETTER = frozenset("IVXL")
_OF = re.compile(r"\d{1,4}")
_LONGEST = 5


@dataclass(frozen=True, slots=True)
class Told:
    """A place, the token where its words end, and among how many it is where that is told."""

    position: int
    end: int
    out_of: int = 0


def told_at(texts: Sequence[str], lower: Sequence[str], at: int) -> Told | None:
    """Return the place told from token `at` on, in ordinals, cardinals, digits or letters."""
    begin = _after_ke(lower, at)
    if begin >= len(lower):
        return None
    if match := _DIGITS.fullmatch(lower[begin][:12]):
        return _in_digits(match, lower, begin)
    letters = texts[begin].rstrip(".").removesuffix("-nya").removesuffix("nya")
    letters = letters[3:] if letters.lower().startswith("ke-") else letters
    if (len(letters) > 1 or letters in _ONE_LETTER) and (position := numerals.roman(letters)):
        return Told(position, begin + 1)
    words = list(lower[begin : begin + _LONGEST])
    words[0] = words[0].removeprefix("ke-").rstrip(".")
    for read in (numerals.ordinal, numerals.cardinal):
        position, size = read(words, 0)
        if position:
            return Told(position, begin + size)
    return None


def ordinal_at(texts: Sequence[str], lower: Sequence[str], at: int) -> Told | None:
    """Return the place at token `at` where it is told as one by itself: `kedua`, `ke-2`."""
    word = lower[at] if at < len(lower) else ""
    return told_at(texts, lower, at) if word.startswith("ke") or word == "pertama" else None


def _after_ke(lower: Sequence[str], at: int) -> int:
    """Return the token where the number begins: behind `ke`, `ke -`."""
    if at < len(lower) and lower[at] in _KE:
        at += 1
        if at < len(lower) and lower[at] in ("-", "–"):
            at += 1
    return at


def _in_digits(match: re.Match[str], lower: Sequence[str], at: int) -> Told | None:
    """`13`, `ke-13/191`, `13 / 38`: a stroke tells among how many."""
    position, end, out_of = int(match[1]), at + 1, int(match[2] or 0)
    stroked = lower[end : end + 1] == ["/"] and _OF.fullmatch("".join(lower[end + 1 : end + 2]))
    if stroked:
        out_of, end = int(stroked.group()), end + 2
    if not position or (out_of and out_of < position):
        return None
    return Told(position, end, out_of)
