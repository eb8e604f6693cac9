"""Cutting the text around an office into items: words, initials, dotted degrees, brackets.

Names and degrees are shapes of characters ("S.STP., M.Si.", "E.S. Fathurrahman"), which
tokenizers cut in different ways; items are cut here, so that nothing depends on that.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from extractor.lexicon.names import NameWords, name_words
from extractor.mentions.officials.glue import first_part

Kind = Literal["word", "initial", "dotted", "number", "bracket", "comma", "stop"]
_ITEM = re.compile(
    r"(?P<bracket>\([^()\n]{1,60}\))"
    r"|(?P<dotted>(?:[A-Za-z]{1,4}\.){1,6}[A-Za-z]{1,6}\b\.?)"
    r"|(?P<initial>[A-Z]\.)"
    r"|(?P<word>[^\W\d_][^\W_]{0,60}(?:['’`/&-][^\W_]{1,60}){0,5})"
    r"|(?P<number>\d[\w./-]{0,40})"
    r"|(?P<comma>,)"
    r"|(?P<stop>\S)"
)
_DEGREE = re.compile(r"(?:S|M|A|D|B|Sp|Ph|LL|Dipl)\.(?:[A-Z][A-Za-z]*\.?)+")
_TWO_WORDS = re.compile(r"(?:[A-Z][a-z]{2,}|[A-Z]{3,})\.[A-Z][a-z]{2,}")
_LIMIT = 60


class Item(NamedTuple):
    """A piece of text between white space or marks; a full stop belongs to an abbreviation."""

    text: str
    start: int
    end: int
    kind: Kind

    @property
    def plain(self) -> str:
        """The letters without full stops: "S.STP." is SSTP."""
        return self.text.replace(".", "")

    @property
    def is_capitalised(self) -> bool:
        """Whether it is a word or initial that begins with a capital letter."""
        return self.kind in ("word", "initial", "dotted") and self.text[0].isupper()


def lex(text: str, start: int, end: int | None = None) -> Iterator[Item]:
    """Yield the items of `text` from `start` to the end of its line, or to `end`."""
    names = name_words()
    stop = text.find("\n", start)
    stop = len(text) if stop < 0 else stop
    stop = stop if end is None else min(end, stop)
    at = start
    for _ in range(_LIMIT):
        while at < stop and text[at].isspace():
            at += 1
        match = _ITEM.match(text, at, stop)
        if match is None:
            return
        item = _item(match, text, stop, names)
        yield item
        at = item.end


def _item(match: re.Match[str], text: str, stop: int, names: NameWords) -> Item:
    kind: Kind = match.lastgroup  # type: ignore[assignment]  # the groups are named as the kinds
    start, end = match.span()
    if kind == "dotted":
        first = text[start : text.index(".", start)]
        # "Drs.H.Rahmat" lacks its spaces: the honorific is an item of its own.
        joined = match[0].replace(".", "").lower()
        is_title = first.lower() in names.honorifics or first in ("H", "Hj")
        if is_title and joined not in names.honorifics and not is_degree_text(match[0], names):
            kind, end = "word", start + len(first) + 1
        elif _TWO_WORDS.match(match[0]) and not _takes_dot(first, names):
            # "kata Rosa.Warga pulang": the next sentence lacks its space.
            kind, end = "word", start + len(first)
        elif len(first) == 1 and match[0].count(".") == 1 and not is_degree_text(match[0], names):
            kind, end = "initial", start + 2
    elif kind == "word":
        end = start + first_part(match[0], text)
        if text[end : end + 1] == "." and end < stop and _takes_dot(match[0], names):
            end += 1
    return Item(text[start:end], start, end, kind)


def _takes_dot(word: str, names: NameWords) -> bool:
    lower = word.lower()
    return lower in names.honorifics or lower in names.abbreviations


def is_degree_text(text: str, names: NameWords) -> bool:
    """Tell whether `text` is written as a degree: "M.Si.", "SH", "Ph.D."."""
    if text.replace(".", "").lower() in names.degrees and not text.islower():
        # "Shi" is a name, SHI a degree.
        return "." in text or text.isupper() or text in names.written
    # "B.Sinaga" is an initial and a name.
    named = names.is_known(text.rsplit(".", 1)[-1])
    return "." in text.rstrip(".") and bool(_DEGREE.fullmatch(text)) and not named
