"""Names that nothing here knows: who is named there may have what stands beside him."""

from collections.abc import Iterator
from typing import NamedTuple

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
    held = bytearray(len(index.words) + 1)
    for kind in _KNOWN:
        for mention in index.of(kind):
            held[mention.start : mention.end] = b"\x01" * (mention.end - mention.start)
    start = -1
    for at, word in enumerate([*index.words, ""]):
        written = word.istitle() or (word.isupper() and word.isalpha())
        named = len(word) >= _SHORTEST and written and not held[at]
        if named and index.sentence[at] != at:
            start = at if start < 0 else start
        elif start >= 0:
            yield Stranger(start, at)
            start = -1
