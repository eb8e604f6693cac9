"""Splitting office and name: "Kepala Dinas PUPR | Konstan Merne"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.lexicon.offices import Class
from extractor.lexicon.verbs import speech_words
from extractor.mentions.officials.evidence import Evidence
from extractor.mentions.officials.labels import Labels
from extractor.mentions.officials.lexing import Item, lex
from extractor.mentions.officials.names import MAX_NAME, Name, Names
from extractor.mentions.officials.splitting import Splitter

_ORDINAL = re.compile(r"ke-(?:\d{1,3}|[IVX]{1,6})")
# "Rumah Dinas Bupati Jalan Ahmad Yani"
_STREETS = frozenset(("jalan", "jl", "jln", "gang"))
_MAX_JOINED = 4


@dataclass(frozen=True, slots=True)
class Reading:
    """An office and, when one was found, its name; `after` is the item that ended the office."""

    parts: tuple[Item, ...]
    name: Name | None
    after: Item | None
    whole: tuple[Item, ...] = ()
    """The office when the words of the name are its own too."""

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the complement, without brackets."""
        return tuple(item.text for item in self.parts if item.kind != "bracket")


class Grammar:
    """Reads what follows the head of an office."""

    def __init__(self, text: str, labels: Labels, evidence: Evidence) -> None:
        self.text = text
        self.labels = labels
        self.called = evidence.called
        self.splitter = Splitter(labels, evidence)
        self.names = Names(labels, self.splitter.bodies)
        self.verbs, self.occasions = speech_words().active, speech_words().circumstances

    def read(self, start: int, kind: Class, *, apposition: bool) -> Reading:
        """Return the reading of what follows a head of class `kind` that ends at `start`.

        With `apposition` a name may follow a comma: "Kepala BPS, Ratna".
        """
        items = list(lex(self.text, start))
        run = self._run(items, 0)
        for _ in range(_MAX_JOINED):
            split, sure = self.splitter.split(items[:run], kind)
            after = items[run] if run < len(items) else None
            if split < run or after is None or after.kind != "comma" or run + 1 >= len(items):
                break
            # "Dinas Pemberdayaan Perempuan, Perlindungan Anak, dan Keluarga Berencana"
            if not self._goes_on(items, run + 1):
                break
            run = self._run(items, run + 2)
        return self._decide(items, run, split, kind, sure=sure, apposition=apposition)

    def _run(self, items: Sequence[Item], at: int) -> int:
        """Return where the run of capitalised words, numbers, brackets and connectors ends."""
        while at < len(items) and self._runs_on(items[at], items[at + 1 : at + 2]):
            at += 1
        return at

    def _runs_on(self, item: Item, following: Sequence[Item]) -> bool:
        labels, offices = self.labels, self.labels.offices
        if item.text.lower() in offices.connectors:
            return any(f.is_capitalised and f.start not in labels.heads for f in following)
        if item.text in offices.origins:
            # "Anggota DPR RI dari Fraksi PKB"
            return any(after.text in offices.origin_words for after in following)
        if item.kind in ("comma", "stop"):
            return False
        if item.kind == "number" and item.text.endswith("."):
            return not any(f.is_capitalised for f in following)  # "Komisaris 2. Rina Astuti"
        if _ORDINAL.fullmatch(item.text):
            return True
        if labels.is_spoken_level(item) and following:
            # "Kepala Ombudsman RI perwakilan Maluku", "Kepala Dinas Kehutanan provinsi, Asep"
            return following[0].kind == "comma" or labels.region(following[0]) >= 0
        if item.text.islower() and not labels.is_honorific(item):
            return item.text in labels.names.particles
        if item.text in labels.names.noble and any(f.is_capitalised for f in following):
            return True  # "Gubernur NTB Lalu Setia", though "lalu" is a word too
        return item.text not in labels.names.not_names or self._is_level(item)

    def _is_level(self, item: Item) -> bool:
        offices = self.labels.offices
        return item.text.lower() in offices.levels or item.text in offices.complement

    def _goes_on(self, items: Sequence[Item], at: int) -> bool:
        item = items[at]
        if item.text.lower() in self.labels.offices.connectors and at + 1 < len(items):
            item = items[at + 1]
        if item.start in self.labels.heads or self.labels.region(item) >= 0:
            return False
        is_field = self.labels.is_office_word(item) or self.labels.is_weak_office_word(item)
        is_name = self.labels.is_acronym(item) or item.text in self.labels.names.articles
        is_name = is_name or item.text in self.labels.names.given
        return item.is_capitalised and is_field and not is_name

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
        bare = self.names.read(items, split) if split < run else None
        if bare is not None and not sure and kind == "place" and split == 0:
            split = self.splitter.place(items, bare.words)
            bare = self.names.read(items, split)
            if bare is not None and bare.words == 1 and self._is_place(items[split], bare):
                split, bare = split + 1, None
        after = items[run] if run < len(items) else None
        comma = after is not None and after.kind == "comma" and apposition
        apposed = self._apposed(items, run + 1) if comma else self._held_by(items, run)
        if apposed is not None and self._prefers(
            apposed, bare, split, kind, sure=sure, says=self._says(items, apposed), comma=comma
        ):
            return Reading(tuple(items[:run]), apposed, after)
        if bare is not None and self._spells(items[:run], bare):
            return Reading(tuple(items[:run]), None, after)
        if bare is not None and split and items[split - 1].text.lower() in _STREETS:
            return Reading(tuple(items[:split]), None, bare.after)
        if bare is not None and (split or kind != "needy"):
            whole = tuple(item for item in items[: split + MAX_NAME] if item.end <= bare.end)
            return Reading(tuple(items[:split]), bare, bare.after, whole)
        return Reading(tuple(items[:run]), None, after)

    @staticmethod
    def _spells(run: Sequence[Item], bare: Name) -> bool:
        """Tell whether an acronym behind the name is of it and the office: "… Raya Motor (SRM)"."""
        if not run or run[-1].kind != "bracket":
            return False
        letters = [char for char in run[-1].text if char.isupper()]
        words = [item for item in run[:-1] if item.is_capitalised][-len(letters) :]
        longer = len(words) > bare.words and bool(words) and words[0].start < bare.start
        ends = bool(words) and words[-1].end == bare.end
        return longer and ends and [word.text[0] for word in words] == letters

    def _is_place(self, item: Item, bare: Name) -> bool:
        return not bare.titled and self.splitter.is_place(item)

    def _apposed(self, items: Sequence[Item], at: int) -> Name | None:
        """Return the name after the comma, also behind a region: "Bupati Bandung, Jabar, Asep"."""
        if at < len(items) and self.labels.region(items[at]) >= 0:
            region = self.labels.region(items[at])
            behind = at
            while behind < len(items) and self.labels.region(items[behind]) == region:
                behind += 1
            if behind < len(items) and items[behind].kind == "comma":
                at = behind + 1
        name = self.names.read(items, at)
        return None if name is not None and self._is_listed(name, items) else name

    def _held_by(self, items: Sequence[Item], at: int) -> Name | None:
        """Return the name in "Kapolres Jombang dijabat (oleh) AKBP Fajar Setia"."""
        held, links = False, self.labels.offices
        while at < len(items) and items[at].text in links.holding | links.before_holding:
            held = held or items[at].text in links.holding
            at += 1
        name = self.names.read(items, at) if held and at < len(items) else None
        return name if name is not None and (name.titled or name.known) else None

    def _says(self, items: Sequence[Item], name: Name) -> bool:
        """Tell whether the name speaks: "Ketua Danau Biru, Armin, mengatakan"."""
        behind = [item for item in items if item.start >= name.end]
        while behind and (behind[0].kind == "comma" or self.labels.is_degree(behind[0])):
            behind = behind[1:]
        return bool(behind) and (behind[0].text in self.verbs or behind[0].text in self.occasions)

    def _is_listed(self, name: Name, items: Sequence[Item]) -> bool:
        """Tell whether the one word is a field in a list: "Media, Event & Community"."""
        if name.words > 1 or name.known or name.after is None:
            return False
        if name.after.start in self.labels.heads:
            return True  # a misspelt title: "Pk Bupati"
        if name.after.text.lower() not in self.labels.offices.connectors:
            return False
        behind = [item for item in items if item.start > name.after.start][:1]
        return any(item.is_capitalised and item.start not in self.labels.heads for item in behind)

    @staticmethod
    def _prefers(
        apposed: Name,
        bare: Name | None,
        split: int,
        kind: Class,
        *,
        sure: bool,
        says: bool,
        comma: bool,
    ) -> bool:
        if bare is None:
            return True
        if sure or bare.titled or bare.known:
            return False
        ends = apposed.after is None or apposed.after.text == "."
        if comma and apposed.words > 1 and apposed.goes_on and not (ends and kind == "region"):
            return True  # "Wali Kota Los Angeles, Karen Bass, mengecam"; a list has "dan"
        if kind in ("region", "national"):
            return False
        if apposed.titled or says:
            return True
        return apposed.words > 1 and (split == 0 or bare.words == 1)
