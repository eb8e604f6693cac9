"""The pieces of a text that names are made of, finer than tokens.

`se-Jateng`, `1712/Sarmi` and `POSO–` are one token each, yet the name is only a part of them. A
piece is a word or a mark, and knows its token, so a mention is always token-aligned.
"""

import re
from dataclasses import dataclass

from spacy.tokens import Doc

BREAK = "\n"
_PIECE = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|\S")
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Pieces:
    r"""Parallel lists: the piece, in lower case, its token, its character, and what it sticks to.

    `glued` tells that no space stands between a piece and the one before. A line break is a piece
    of its own, `"\n"`, so that no name reaches over it; there is one at both ends.
    """

    text: list[str]
    lower: list[str]
    token: list[int]
    offset: list[int]
    glued: list[bool]

    def is_capital(self, at: int) -> bool:
        """Tell whether the piece begins with a capital letter."""
        return self.text[at][0].isupper()


def pieces(doc: Doc) -> Pieces:
    """Return the pieces of `doc`; a token beyond any word's length counts as one mark."""
    text, token_of, offset, glued = [BREAK], [0], [0], [False]
    sticks = False
    for token in doc:
        word = token.text
        if token.is_space:
            text.append(BREAK if "\n" in word else " ")
            token_of.append(token.i)
            offset.append(token.idx)
            glued.append(False)
            sticks = False
            continue
        parts = (
            [(0, word)]
            if word.isalpha() or len(word) > _LONGEST
            else [(part.start(), part.group()) for part in _PIECE.finditer(word)]
        )
        for start, part in parts:
            text.append(part)
            token_of.append(token.i)
            offset.append(token.idx + start)
            glued.append(sticks)
            sticks = True
        sticks = not token.whitespace_
    text.append(BREAK)
    token_of.append(len(doc))
    offset.append(len(doc.text))
    glued.append(False)
    return Pieces(text, [part.lower() for part in text], token_of, offset, glued)
