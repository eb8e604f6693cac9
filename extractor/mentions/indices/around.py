"""The words around an acronym, joined once."""

from collections.abc import Iterable

from extractor.mentions.pieces import Pieces


class Around:
    """Counts words in a text, and remembers what it joined for that."""

    def __init__(self, seen: Pieces) -> None:
        self.seen = seen
        self._text = ""
        self._counts: dict[tuple[str, ...], int] = {}

    @property
    def text(self) -> str:
        """The text in lower case, its pieces apart by one space."""
        if not self._text:
            self._text = f" {' '.join(self.seen.lower)} "
        return self._text

    def has_any(self, phrases: Iterable[str]) -> bool:
        """Tell whether one of `phrases` stands in the text, as whole words."""
        return any(f" {phrase} " in self.text for phrase in phrases)

    def count(self, words: tuple[str, ...]) -> int:
        """Return how many of `words` begin a word of the text."""
        if words not in self._counts:
            self._counts[words] = sum(f" {word}" in self.text for word in words)
        return self._counts[words]
