"""Ranges that a text completes: `Melengkapi sepuluh besar, berturut-turut Rimba, Awan, dan Senja`.

Those named have the last places of the range; who closes it has the very last.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.lexicon.ranks import rank_words
from extractor.links.places.chains import link_of
from extractor.mentions.kinds import RankMention
from extractor.structure.article_index import after, before

if TYPE_CHECKING:
    from extractor.links.view import View

_LEAD = 3  # tokens: "penutup daftar peringkat lima besar"


def completed(rank: RankMention, position: int, view: View) -> tuple[int, int]:
    """Return the first and last place that a rank tells, which counts from `position`.

    A single place has 0 for the last.
    """
    end = rank.position_end
    if end <= 1 or position != 1:
        return position, end
    lead, behind = _lead(rank, view), view.index.lower[rank.end : rank.end + 1]
    words = rank_words()
    if lead in words.closing:
        return end, 0
    if lead in words.completing or not words.remaining.isdisjoint(behind):
        count = _named(rank, view)
        if 0 < count < end:
            return (end - count + 1, end) if count > 1 else (end, 0)
    return position, end


def _lead(rank: RankMention, view: View) -> str:
    """Return the word that stands before a range, or before its noun: `melengkapi posisi`.

    `Menutup 2023 di lima besar` closes no range.
    """
    begin, nouns = view.index.sentence[rank.start], rank_words().nouns | rank_words().lists
    ahead = view.index.lower[max(begin, rank.start - _LEAD) : rank.start]
    return next((word for word in reversed(ahead) if word not in nouns), "")


def _named(rank: RankMention, view: View) -> int:
    """Return how many are named as those who complete the range: behind it, else before it."""
    begin, end = view.index.sentence[rank.start], view.index.sentence_end(rank.start)
    if following := after(view.named, rank.end, end, 1):
        return len(link_of(following[0], view))
    last = before(view.named, rank.start, begin, 1)
    return len(view.runs.get(last[0].start, last)) if last else 0
