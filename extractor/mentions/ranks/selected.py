"""Those that a superlative selects: `lima kabupaten dengan IPM tertinggi` are five."""

from collections.abc import Sequence
from dataclasses import replace

from extractor.lexicon.ranks import RankWords
from extractor.mentions.ranks.context import CLAUSE_ENDS, SENTENCE_ENDS
from extractor.mentions.ranks.shape import Shape

_REACH = 14
_NOUN_REACH = 4
_MOST = 100


def selecting(shapes: Sequence[Shape], lower: Sequence[str], words: RankWords) -> list[Shape]:
    """Return `shapes` with each superlative that selects several as the opening of their row.

    `lima kabupaten dengan IPM tertinggi`, `10 daerah di Jawa yang nilainya terendah`: nobody among
    these is known to be the first. A superlative that counts one only is left as it is.
    """
    settled: list[Shape] = []
    for shape in shapes:
        plain = not (shape.placed or shape.relation or shape.position_end)
        if not plain or abs(shape.position) != 1:
            settled.append(shape)
            continue
        size = _selected(shape, lower, words)
        settled.append(replace(shape, relation="group", size=size) if size > 1 else shape)
    return settled


def _selected(shape: Shape, lower: Sequence[str], words: RankWords) -> int:
    """Return how many the superlative selects, 0 where its clause counts nobody before it."""
    for at in range(shape.start - 1, max(0, shape.start - _REACH), -1):
        if lower[at] in CLAUSE_ENDS or lower[at] in SENTENCE_ENDS:
            return 0
        if lower[at] not in words.members or lower[at - 1] in words.members:
            continue
        count = _count(lower[at - 1], words)
        among = lower[at - 2 : at - 1] == ["dari"]  # "dari 38 provinsi": among whom, not who
        return count if count and not among and _is_qualified(at, shape, lower, words) else 0
    return 0


def _is_qualified(noun: int, shape: Shape, lower: Sequence[str], words: RankWords) -> bool:
    """Whether what the noun counts is told by the superlative: `kota dengan …`, `kota yang …`."""
    if noun + 1 == shape.start:
        return True
    behind = lower[noun + 1 : min(noun + 1 + _NOUN_REACH, shape.start)]
    return any(word in words.qualifiers for word in behind)


def _count(word: str, words: RankWords) -> int:
    known = words.cardinals.get(word, 0)
    return known or (int(word) if word.isdecimal() and 0 < int(word[:4]) <= _MOST else 0)
