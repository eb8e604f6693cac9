"""Names without their head, of an index that the article has named: `skor kegemaran membaca`."""

from collections.abc import Iterable

from extractor.lexicon.indices import Catalogue
from extractor.mentions.indices.names import Hit
from extractor.mentions.pieces import Pieces, split

_FEWEST = 2


class ShortNames:
    """Finds the rest of a name behind another word of measurement."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.measures = catalogue.words["short_measures"]
        heads = catalogue.words["short_heads"]
        self._rests: dict[str, set[tuple[str, ...]]] = {}
        for entry in catalogue.entries:
            for name in entry.names:
                head, *rest = split(name.lower())
                if head in heads and len(rest) >= _FEWEST:
                    self._rests.setdefault(entry.id, set()).add(tuple(rest))

    def find(self, seen: Pieces, hits: Iterable[Hit], taken: set[int]) -> list[Hit]:
        """Return the short names, outside `taken`, of the indices that `hits` name in full."""
        named = {hit.ids[0] for hit in hits if hit.ids}
        rests = [(rest, id) for id in sorted(named) for rest in self._rests.get(id, ())]
        rests.sort(key=lambda pair: (-len(pair[0]), pair))
        found = []
        for at, word in enumerate(seen.lower):
            if word not in self.measures or at in taken:
                continue
            for rest, id in rests:
                end = at + 1 + len(rest)
                if _says(seen, at, rest) and taken.isdisjoint(range(at + 1, end)):
                    found.append(Hit(at + 1, end, (id,), "short"))
                    break
        return found


def _says(seen: Pieces, at: int, rest: tuple[str, ...]) -> bool:
    """Tell whether `rest` stands behind the piece `at`, its last word perhaps with `-nya`."""
    end = at + 1 + len(rest)
    said = seen.lower[at + 1 : end]
    if len(said) < len(rest) or not seen.near(at, end - 1):
        return False
    return (*said[:-1], said[-1].removesuffix("nya")) == rest or tuple(said) == rest
