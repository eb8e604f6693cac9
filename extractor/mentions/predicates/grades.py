"""Which words are grades of which index."""

import re
from dataclasses import dataclass

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractor.lexicon.indices import Catalogue, Grade
from extractor.lexicon.predicates import PredicateWords

_LETTERS = re.compile(r"[A-F]{1,2}-?")
_PIECES = re.compile(r"\w+(?:-\w+)*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Place:
    """Grade words at a place, with their key in lower case."""

    start: int
    end: int
    key: str
    letter: bool


class Grades:
    """Finds grade words, whatever they mean, and tells whose grades they are."""

    def __init__(self, vocab: Vocab, catalogue: Catalogue, words: PredicateWords) -> None:
        self._strings = vocab.strings
        self._matcher = PhraseMatcher(vocab, attr="LOWER")
        self._of: dict[tuple[str, str], Grade] = {}
        self.graded: set[str] = set()
        self._keys: set[str] = set()
        for entry in catalogue.entries:
            for grade in entry.predicates:
                self.graded.add(entry.id)
                for surface in grade.surfaces():
                    self._of[entry.id, surface.lower()] = grade
                    self._add(vocab, surface)
        for surface in sorted(words.generic):
            self._add(vocab, surface)

    def _add(self, vocab: Vocab, surface: str) -> None:
        key = surface.lower()
        if key in self._keys:
            return
        self._keys.add(key)
        cuts = [surface.split(), _PIECES.findall(surface)]
        self._matcher.add(key, [Doc(vocab, words=cut) for cut in cuts])

    def of(self, id: str, key: str) -> Grade | None:
        """Return the grade that `key` is on the scale of index `id`."""
        return self._of.get((id, key))

    def find(self, doc: Doc) -> list[Place]:
        """Return the longest grade words of `doc`, none inside another, in order."""
        places = []
        for match, start, end in self._matcher(doc):
            key = self._strings[match]
            letter = len(key) <= 3 and _LETTERS.fullmatch(key.upper()) is not None
            text = doc[start:end].text
            if letter and (text != key.upper() or _initial(doc, start, end)):
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


def _initial(doc: Doc, start: int, end: int) -> bool:
    """Tell whether the letter is an initial: `Bambang B. Setiawan`."""
    if end + 1 >= len(doc) or doc[end].text != "." or end - start > 1:
        return False
    return doc[end + 1].text[0].isupper() and start > 0 and doc[start - 1].text[0].isupper()
