"""Names that nothing here knows: who is named there may have what stands beside him."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractor.lexicon.numbers import number_words
from extractor.mentions.kinds import (
    AspectMention,
    CohortMention,
    DateMention,
    ForeignMention,
    IndexMention,
    LocalityMention,
    NumberMention,
    OfficialMention,
    OrganisationMention,
    PeriodMention,
    PredicateMention,
    RankMention,
    RegionMention,
)
from extractor.structure.article_index import ArticleIndex

_KNOWN = (
    RegionMention,
    OrganisationMention,
    LocalityMention,
    ForeignMention,
    IndexMention,
    AspectMention,
    PredicateMention,
    RankMention,
    CohortMention,
    OfficialMention,
    NumberMention,
    PeriodMention,
    DateMention,
)
_SHORTEST = 3


class Stranger(NamedTuple):
    """A run of capitalised words, or acronyms, at tokens `start:end` that no mention holds."""

    start: int
    end: int


def find_strangers(index: ArticleIndex) -> Iterator[Stranger]:
    """Yield the names in running text that are no known mention; a sentence's first word is none.

    `Peringkat pertama jatuh ke Tanah Wangi, disusul Aceh`: Tanah Wangi.
    """
    held = _held(index)
    start = -1
    for at, word in enumerate([*index.words, ""]):
        written = word.istitle() or (word.isupper() and word.isalpha())
        named = len(word) >= _SHORTEST and written and not held[at]
        if named and index.sentence[at] != at:
            start = at if start < 0 else start
        elif start >= 0:
            yield Stranger(start, at)
            start = -1


def strange_items(index: ArticleIndex, values: Sequence[NumberMention]) -> Iterator[int]:
    """Yield the list items and table rows whose value stands behind a name that nobody knows.

    `- Tanah Wangi 4,87%` between those of two cities: the value is neither's.
    """
    held = _held(index)
    common = number_words().score
    for frame, first in _first_values(index, values).items():
        begin, _ = index.bounds[frame]
        label = [at for at in range(begin, first) if index.words[at][:1].isalpha()]
        if label and all(
            not held[at] and index.words[at][0].isupper() and index.lower[at] not in common
            for at in label
        ):
            yield frame


def _first_values(index: ArticleIndex, values: Sequence[NumberMention]) -> dict[int, int]:
    """Return where the first value of each item or row stands."""
    found: dict[int, int] = {}
    for value in values:
        if (frame := index.frame[value.start]) >= 0:
            found.setdefault(frame, value.start)
    return found


def _held(index: ArticleIndex) -> bytearray:
    """Return for each token whether a mention holds it."""
    held = bytearray(len(index.words) + 1)
    for kind in _KNOWN:
        for mention in index.of(kind):
            held[mention.start : mention.end] = b"\x01" * (mention.end - mention.start)
    return held
