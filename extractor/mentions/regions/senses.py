"""Which region a name means, where it may mean several: decided in order of precision."""

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from extractor.lexicon.ranks import rank_words
from extractor.lexicon.regions import Gazetteer, Region
from extractor.mentions.regions.classes import classes, level_at
from extractor.mentions.regions.cues import Cue
from extractor.mentions.regions.headings import Headings
from extractor.mentions.regions.names import Hit
from extractor.mentions.regions.pieces import BREAK, Pieces

_LONGEST_GAP = 14
_LONGEST_BRACKET = 8
_CLOSING = {"(": ")", "“": "”", '"': '"', "'": "'", "‘": "’"}
_COUNT_REACH = 25
_MIXED = frozenset({"dan", "/", "/kota", "atau"})
_MANY = 3
_MANY_DIGITS = (2, 3)
_AMONG = frozenset({"dari", "di", "antara"})
# Where the article comes from, or what a body is called after, says little of its regions.
_ASIDE = frozenset({"dateline", "inside"})


@dataclass(slots=True)
class Reading:
    """A name under decision: `codes` are those still possible, the likeliest first.

    It is `open` while nothing may settle it: no region of the level that is asked for bears the
    name ("Kabupaten Surabaya"), or several do ("Kabupaten Mura"). "Kota Sleman" is the town of its
    regency where the article names that as well. `role` is what it does where it is no subject
    (see `Roles`).
    """

    hit: Hit
    cue: Cue
    codes: tuple[str, ...]
    linked: str = ""
    guessed: bool = False
    open: bool = False
    role: str = ""

    @property
    def settled(self) -> str:
        """The code, when only one is left."""
        return self.codes[0] if len(self.codes) == 1 and not self.open else ""


