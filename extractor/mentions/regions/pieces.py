"""The pieces of a text that names are made of, finer than tokens.

`se-Jateng`, `1712/Sarmi` and `POSO–` are one token each, yet the name is only a part of them. A
piece is a word or a mark; what is found in pieces is widened to the tokens around it.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

from spacy.tokens import Doc

from extractor.mentions.surface import surface

BREAK = "\n"
_PIECE = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[^\s]|\n")


@dataclass(frozen=True, slots=True)
class Pieces:
    r"""Parallel lists: the piece, in lower case, its first character, and whether it is glued.

    `glued` tells that no space stands between a piece and the one before. A line break is a piece
    of its own, `"\n"`, so that no name reaches over it; there is one at both ends.
    """

    text: list[str]
    lower: list[str]
    offset: list[int]
    glued: list[bool]
    tokens: list[int]

    def is_capital(self, at: int) -> bool:
        """Tell whether the piece begins with a capital letter."""
        return self.text[at][0].isupper()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the tokens, end exclusive, that hold the pieces `start:end`."""
        last = self.offset[end - 1] + len(self.text[end - 1]) - 1
        return bisect_right(self.tokens, self.offset[start]) - 1, bisect_right(self.tokens, last)


def pieces(doc: Doc, text: str) -> Pieces:
    """Return the pieces of `doc`, whose text is `text`."""
    words, offset, glued = [BREAK], [0], [False]
    end = -1
    for match in _PIECE.finditer(text):
        start = match.start()
        words.append(match.group())
        offset.append(start)
        glued.append(start == end)
        end = match.end()
    words.append(BREAK)
    offset.append(len(text))
    glued.append(False)
    starts = surface(doc).offsets
    return Pieces(words, [word.lower() for word in words], offset, glued, starts)
