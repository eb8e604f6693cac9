"""Where an office ends and a name begins: "Kepala Dinas PUPR | Konstan Merne"."""

from collections.abc import Sequence

from extractor.lexicon.offices import Class
from extractor.mentions.officials.bodies import Bodies
from extractor.mentions.officials.evidence import Evidence
from extractor.mentions.officials.labels import Labels
from extractor.mentions.officials.lexing import Item


class Splitter:
    """Splits a run of capitalised words behind the head of an office."""

    def __init__(self, labels: Labels, evidence: Evidence) -> None:
        self.labels = labels
        self.evidence = evidence
        self.bodies = Bodies(labels, evidence)

    def split(self, run: Sequence[Item], kind: Class) -> tuple[int, bool]:
        """Return how many items of `run` are of the office, and whether a title proves it."""
        at = office = self.bodies.known_place(run, 0) if kind == "place" else 0
        region = -1
        while at < len(run):
            next_to = office == at
            if next_to and (owned := self._owned(run, at, kind)):
                at = office = at + owned
                continue
            if self.labels.is_title(run, at) and not self._is_in_region(run, at):
                if at and run[at - 1].text.islower() and self.labels.is_honorific(run[at]):
                    return at - 1, False  # "Gubernur dan Pak Yoga": another person
                return at, True
            if next_to and at and self._begins_name(run, at, region):
                return at, False
            if not next_to and self.labels.is_degree(run[at]):
                break
            size, region = self._office_items(run, at, kind, region, next_to=next_to)
            office = at + size if size else office
            at += size or 1
        return min(office, len(run)), False

    def _is_in_region(self, run: Sequence[Item], at: int) -> bool:
        """Tell whether a title is the end of a region's name: "Gunung Mas"."""
        here = self.labels.region(run[at])
        return at > 0 and here >= 0 and here == self.labels.region(run[at - 1])

    def _owned(self, run: Sequence[Item], at: int, kind: Class) -> int:
        """Return how many items from `at` name a body or a state that the office is of."""
        owned = self.bodies.owned(run, at)
        if owned or kind in ("place", "whole"):
            return owned
        if kind == "region":
            return 0 if at else self.bodies.abroad(run) or self.bodies.unknown(run, at)
        if kind == "needy" and at == 1 and not self._is_sure(run[0]):
            return self.bodies.until_person(run, at)
        if run[at].text not in self.labels.names.given and (state := self.bodies.state(run, at)):
            return state
        return self.bodies.unknown(run, at) if kind != "national" else 0

    def _is_next_person(self, run: Sequence[Item], at: int) -> bool:
        """Tell whether a person, not a field, is behind "dan": "Gubernur Jambi dan Rini Astuti"."""
        item = run[at + 1]
        if self.labels.is_honorific(item) and at + 2 < len(run):
            return True
        known = self.bodies.is_given(item) and item.text not in self.labels.offices.complement
        return known or (run[at].text == "serta" and not self._is_sure(item))

    def _is_sure(self, item: Item) -> bool:
        labels = self.labels
        sure = labels.is_office_word(item) or labels.is_weak_office_word(item)
        return sure or item.kind != "word" or labels.region(item) >= 0

    def _office_items(
        self, run: Sequence[Item], at: int, kind: Class, region: int, *, next_to: bool
    ) -> tuple[int, int]:
        """Return how many items from `at` are surely of the office, and the region it is of."""
        labels, item = self.labels, run[at]
        if item.kind == "bracket":
            return int(next_to or self._spells_out(run, at, kind)), region
        if item.kind == "comma" and next_to:
            return 1, region
        if kind == "whole":
            return (self.bodies.state(run, at) if next_to else 0), region
        here = labels.region(item)
        if here >= 0:
            fits = self._is_office_region(run, at, kind, region) and (next_to or kind != "region")
            return (1, here) if fits else (0, region)
        lower, offices = item.text.lower(), labels.offices
        if lower in offices.connectors or lower in offices.origins:
            if not next_to or at + 1 >= len(run) or self._is_next_person(run, at):
                return 0, -1
            return 2, labels.region(run[at + 1])
        if labels.is_spoken_level(item):
            return int(next_to), -1
        if self._continues(run, at, kind, next_to=next_to):
            return 1, -1 if item.text in offices.levels else region
        return 0, region

    @staticmethod
    def _spells_out(run: Sequence[Item], at: int, kind: Class) -> bool:
        """Tell whether the bracket behind unknown words ends an office, not a name.

        "Kepala Dinas Xyz (DX) Budi"; "Presiden Susilo Bambang Wicaksono (SBW)" has no name left.
        """
        return at + 1 < len(run) and kind not in ("whole", "region")

    def place(self, items: Sequence[Item], words: int) -> int:
        """Return how many of the `words` items behind a "Camat" or "Kades" are its place.

        Nothing says where such a place ends: what the article calls a person or a place does,
        else the form of the words does.
        """
        evidence, offices = self.evidence, self.labels.offices
        for at in range(1, words):
            if items[at].text in evidence.called:
                return at
        first, second = items[0], items[1] if words > 1 else None
        if second is None or self.bodies.is_given(first):
            return 0
        if second.text in offices.directions and words > 2 and not self.bodies.is_given(second):
            return 2
        if words > 2:
            return (
                2 if first.text in offices.place_openers and not self.bodies.is_given(second) else 1
            )
        return 1 if self.bodies.is_given(second) else 0

    def is_place(self, item: Item) -> bool:
        """Tell whether the one word behind a "Camat" is sooner its place than a name."""
        return not self.bodies.is_given(item)

    def _continues(self, run: Sequence[Item], at: int, kind: Class, *, next_to: bool) -> bool:
        labels, item = self.labels, run[at]
        if not at and (labels.is_noble(run, 0) or item.text in labels.names.given):
            return kind == "needy" and not labels.is_noble(run, 0)
        if not next_to and labels.are_last_initials(run, at) and kind in ("region", "place"):
            return False
        if labels.is_office_word(item) or (not at and kind == "needy"):
            return True
        if not at and item.text in self.evidence.bodies and not self.bodies.is_given(item):
            return kind == "open"
        if kind == "place" and item.text in labels.offices.directions:
            return True
        # "Wali Kota Bandung Agung Setia": behind the region of a government only the name is left.
        seat = kind == "region" and at > 0 and labels.region(run[at - 1]) >= 0
        if at and item.text in labels.names.given and labels.is_acronym(run[at - 1]):
            return False  # "Kementerian ESDM Agung Setia"
        pairs = labels.offices.weak_behind.get(item.text)
        if pairs is not None and at and run[at - 1].text not in pairs:
            return False  # "BPJS Ketenagakerjaan Agung Setia"
        return next_to and not seat and labels.is_weak_office_word(item)

    def _begins_name(self, run: Sequence[Item], at: int, region: int) -> bool:
        labels, item = self.labels, run[at]
        here = labels.region(item)
        if here >= 0 and (here == region or region < 0):
            return False
        if labels.is_noble(run, at) and at + 1 < len(run):
            return True
        if item.kind == "initial":
            return True
        if labels.region(run[at - 1]) >= 0 and labels.are_initials(run, at):
            return True
        return self.bodies.is_given(item) and item.text not in labels.offices.complement

    def _is_office_region(self, run: Sequence[Item], at: int, kind: Class, region: int) -> bool:
        """Tell whether the region at `at` is the office's, not a name like a place's."""
        if kind == "national":
            return False
        here = self.labels.region(run[at])
        return region in (-1, here) or self.labels.holds(here, region)
