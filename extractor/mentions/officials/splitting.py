"""Where an office ends and a name begins: "Kepala Dinas PUPR | Konstan Merne"."""

from collections.abc import Sequence

from extractor.lexicon.districts import district_names
from extractor.lexicon.offices import Class
from extractor.mentions.officials.evidence import Evidence
from extractor.mentions.officials.labels import Labels
from extractor.mentions.officials.lexing import Item

_LONGEST_PLACE = 4
_LONGEST_STATE = 3


class Splitter:
    """Splits a run of capitalised words behind the head of an office."""

    def __init__(self, labels: Labels, evidence: Evidence) -> None:
        self.labels = labels
        self.evidence = evidence

    def split(self, run: Sequence[Item], kind: Class) -> tuple[int, bool]:
        """Return how many items of `run` are of the office, and whether a title proves it."""
        at = office = self._known_place(run, 0) if kind == "place" else 0
        region = -1
        while at < len(run):
            next_to = office == at
            if next_to and (owned := self._owned(run, at)):
                at = office = at + owned
                continue
            if self.is_title(run, at):
                return at, True
            if next_to and at and self._begins_name(run, at, region):
                return at, False
            if not next_to and self.labels.is_degree(run[at]):
                break
            size, region = self._office_items(run, at, kind, region, next_to=next_to)
            office = at + size if size else office
            at += size or 1
        return min(office, len(run)), False

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
            return (self._state(run, at) if next_to else 0), region
        here = labels.region(item)
        if here >= 0:
            fits = self._is_office_region(run, at, kind, region) and (next_to or kind != "region")
            return (1, here) if fits else (0, region)
        lower, offices = item.text.lower(), labels.offices
        if lower in offices.connectors or lower in offices.origins:
            if not next_to or at + 1 >= len(run):
                return 0, -1
            return 2, labels.region(run[at + 1])
        if self._continues(run, at, kind, next_to=next_to):
            return 1, -1 if lower in offices.levels else region
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
        if second is None or self._is_given(first):
            return 0
        if second.text in offices.directions and words > 2 and not self._is_given(second):
            return 2
        if words > 2:
            return 2 if first.text in offices.place_openers and not self._is_given(second) else 1
        return 1 if self._is_given(second) else 0

    def is_place(self, item: Item) -> bool:
        """Tell whether the one word behind a "Camat" is sooner its place than a name."""
        return not self._is_given(item)

    def is_title(self, run: Sequence[Item], at: int) -> bool:
        """Tell whether an honorific or rank at `at` opens a name: "Sultra Dr. Hamdan"."""
        labels, item = self.labels, run[at]
        if at + 1 >= len(run) and item.kind != "dotted":
            return False
        if labels.rank_length(run, at):
            return True
        if not labels.is_honorific(item):
            return False
        after = run[at + 1] if at + 1 < len(run) else None
        if after is None:
            return False
        # "Direktur Guru dan Tenaga Kependidikan", "Penyelenggaraan Haji dan Umrah"
        is_field = after.text.lower() in labels.offices.connectors or labels.is_office_word(after)
        return item.text.endswith(".") or item.text == "H" or not is_field

    def _is_given(self, item: Item) -> bool:
        return item.text in self.labels.names.given or item.text in self.evidence.called

    def _known_place(self, run: Sequence[Item], at: int) -> int:
        """Return how many items from `at` name a place that the register or the article knows."""
        for size in range(min(_LONGEST_PLACE, len(run) - at), 0, -1):
            words = " ".join(item.text for item in run[at : at + size])
            if words in self.evidence.places and (size > 1 or not self._is_given(run[at])):
                return size
            if words in district_names() and (size > 1 or not self._is_given(run[at])):
                return size
        return 0

    def _owned(self, run: Sequence[Item], at: int) -> int:
        """Return how many items from `at` are the name of the body or place told just before.

        "Universitas Jember", "RSUD dr. Soetomo", "SMAN 1 Pati", "Desa Sukamaju"; a name must be
        left behind a school, whose own name may be its number.
        """
        offices = self.labels.offices
        left = len(run) - at
        if not at or run[at].kind in ("bracket", "comma", "number") or not left:
            return 0
        if self.labels.region(run[at]) >= 0 or self.labels.is_acronym(run[at]):
            return 0
        before = run[at - 1].text
        if before in offices.place_words and not self.labels.is_office_word(run[at]):
            return self._known_place(run, at) or (1 if not self._is_given(run[at]) else 0)
        if run[at - 1].kind == "number" and any(i.text in offices.bearers for i in run[:at]):
            free = left > 1 and not self._is_given(run[at]) and not self.is_title(run, at)
            return self._known_place(run, at) or int(free)
        if before not in offices.bearers or self.labels.is_office_word(run[at]):
            return 0
        return self._namesake(run, at)

    def _namesake(self, run: Sequence[Item], at: int) -> int:
        """Return how many items from `at` are whom a university or hospital is called after."""
        begin = at
        while begin < len(run) and self.labels.is_honorific(run[begin]):
            begin += 1
        for size in range(min(3, len(run) - begin), 1, -1):
            words = " ".join(item.text for item in run[begin : begin + size])
            if words in self.labels.offices.bearer_names:
                begin += size
                break
        else:
            titles = [n for n in range(begin + 1, len(run)) if self.is_title(run, n)]
            end = titles[0] if titles and begin > at else begin + 1
            begin = end if titles or begin == at or len(run) - begin > 3 else len(run)
        return min(begin, len(run)) - at

    def _state(self, run: Sequence[Item], at: int) -> int:
        """Return how many items from `at` name a state: "Presiden RI", "Presiden Prancis"."""
        for size in range(min(_LONGEST_STATE, len(run) - at), 0, -1):
            if " ".join(item.text for item in run[at : at + size]) in self.labels.offices.states:
                return size
        return 0

    def _continues(self, run: Sequence[Item], at: int, kind: Class, *, next_to: bool) -> bool:
        labels, item = self.labels, run[at]
        if not at and (labels.is_noble(run, 0) or item.text in labels.names.given):
            return kind == "needy" and not labels.is_noble(run, 0)
        if labels.is_office_word(item) or (not at and kind == "needy"):
            return True
        if not at and item.text in self.evidence.bodies and not self._is_given(item):
            return kind == "open"
        if kind == "place" and item.text in labels.offices.directions:
            return True
        return next_to and labels.is_weak_office_word(item)

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
        return self._is_given(item) and item.text not in labels.offices.complement

    def _is_office_region(self, run: Sequence[Item], at: int, kind: Class, region: int) -> bool:
        """Tell whether the region at `at` is the office's, not a name like a place's."""
        if kind == "national":
            return False
        here = self.labels.region(run[at])
        return region in (-1, here) or self.labels.holds(here, region)
