"""Periods that a value is only told against: `dibanding 2022`, `naik dari tahun 2021`.

The value holds for another period, so such a year is neither its own nor what the article is about.
"""

from collections.abc import Sequence

from extractor.lexicon.links import link_words
from extractor.lexicon.numbers import number_words
from extractor.mentions.kinds import PeriodMention
from extractor.structure.article_index import ArticleIndex, before

_LEAD = 2  # tokens: "dibanding tahun 2022", "ketimbang capaian 2021"
_MOVED = 6
_BASE_REACH = 5
_FROM, _WITH = "dari", "dengan"


def is_compared(period: PeriodMention, index: ArticleIndex) -> bool:
    """Whether a word of comparison stands before the period: `dibanding Maret 2023`."""
    words = index.lower[max(0, period.start - _LEAD - 1) : period.start]
    lead = [word for word in words if word != _WITH][-_LEAD:]  # "dibandingkan dengan tahun 2022"
    return any(word in link_words().compared for word in lead)


def is_base(period: PeriodMention, periods: Sequence[PeriodMention], index: ArticleIndex) -> bool:
    """Whether a rate is told against the period: the second in `Juni 2024 terhadap Juni 2023`."""
    measured = before(periods, period.start, period.start - _BASE_REACH, 1)
    between = index.lower[measured[0].end : period.start] if measured else []
    return bool(between) and all(word in link_words().compared for word in between)


def is_moved_from(period: PeriodMention, index: ArticleIndex) -> bool:
    """Whether something rose or fell since the period: `naik dari tahun 2021`.

    Also `lebih tinggi dari capaian tahun 2021`, `terus naik sejak 2019`, `sejak 2019 terus naik`.
    """
    begin, end = index.sentence[period.start], index.sentence_end(period.start)
    lead = index.lower[max(begin, period.start - _LEAD) : period.start]
    words = link_words()
    at = next((at for at, word in enumerate(lead) if word in {_FROM, *words.onsets}), -1)
    if at < 0 or any(word[:1].isdigit() for word in lead[at:]):
        return False
    here = period.start - len(lead) + at
    around = index.lower[max(begin, here - _MOVED) : here]
    if lead[at] in words.onsets:
        around += index.lower[period.end : min(end, period.end + _MOVED)]
    return not (number_words().change | words.comparative).isdisjoint(around)
