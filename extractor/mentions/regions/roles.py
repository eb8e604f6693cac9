"""What a name does in its sentence: tells where another lies, or where something was said."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from extractor.lexicon import calendar
from extractor.lexicon.regions import Gazetteer, RegionWords
from extractor.mentions.regions.pieces import BREAK, Pieces
from extractor.mentions.regions.senses import Reading

_BETWEEN = frozenset({",", "(", "-", "–", "—"})
_REACH = 12
_LONGEST_GAP = 2
_LONGEST_TELLING = 10
_DAY = re.compile(r"\(\d{1,2}[/-]\d")


class Roles:
    """Marks the names that are no subject where they stand."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def marked(self, readings: list[Reading], seen: Pieces) -> list[Reading]:
        """Return the readings that name a region here, each with its `role`."""
        pairs = pairwise(readings)
        wrong = {id(one) for one, other in pairs if self._is_elsewhere(one, other, seen)}
        readings = [reading for reading in readings if id(reading) not in wrong]
        self._mark(readings, seen)
        return readings

    def _mark(self, readings: list[Reading], seen: Pieces) -> None:
        """Give each reading its `role`: "apposition", "venue" or ""."""
        for reading in readings:
            if reading.cue.kind in ("bare", "level") and _is_venue(
                reading, seen, self._gazetteer.words
            ):
                reading.role = "venue"
        for at, (one, other) in enumerate(pairwise(readings)):
            after = readings[at + 2] if at + 2 < len(readings) else None
            if self._is_home(one, other, seen) and not self._goes_on(other, after):
                other.role = "venue" if one.role == "venue" else "apposition"

    def _is_home(self, one: Reading, other: Reading, seen: Pieces) -> bool:
        """`Kabupaten Paniai, Papua`, `Mimika (Papua)`: the province, of today or of before.

        Also `Kabupaten Asmat yang masih bagian Papua`, `Papua Selatan (dulu Papua)`.
        """
        gap = seen.lower[one.hit.end : other.cue.start]
        if other.cue.start < one.hit.end or other.cue.kind not in ("bare", "level"):
            return False
        if _tells_home(gap, self._gazetteer.words):
            split = self._gazetteer.provinces.get(one.settled, frozenset())
            return other.settled in split or self._gazetteer.lies_in(one.settled, other.settled)
        joined = len(gap) <= _LONGEST_GAP and all(word in _BETWEEN for word in gap)
        return joined and self._gazetteer.lies_in(one.settled, other.settled)

    def _is_elsewhere(self, one: Reading, other: Reading, seen: Pieces) -> bool:
        """`RSUD Tarakan (Jakarta)`: a body that bears the name of a place, not one of it."""
        return (
            one.cue.kind == "institution"
            and seen.lower[one.hit.end : other.cue.start] == ["("]
            and seen.lower[other.hit.end] == ")"
            and bool(one.settled and other.settled)
            and one.settled[:2] != other.settled[:2]
            and not self._gazetteer.lies_in(one.settled, other.settled)
        )

    def _goes_on(self, province: Reading, after: Reading | None) -> bool:
        """`Garut, Jawa Barat, dan Jawa Tengah`: a list that goes on with provinces."""
        if after is None or not after.linked:
            return False
        return "." not in (after.settled or ".") and after.settled != province.settled


def _tells_home(gap: Sequence[str], words: RegionWords) -> bool:
    """Whether words between two names say that the first lies or lay in the second."""
    known = words.belonging | words.belonging_fillers | _BETWEEN
    if not 0 < len(gap) <= _LONGEST_TELLING or words.belonging.isdisjoint(gap):
        return False
    return all(word in known for word in gap)


def _is_venue(reading: Reading, seen: Pieces, words: RegionWords) -> bool:
    """`ujarnya di Kuta, Bali`, `kata Rina di Jakarta, Senin`, `di Sorong (5/8)`."""
    before = reading.cue.start - 1
    at, is_dated = _preposition(before, seen, words), _is_dated(reading.hit.end, seen)
    if at < 0:
        # The place between commas: …, Jakarta, Rabu (24/6).
        return is_dated and seen.lower[before] == seen.lower[reading.hit.end] == ","
    return is_dated or _is_headed(at - 1, seen, words)


def _preposition(at: int, seen: Pieces, words: RegionWords) -> int:
    """The `di` in front of a place, over the capitals of a hotel or town; -1 without one."""
    for place in range(at, max(0, at - _REACH), -1):
        if seen.lower[place] == "di":
            return place
        if not (
            seen.is_capital(place)
            or seen.lower[place] == ","
            or seen.lower[place] in words.venue_fillers
        ):
            break
    return -1


def _is_dated(end: int, seen: Pieces) -> bool:
    """Whether a day follows the place: `, Senin`, ` pada Senin (5/8)`, ` (5/8/2024)`."""
    rest = [word for word in seen.lower[end : end + 4] if word not in (",", "pada", "hari")]
    if rest and rest[0] in _weekdays():
        return True
    return bool(_DAY.match("".join(seen.lower[end : end + 4])))


def _is_headed(at: int, seen: Pieces, words: RegionWords) -> bool:
    """Whether the words in front tell of speech or of an event: `digelar di`, `kata Rina di`."""
    if seen.lower[at] in words.venue_heads:
        return True
    for place in range(at, max(0, at - _REACH), -1):
        word = seen.lower[place]
        if word in words.venue_verbs:
            return place < at or word != "sebut"
        if word == BREAK or not (seen.is_capital(place) or word in ",."):
            return False
    return False


@cache
def _weekdays() -> frozenset[str]:
    return frozenset(word.lower() for group in calendar.load().weekdays for word in group)
