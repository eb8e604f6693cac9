"""Indices that the catalogue does not list, found by their form: "Indeks X Y (IXY)"."""

from bisect import bisect_left, bisect_right

from extractor.lexicon.indices import Catalogue, slug
from extractor.mentions.indices.names import Hit
from extractor.mentions.indices.slips import Slips
from extractor.mentions.indices.spelling import abbreviates, is_acronym
from extractor.mentions.pieces import Pieces

_LONGEST = 8
_SURE_ACRONYM = 4
_LONGEST_HEADLINE = 120  # words


class Forms:
    """Finds open-class names after "Indeks", and catalogue names with a slip among them."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.heads = catalogue.words["heads"]
        self.connectors = catalogue.words["connectors"]
        self.ends = catalogue.words["ends"]
        self.foreign = catalogue.words["foreign"]
        self.slips = Slips(catalogue)

    def find(self, seen: Pieces, taken: set[int], borders: set[int]) -> list[Hit]:
        """Return the names by form outside `taken`; a name ends before each of `borders`."""
        found: list[Hit] = []
        headlines: list[Hit] = []
        for at, word in enumerate(seen.lower):
            if word not in self.heads or at in taken:
                continue
            hit = (
                self._lettered(seen, at, taken)
                or self.slips.find(seen, at)
                or self._capital(seen, at, taken | borders)
                or self._english(seen, at, taken | borders)
            )
            if hit is None or (hit.rule == "form" and self._is_foreign(hit, seen)):
                continue
            alone = hit.rule == "form" and not hit.acronym
            (headlines if alone and _headline(seen, at) else found).append(hit)
        names = {tuple(hit.name.lower().split()) for hit in found}
        return found + [hit for line in headlines for hit in _known(line, names, seen)]

    def _is_foreign(self, hit: Hit, seen: Pieces) -> bool:
        """`Indeks Bursa Efek Jakarta`, `indeks massa tubuh (IMT)`: no measure of a region."""
        return any(word in self.foreign for word in seen.lower[hit.start : hit.end])

    def _lettered(self, seen: Pieces, at: int, taken: set[int]) -> Hit | None:
        """Return a name that its acronym confirms: `indeks ketahanan sosial (IKS)`."""
        for open_ in range(at + 2, at + _LONGEST + 2):
            if not seen.near(at, open_ + 2) or open_ in taken:
                return None
            if seen.words[open_] != "(":
                continue
            acronym = seen.words[open_ + 1]
            words = seen.words[at:open_]
            if seen.words[open_ + 2] != ")" or not is_acronym(acronym):
                return None
            if abbreviates(acronym, words) or abbreviates(acronym, words[1:]):
                return self._hit(seen, at, open_, open_ + 3, acronym)
            return self._by_acronym(acronym, seen, at, open_)
        return None

    def _by_acronym(self, acronym: str, seen: Pieces, at: int, open_: int) -> Hit | None:
        """`Indeks Elektronifikasi Transaksi Pemda (IETPD)`: the acronym tells the index."""
        ids = self.catalogue.resolve_all(acronym) if len(acronym) >= _SURE_ACRONYM else ()
        is_name = all(
            self._names(word) or word in self.connectors for word in seen.words[at + 1 : open_]
        )
        if len(ids) != 1 or not is_name:
            return None
        return Hit(at, open_ + 3, ids, "full+acronym", acronym=acronym)

    def _capital(self, seen: Pieces, at: int, stops: set[int]) -> Hit | None:
        """Return a capitalised name: `Indeks Daya Tahan Kampus`."""
        if not seen.words[at][0].isupper():
            return None
        end = at + 1
        while end <= at + _LONGEST and seen.near(at, end) and end not in stops:
            word = seen.words[end]
            if seen.lower[end] in self.connectors:
                if not (seen.near(at, end + 1) and self._names(seen.words[end + 1])):
                    break
            elif not self._names(word):
                break
            end += 1
        while end > at + 1 and seen.lower[end - 1] in self.connectors:
            end -= 1
        if end - at < 3:
            return None
        return self._hit(seen, at, end, end, "")

    def _english(self, seen: Pieces, at: int, stops: set[int]) -> Hit | None:
        """`Sustainable Cities Index (SCI)`: capitalised words in front of "Index"."""
        if seen.words[at] != "Index" or (seen.near(at, at + 1) and self._names(seen.words[at + 1])):
            return None  # "Direktur Riset Index Politica" is no index
        start = at
        while (
            start > at - _LONGEST
            and start - 1 not in stops
            and seen.near(start - 1, at)
            and self._names(seen.words[start - 1])
        ):
            start -= 1
        if at - start < 2:
            return None
        end, acronym = at + 1, ""
        if seen.at(end, at) == "(" and seen.at(end + 2, at) == ")":
            inside = seen.words[end + 1]
            if abbreviates(inside, seen.words[start : at + 1]):
                end, acronym = end + 3, inside
        return self._hit(seen, start, at + 1, end, acronym)

    def _names(self, word: str) -> bool:
        return (
            word[0].isupper() and word.replace("-", "").isalpha() and word.lower() not in self.ends
        )

    def _hit(self, seen: Pieces, at: int, name_end: int, end: int, acronym: str) -> Hit:
        name = " ".join(seen.words[at:name_end])
        if known := self.slips.meant(seen.lower[at:name_end]):
            return Hit(at, end, known.ids, known.rule, acronym=acronym)
        return Hit(
            at, end, (slug(name),), "form", acronym=acronym, name=name[:1].upper() + name[1:]
        )


def _headline(seen: Pieces, at: int) -> bool:
    """Tell whether nearly every word of a line is capitalised, so capitals say nothing."""
    number = seen.sentence[at]
    start = bisect_left(seen.sentence, number)
    end = bisect_right(seen.sentence, number)
    if seen.words[end - 1] == "." or end - start > _LONGEST_HEADLINE:
        return False
    words = [word for word in seen.words[start:end] if word.isalpha() and len(word) > 3]
    return len(words) >= 4 and sum(word[0].isupper() for word in words) >= 0.8 * len(words)


def _known(line: Hit, names: set[tuple[str, ...]], seen: Pieces) -> list[Hit]:
    """Return the headline's name cut to one that the body gives: `Indeks X Y Naik Tajam`."""
    for end in range(line.end, line.start, -1):
        if tuple(seen.lower[line.start : end]) in names:
            said = " ".join(seen.words[line.start : end])
            return [Hit(line.start, end, (slug(said),), "form", name=said)]
    return []