class Senses:
    """Settles the readings of one article."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._regions = gazetteer.regions
        self._words = gazetteer.words

    def settle(self, readings: list[Reading], seen: Pieces) -> None:
        """Leave one code in each reading; `guessed` marks those that only a default decided."""
        self._link(readings, seen)
        self._by_list(readings, seen)
        self._by_neighbours(readings)
        self._by_class(readings, seen)
        self._by_contrast(readings, seen)
        for reading in readings:
            if reading.cue.kind == "dateline":
                reading.codes = reading.codes[:1]
            elif not reading.settled and self._is_within(reading.hit, seen):
                self._keep(reading, "province")
        self._by_article(readings, seen)
        self._by_default(readings, seen)

    def _link(self, readings: list[Reading], seen: Pieces) -> None:
        """Note what joins each name to the one before in a list: `,`, `dan`, or nothing."""
        for one, other in pairwise(readings):
            other.linked = self._joint(one.hit.end, other.cue.start, seen)

    def _joint(self, start: int, end: int, seen: Pieces) -> str:
        if not 0 < end - start <= _LONGEST_GAP:
            return ""
        joint, at = "", start
        while at < end:
            word = seen.lower[at]
            if word in _CLOSING:
                at = _close(seen, at, end)
                if at < 0:
                    return ""
            elif word in self._words.separators:
                joint = word if joint in ("", ",", ";") else joint
            else:
                return ""
            at += 1
        return joint

    def _by_list(self, readings: list[Reading], seen: Pieces) -> None:
        """`Kota Blitar, Kediri, dan Malang`: the level in front holds for the whole list."""
        level, kind, first = "", "", True
        headings = Headings(self._words)
        for at, reading in enumerate(readings):
            own = reading.cue
            if own.kind not in ("bare", "dateline") or not reading.linked:
                level, kind, first = own.level, own.kind, True
                if not level and own.kind == "bare":
                    before = readings[at - 1].hit if at else None
                    level, kind = self._introduced(reading.hit, before, seen), "bare"
                    if not reading.settled:
                        level = level or headings.level(reading.hit, seen)
                    self._keep(reading, level)
                continue
            if first and self._is_apposition(at, readings):
                self._keep(reading, "province")
                level = ""
            elif self._keep(reading, level) or (
                kind == "institution" and not level and reading.linked != ","
            ):
                reading.cue = Cue(kind, level, own.start)
            else:
                level, kind = "", ""
            first = False

    def _is_apposition(self, at: int, readings: list[Reading]) -> bool:
        """`Kabupaten Muaro Jambi, Jambi`: the province of the region just named."""
        reading, before = readings[at], readings[at - 1].settled
        is_last = at + 1 == len(readings) or not readings[at + 1].linked
        is_home = any(self._gazetteer.lies_in(before, code) for code in reading.codes)
        return is_last and reading.linked == "," and is_home

    def _introduced(self, hit: Hit, before: Hit | None, seen: Pieces) -> str:
        """`tiga kota, yakni Kediri, Malang, dan Madiun`; `dua kabupaten di NTT (Kupang, Belu)`.

        What qualifies them may stand between: `lima kabupaten dengan IPM tertinggi yakni Kudus, …`.
        """
        at, words = hit.start - 1, self._words
        while at > 0 and hit.start - at < 6 and seen.lower[at] in words.introducers:
            at -= 1
        if at == hit.start - 1:
            return ""
        if before is not None and before.end == at + 1:
            at = before.start - (2 if seen.lower[before.start - 1] == "di" else 1)
        if seen.lower[at - 1] in ("ibu", "wali"):
            return ""
        return words.levels.get(seen.lower[at], "") or self._counted(at, seen)

    def _counted(self, at: int, seen: Pieces) -> str:
        """Return the level of those counted before the piece `at` in its sentence, "" for none."""
        for place in range(at, max(1, at - _COUNT_REACH), -1):
            word, before = seen.lower[place], seen.lower[place - 1]
            if word in (BREAK, ".", ";"):
                return ""
            counted = before.isdecimal() or before in rank_words().cardinals
            if counted and (level := self._words.levels.get(word, "")):
                return level if seen.lower[place + 1] not in _MIXED else ""
        return ""

    def _by_contrast(self, readings: list[Reading], seen: Pieces) -> None:
        """`Sorong 2,20 persen dan Kabupaten Sorong 1,98`: each of two has a value of its own."""
        valued = [reading for reading in readings if _has_value(reading.hit.end, seen)]
        for one, other in pairwise(valued):
            pair = sorted((one, other), key=lambda reading: reading.cue.kind == "level")
            bare, told = pair
            if (bare.cue.kind, told.cue.kind) != ("bare", "level") or not told.settled:
                continue
            left = tuple(code for code in bare.codes if code != told.settled)
            if bare.hit.key == told.hit.key and left:
                bare.codes = left

    def _by_neighbours(self, readings: list[Reading]) -> None:
        """`Bali, Yogyakarta, dan Banten`: among provinces a namesake is the province."""
        for run in runs(readings):
            levels = {self._regions[r.settled].level for r in run if r.settled}
            if levels == {"province"}:
                for member in run:
                    self._keep(member, "province")
            elif levels == {"regency", "city"}:
                self._before_cities(run)

    def _before_cities(self, run: list[Reading]) -> None:
        """`Banyumas, Pekalongan, dan Kota Magelang`: who says `Kota` here means it there."""
        named = [at for at, r in enumerate(run) if r.cue.kind == "level" and r.cue.level == "city"]
        bare = run[: named[0]] if named else []
        levels = {self._regions[r.settled].level for r in bare if r.settled}
        if levels == {"regency"}:
            for member in bare:
                self._keep(member, "regency")

    def _by_class(self, readings: list[Reading], seen: Pieces) -> None:
        """`Pada klaster kota, Surabaya unggul, diikuti Tangerang`: the class holds its sentence."""
        held = classes(self._words, seen)
        for reading in readings:
            if not reading.settled and reading.cue.kind == "bare":
                self._keep(reading, level_at(reading.hit.start, held))

    def _is_within(self, hit: Hit, seen: Pieces) -> bool:
        """`kabupaten lain di Jambi`: the province is where regions lie."""
        at = hit.start - 1
        if seen.lower[at] != "di":
            return False
        at -= 2 if seen.lower[at - 1] in ("lain", "lainnya") else 1
        return seen.lower[at] in self._words.within

    def _by_article(self, readings: list[Reading], seen: Pieces) -> None:
        """After `Pemkab Bandung`, plain `Bandung` is the same; otherwise the province decides."""
        named = Counter(r.settled for r in readings if r.settled and r.cue.kind not in _ASIDE)
        lines = Counter(r.settled for r in readings if r.settled and r.cue.kind == "dateline")
        provinces = Counter(code[:2] for code in named.elements())
        level = self._level_of_offices(seen) if any(not r.settled for r in readings) else ""
        for reading in readings:
            if reading.open and reading.cue.level == "city":
                reading.open = not named[reading.codes[0]]
            if reading.settled or reading.open:
                continue
            best = max(reading.codes, key=lambda code: named[code])
            if named[best]:
                reading.codes = (best,)
            elif not (level and self._keep(reading, level)):
                best = max(reading.codes, key=lambda code: lines[code])
                if lines[best]:
                    reading.codes = (best,)
            if len({code[:2] for code in reading.codes}) > 1:
                known = max(provinces[code[:2]] for code in reading.codes)
                reading.codes = tuple(c for c in reading.codes if provinces[c[:2]] == known)

    def _level_of_offices(self, seen: Pieces) -> str:
        """The level that `Bupati`, `Pemkab`, `kabupaten itu` tell of the article; "" of several."""
        words, lower = self._words, seen.lower
        text = set(lower)
        said = {**words.offices, **words.governments}
        found = {level for word, level in said.items() if word in text}
        for at, word in enumerate(lower[:-1]):
            if word in words.levels and lower[at - 1] == "wali":
                found.add("city")
            elif word in words.levels and lower[at + 1] in words.pointers:
                found.add(words.levels[word] if lower[at - 1] != "ibu" else "")
        found -= {"", "province"}
        return found.pop() if len(found) == 1 else ""

    def _by_default(self, readings: list[Reading], seen: Pieces) -> None:
        """Without any evidence a bare name is the city, or the province that has its very name.

        Not where cities are compared: `Dari 90 kota … Di Jambi inflasi terendah` is the city.
        """
        among_cities = self._counts_cities(seen)
        settled = {r.settled for r in readings if r.settled}
        provinces = sum(1 for code in settled if "." not in code)
        is_of_provinces = provinces >= _MANY and provinces > len(settled) - provinces
        for reading in readings:
            if reading.settled or reading.open:
                continue
            reading.guessed = True
            levels = {self._regions[code].level for code in reading.codes}
            reading.open = len(levels) == 1
            last = self._regions[reading.codes[-1]]
            namesake = not among_cities and _is_namesake(last, reading.hit)
            if last.level == "province" and (is_of_provinces or namesake):
                reading.codes = (last.code, *reading.codes[:-1])

    def _counts_cities(self, seen: Pieces) -> bool:
        """Whether prices are told of many cities, and not of provinces: `Dari 82 kota`."""
        levels, lower = self._words.levels, seen.lower
        counted = {
            levels[lower[at + 1]]
            for at, word in enumerate(lower[:-2])
            if len(word) in _MANY_DIGITS
            and word.isdecimal()
            and lower[at - 1] in _AMONG
            and seen.text[at + 1] in levels
            and lower[at + 2] not in _MIXED
        }
        priced = not self._words.priced.isdisjoint(lower)
        return priced and "city" in counted and "province" not in counted

    def _keep(self, reading: Reading, level: str) -> bool:
        if reading.open:
            return reading.cue.level == level
        kept = tuple(code for code in reading.codes if self._regions[code].level == level)
        reading.codes = kept or reading.codes
        return bool(kept)


def runs(readings: list[Reading]) -> list[list[Reading]]:
    """Return the readings in lists as they are linked: `A, B, dan C` is one."""
    found: list[list[Reading]] = []
    for reading in readings:
        if reading.linked and found:
            found[-1].append(reading)
        else:
            found.append([reading])
    return found


def _is_namesake(province: Region, hit: Hit) -> bool:
    return province.bare.lower() == hit.key


def _has_value(at: int, seen: Pieces) -> bool:
    """Tell whether a number stands right behind, perhaps in a bracket: `Sorong (2,20`."""
    at += seen.lower[at : at + 1] == ["("]
    return at < len(seen.lower) and seen.lower[at][:1].isdigit()


def _close(seen: Pieces, at: int, end: int) -> int:
    """The place of the mark that closes the one at `at`, or -1: `(82,1)` is passed over."""
    mark = _CLOSING[seen.lower[at]]
    for place in range(at + 1, min(end, at + _LONGEST_BRACKET)):
        if seen.lower[place] == mark:
            return place
        if seen.lower[place] == BREAK:
            break
    return -1
