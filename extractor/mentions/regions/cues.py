"""What the words in front of a name say: its level, its cue, where the mention starts."""

from dataclasses import dataclass, replace

from extractor.lexicon.regions import RegionWords
from extractor.mentions.regions.names import Hit
from extractor.mentions.regions.others import skip_dot
from extractor.mentions.regions.pieces import Pieces

_BOTH = frozenset({"dan", "/", "-", "maupun", "serta", "&", "atau"})
_REACH = 10
INSIDE = "inside"


@dataclass(frozen=True, slots=True)
class Cue:
    """What stands in front of a name: its kind, the level it asks for, where the mention starts.

    `other` is the second level of `Kota dan Kabupaten Kediri`, `other_at` where that stands.
    """

    kind: str
    level: str
    start: int
    other: str = ""
    other_at: int = -1


class Cues:
    """Reads the words in front of a name."""

    def __init__(self, words: RegionWords) -> None:
        self.words = words

    def before(self, hit: Hit, seen: Pieces) -> Cue:
        """Return the cue in front of `hit`."""
        at = hit.start - 1
        if (scope := self._scope(at, seen)) >= 0:
            return Cue("scope", "", scope)
        kind, level, begin = "", "", hit.start
        if bracket := self._bracketed(at, seen):
            kind, level, at = "government", bracket, at - 3
        at = skip_dot(at, seen)
        while seen.lower[at] in self.words.level_fillers:
            at -= 1
        word = seen.lower[at]
        if word in self.words.levels and not (word == "kota" and seen.lower[at - 1] == "ibu"):
            if word == "kota" and seen.lower[at - 1] == "wali":
                return self._of_two("office", "city", at - 1, hit.start, seen)
            return self._behind_level(at, kind, seen)
        if kind:
            return self._government(at, level, begin, seen)
        cue = self._without_level(at, hit.start, seen)
        if cue.kind == "institution":
            return self._police(hit, at, cue, seen)
        return cue

    def _scope(self, at: int, seen: Pieces) -> int:
        """The start of `se-Jateng`, also as `se Jateng` and `se–Jateng`; -1 without it."""
        if seen.lower[at] in "-–" and seen.lower[at - 1] == "se" and seen.glued[at]:
            return at - 1
        return at if seen.lower[at] == "se" else -1

    def _behind_level(self, at: int, kind: str, seen: Pieces) -> Cue:
        """`Pemerintah Kota X`, `Dinas Sosial Kota X`, `Kota dan Kabupaten X`, `se-Kota X`."""
        level, before = self.words.levels[seen.lower[at]], seen.lower[at - 1]
        if (scope := self._scope(at - 1, seen)) >= 0:
            return Cue("scope", level, scope)
        beside = skip_dot(at - 2, seen)  # "Kab./Kota Bogor"
        other = self.words.levels.get(seen.lower[beside], "")
        if before in _BOTH and other and other != level:
            return Cue(kind or "level", level, at, other, beside)
        filled = before in self.words.government_fillers
        if filled and seen.lower[at - 2] in self.words.governments:
            at -= 1  # "Pemerintah Daerah Kota X", but not "Sekretaris Daerah Kota X"
            before = seen.lower[at - 1]
        if before in self.words.governments:
            return Cue("government", level, at - 1)
        found = self._without_level(at - 1, at, seen)
        # Only a plain level is in question: "Sekda Kota X" is an office, "Dinas Y Kota X" a body.
        attached = found.kind in ("office", "institution")
        return Cue(found.kind if attached else kind or "level", level, at)

    def _government(self, at: int, level: str, begin: int, seen: Pieces) -> Cue:
        word = seen.lower[at]
        return Cue("government", level, at if word in self.words.governments else begin)

    def _without_level(self, at: int, start: int, seen: Pieces) -> Cue:
        words = self.words
        while seen.lower[at] in words.office_fillers:
            at -= 1  # "Bupati terpilih X"
        word = seen.lower[at]
        if word in words.government_fillers and seen.lower[at - 1] in words.governments:
            return Cue("government", "", at - 1)
        if word in words.governments:
            return self._of_two("government", words.governments[word], at, at, seen)
        if word == ")" and seen.lower[at - 2] == "(":
            # "Wali Kota (Wako) X" as well as "Bupati (Plt) X"
            levels = [self._office(place, seen) for place in (at - 1, at - 3)]
            if found := [level for level in levels if level is not None]:
                return Cue("office", found[0], start)
        if word in words.offices:
            return self._of_two("office", words.offices[word], at, start, seen)
        return self._institution(at, start, seen)

    def _office(self, at: int, seen: Pieces) -> str | None:
        """The level of the office that ends at `at`, "" if it is open; None if there is none."""
        if seen.lower[at] == "kota" and seen.lower[at - 1] == "wali":
            return "city"
        return self.words.offices.get(seen.lower[at])

    def _of_two(self, kind: str, level: str, at: int, start: int, seen: Pieces) -> Cue:
        """`Pemkab dan Pemkot X`, `Bupati dan Wali Kota X`: both namesakes are meant."""
        if level and seen.lower[at - 1] in _BOTH:
            is_office = kind == "office"
            governments = self.words.governments
            other = self._office(at - 2, seen) if is_office else governments.get(seen.lower[at - 2])
            if other and other != level:
                return Cue(kind, level, start, other, at - 2)
        return Cue(kind, level, start)

    def _police(self, hit: Hit, at: int, cue: Cue, seen: Pieces) -> Cue:
        """`Polres Kediri Kota` is of the city, `Polres Kediri` of the regency beside it."""
        if seen.lower[at] in self.words.police_fillers:
            at -= 1  # "Polres Metro Bekasi"
        level = self.words.police.get(seen.lower[at])
        if level is None:
            return cue
        is_urban = seen.lower[hit.end] == "kota" and seen.is_capital(hit.end)
        return replace(cue, level="city" if is_urban else level)

    def _institution(self, at: int, start: int, seen: Pieces) -> Cue:
        """`Dinas Lingkungan Hidup (DLH) Kaltim`: over the words of the body's name to its head."""
        words, first = self.words, at
        for place in range(at, max(0, at - _REACH), -1):
            word = seen.lower[place]
            if seen.is_capital(place):
                if word in words.institutions:
                    level = words.institutions[word] if place == first else ""
                    return Cue("institution", level, start)
            elif not (
                word in words.institution_fillers or word in "()/" or seen.text[place][0].isdigit()
            ):
                break
        return Cue("bare", "", start)

    def _bracketed(self, at: int, seen: Pieces) -> str:
        """The level in `Pemerintah Kota (Pemkot) Kediri`."""
        if seen.lower[at] == ")" and seen.lower[at - 2] == "(":
            return self.words.governments.get(seen.lower[at - 1], "")
        return ""
