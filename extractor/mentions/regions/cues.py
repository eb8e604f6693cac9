"""What the words in front of and behind a name say: its level, its cue, or that it is no region."""

from dataclasses import dataclass

from extractor.lexicon.names import name_words
from extractor.lexicon.regions import RegionWords
from extractor.mentions.regions.names import Hit
from extractor.mentions.regions.pieces import Pieces

_BOTH = frozenset({"dan", "/", "maupun", "serta", "&"})
_REACH = 10
_FULL_WORD = 8


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
    """Reads the words around a name."""

    def __init__(self, words: RegionWords) -> None:
        self.words = words
        names = name_words()
        self._persons = names.given
        self._honorifics = names.honorifics

    def is_other(self, hit: Hit, seen: Pieces) -> bool:
        """Tell whether the name belongs to something else: `Jalan Bandung`, `Bali United`."""
        at = self._skip_dot(hit.start - 1, seen)
        word = seen.lower[at]
        if word in self.words.blockers:
            return True
        if seen.is_capital(at) and (word in self.words.title_blockers or self._is_person(at, seen)):
            return True
        return self._in_body(at, seen) or self._is_followed(hit, seen)

    def before(self, hit: Hit, seen: Pieces) -> Cue:
        """Return the cue in front of `hit`."""
        at = hit.start - 1
        if seen.lower[at] == "-" and seen.glued[at] and seen.lower[at - 1] == "se":
            return Cue("scope", "", at - 1)
        kind, level, begin = "", "", hit.start
        if bracket := self._bracketed(at, seen):
            kind, level, at = "government", bracket, at - 3
        at = self._skip_dot(at, seen)
        while seen.lower[at] in self.words.level_fillers:
            at -= 1
        word = seen.lower[at]
        if word in self.words.levels and not (word == "kota" and seen.lower[at - 1] == "ibu"):
            if word == "kota" and seen.lower[at - 1] == "wali":
                return Cue("office", "city", hit.start)
            return self._behind_level(at, kind, seen)
        if kind:
            return self._government(at, level, begin, seen)
        return self._without_level(at, hit.start, seen)

    def _behind_level(self, at: int, kind: str, seen: Pieces) -> Cue:
        """`Pemerintah Kota X`, `Dinas Sosial Kota X`, `Kota dan Kabupaten X`, `se-Kota X`."""
        level, before = self.words.levels[seen.lower[at]], seen.lower[at - 1]
        if before == "-" and seen.glued[at] and seen.lower[at - 2] == "se":
            return Cue("scope", level, at - 2)
        other = self.words.levels.get(seen.lower[at - 2], "")
        if before in _BOTH and other and other != level:
            return Cue(kind or "level", level, at, other, at - 2)
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
        word = seen.lower[at]
        if word in self.words.government_fillers and seen.lower[at - 1] in self.words.governments:
            return Cue("government", "", at - 1)
        if word in self.words.governments:
            return Cue("government", self.words.governments[word], at)
        if word == ")" and seen.lower[at - 2] == "(" and seen.lower[at - 1] in self.words.offices:
            return Cue("office", self.words.offices[seen.lower[at - 1]], start)
        if word in self.words.offices:
            return Cue("office", self.words.offices[word], start)
        return self._institution(at, start, seen)

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

    def _skip_dot(self, at: int, seen: Pieces) -> int:
        # "Kab. Kediri", but not "lima kota. Kediri": a full word ends its sentence.
        dotted = seen.lower[at] == "." and seen.glued[at] and seen.lower[at - 1] != "kota"
        return at - 1 if dotted and len(seen.lower[at - 1]) < _FULL_WORD else at

    def _is_person(self, at: int, seen: Pieces) -> bool:
        """`Sri Kediri`, `Pak Bandung`: a given name or a form of address in front."""
        return seen.text[at] in self._persons or seen.lower[at] in self._honorifics

    def _in_body(self, at: int, seen: Pieces) -> bool:
        """`Universitas Negeri Semarang`, but not `Universitas Jember, Kabupaten Jember`."""
        for place in range(at, max(0, at - 5), -1):
            word = seen.lower[place]
            if word in self.words.body_blockers:
                return True
            if word in self.words.levels or word in self.words.governments:
                return False
            if not (seen.is_capital(place) or word.isdigit()):
                return False
        return False

    def _is_followed(self, hit: Hit, seen: Pieces) -> bool:
        after = seen.lower[hit.end]
        if seen.is_capital(hit.end) and after in self.words.followers:
            return True
        return any(
            tuple(seen.lower[start : start + len(pair)]) == pair
            for pair in self.words.pairs
            for start in range(max(0, hit.end - len(pair)), hit.start + 1)
        )
