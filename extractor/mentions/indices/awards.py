"""Awards that the catalogue does not list: "Penghargaan X Y" with a place or a grade beside it."""

from bisect import bisect_left, bisect_right

from extractor.lexicon.indices import Catalogue, slug
from extractor.mentions.indices.names import Hit
from extractor.mentions.indices.spelling import abbreviates
from extractor.mentions.pieces import Pieces

_LONGEST = 7
_SHORTEST = 2
_AROUND = 60  # words of the sentence on either side
_BRACKET = 3  # words behind the name within which its acronym stands


class Awards:
    """Finds capitalised names behind "Penghargaan" and "Anugerah"."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.words = catalogue.words
        self.resolve_all = catalogue.resolve_all

    def find(self, seen: Pieces, taken: set[int], borders: set[int]) -> list[Hit]:
        """Return the awards outside `taken`; a name ends before each of `borders`."""
        found = []
        for at, word in enumerate(seen.lower):
            if word not in self.words["award_heads"] or at in taken:
                continue
            end = self._end(at, seen, taken | borders)
            names = seen.lower[at + 1 : end]
            apart = self.words["no_awards"].isdisjoint(names)
            if len(names) >= _SHORTEST and apart and self._is_graded(at, seen):
                found.append(self._hit(at, end, seen))
        return [hit for hit in found if not self._is_known(hit, seen)]

    def _is_known(self, hit: Hit, seen: Pieces) -> bool:
        """`penghargaan Akuntabilitas Kinerja Pemerintah (SAKIP)`: the acronym tells the index."""
        bracket = range(hit.end, hit.end + _BRACKET)
        return any(
            seen.at(at, hit.start) == "(" and bool(self.resolve_all(seen.words[at + 1]))
            for at in bracket
            if at + 1 < len(seen.words)
        )

    def _hit(self, at: int, end: int, seen: Pieces) -> Hit:
        """`Anugerah Bangga Berwisata (ABB)`; of `Penghargaan X Y` the name is `X Y`."""
        start = at if seen.words[at] == "Anugerah" else at + 1
        name, acronym, last = " ".join(seen.words[start:end]), "", end
        if seen.at(end, at) == "(" and seen.at(end + 2, at) == ")":
            inside = seen.words[end + 1]
            if abbreviates(inside, seen.words[start:end]):
                acronym, last = inside, end + 3
        return Hit(start, last, (slug(name),), "form", acronym=acronym, name=name)

    def _end(self, at: int, seen: Pieces, stops: set[int]) -> int:
        """Return where the capitalised words behind the head at `at` end."""
        end = at + 1
        while end <= at + _LONGEST and seen.near(at, end) and end not in stops:
            joins = seen.lower[end] in self.words["connectors"] and end > at + 1
            if not (self._names(end, seen) or (joins and self._names(end + 1, seen))):
                break
            end += 1
        return end

    def _names(self, at: int, seen: Pieces) -> bool:
        word = seen.words[at] if at < len(seen.words) else ""
        ends = self.words["ends"] | self.words["placings"]
        return word[:1].isupper() and word.isalpha() and word.lower() not in ends

    def _is_graded(self, at: int, seen: Pieces) -> bool:
        """Tell whether a place or a grade of somebody who governs stands in the sentence."""
        number = seen.sentence[at]
        start = max(bisect_left(seen.sentence, number), at - _AROUND)
        words = seen.lower[start : min(bisect_right(seen.sentence, number), at + _AROUND)]
        return not (
            self.words["placings"].isdisjoint(words) or self.words["governed"].isdisjoint(words)
        )
