"""The words of a document for rules that look at many of them: cut by shape, read once.

Tokens of a trained tokenizer now and then keep a mark glued to a word ("MCP:"). Rules on names
would miss such words, so they read pieces: words, numbers and marks cut by one expression, each
with its place in the text; a mention then covers the tokens that its pieces lie in. Reading
pieces also costs a fraction of reading each token's text.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from spacy.tokens import Doc

from extractor.mentions.surface import Surface, surface

_PIECE = re.compile(
    # A unit or a raised digit may be glued to a number: "0,12persen", "3,48¹".
    r"\n|\d+(?:[.,]\d+)*(?:[-–]\d+(?:[.,]\d+)*)?%?(?:(?!\w)|(?=(?:persen|poin)\b|[¹²³⁰⁴-⁹]))|\b[A-F]{1,2}[-+](?![\w+-])|\w+(?:-\w+)*|[^\w\s]"
)


@dataclass(frozen=True, slots=True)
class Pieces:
    """Words, numbers and marks: as written, in lower case, with place and sentence."""

    words: list[str]
    lower: list[str]
    starts: list[int]
    sentence: list[int]
    tokens_at: list[int]
    """The first character of each token of the `Doc`."""

    def near(self, one: int, other: int) -> bool:
        """Tell whether both places exist and lie in one sentence."""
        size = len(self.words)
        return 0 <= one < size and 0 <= other < size and self.sentence[one] == self.sentence[other]

    def at(self, place: int, near: int) -> str:
        """Return the word at `place` in lower case, "" outside the sentence of `near`."""
        return self.lower[place] if self.near(place, near) else ""

    def opens(self, place: int) -> bool:
        """Tell whether the piece at `place` is the first of its sentence."""
        return place == 0 or self.sentence[place - 1] != self.sentence[place]

    def place_of(self, token: int) -> int:
        """Return the first piece at or after the start of `token`."""
        return bisect_right(self.starts, self.tokens_at[token] - 1)

    def tokens(self, doc: Doc, start: int, end: int) -> tuple[int, int]:
        """Return the bounds of the tokens that hold the pieces from `start` up to `end`."""
        last = self.starts[end - 1] + len(self.words[end - 1])
        span = doc.char_span(self.starts[start], last, alignment_mode="expand")
        if span is None:  # a piece always lies in a token: the text is the tokens' text
            raise ValueError(f"no tokens at {self.starts[start]}:{last}")
        return span.start, span.end


_read: WeakKeyDictionary[Doc, tuple[Surface, Pieces]] = WeakKeyDictionary()


def split(text: str) -> list[str]:
    """Return the pieces of `text`: "Kabupaten/Kota" gives three, "rata-rata" one."""
    return _PIECE.findall(text)


def read(doc: Doc) -> Pieces:
    """Return the pieces of `doc`; a line break begins a sentence even where no one marked it."""
    seen = surface(doc)
    known = _read.get(doc)
    if known is None or known[0] is not seen:
        known = _read[doc] = (seen, _pieces(seen))
    return known[1]


def _pieces(seen: Surface) -> Pieces:
    words, starts, sentence = [], [], []
    text = seen.text
    following = iter([seen.offsets[token] for token in seen.begins])
    border = next(following, len(text))
    number = 0
    for match in _PIECE.finditer(text):
        word, start = match.group(), match.start()
        while start >= border:
            number += 1
            border = next(following, len(text))
        if word == "\n":
            number += 1
            continue
        words.append(word)
        starts.append(start)
        sentence.append(number)
    return Pieces(words, [word.lower() for word in words], starts, sentence, seen.offsets)


class Phrases:
    """Finds phrases of several words by their first one; the phrases are lower case."""

    def __init__(self) -> None:
        self._phrases: set[tuple[str, ...]] = set()
        self._sizes: dict[str, list[int]] = {}
        """How many words the phrases have that begin with a word, the longest first."""

    def add(self, phrase: tuple[str, ...]) -> None:
        """Add `phrase`; longer ones are tried first."""
        self._phrases.add(phrase)
        sizes = self._sizes.setdefault(phrase[0], [])
        if len(phrase) not in sizes:
            sizes.append(len(phrase))
            sizes.sort(reverse=True)

    def find(self, pieces: Pieces) -> Iterable[tuple[int, int, tuple[str, ...]]]:
        """Yield start, end and phrase: the longest phrase at each place, within one sentence."""
        lower, sizes = pieces.lower, self._sizes
        for start, word in enumerate(lower):
            for size in sizes.get(word, ()):
                phrase, end = tuple(lower[start : start + size]), start + size
                if phrase in self._phrases and pieces.near(start, end - 1):
                    yield start, end, phrase
                    break
