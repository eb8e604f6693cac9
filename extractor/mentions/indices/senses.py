"""What an acronym means here: its definition in the article first, then the words around it."""

from dataclasses import dataclass, field

from extractor.lexicon.indices import Catalogue
from extractor.mentions.indices.names import Hit
from extractor.mentions.indices.spelling import (
    abbreviates,
    decimal_after,
    is_acronym,
    slipped_acronym,
)
from extractor.mentions.pieces import Pieces

_REACH_BEFORE = 3
_REACH_AFTER = 9


@dataclass(slots=True)
class Definitions:
    """Which acronym was given to which index where; () is a meaning that is no index."""

    places: dict[str, list[tuple[int, tuple[str, ...]]]] = field(default_factory=dict)

    def add(self, acronym: str, at: int, ids: tuple[str, ...]) -> None:
        """Note that `acronym` is defined at `at`."""
        self.places.setdefault(acronym, []).append((at, ids))

    def meaning(self, acronym: str, at: int) -> tuple[str, ...] | None:
        """Return the meaning at `at`: the nearest definition before, else the first of all."""
        given = self.places.get(acronym)
        if not given:
            return None
        before = [ids for place, ids in sorted(given) if place <= at]
        return before[-1] if before else min(given)[1]


class Senses:
    """Settles acronyms."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.measures = catalogue.words["measures"]
        self.heads = catalogue.words["heads"]
        self.table: dict[str, list[str]] = {}
        self.weak: set[str] = set()
        for entry in catalogue.entries:
            for acronym in entry.acronyms:
                self.table.setdefault(acronym, []).append(entry.id)
                if acronym in entry.weak:
                    self.weak.add(acronym)
        self._long = [acronym for acronym in self.table if len(acronym) >= 4 and acronym.isalpha()]

    def find(self, seen: Pieces, hits: list[Hit], taken: set[int]) -> list[Hit]:
        """Return the acronyms outside `taken` that mean an index; `hits` are the full names."""
        defined = self._definitions(seen, hits, taken)
        places: dict[str, list[int]] = {}
        for at, word in enumerate(seen.words):
            base = word if word in self.table or word in defined.places else word.partition("-")[0]
            if at in taken or not (base in self.table or base in defined.places):
                continue
            places.setdefault(base, []).append(at)
        found = []
        for base, spots in places.items():
            for at, ids in self._settled(base, spots, seen, hits, defined):
                found.append(Hit(self._left(at, seen), at + 1, ids, "acronym", acronym=base))
        return found + self._misspelt(seen, taken, places)

    def _definitions(self, seen: Pieces, hits: list[Hit], taken: set[int]) -> Definitions:
        defined = Definitions()
        for hit in hits:
            if hit.acronym and hit.ids:
                defined.add(hit.acronym, hit.start, hit.ids)
        for at, word in enumerate(seen.words):
            if word != "(" or at in taken or not seen.near(at, at + 2) or seen.words[at + 2] != ")":
                continue
            acronym = seen.words[at + 1]
            if acronym in self.table and is_acronym(acronym) and self._foreign(acronym, at, seen):
                defined.add(acronym, at, ())
        return defined

    def _foreign(self, acronym: str, at: int, seen: Pieces) -> bool:
        """Tell whether the words before give the acronym: `Ikatan Dokter Indonesia (IDI)`."""
        first = len(acronym)
        return any(
            seen.near(at - size, at)
            and seen.words[at - size][0] == acronym[0]
            and abbreviates(acronym, seen.words[at - size : at])
            for size in range(first, first + 3)
        )

    def _settled(
        self, base: str, spots: list[int], seen: Pieces, hits: list[Hit], defined: Definitions
    ) -> list[tuple[int, tuple[str, ...]]]:
        """Return the places of the acronym `base` that mean an index, with the index."""
        if base in defined.places:
            meant = [(at, defined.meaning(base, at) or ()) for at in spots]
            return [(at, ids) for at, ids in meant if ids]
        options = self.table[base]
        named = [
            (hit.start, hit.ids)
            for hit in hits
            if hit.ids and hit.ids[0] in options and not hit.need
        ]
        if named:
            spelt = Definitions({base: named})
            return [(at, spelt.meaning(base, at) or ()) for at in spots]
        measured = [at for at in spots if self._measured(at, seen)]
        if self._rivalled(base, seen):
            spots = measured
        elif base in self.weak and not measured:
            spots = []
        return [(at, (self._likeliest(options, at, seen),)) for at in spots]

    def _measured(self, at: int, seen: Pieces) -> bool:
        before = range(at - _REACH_BEFORE, at)
        if any(seen.near(place, at) and seen.lower[place] in self.measures for place in before):
            return True
        return decimal_after(seen, at + 1, _REACH_AFTER)

    def _rivalled(self, base: str, seen: Pieces) -> bool:
        rivals = self.catalogue.rivals.get(base, ())
        return bool(rivals) and any(f" {rival} " in f" {' '.join(seen.lower)} " for rival in rivals)

    def _likeliest(self, options: list[str], at: int, seen: Pieces) -> str:
        """Return the option whose context words stand nearest; by catalogue order if none does."""
        if len(options) == 1:
            return options[0]
        here = [
            word
            for word, number in zip(seen.lower, seen.sentence, strict=True)
            if number == seen.sentence[at]
        ]
        sentence, article = f" {' '.join(here)} ", f" {' '.join(seen.lower)} "
        scores = []
        for id in options:
            entry = self.catalogue.get(id)
            context = entry.context if entry else ()
            scores.append(sum(3 * (word in sentence) + (f" {word}" in article) for word in context))
        return options[scores.index(max(scores))]

    def _left(self, at: int, seen: Pieces) -> int:
        return at - 1 if seen.near(at - 1, at) and seen.lower[at - 1] in self.heads else at

    def _misspelt(self, seen: Pieces, taken: set[int], known: dict[str, list[int]]) -> list[Hit]:
        """Return acronyms one slip off right after a word of measurement: `indeks SBPE`."""
        found = []
        for at in range(1, len(seen.words)):
            word = seen.words[at]
            if seen.lower[at - 1] not in self.measures or at in taken or word in known:
                continue
            if not (4 <= len(word) <= 9 and word.isupper() and word.isalpha()):
                continue
            right = [acronym for acronym in self._long if slipped_acronym(word, acronym)]
            if len(right) == 1 and seen.near(at - 1, at):
                ids = (self.table[right[0]][0],)
                found.append(Hit(self._left(at, seen), at + 1, ids, "fuzzy", acronym=right[0]))
        return found
