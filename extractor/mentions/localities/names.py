"""Localities as they stand in the text: a class word and a name, a list behind one class word."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from extractor.lexicon.localities import locality_codes, locality_key, locality_words
from extractor.lexicon.names import name_words
from extractor.lexicon.organisations_open import open_words
from extractor.lexicon.region_names import region_name
from extractor.mentions.kinds import LocalityLevel
from extractor.mentions.surface import Surface

_LONGEST = 5
_UNLISTED = 3
_LONGEST_SHORT = 4
_DOTS = {"district": 2, "village": 3}
_REGENCY = 5
_MOSTLY = 0.6
_NO_NAME_END = "nya"  # "Informasinya" opens a sentence whose stop is missing


@dataclass(frozen=True, slots=True)
class Place:
    """Tokens `start:end`; `codes` are those that the register gives the name, at its level."""

    start: int
    end: int
    name: str
    level: LocalityLevel
    codes: tuple[str, ...]
    bare: str
    """The name without its class word; of a town the whole name."""


def line_starts(seen: Surface) -> list[int]:
    """Return the tokens, but for the first, that begin a line."""
    ends = (at + len(word) for at, word in zip(seen.offsets, seen.words, strict=True))
    gaps = zip(ends, seen.offsets[1:], strict=False)
    return [at for at, (end, start) in enumerate(gaps, 1) if "\n" in seen.text[end:start]]


def _is_capital(words: list[str]) -> bool:
    spelled = [word for word in words if word[0].isalpha()]
    return sum(word[0].isupper() for word in spelled) > _MOSTLY * len(spelled)


class Names:
    """Reads localities off the words of an article."""

    def __init__(self, seen: Surface) -> None:
        self.seen, self.words = seen, seen.words
        self.lexicon, self.stops = locality_words(), open_words().stops
        self.given = name_words().given
        self._lines = [0, *line_starts(seen)]
        self._titles = [
            _is_capital(seen.words[start:end])
            for start, end in pairwise([*self._lines, len(seen.words)])
        ]
        self._classes: dict[str, tuple[LocalityLevel, str]] = {}
        by_level: tuple[tuple[LocalityLevel, Mapping[str, str]], ...] = (
            ("district", self.lexicon.districts),
            ("village", self.lexicon.villages),
            ("unknown", self.lexicon.unsure),
        )
        for level, said in by_level:
            self._classes |= {word: (level, name) for word, name in said.items()}

    def find(self) -> list[Place]:
        """Return what stands behind class words, in order."""
        found: list[Place] = []
        for at in range(len(self.words)):
            if (known := self.class_at(at)) and (not found or at >= found[-1].end):
                found.extend(self._behind(at, *known))
        return found

    def class_at(self, at: int) -> tuple[LocalityLevel, str] | None:
        """Return the level and the full word of the class word at `at`: "Kec." is Kecamatan."""
        word = self.seen.lower[at]
        if word.endswith(".") and len(word) <= _LONGEST_SHORT:  # else it ends a sentence
            word = word[:-1]
        return self._classes.get(word)

    def _behind(self, at: int, level: LocalityLevel, word: str) -> Iterator[Place]:
        begin = at + 1
        if self._word(begin, at) == "." and len(self.words[at]) < _LONGEST_SHORT:
            begin += 1
        while self._word(begin, at).lower() in self.lexicon.fillers:
            begin += 1
        end, codes = self._name(begin, at, level, is_led=self._is_led(at))
        if end == begin:
            return
        bare = self._text(begin, end)
        if level == "unknown" and not codes:
            return
        yield Place(at, end, f"{word} {bare}", level, codes, bare)
        yield from self._listed(end, at, level, word, codes)

    def _listed(
        self, at: int, start: int, level: LocalityLevel, word: str, codes: tuple[str, ...]
    ) -> Iterator[Place]:
        """Yield the further members of "Kecamatan A, B, dan C", all of one regency."""
        members: list[Place] = []
        common = {code[:_REGENCY] for code in codes}
        closed = 0
        while common:
            begin = at
            is_last = False
            if self._word(begin, start) in self.lexicon.list_marks:
                begin += 1
            if self._word(begin, start) in self.lexicon.list_ends:
                begin, is_last = begin + 1, True
            if begin == at or self._opens_region(begin):
                break
            end, found = self._registered(begin, start, level)
            found = tuple(code for code in found if code[:_REGENCY] in common)
            if not found:
                break
            common = {code[:_REGENCY] for code in found}
            bare = self._text(begin, end)
            members.append(Place(begin, end, f"{word} {bare}", level, found, bare))
            at = end
            if is_last:
                closed = len(members)
                break
        yield from members[:closed]

    def _opens_region(self, at: int) -> bool:
        word = self.seen.lower[at] if at < len(self.words) else ""
        return word in {"kabupaten", "kota", "provinsi", "kab", "kab."}

    def _name(
        self, at: int, start: int, level: LocalityLevel, *, is_led: bool
    ) -> tuple[int, tuple[str, ...]]:
        """Return where the name at `at` ends, and its codes; `at` and none when it is no name."""
        if self._word(at, start) in self.lexicon.not_names:
            return at, ()
        end, codes = self._registered(at, start, level)
        if is_led or self._is_title(at):
            return end, codes
        run = at
        while run < at + max(_UNLISTED, end - at + 1) and self._runs_on(run, start, at):
            run += 1
        # A capital more than the register has is part of the name: "Sidorejo Lor".
        return (run, ()) if run > end else (end, codes)

    def _registered(self, at: int, start: int, level: LocalityLevel) -> tuple[int, tuple[str, ...]]:
        """Return the longest name at `at` that the register has at `level`."""
        best: tuple[int, tuple[str, ...]] = (at, ())
        for end in range(at + 1, at + _LONGEST + 1):
            word = self._word(end - 1, start)
            if not word or not (word[0].isupper() or word[0].isdigit() or word in "-'’/"):
                break
            codes = locality_codes(locality_key(self._text(at, end)))
            dots = _DOTS.get(level, 3)
            if word[0].isalnum() and (codes := tuple(c for c in codes if c.count(".") == dots)):
                best = end, codes
        return best if self._word(at, start)[:1].isupper() or best[1] else (at, ())

    def _runs_on(self, at: int, start: int, begin: int) -> bool:
        word = self._word(at, start)
        if word in "-'’" and word:
            return at > begin and self._word(at + 1, start)[:1].isupper()
        if not word[:1].isupper() or word in self.stops or self._opens_region(at):
            return False
        if at > begin and word.endswith(_NO_NAME_END):
            return False
        if self.class_at(at) or (at > begin and word in self.given):
            return False
        return at == begin or not region_name(self.words, at)[1]

    def _is_led(self, at: int) -> bool:
        """`Kepala Desa Sukamaju Hendra Wijaya`: a person's name may follow at once."""
        return at > 0 and self.seen.lower[at - 1] in self.lexicon.chiefs

    def _is_title(self, at: int) -> bool:
        """Tell whether `at` is in a line of capitals, such as a headline."""
        return self._titles[bisect_right(self._lines, at) - 1]

    def _word(self, at: int, start: int) -> str:
        """Return the word at `at`, "" beyond the text or the line that token `start` is on."""
        if at >= len(self.words):
            return ""
        one, other = bisect_right(self._lines, start), bisect_right(self._lines, at)
        return self.words[at] if one == other else ""

    def _text(self, start: int, end: int) -> str:
        last = end - 1
        return self.seen.text[
            self.seen.offsets[start] : self.seen.offsets[last] + len(self.words[last])
        ]
