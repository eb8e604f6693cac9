"""Indices that the catalogue does not list, found by their form: "Indeks X Y (IXY)"."""

from extractor.lexicon.indices import Catalogue, slug
from extractor.mentions.indices.names import Hit, nearly
from extractor.mentions.indices.spelling import abbreviates, is_acronym
from extractor.mentions.pieces import Pieces, split

_LONGEST = 8


class Forms:
    """Finds open-class names after "Indeks", and catalogue names with a slip among them."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.heads = catalogue.words["heads"]
        self.connectors = catalogue.words["connectors"]
        self.ends = catalogue.words["ends"]
        self._by_size: dict[int, list[tuple[str, ...]]] = {}
        for entry in catalogue.entries:
            for name in entry.names:
                words = tuple(split(name.lower()))
                if words[0] in self.heads and len(words) > 1:
                    self._by_size.setdefault(len(words), []).append(words)
        # longer names first, so the whole of a name is read
        self._by_size = dict(sorted(self._by_size.items(), reverse=True))

    def find(self, seen: Pieces, taken: set[int], borders: set[int]) -> list[Hit]:
        """Return the names by form outside `taken`; a name ends before each of `borders`."""
        found: list[Hit] = []
        headlines: list[Hit] = []
        for at, word in enumerate(seen.lower):
            if word not in self.heads or at in taken:
                continue
            hit = (
                self._lettered(seen, at, taken)
                or self._slipped(seen, at)
                or self._capital(seen, at, taken | borders)
            )
            if hit is None:
                continue
            alone = hit.rule == "form" and not hit.acronym
            (headlines if alone and _headline(seen, at) else found).append(hit)
        names = sorted({hit.name.lower() for hit in found}, key=len, reverse=True)
        return found + [hit for line in headlines for hit in _known(line, names, seen)]

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
            if not (abbreviates(acronym, words) or abbreviates(acronym, words[1:])):
                return None
            return self._hit(seen, at, open_, open_ + 3, acronym)
        return None

    def _slipped(self, seen: Pieces, at: int) -> Hit | None:
        """Return a catalogue name with one slip: `Indeks Intergritas Nasional`."""
        for size, names in self._by_size.items():
            said = seen.lower[at : at + size]
            for name in names if seen.near(at, at + size - 1) else ():
                if said[1][0] == name[1][0] and nearly(said, name):
                    ids = self.catalogue.resolve_all(" ".join(name))
                    return Hit(at, at + size, ids, "fuzzy")
        return None

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

    def _names(self, word: str) -> bool:
        return (
            word[0].isupper() and word.replace("-", "").isalpha() and word.lower() not in self.ends
        )

    def _hit(self, seen: Pieces, at: int, name_end: int, end: int, acronym: str) -> Hit:
        name = " ".join(seen.words[at:name_end])
        words = seen.lower[at:name_end]
        for known in self._by_size.get(len(words), ()):
            if nearly(words, known):
                ids = self.catalogue.resolve_all(" ".join(known))
                return Hit(at, end, ids, "fuzzy", acronym=acronym)
        return Hit(
            at, end, (slug(name),), "form", acronym=acronym, name=name[:1].upper() + name[1:]
        )


def _headline(seen: Pieces, at: int) -> bool:
    """Tell whether nearly every word of the line is capitalised, so capitals say nothing."""
    start, end = at, at
    while start > 0 and seen.sentence[start - 1] == seen.sentence[at]:
        start -= 1
    while end < len(seen.words) and seen.sentence[end] == seen.sentence[at]:
        end += 1
    words = [word for word in seen.words[start:end] if word.isalpha() and len(word) > 3]
    return len(words) >= 4 and sum(word[0].isupper() for word in words) >= 0.8 * len(words)


def _known(line: Hit, names: list[str], seen: Pieces) -> list[Hit]:
    """Return the headline's name cut to one that the body gives: `Indeks X Y Naik Tajam`."""
    for name in names:
        size = len(name.split())
        if seen.lower[line.start : line.start + size] == name.split():
            said = " ".join(seen.words[line.start : line.start + size])
            return [Hit(line.start, line.start + size, (slug(name),), "form", name=said)]
    return []
