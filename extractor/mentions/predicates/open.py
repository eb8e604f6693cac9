"""Grades that no scale has: what stands behind "predikat", quoted or capitalised."""

from extractor.lexicon.predicates import PredicateWords
from extractor.mentions.pieces import Pieces
from extractor.mentions.predicates.grades import Place

_LONGEST = 4
_CAPITALS = 3


class OpenGrades:
    """Finds `predikat "Pelopor"`, `berpredikat Sangat Andal`."""

    def __init__(self, lexicon: PredicateWords) -> None:
        self.lexicon = lexicon

    def find(self, words: Pieces, taken: set[int]) -> list[Place]:
        """Return the grades behind a label, outside `taken`: regions, indices, known grades."""
        found = []
        for at, word in enumerate(words.lower):
            if word not in self.lexicon.open_labels:
                continue
            start = at + 1
            while words.at(start, at) in self.lexicon.open_fillers:
                start += 1
            quoted = words.at(start, at) in self.lexicon.quotes
            end = self._closed(start + 1, words) if quoted else self._capitals(start, words)
            start += quoted
            if end > start and taken.isdisjoint(range(start, end)) and self._is_grade(start, words):
                found.append(Place(start, end, " ".join(words.lower[start:end]), letter=False))
        return found

    def _closed(self, start: int, words: Pieces) -> int:
        """Return where the quotation that opens before `start` closes, 0 if not soon."""
        for end in range(start, start + _LONGEST + 1):
            if words.at(end, start) in self.lexicon.quotes | {",", "."}:
                return end
        return 0

    def _capitals(self, start: int, words: Pieces) -> int:
        """Return where the capitalised words from `start` on end; a longer name is no grade."""
        end = start
        while end - start <= _CAPITALS and words.near(start - 1, end):
            if not words.words[end][0].isupper():
                break
            end += 1
        return end if end - start <= _CAPITALS else 0

    def _is_grade(self, start: int, words: Pieces) -> bool:
        """Whether it begins neither with a class ("Kota Sehat") nor with a superlative."""
        word = words.lower[start]
        return word.isalpha() and word not in self.lexicon.no_grades
