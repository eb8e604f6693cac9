"""Titles of numbered lists that rank: `Peringkat SPBE 2023:` above `1. Rimba`."""

import re
from collections.abc import Iterator

from extractor.lexicon.ranks import RankWords
from extractor.mentions.ranks.shape import Shape
from extractor.mentions.surface import Surface

_LEAD = 3  # words before the noun: "Berikut daftar peringkat"
_LONGEST = 20
_MARK = re.compile(r"\d{1,3}[.)]?")


def find_titles(seen: Surface, words: RankWords) -> Iterator[Shape]:
    """Yield the noun of order in each line that only heads a numbered list.

    It has no number of its own, and the list begins in the next line, or behind the colon.
    """
    lower = seen.lower
    for at, word in enumerate(lower):
        if word not in words.orders or _leads(at, lower) > _LEAD:
            continue
        if _heads_list(at + 1, lower):
            yield Shape(at, at + 1, 1, relation="opening")


def _leads(at: int, lower: list[str]) -> int:
    """Return how many words stand before token `at` in its line, up to one more than may."""
    for steps in range(_LEAD + 1):
        if at - steps == 0 or "\n" in lower[at - steps - 1]:
            return steps
    return _LEAD + 1


def _heads_list(at: int, lower: list[str]) -> bool:
    """Whether the line ends within a few words, and an item with its number follows."""
    for end in range(at, min(len(lower) - 1, at + _LONGEST)):
        word, following = lower[end], lower[end + 1]
        if word in (".", "!", "?"):
            return False
        if word == ":" or "\n" in word:
            behind = end + 1 + ("\n" in following)
            return end > at and bool(_MARK.fullmatch("".join(lower[behind : behind + 1])))
    return False
