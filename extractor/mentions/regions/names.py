"""Where a name of a region stands in the text, whatever it may mean there."""

from collections.abc import Iterator
from dataclasses import dataclass

from extractor.lexicon.regions import Gazetteer, words_of
from extractor.mentions.regions.pieces import BREAK, Pieces

_SMALL = frozenset({"dan", "-", "."})
_NOT_BEFORE = frozenset("._@#")
_LONGEST_SHORT = 7
_SHORTEST_MISSPELT = 6
_LONGEST_MISSPELT = 20
_SURE_SIZE = 8
_SHORTEST_JOINED = 6
_SHORTEST_START = 2
_MOST_PIECES = 6


@dataclass(frozen=True, slots=True)
class Hit:
    """A name at pieces `start:end`, and the codes that it may stand for."""

    start: int
    end: int
    codes: tuple[str, ...]
    key: str


class Names:
    """Finds names by their longest spelling, in capitals or with capital letters."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        # Longest first: `Papua Barat Daya` before `Papua Barat` before `Papua`.
        words = gazetteer.words
        governments = {word: level for word, level in words.governments.items() if level}
        self._asking = {**governments, **words.levels}
        self._heads = frozenset({*words.governments, *words.institutions, *words.offices})
        self._first: dict[str, list[tuple[str, ...]]] = {}
        self._slips: dict[str, list[tuple[str, ...]]] = {}
        self._of_office = {word: level for word, level in words.offices.items() if level}
        known = {*gazetteer.names, *gazetteer.asked}
        for name in sorted(known, key=lambda name: (-len(name), name)):
            self._first.setdefault(name[0], []).append(name)
        self._written = {
            joined: name
            for name in sorted(gazetteer.names)
            if len(joined := _joined(name)) >= _SHORTEST_JOINED and name[0] not in words.levels
        }
        self._starts = {joined[:_SHORTEST_START] for joined in self._written}
        for name in sorted({words_of(region.bare) for region in gazetteer.regions.values()}):
            for variant in _without_one(name[0]) if len(name[0]) >= _SHORTEST_MISSPELT else ():
                self._slips.setdefault(variant, []).append(name)

    def find(self, seen: Pieces) -> list[Hit]:
        """Return the names in order, none inside another."""
        found: list[Hit] = []
        at, size = 1, len(seen.text) - 1
        while at < size:
            hit = self._at(at, seen)
            hit = hit or self._parted(at, seen)
            if hit is None and seen.lower[at - 1] in self._asking:
                hit = self._misspelt(at, seen)
            if hit and self._stands_alone(hit, seen):
                found.append(hit)
                at = hit.end
            else:
                at += 1
        return found

    def _at(self, at: int, seen: Pieces) -> Hit | None:
        if seen.text[at][0].islower() and not self._is_small_head(at, seen):
            return None
        for name in self._first.get(seen.lower[at], ()):
            end = at + len(name)
            if tuple(seen.lower[at:end]) == name and self._is_written_as_name(name, at, seen):
                codes = self.gazetteer.names.get(name) or self._asked(name, at, seen)
                if codes:
                    return Hit(at, end, codes, " ".join(name))
        return None

    def _parted(self, at: int, seen: Pieces) -> Hit | None:
        """`Muko Muko`, `Banyu Wangi`; `Kota Pagaralam`: the words of a name parted, or joined.

        Joined ones may be words of their own ("Batubara" is coal), so a level has to ask for them.
        """
        asked = seen.lower[at - 1] in self._asking
        if not seen.is_capital(at) or seen.lower[at][:_SHORTEST_START] not in self._starts:
            return None
        joined = ""
        for end in range(at, min(at + _MOST_PIECES, len(seen.text))):
            word = seen.text[end]
            if word == "-" and end > at:
                continue
            if not word.isalpha() or not (word[0].isupper() or seen.text[end - 1] == "-"):
                return None
            joined += seen.lower[end]
            name = self._written.get(joined)
            if name and (asked or (end > at and len(joined) >= _SURE_SIZE)):
                return Hit(at, end + 1, self.gazetteer.names[name], " ".join(name))
        return None

    def _asked(self, name: tuple[str, ...], at: int, seen: Pieces) -> tuple[str, ...]:
        """`Kabupaten Kutai`, `Bupati Kutai`: a name of old needs the level that it had."""
        code, word = self.gazetteer.asked[name], seen.lower[at - 1]
        level = self._asking.get(word) or self._of_office.get(word)
        return (code,) if level == self.gazetteer.regions[code].level else ()

    def _is_small_head(self, at: int, seen: Pieces) -> bool:
        """`Provinsi kepulauan Riau`: the small letter is a slip behind a word that asks for it."""
        name = seen.lower[at] in self.gazetteer.words.small_heads
        return name and seen.lower[at - 1] in self._asking and seen.is_capital(at + 1)

    def _is_written_as_name(self, name: tuple[str, ...], at: int, seen: Pieces) -> bool:
        words = seen.text[at : at + len(name)]
        if self._is_small_head(at, seen):
            words = [words[0].title(), *words[1:]]
        if name in self.gazetteer.capitals and seen.lower[at - 1] not in self._asking:
            return all(not word[0].isalpha() or word.isupper() for word in words)
        if len(words) > 1 and words[-1] in self.gazetteer.words.small_ends:
            words = words[:-1]  # "Papua selatan"
        return all(
            not word[0].islower() or word in _SMALL or words[at - 1] == "-"  # "Toli-toli"
            for at, word in enumerate(words)
        )

    def _misspelt(self, at: int, seen: Pieces) -> Hit | None:
        """One slip behind a word that asks for a level: `Pemkab Banudng`, `Provinsi Jambii`."""
        word = seen.lower[at]
        if not _SHORTEST_MISSPELT <= len(word) <= _LONGEST_MISSPELT or not seen.is_capital(at):
            return None
        asking = seen.lower[at - 1]
        meant = {
            name
            for variant in _without_one(word)
            for name in self._slips.get(variant, ())
            if name[1:] == tuple(seen.lower[at + 1 : at + len(name)])
            and self._has_level(name, self._asking[asking])
            # "Kota Borong" is a town, no slip of Sorong; "Kota Badnung" can only be one
            and (asking != "kota" or len(word) >= _SURE_SIZE or sorted(word) == sorted(name[0]))
        }
        longest = [name for name in meant if len(name) == max(map(len, meant))]
        if len(longest) != 1:
            return None
        name = longest[0]
        return Hit(at, at + len(name), self.gazetteer.names[name], " ".join(name))

    def _has_level(self, name: tuple[str, ...], level: str) -> bool:
        codes = self.gazetteer.names[name]
        return any(self.gazetteer.regions[code].level == level for code in codes)

    def _stands_alone(self, hit: Hit, seen: Pieces) -> bool:
        """Not a part of `Jawa-Bali`, `jambi.com` or `@Jambi`, but of `se-Jateng`, `1712/Sarmi`."""
        if seen.glued[hit.start]:
            mark = seen.lower[hit.start - 1]
            if mark in _NOT_BEFORE and not self._shortens(hit.start - 1, seen):
                return False
            if mark == "-" and not self._joins(hit.start - 2, seen):
                return False
        after = hit.end
        if after + 1 < len(seen.text) and seen.glued[after] and seen.glued[after + 1]:
            mark = seen.lower[after]
            if mark in "_@." and seen.text[after + 1][0].isalnum():
                return False
            if mark == "-" and seen.is_capital(after + 1):
                if _opens_line(hit, seen):
                    return True
                is_next = seen.lower[after + 1] in self._heads
                return is_next or self._at(after + 1, seen) is not None
        return True

    def _shortens(self, at: int, seen: Pieces) -> bool:
        """`Kab.Bogor`, `Pemprov.Riau`: the full stop shortens the word of level before it."""
        word = seen.lower[at - 1]
        is_short = seen.lower[at] == "." and len(word) <= _LONGEST_SHORT
        return is_short and word in self._asking and not (at > 1 and seen.lower[at - 2] == ".")

    def _joins(self, before: int, seen: Pieces) -> bool:
        """Whether the word before the hyphen leaves the name alone: `se-Jateng`, `non-DKI`."""
        word = seen.text[before]
        return word[0].islower() or word == "Se" or word.isupper() or self._ends(before, seen)

    def _ends(self, at: int, seen: Pieces) -> bool:
        return any(self._at(start, seen) is not None for start in range(max(1, at - 2), at + 1))


def _opens_line(hit: Hit, seen: Pieces) -> bool:
    """`SEMARANG-Jumlah warga …`: a dateline in capitals, then a word that is not."""
    is_first = seen.lower[hit.start - 1] == BREAK
    names = seen.text[hit.start : hit.end]
    return is_first and "".join(names).isupper() and not seen.text[hit.end + 1].isupper()


def _joined(name: tuple[str, ...]) -> str:
    """Return the letters of a name as one word: `Pak-Pak Bharat` and `Pakpak Bharat` are alike."""
    return "".join(word for word in name if word.isalpha())


def _without_one(word: str) -> Iterator[str]:
    """Yield `word` and each word that it is without one letter.

    Two words that share one of these are a slip apart: a letter changed, lost, doubled or swapped
    (the index of deletions of Garbe's SymSpell).
    """
    yield word
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]
