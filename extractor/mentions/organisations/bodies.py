"""A body as it is found, and the lines of words that it is found in."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.mentions.surface import Surface


@dataclass(frozen=True, slots=True)
class Body:
    """Tokens `start:end`; `text` is what they say without the acronym in brackets.

    `known` is the name of a body that the lexicon lists, else "". `place` is how many words of
    `text`, at its end, tell the region.
    """

    start: int
    end: int
    text: str
    kind: str
    known: str = ""
    region: str = ""
    acronym: str = ""
    place: str = ""


class Line:
    """The words of an article, and which of them begin a line: no name runs over one."""

    def __init__(self, seen: Surface) -> None:
        self.seen, self.words = seen, seen.words
        self.breaks = set(self._breaks())

    def _breaks(self) -> Iterator[int]:
        """Yield the tokens that a line break stands before, none that has it in itself."""
        place = self.seen.text.find("\n")
        while place >= 0:
            at = bisect_right(self.seen.offsets, place)
            if 0 < at < len(self.words) and self._end(at - 1) <= place:
                yield at
            place = self.seen.text.find("\n", place + 1)

    def word(self, at: int, start: int) -> str:
        """Return the word at `at`, "" beyond the text or the line of `start`."""
        if at >= len(self.words) or (at > start and at in self.breaks):
            return ""
        return self.words[at]

    def text(self, start: int, end: int) -> str:
        """Return what tokens `start:end` say, with single spaces."""
        if start >= end:
            return ""
        return " ".join(self.seen.text[self.seen.offsets[start] : self._end(end - 1)].split())

    def bracket(self, at: int, start: int) -> tuple[int, str]:
        """Return where the bracket of a word or two that opens at `at` ends, and its words."""
        if self.word(at, start) == "(":
            for close in range(at + 2, at + 5):
                if self.word(close, start) == ")":
                    return close + 1, self.text(at + 1, close)
        return at, ""

    def _end(self, at: int) -> int:
        return self.seen.offsets[at] + len(self.words[at])
