"""What an acronym means here: its definition in the article first, then the words around it."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from decimal import Decimal

from extractor.lexicon.indices import Catalogue, IndexEntry
from extractor.lexicon.ranks import rank_words
from extractor.mentions.indices.around import Around
from extractor.mentions.indices.names import Hit
from extractor.mentions.indices.spelling import (
    abbreviates,
    alike,
    decimal_place,
    decimal_value,
    is_acronym,
    slipped_acronym,
)
from extractor.mentions.pieces import Pieces, split

_REACH_BEFORE = 3
_PLACE_REACH = 8
_REACH_AFTER = 9
_YEAR = 4
_RANK_REACH = 12


@dataclass(slots=True)
class Definitions:
    """Which acronym was given to which index where; () is a meaning that is no index."""

    places: dict[str, list[tuple[int, tuple[str, ...]]]] = field(default_factory=dict)

    def add(self, acronym: str, at: int, ids: tuple[str, ...]) -> None:
        """Note that `acronym` is defined at `at`."""
        self.places.setdefault(acronym, []).append((at, ids))

    def settle(self) -> None:
        """Bring the definitions of each acronym in the order of the text."""
        for given in self.places.values():
            given.sort()

    def meaning(self, acronym: str, at: int) -> tuple[str, ...]:
        """Return the meaning at `at`: the nearest definition before, else the first of all."""
        given = self.places[acronym]
        before = bisect_right(given, at, key=lambda place: place[0])
        return given[max(before - 1, 0)][1]


class Senses:
    """Settles acronyms."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.measures = catalogue.words["measures"]
        self.orders = rank_words().orders
        self.extremes = rank_words().directions
        self.heads = catalogue.words["heads"]
        self.awards = catalogue.words["awards"]
        self.within = catalogue.words["within"]
        self.not_values = catalogue.words["not_values"]
        self.table: dict[str, list[str]] = {}
        self.weak: set[str] = set()
        for entry in catalogue.entries:
            for acronym in entry.acronyms:
                self.table.setdefault(acronym, []).append(entry.id)
                if acronym in entry.weak:
                    self.weak.add(acronym)
        self._long = [acronym for acronym in self.table if len(acronym) >= 4 and acronym.isalpha()]

    def find(self, seen: Pieces, hits: list[Hit], taken: set[int], unsaid: list[Hit]) -> list[Hit]:
        """Return the acronyms outside `taken` that mean an index; `hits` are the full names.

        `unsaid` are full names that are none for want of a value beside them: they define too.
        """
        bounds = {at for hit in unsaid for at in range(hit.start, hit.end)}
        defined = self._definitions(seen, [*hits, *unsaid], taken | bounds)
        around = Around(seen)
        places: dict[str, list[int]] = {}
        for at, word in enumerate(seen.words):
            base = word if word in self.table or word in defined.places else word.partition("-")[0]
            if at in taken or not (base in self.table or base in defined.places):
                continue
            places.setdefault(base, []).append(at)
        found = []
        for base, spots in places.items():
            for at, ids in self._settled(base, spots, around, hits, defined):
                start, end = self._left(at, seen), self._right(at, seen)
                found.append(Hit(start, end, ids, "acronym", acronym=base))
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
                # "Kementerian … dan Reformasi Birokrasi (RB)" is taken already as what is no index;
                # in "31 kota Indeks Harga Konsumen (IHK)" it is one all the same
                headed = seen.lower[at - len(acronym)] in self.catalogue.words["heads"]
                no_index = at - 1 in taken and not headed
                ids = () if no_index else self._alike(acronym, at, seen)
                defined.add(acronym, at, ids)
        defined.settle()
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

    def _alike(self, acronym: str, at: int, seen: Pieces) -> tuple[str, ...]:
        """Return the index whose name the words before nearly are: `Monitoring Center of …`."""
        for id in self.table[acronym]:
            entry = self.catalogue.get(id)
            for name in entry.names if entry else ():
                parts = split(name.lower())
                said = seen.lower[max(0, at - len(parts)) : at]
                if len(said) == len(parts) and alike(said, parts):
                    return (id,)
        return ()

    def _settled(
        self, base: str, spots: list[int], around: Around, hits: list[Hit], defined: Definitions
    ) -> list[tuple[int, tuple[str, ...]]]:
        """Return the places of the acronym `base` that mean an index, with the index."""
        if base in defined.places:
            meant = [(at, defined.meaning(base, at)) for at in spots]
            return [(at, ids) for at, ids in meant if ids]
        options = self.table[base]
        spelt = Definitions()
        for hit in hits:
            if hit.ids and hit.ids[0] in options and not hit.need:
                spelt.add(base, hit.start, hit.ids)
        spelt.settle()
        if spelt.places:
            return [(at, spelt.meaning(base, at)) for at in spots]
        if around.has_any(self.catalogue.rivals.get(base, ())):
            spots = [at for at in spots if self._named_as_measure(at, around.seen)]
        elif base in self.weak:
            units = self.not_values if base in self.catalogue.rivals else frozenset()
            spots = [at for at in spots if self._measured(at, around.seen, units)]
        return [(at, (self._likeliest(options, at, around),)) for at in spots]

    def _named_as_measure(self, at: int, seen: Pieces) -> bool:
        """`nilai IKM`, `IKM Award`: a word of measurement in front, or of awards behind."""
        before = [seen.at(place, at) for place in range(at - _PLACE_REACH, at)]
        near, measures = before[-_REACH_BEFORE:], self.measures
        if any(word in measures for word in near) or seen.at(at + 1, at) in self.awards:
            return True
        if any(word in self.orders for word in before) or self._is_extreme(at, seen):
            return True
        year = seen.at(at + 1, at)  # "berada di urutan kelima dalam IPP 2023"
        return _is_year(year) and self._is_ranked(at, seen)

    def _is_extreme(self, at: int, seen: Pieces) -> bool:
        """`provinsi dengan IDI 2023 tertinggi`, `IDI terendah`: only what is measured is that."""
        opens = at == 0 or seen.at(at - 1, at) in ("", "dengan")
        behind = at + 1
        behind += seen.at(behind, at) == "tahun"
        behind += _is_year(seen.at(behind, at))
        return opens and seen.at(behind, at) in self.extremes

    def _is_ranked(self, at: int, seen: Pieces) -> bool:
        """Tell whether a word of place stands in the sentence of the piece `at`."""
        start = bisect_left(seen.sentence, seen.sentence[at])
        return any(word in self.orders for word in seen.lower[start:at])

    def _measured(self, at: int, seen: Pieces, units: frozenset[str]) -> bool:
        has_value = decimal_place(seen, at + 1, _REACH_AFTER, units) >= 0
        return has_value or self._named_as_measure(at, seen) or self._ranked(at, seen)

    def _ranked(self, at: int, seen: Pieces) -> bool:
        """`peringkat keempat se-Indonesia pada IDI 2023`: a place told, and the year behind."""
        year = seen.at(at + 1, at)
        if not (len(year) == _YEAR and year.isdecimal()) or seen.at(at - 1, at) not in self.within:
            return False
        before = (seen.at(place, at) for place in range(at - _RANK_REACH, at))
        return any(word in rank_words().nouns for word in before)

    def _likeliest(self, options: list[str], at: int, around: Around) -> str:
        """Return the option whose scale holds the value and whose context words the text has most.

        The order of the catalogue decides if nothing else does.
        """
        if len(options) == 1:
            return options[0]
        entries = [entry for id in options if (entry := self.catalogue.get(id))]
        place = decimal_place(around.seen, at + 1, _REACH_AFTER, frozenset({"persen", "%"}))
        value = decimal_value(around.seen.words[place]) if place >= 0 else None
        fitting = [entry for entry in entries if value is None or _holds(entry, value)]
        scores = [around.count(entry.context) for entry in fitting or entries]
        return (fitting or entries)[scores.index(max(scores))].id

    def _left(self, at: int, seen: Pieces) -> int:
        return at - 1 if seen.near(at - 1, at) and seen.lower[at - 1] in self.heads else at

    def _right(self, at: int, seen: Pieces) -> int:
        return at + 2 if seen.at(at + 1, at) in self.awards else at + 1

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


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and word[:2] in ("19", "20")


def _holds(entry: IndexEntry, value: Decimal) -> bool:
    low, high = entry.scale.min, entry.scale.max
    return (low is None or value >= low) and (high is None or value <= high)
