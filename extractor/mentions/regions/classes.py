"""The class that a sentence tells of: `Pada klaster kota, Surabaya unggul, diikuti Tangerang`.

It holds to the end of the sentence, and in those that count on: `Di bawahnya Bogor.`
"""

from bisect import bisect_right

from extractor.lexicon.ranks import rank_words
from extractor.lexicon.regions import RegionWords
from extractor.mentions.regions.pieces import BREAK, Pieces

_OPENING = 2  # pieces of a sentence: "Di bawahnya", "Berikutnya"
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
        while seen.lower[place + 1] in words.sizes and place + 2 < len(seen.lower):
            place += 1
        if level and seen.lower[place + 1] in words.class_ends:
            if held and held[-1][1] > at:
                held[-1] = (held[-1][0], at, held[-1][2])
            held.append((place, _goes_on_to(_end(place, seen), seen), level))
    return held


def level_at(at: int, held: Held) -> str:
    """Return the level that holds at the piece `at`, "" without one."""
    before = bisect_right(held, (at,)) - 1
    return held[before][2] if before >= 0 and at < held[before][1] else ""


def _goes_on_to(end: int, seen: Pieces) -> int:
    """Return the end of the last sentence behind `end` that counts on: `Berikutnya Sleman`."""
    ranks = rank_words()
    while end + _OPENING < len(seen.lower) and seen.lower[end] != BREAK:
        opening = seen.lower[end + 1 : end + 1 + _OPENING]
        if not any(word in ranks.then | ranks.next | ranks.below for word in opening):
            return end
        end = _end(end + 1, seen)
    return end


def _end(at: int, seen: Pieces) -> int:
    """The end of the sentence that goes on at `at`; the mark in `80.05` ends none."""
    for place in range(at, len(seen.lower) - 1):
        is_within = seen.glued[place + 1] and seen.lower[place + 1] != BREAK
        if seen.lower[place] in _ENDS and not is_within:
            return place
    return len(seen.lower)
