"""The level that stands over a list of lines: `Lima kabupaten terbaik:` and the names below."""

import re

from extractor.lexicon.regions import RegionWords
from extractor.mentions.regions.names import Hit
from extractor.mentions.regions.pieces import BREAK, Pieces

_MARKS = frozenset("-–•*·.):")
_NUMBER = re.compile(r"\d{1,3}|[a-z]")
_LONGEST_ITEM = 24
_LONGEST_HEADING = 40


class Headings:
    """Reads the line above a list, once for the whole list."""

    def __init__(self, words: RegionWords) -> None:
        self._levels = words.levels
        self._above: dict[int, str] = {}

    def level(self, hit: Hit, seen: Pieces) -> str:
        """Return the level told over the list in which `hit` opens a line, "" without one."""
        start = _item_start(hit.start - 1, seen)
        return self._over(start, seen) if start > 0 else ""

    def _over(self, start: int, seen: Pieces) -> str:
        """The level told above the line whose break stands at `start`."""
        passed = []
        while start > 0 and start not in self._above:
            passed.append(start)
            before = _line_start(start, seen)
            if before < 0:
                break
            if not _is_item(before, seen):
                self._above[start] = self._of_heading(before, start, seen)
                break
            start = before
        found = self._above.get(start, "")
        self._above.update(dict.fromkeys(passed, found))
        return found

    def _of_heading(self, start: int, end: int, seen: Pieces) -> str:
        """The one level in a line that ends in a colon, or that is only a few words."""
        if seen.lower[end - 1] != ":" and end - start > _LONGEST_ITEM:
            return ""
        found = {
            self._levels[word]
            for at, word in enumerate(seen.lower[start:end], start)
            if word in self._levels and seen.lower[at - 1] not in ("ibu", "wali")
        }
        return found.pop() if len(found) == 1 else ""


def _item_start(at: int, seen: Pieces) -> int:
    """The line break in front of a number or mark that ends at `at`, -1 when there is more."""
    for place in range(at, max(-1, at - 4), -1):
        word = seen.lower[place]
        if word == BREAK:
            return place
        if word not in _MARKS and not _NUMBER.fullmatch(word):
            return -1
    return -1


def _line_start(end: int, seen: Pieces) -> int:
    """The break that opens the line before the break `end`, passing empty lines; -1 if too far."""
    at = end - 1
    while at > 0 and seen.lower[at] == BREAK:
        at -= 1
    for place in range(at, max(-1, at - _LONGEST_HEADING), -1):
        if seen.lower[place] == BREAK:
            return place
    return -1


def _is_item(start: int, seen: Pieces) -> bool:
    """Tell whether the line begins with a number or a mark."""
    first = seen.lower[start + 1]
    return first in _MARKS or (
        _NUMBER.fullmatch(first) is not None and seen.lower[start + 2] in ".)"
    )
