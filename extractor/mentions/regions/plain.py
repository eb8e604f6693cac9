"""Which names are only words here: `Batu pertama diletakkan`, `ujar Bima`."""

import re

from extractor.lexicon.regions import RegionWords
from extractor.mentions.regions.cues import INSIDE
from extractor.mentions.regions.pieces import BREAK, Pieces
from extractor.mentions.regions.senses import Reading, runs

_BARE = "bare"
_SURE_RUN = 3
_LONGEST_ACRONYM = 8
_DECIMAL = re.compile(r"\d{1,3}[.,]\d{1,4}")


class Plain:
    """Tells names that are also words, or names of persons, from regions."""

    def __init__(self, words: RegionWords) -> None:
        self.words = words

    def without(self, readings: list[Reading], seen: Pieces) -> list[Reading]:
        """Return `readings` without those that are no names of regions here."""
        weak = self.words.weak
        if not any(reading.hit.key in weak for reading in readings):
            return readings
        sure = {
            reading.codes[0]
            for reading in readings
            if reading.cue.kind != INSIDE
            and (reading.hit.key not in weak or reading.cue.kind != _BARE)
        }
        kept = []
        for run in runs(readings):
            firm = [reading.codes[0] in sure or self._is_told(reading, seen) for reading in run]
            is_listed = len(run) > 1 and (any(firm) or self._is_list_of_names(run))
            kept += [
                reading for reading, is_firm in zip(run, firm, strict=True) if is_firm or is_listed
            ]
        return kept

    def _is_list_of_names(self, run: list[Reading]) -> bool:
        """`Landak, Kuningan, dan Buru`, but not three persons: `Bima, Agam, dan Lingga`."""
        names = [reading for reading in run if reading.hit.key not in self.words.personal]
        return len(names) >= _SURE_RUN

    def _is_told(self, reading: Reading, seen: Pieces) -> bool:
        """Tell whether the words around a name say that it is a region."""
        hit = reading.hit
        if reading.cue.kind == INSIDE:
            return False  # "PT Batubara": which word it is, nothing tells
        if self._is_measured(hit.start, hit.end, seen):
            return True
        if self._goes_on(hit.end, seen):
            return False
        before = seen.lower[hit.start - 1]
        is_place = hit.key in self.words.never_located
        if before in self.words.locatives:
            return not (is_place and before in self.words.prepositions)
        if is_place:
            return False  # "kawasan Puncak"
        # "sedangkan Kudus turun": a capital amid plain words
        is_amid = before == "," or seen.text[hit.start - 1].islower()
        return is_amid and hit.key not in self.words.personal and not seen.text[hit.start].isupper()

    def _is_measured(self, start: int, end: int, seen: Pieces) -> bool:
        """`Nilai Batu (81,2)`, `IPM Bone 2024`, `Batu: 81,2`, `3. Batu 81,2`, a cell above 81,2."""
        after = seen.lower[end]
        is_cell = after == seen.lower[start - 1] == BREAK and end + 1 < len(seen.lower)
        at = end + 1 if after in ("(", ":", "=", "|") or is_cell else end
        if _DECIMAL.fullmatch(_number(at, seen)):
            return True
        before = seen.text[start - 1]
        is_measure = before.lower() in self.words.measures or (
            1 < len(before) < _LONGEST_ACRONYM
            and before.isupper()
            and not seen.text[start].isupper()
            and seen.lower[start] not in self.words.personal
        )
        return is_measure and not self._goes_on(end, seen)

    def _goes_on(self, end: int, seen: Pieces) -> bool:
        """`Batang Kuis`, `Bima Arya`: a longer name."""
        word = seen.lower[end]
        known = word in self.words.holding or word in self.words.plain_words
        return seen.is_capital(end) and not known


def _number(at: int, seen: Pieces) -> str:
    """The number that begins at `at` with all its glued pieces, "" without one."""
    if not seen.text[at][0].isdigit():
        return ""
    number = seen.text[at]
    for place in range(at + 1, min(at + 3, len(seen.text))):
        if not seen.glued[place]:
            break
        number += seen.text[place][:_LONGEST_ACRONYM]
    return number
