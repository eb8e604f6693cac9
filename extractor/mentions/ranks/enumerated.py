"""Ordinals at the head of sentences that go on with a ranking: `Kedua, Jawa Timur dengan 84,9`."""

from bisect import bisect_left, insort
from collections.abc import Iterator

from extractor.lexicon.ranks import RankWords
from extractor.mentions.ranks.shape import Shape
from extractor.mentions.surface import Surface

_BACK = 90
_JOINS = frozenset({"dan", "serta", "&"})


def find_enumerated(
    seen: Surface, shapes: list[Shape], regions: dict[int, int], words: RankWords
) -> Iterator[Shape]:
    """Yield the ordinals that go on with a ranking at the head of their sentences.

    `Kedua, Jawa Timur yang mendapat 84,9`, `Ketiga Riau`, `Sementara keempat dan kelima diisi oleh
    A dan B`: each
    behind a place one higher. An ordinal before anything else only counts arguments.
    """
    held = sorted((shape.start, abs(shape.position_end or shape.position)) for shape in shapes)
    lower = seen.lower
    for start, end in seen.sentences():
        at = start
        while at < end and (lower[at] in words.leads_in or lower[at].isspace()):
            at += 1
        row = list(_ordinals(lower, at, end, words))
        before = bisect_left(held, (at, 0)) - 1
        if not row or before < 0 or held[before][0] < start - _BACK:
            continue
        behind = row[-1].end
        told = behind + 1 < end and lower[behind] in words.takes
        oleh = behind + 2 < end and lower[behind + 1] == "oleh"
        goes_on = row[0].position == held[before][1] + 1
        if goes_on and (behind in regions or (told and behind + 1 + oleh in regions)):
            insort(held, (at, row[-1].position))
            yield from row


def _ordinals(lower: list[str], at: int, end: int, words: RankWords) -> Iterator[Shape]:
    """Yield `keempat`, or `keempat dan kelima`, from token `at` on."""
    while at < end and (position := words.ordinals.get(lower[at], 0)):
        yield Shape(at, at + 1, position, placed=True)
        at += 1
        if at < end and lower[at] in _JOINS:
            at += 1
        else:
            return
