"""Splitting office and name: "Kepala Dinas PUPR | Konstan Merne"."""

from collections.abc import Sequence
from dataclasses import dataclass

from extractor.lexicon.offices import Class
from extractor.mentions.officials.labels import Labels
from extractor.mentions.officials.lexing import Item, lex

_MAX_NAME = 7
_MAX_JOINED = 4


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text, without titles; `titled` when an honorific or rank stood before it."""

    start: int
    end: int
    words: int
    titled: bool
    known: bool
    after: Item | None


@dataclass(frozen=True, slots=True)
class Reading:
    """An office and, when one was found, its name; `after` is the item that ended the office."""

    parts: tuple[Item, ...]
    name: Name | None
    after: Item | None

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the complement, without brackets."""
        return tuple(item.text for item in self.parts if item.kind != "bracket")


class Grammar:
    """Reads what follows the head of an office."""

    def __init__(self, text: str, labels: Labels, places: frozenset[str]) -> None:
        self.text = text
        self.labels = labels
        self.places = places

    def read(self, start: int, kind: Class, *, apposition: bool) -> Reading:
        """Return the reading of what follows a head of class `kind` that ends at `start`.

        With `apposition` a name may follow a comma: "Kepala BPS, Ratna".
        """
        items = list(lex(self.text, start))
        run = self._run(items, 0)
        for _ in range(_MAX_JOINED):
            split, sure = self._split(items[:run], kind)
            after = items[run] if run < len(items) else None
            if split < run or after is None or after.kind != "comma" or run + 1 >= len(items):
                break
            # "Dinas Pemberdayaan Perempuan, Perlindungan Anak, dan Keluarga Berencana"
            if not self._goes_on(items, run + 1):
                break
            run = self._run(items, run + 2)
        return self._decide(items, run, split, kind, sure=sure, apposition=apposition)

    def name(self, items: Sequence[Item], at: int) -> Name | None:
        """Return the name that begins at `at`, past honorifics and ranks; None without one."""
        first, titled = self._skip_titles(items, at)
        end = first
        while end < len(items) and end - first < _MAX_NAME and self._in_name(items, first, end):
            end += 1
        if end == first or not self._is_name(items[first:end], titled=titled):
            return None
        return Name(
            items[first].start,
            items[end - 1].end,
            end - first,
            titled,
            items[first].text in self.labels.names.given or self.labels.is_noble(items, first),
            items[end] if end < len(items) else None,
        )

    def _run(self, items: Sequence[Item], at: int) -> int:
        """Return where the run of capitalised words, numbers, brackets and connectors ends."""
        labels = self.labels
        while at < len(items):
            item = items[at]
            following = items[at + 1] if at + 1 < len(items) else None
            if item.text.lower() in labels.offices.connectors:
                if following is None or not following.is_capitalised:
                    break
                if following.start in labels.heads:
                    break
            elif item.kind in ("comma", "stop"):
                break
            elif item.text.islower() and not labels.is_honorific(item):
                if item.text not in labels.names.particles:
                    break
            elif item.text in labels.names.not_names and not self._is_level(item):
                break
            at += 1
        return at

    def _is_level(self, item: Item) -> bool:
        offices = self.labels.offices
        return item.text.lower() in offices.levels or item.text in offices.complement

    def _split(self, run: Sequence[Item], kind: Class) -> tuple[int, bool]:
        """Return how many items of `run` are of the office, and whether a title proves it."""
        labels, at, office, region = self.labels, 0, 0, -1
        while at < len(run):
            item, next_to = run[at], office == at
            if self._is_title(run, at):
                return at, True
            here = labels.region(item)
            if (next_to or kind == "place") and at and self._begins_name(run, at, here, region):
                return at, False
            if item.kind == "bracket" or (item.kind == "comma" and next_to):
                office = at + 1
            elif here >= 0:
                if self._is_office_region(run, at, kind, region) and (next_to or kind != "region"):
                    office, region = at + 1, here
            elif not next_to and labels.is_degree(item):
                break
            elif item.text.lower() in labels.offices.connectors:
                office = at + 2 if next_to and at + 1 < len(run) else office
                region = -1
                at += next_to and at + 1 < len(run) and labels.region(run[at + 1]) < 0
            elif self._continues(item, kind, next_to=next_to, begins=at == 0):
                office = at + 1
                region = -1 if item.text.lower() in labels.offices.levels else region
            at += 1
        return min(office, len(run)), False

    def _continues(self, item: Item, kind: Class, *, next_to: bool, begins: bool) -> bool:
        labels = self.labels
        if begins and (labels.is_noble([item], 0) or item.text in labels.names.given):
            return kind == "needy"
        if labels.is_office_word(item) or (begins and kind == "needy"):
            return True
        if kind == "place" and item.text in labels.offices.directions:
            return True
        return next_to and labels.is_weak_office_word(item)

    def _is_title(self, run: Sequence[Item], at: int) -> bool:
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

    def _begins_name(self, run: Sequence[Item], at: int, here: int, region: int) -> bool:
        labels, item = self.labels, run[at]
        if here >= 0 and (here == region or region < 0):
            return False
        if labels.is_noble(run, at) and at + 1 < len(run):
            return True
        if item.kind == "initial":
            return True
        return item.text in labels.names.given and item.text not in labels.offices.complement

    def _is_office_region(self, run: Sequence[Item], at: int, kind: Class, region: int) -> bool:
        """Tell whether the region at `at` is the office's, not a name like a place's."""
        if kind == "national":
            return False
        return region < 0 or self.labels.region(run[at]) == region

    def _goes_on(self, items: Sequence[Item], at: int) -> bool:
        item = items[at]
        if item.text.lower() in self.labels.offices.connectors and at + 1 < len(items):
            item = items[at + 1]
        if item.start in self.labels.heads or self.labels.region(item) >= 0:
            return False
        is_field = self.labels.is_office_word(item) or self.labels.is_weak_office_word(item)
        return item.is_capitalised and is_field and not self.labels.is_acronym(item)

    def _decide(
        self,
        items: Sequence[Item],
        run: int,
        split: int,
        kind: Class,
        *,
        sure: bool,
        apposition: bool,
    ) -> Reading:
        """Choose between the name in the run and the one after the comma."""
        bare = self.name(items, split) if split < run else None
        if bare is not None and not sure and kind == "place" and split == 0:
            split = self._place(items, bare)
            bare = self.name(items, split)
        after = items[run] if run < len(items) else None
        comma = after is not None and after.kind == "comma" and apposition
        apposed = self._apposed(items, run + 1) if comma else None
        if apposed is not None and self._prefers(apposed, bare, split, kind, sure=sure):
            return Reading(tuple(items[:run]), apposed, after)
        if bare is not None and (split or kind != "needy"):
            return Reading(tuple(items[:split]), bare, bare.after)
        return Reading(tuple(items[:run]), None, after)

    def _place(self, items: Sequence[Item], bare: Name) -> int:
        """Return how many words are the place of a "Camat" or "Kepala Desa"."""
        for size in range(min(bare.words - 1, 3), 0, -1):
            if " ".join(item.text for item in items[:size]) in self.places:
                return size
        return 1 if bare.words > 2 else 0

    def _apposed(self, items: Sequence[Item], at: int) -> Name | None:
        """Return the name after the comma, also behind a region: "Bupati Bandung, Jabar, Asep"."""
        if at < len(items) and self.labels.region(items[at]) >= 0:
            region = self.labels.region(items[at])
            behind = at
            while behind < len(items) and self.labels.region(items[behind]) == region:
                behind += 1
            if behind < len(items) and items[behind].kind == "comma":
                at = behind + 1
        return self.name(items, at)

    @staticmethod
    def _prefers(apposed: Name, bare: Name | None, split: int, kind: Class, *, sure: bool) -> bool:
        if bare is None:
            return True
        if sure or bare.titled or kind in ("region", "national") or bare.known:
            return False
        if apposed.titled:
            return True
        return apposed.words > 1 and (split == 0 or bare.words == 1)

    def _skip_titles(self, items: Sequence[Item], at: int) -> tuple[int, bool]:
        titled = False
        while at < len(items):
            rank = self.labels.rank_length(items, at)
            if not rank and not self._is_title(items, at):
                break
            titled = True
            at += rank or 1
            # "Prof., Dr. Ani" and "Ir, Budi" have a comma too much.
            if at + 1 < len(items) and items[at].kind == "comma" and not rank:
                at += self.labels.is_honorific(items[at + 1])
        return at, titled

    def _in_name(self, items: Sequence[Item], first: int, at: int) -> bool:
        labels, item = self.labels, items[at]
        if item.text in labels.names.particles and at > first:
            return at + 1 < len(items) and items[at + 1].is_capitalised
        if at == first and labels.is_noble(items, at):
            return True
        if not item.is_capitalised or item.start in labels.heads:
            return False
        if item.text in labels.names.not_names or item.text.rstrip(".") in labels.offices.acting:
            return False
        return not (at > first and labels.is_degree(item))

    def _is_name(self, words: Sequence[Item], *, titled: bool) -> bool:
        labels = self.labels
        first = words[0]
        if labels.is_noble(words, 0) and len(words) > 1:
            return True
        if len(words) == 1 and (labels.is_noble(words, 0) or first.kind == "initial"):
            return False
        if not titled and labels.is_degree(first):
            return False
        if not titled and labels.is_office_word(first) and first.text not in labels.names.given:
            return False
        if all(labels.is_acronym(word) for word in words):
            return titled and len(first.text) > 3
        return titled or any(labels.region(word) < 0 for word in words)
