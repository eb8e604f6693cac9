"""Places told by their numbers alone: `peringkatnya naik dari 17 menjadi 5`."""

import re
from collections.abc import Iterable, Iterator, Sequence

from extractor.lexicon.ranks import RankWords

_NOUN_REACH = 14
_MOVE_REACH = 8
_STOPS = frozenset({",", ";", ".", "\n"})
_PLACE = re.compile(r"(?:ke-?)?(\d{1,3})")


def find_moves(lower: Sequence[str], words: RankWords) -> Iterator[tuple[int, int]]:
    """Yield token and position of each bare place in the lower-case words of an article.

    A noun of rank without a number of its own heads the clause, and both ends are told. What
    follows a number may not be what it counts (`dari 38 provinsi`, `menjadi 5 persen`).
    """
    for at, word in enumerate(lower):
        if word not in words.bare_nouns or lower[at + 1 : at + 2] in ([], [word]):
            continue
        if lower[at + 1][0].isdigit():
            continue
        left = _place_behind(words.among, at + 1, _NOUN_REACH, lower, words)
        reached = left and _place_behind(words.now, left[0] + 1, _MOVE_REACH, lower, words)
        if left and reached:
            yield from (left, reached)
        elif word in words.orders and (alone := _reached(at + 1, lower, words)):
            yield alone


def _reached(begin: int, lower: Sequence[str], words: RankWords) -> tuple[int, int] | None:
    """`Peringkatnya turun dua tingkat menjadi 15`: only where it came to."""
    for at in range(begin, min(begin + _NOUN_REACH, len(lower))):
        if lower[at] in _STOPS:
            return None
        if lower[at] in words.moves:
            return _place_behind(words.now, at + 1, _MOVE_REACH, lower, words)
    return None


def find_arrivals(
    lower: Sequence[str], ends: Iterable[tuple[int, int]], words: RankWords
) -> Iterator[tuple[int, int]]:
    """Yield the bare places that a move from a place with a noun came to.

    `naik dari peringkat 15 pada 2022 menjadi 13 pada 2023`: `ends` are where such places lie.
    """
    for start, end in ends:
        left = start > 0 and lower[start - 1] in words.among
        if left and (found := _place_behind(words.now, end, _MOVE_REACH, lower, words)):
            yield found


def _place_behind(
    leads: frozenset[str], begin: int, reach: int, lower: Sequence[str], words: RankWords
) -> tuple[int, int] | None:
    """Return token and position of the first bare place behind one of `leads`, in the clause."""
    for at in range(begin, min(begin + reach, len(lower) - 1)):
        if lower[at] in _STOPS:
            return None
        place = _PLACE.fullmatch(lower[at + 1].rstrip("."))
        if lower[at] in leads and place and _ends(at + 2, lower, words):
            return at + 1, int(place[1])
    return None


def _ends(at: int, lower: Sequence[str], words: RankWords) -> bool:
    return at >= len(lower) or lower[at] in words.move_ends or not lower[at].strip()
