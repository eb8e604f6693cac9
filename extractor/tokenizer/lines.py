"""The lines of a text as Stanza is to see them, and the way back to the text's own offsets."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
# What Stanza takes for white space; a run of it is one space to the network.
_SPACES = re.compile(r"[\s\x80-\x9f]+")
# No word is this long. Such a run (base64, a row of dashes) says nothing to the network and would
# cost it seconds, so it is a token of its own.
LONGEST_WORD = 300
# What keeps a line from being read as it stands: other white space than single spaces, long words.
_UNEVEN = re.compile(rf"[^\S ]|[\x80-\x9f]|  |\S{{{LONGEST_WORD + 1}}}")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line: the text for the network and, for each of its characters, its offset.

    `opaque` pieces are one token and never reach the network. `last` pieces end their line.
    """

    text: str
    offsets: Sequence[int]
    opaque: bool
    last: bool


def pieces(text: str) -> Iterator[Piece]:
    """Yield the pieces of all lines of `text` that hold more than white space, in order."""
    for line in _LINE.finditer(text):
        if not _UNEVEN.search(text, line.start(), line.end()):
            yield from _even(line.group(), line.start())
            continue
        runs = list(_split(text, line.start(), line.end()))
        for place, (piece, offsets, opaque) in enumerate(runs, start=1):
            yield Piece(piece, offsets, opaque, place == len(runs))


def _even(line: str, start: int) -> Iterator[Piece]:
    even = line.strip(" ")
    if even:
        first = start + line.index(even[0])
        yield Piece(even, range(first, first + len(even)), opaque=False, last=True)


def _split(text: str, start: int, end: int) -> Iterator[tuple[str, Sequence[int], bool]]:
    words: list[str] = []
    offsets: list[int] = []
    for word_start, word_end in _words(text, start, end):
        if word_end - word_start > LONGEST_WORD:
            if words:
                yield " ".join(words), offsets, False
                words, offsets = [], []
            yield text[word_start:word_end], [word_start, word_end - 1], True
            continue
        if words:
            offsets.append(word_start - 1)
        words.append(text[word_start:word_end])
        offsets.extend(range(word_start, word_end))
    if words:
        yield " ".join(words), offsets, False


def _words(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for gap in _SPACES.finditer(text, start, end):
        if gap.start() > at:
            yield at, gap.start()
        at = gap.end()
    if at < end:
        yield at, end
