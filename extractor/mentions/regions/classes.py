"""The class that a sentence tells of: `Pada klaster kota, Surabaya unggul, diikuti Tangerang`."""

from bisect import bisect_right

from extractor.lexicon.regions import RegionWords
from extractor.mentions.regions.pieces import BREAK, Pieces

_ENDS = frozenset({".", "!", "?", ";", BREAK})
Held = list[tuple[int, int, str]]


def classes(words: RegionWords, seen: Pieces) -> Held:
    """Return from where to where which level holds, in order and apart."""
    held: Held = []
    for at, word in enumerate(seen.lower[:-2]):
        if word not in words.classes:
            continue
        place = at + 2 if seen.lower[at + 1] == "pemerintah" else at + 1
        level = words.levels.get(seen.lower[place], "")
        while place + 1 < len(seen.lower) and seen.lower[place + 1] in words.sizes:
            place += 1
        if level and words.class_ends.intersection(seen.lower[place + 1 : place + 2]):
            if held and held[-1][1] > at:
                held[-1] = (held[-1][0], at, held[-1][2])
            held.append((place, _end(place, seen), level))
    return held


def level_at(at: int, held: Held) -> str:
    """Return the level that holds at the piece `at`, "" without one."""
    before = bisect_right(held, (at,)) - 1
    return held[before][2] if before >= 0 and at < held[before][1] else ""


def _end(at: int, seen: Pieces) -> int:
    """The end of the sentence that goes on at `at`; the mark in `80.05` ends none."""
    for place in range(at, len(seen.lower) - 1):
        is_within = seen.glued[place + 1] and seen.lower[place + 1] != BREAK
        if seen.lower[place] in _ENDS and not is_within:
            return place
    return len(seen.lower)
