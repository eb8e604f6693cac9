"""Which words are grades of which index."""

import re
from dataclasses import dataclass

from extractor.lexicon.indices import Catalogue, Grade
from extractor.lexicon.predicates import PredicateWords
from extractor.mentions.pieces import Phrases, Pieces, split

_LETTERS = re.compile(r"[A-F]{1,2}[-+]?")


@dataclass(frozen=True, slots=True)
class Place:
    """Grade words at a place, with their key in lower case."""

    start: int
    end: int
    key: str
    letter: bool


class Grades:
    """Finds grade words, whatever they mean, and tells whose grades they are."""

    def __init__(self, catalogue: Catalogue, words: PredicateWords) -> None:
        self._phrases = Phrases()
        self._of: dict[tuple[str, str], Grade] = {}
        self.graded: set[str] = set()
        for entry in catalogue.entries:
            for grade in entry.predicates:
                self.graded.add(entry.id)
                for surface in grade.surfaces():
                    self._of[entry.id, _key(surface)] = grade
                    self._phrases.add(_words(surface))
        for surface in sorted(words.generic):
            self._phrases.add(_words(surface))

    def of(self, id: str, key: str) -> Grade | None:
        """Return the grade that `key` is on the scale of index `id`."""
        return self._of.get((id, key))

    def find(self, seen: Pieces) -> list[Place]:
        """Return the longest grade words of the text, none inside another, in order."""
        places = []
        for start, end, phrase in self._phrases.find(seen):
            key = " ".join(phrase)
            letter = _LETTERS.fullmatch(key.upper()) is not None
            if letter and (seen.words[start] != key.upper() or _initial(seen, start, end)):
                continue
            places.append(Place(start, end, key, letter))
        places.sort(key=lambda place: (place.start - place.end, place.start, place.key))
        taken: set[int] = set()
        kept = []
        for place in places:
            if taken.isdisjoint(range(place.start, place.end)):
                taken.update(range(place.start, place.end))
                kept.append(place)
        return sorted(kept, key=lambda place: place.start)


def _key(surface: str) -> str:
    return " ".join(_words(surface))


def _words(surface: str) -> tuple[str, ...]:
    """Return the pieces of a grade in lower case; only capitals keep `B+` in one piece."""
    return tuple(word.lower() for word in split(surface.upper()))


def _initial(seen: Pieces, start: int, end: int) -> bool:
    """Tell whether the letter is an initial: `Bambang B. Setiawan`."""
    if end + 1 >= len(seen.words) or seen.words[end] != "." or len(seen.words[start]) > 1:
        return False
    return seen.words[end + 1][0].isupper() and start > 0 and seen.words[start - 1][0].isupper()
