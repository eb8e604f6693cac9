"""Chains of places: how many follow at once, and which place is reached with a link.

`tertinggi Rimba, disusul Awan dan Senja, setelah itu Teluk`: two links, the first of two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.lexicon.ranks import rank_words
from extractor.links.candidates import Anchor
from extractor.links.series import linked
from extractor.links.subjects import SubjectMention
from extractor.mentions.kinds import RankMention
from extractor.structure.article_index import after

if TYPE_CHECKING:
    from extractor.links.view import View

_BEHIND_REACH = 6


def reached(last: Anchor, view: View) -> int:
    """Return the last place that is told with `last`: one link of a chain may have several."""
    place = last.position_end or last.position
    if last.rank is None or last.rank.relation != "next" or last.fixed or last.rank.base >= 0:
        return place
    step = 1 if place > 0 else -1
    return place + step * (followers(last.rank, view) - 1)


def repeats(rank: RankMention, last: Anchor, view: View) -> bool:
    """`Setelah itu ada Rimba di posisi berikutnya`: the link of a chain is told twice."""
    if last.rank is None or last.rank.relation != "next" or last.fixed:
        return False
    end = view.index.sentence_end(last.rank.start)
    between = len(after(view.named, last.rank.end, rank.start))
    told = rank.start < end and not after(view.named, rank.end, end, 1)
    return told and between == followers(last.rank, view)


def followers(rank: RankMention, view: View) -> int:
    """Return how many follow at once: two in `disusul Rimba dan Awan`."""
    end = view.index.sentence_end(rank.start)
    following = after(view.named, rank.end, end, 1)
    if not following:
        return 1
    first = following[0]
    runs = (runs.get(first.start, [first]) for runs in (view.runs, view.series))
    links = (linked(run, first, view.links) for run in runs)
    return max(sum(member.start >= first.start for member in link) for link in links)


def leader(rank: RankMention, view: View) -> SubjectMention | None:
    """Return whom a second place comes behind, if one alone: `tertinggi kedua setelah Rimba`."""
    end = view.index.sentence_end(rank.start)
    named = after(view.named, rank.end, min(end, rank.end + _BEHIND_REACH), 1)
    if abs(rank.position) != 2 or rank.position_end or not named:
        return None
    first = named[0]
    told = view.index.lower[first.start - 1] in rank_words().behind
    return first if told and len(view.runs.get(first.start, ())) < 2 else None
