"""Where a name of a region stands in the text, whatever it may mean there."""

from collections.abc import Iterator
from dataclasses import dataclass

from extractor.lexicon.regions import Gazetteer
from extractor.mentions.regions.pieces import Pieces

_SMALL = frozenset({"dan", "-", "."})
_NOT_BEFORE = frozenset("._@#")
_SHORTEST_MISSPELT = 6


@dataclass(frozen=True, slots=True)
class Hit:
    """A name at pieces `start:end`, and the codes that it may stand for."""

    start: int
    end: int
    codes: tuple[str, ...]
    key: str


class Names:
    """Finds names by their longest spelling, in capitals or with capital letters."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        # Longest first: `Papua Barat Daya` before `Papua Barat` before `Papua`.
        words = gazetteer.words
        self._asking = {word for word, level in words.governments.items() if level}
        self._asking.update(words.levels)
        self._first: dict[str, list[tuple[str, ...]]] = {}
        for name in sorted(gazetteer.names, key=lambda name: (-len(name), name)):
            self._first.setdefault(name[0], []).append(name)

    def find(self, seen: Pieces) -> list[Hit]:
        """Return the names in order, none inside another."""
        found: list[Hit] = []
        at, size = 1, len(seen.text) - 1
        while at < size:
            hit = self._at(at, seen)
            if hit is None and seen.lower[at - 1] in self._asking:
                hit = self._misspelt(at, seen)
            if hit and self._stands_alone(hit, seen):
                found.append(hit)
                at = hit.end
            else:
                at += 1
        return found

    def _at(self, at: int, seen: Pieces) -> Hit | None:
        if seen.text[at][0].islower():
            return None
        for name in self._first.get(seen.lower[at], ()):
            end = at + len(name)
            if tuple(seen.lower[at:end]) == name and self._is_written_as_name(name, at, seen):
                return Hit(at, end, self.gazetteer.names[name], " ".join(name))
        return None

    def _is_written_as_name(self, name: tuple[str, ...], at: int, seen: Pieces) -> bool:
        words = seen.text[at : at + len(name)]
        if name in self.gazetteer.capitals:
            return all(not word[0].isalpha() or word.isupper() for word in words)
        return all(not word[0].islower() or word in _SMALL for word in words)

    def _misspelt(self, at: int, seen: Pieces) -> Hit | None:
        """Two letters changed places behind a word that asks for a name: `Pemkab Banudng`."""
        word = seen.lower[at]
        if len(word) < _SHORTEST_MISSPELT or len(word) > 20 or not seen.is_capital(at):
            return None
        meant = {name for name in _swaps(word) if (name,) in self.gazetteer.names}
        if len(meant) != 1 or (word,) in self.gazetteer.names:
            return None
        name = meant.pop()
        return Hit(at, at + 1, self.gazetteer.names[(name,)], name)

    def _stands_alone(self, hit: Hit, seen: Pieces) -> bool:
        """Not a part of `Jawa-Bali`, `jambi.com` or `@Jambi`, but of `se-Jateng`, `1712/Sarmi`."""
        if seen.glued[hit.start]:
            mark = seen.lower[hit.start - 1]
            if mark in _NOT_BEFORE or (mark == "-" and not self._joins(hit.start - 2, seen)):
                return False
        after = hit.end
        if after + 1 < len(seen.text) and seen.glued[after] and seen.glued[after + 1]:
            mark = seen.lower[after]
            if mark in "_@." and seen.text[after + 1][0].isalnum():
                return False
            if mark == "-" and seen.is_capital(after + 1):
                return self._at(after + 1, seen) is not None
        return True

    def _joins(self, before: int, seen: Pieces) -> bool:
        """Whether the word before the hyphen leaves the name alone: `se-Jateng`, `non-DKI`."""
        word = seen.text[before]
        return word[0].islower() or word == "Se" or word.isupper() or self._ends(before, seen)

    def _ends(self, at: int, seen: Pieces) -> bool:
        return any(self._at(start, seen) is not None for start in range(max(1, at - 2), at + 1))


def _swaps(word: str) -> Iterator[str]:
    for at in range(len(word) - 1):
        if word[at] != word[at + 1]:
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
