"""The words around an acronym: of the whole text and of a sentence, each joined once."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from extractor.mentions.pieces import Pieces


class Around:
    """Counts words in a text and in its sentences, and remembers what it joined for that."""

    def __init__(self, seen: Pieces) -> None:
        self.seen = seen
        self._text = ""
        self._sentences: dict[int, str] = {}
        self._counts: dict[tuple[str, ...], int] = {}
        self._near: dict[tuple[int, tuple[str, ...]], int] = {}

    @property
    def text(self) -> str:
        """The text in lower case, its pieces apart by one space."""
        if not self._text:
            self._text = f" {' '.join(self.seen.lower)} "
        return self._text

    def sentence(self, at: int) -> str:
        """Return the sentence of the piece `at` in the same form."""
        number = self.seen.sentence[at]
        if number not in self._sentences:
            start = bisect_left(self.seen.sentence, number)
            end = bisect_right(self.seen.sentence, number)
            self._sentences[number] = f" {' '.join(self.seen.lower[start:end])} "
        return self._sentences[number]

    def has_any(self, phrases: Iterable[str]) -> bool:
        """Tell whether one of `phrases` stands in the text, as whole words."""
        return any(f" {phrase} " in self.text for phrase in phrases)

    def count(self, words: tuple[str, ...]) -> int:
        """Return how many of `words` begin a word of the text."""
        if words not in self._counts:
            self._counts[words] = sum(f" {word}" in self.text for word in words)
        return self._counts[words]

    def count_near(self, words: tuple[str, ...], at: int) -> int:
        """Return how many of `words` are in the sentence of the piece `at`, inside words too."""
        key = (self.seen.sentence[at], words)
        if key not in self._near:
            sentence = self.sentence(at)
            self._near[key] = sum(word in sentence for word in words)
        return self._near[key]
