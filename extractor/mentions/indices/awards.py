"""Awards and contests that the catalogue does not list, with a place or a grade beside them.

`Penghargaan X Y`, `Lomba X Y`, `X Y Award`, `Evaluasi X Y (EXY)`: a place in one of them is none on
the index that the article told of before.
"""

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
        stops = taken | borders
        found: list[Hit] = []
        for at, word in enumerate(seen.lower):
            if at in taken or (found and at < found[-1].end):
                continue
            if word in self.words["award_tails"] and seen.words[at][0].isupper():
                hit = self._tailed(at, seen, stops)
            elif word in self.words["award_heads"] | self.words["contest_heads"]:
                hit = self._headed(at, seen, stops)
            else:
                continue
            if hit is not None and self._is_graded(at, seen, borders, wide=bool(hit.acronym)):
                found.append(hit)
        return [hit for hit in found if not self._is_known(hit, seen)]

    def _headed(self, at: int, seen: Pieces, stops: set[int]) -> Hit | None:
        """`Penghargaan X Y`, `Lomba X Y`; of an evaluation only with its acronym behind it."""
        contest = seen.lower[at] in self.words["contest_heads"]
        end = self._end(at, seen, stops)
        if contest and seen.near(at, end) and seen.words[end] in self.words["contest_classes"]:
            end += 1  # "Lomba Taman Baca Desa"
        names = seen.lower[at + 1 : end]
        if len(names) < (1 if contest else _SHORTEST) or not self.words["no_awards"].isdisjoint(
            names
        ):
            return None
        hit = self._hit(at, end, seen)
        return None if seen.lower[at] in self.words["lettered_heads"] and not hit.acronym else hit

    def _tailed(self, at: int, seen: Pieces, stops: set[int]) -> Hit | None:
        """`Bumi Lestari Award`: the capitalised words in front of it."""
        start = at
        while start > at - _LONGEST and start - 1 not in stops and seen.near(start - 1, at):
            if not self._names(start - 1, seen):
                break
            start -= 1
        while start < at and seen.lower[start] in self.words["award_heads"]:
            start += 1
        names = seen.lower[start:at]
        if not names or not self.words["no_awards"].isdisjoint(names):
            return None
        name = " ".join(seen.words[start : at + 1])
        return Hit(start, at + 1, (slug(name),), "form", name=name)

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
        plain = seen.lower[at] in self.words["award_heads"] and seen.words[at] != "Anugerah"
        start = at + 1 if plain else at
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

    def _is_graded(self, at: int, seen: Pieces, regions: set[int], *, wide: bool) -> bool:
        """Tell whether a place or a grade of somebody who governs stands in the sentence.

        Or near it (`wide`), where an acronym in brackets shows the name to be one.
        """
        number = seen.sentence[at]
        start, end = at - _AROUND, at + _AROUND
        if not wide:
            start = max(bisect_left(seen.sentence, number), start)
            end = min(bisect_right(seen.sentence, number), end)
        start = max(0, start)
        words = seen.lower[start:end]
        governed = not self.words["governed"].isdisjoint(words)
        governed = governed or not regions.isdisjoint(range(start, end))
        return governed and not self.words["placings"].isdisjoint(words)
