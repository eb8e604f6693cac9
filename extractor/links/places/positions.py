"""Which position a rank tells, counted in the direction of its ranking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.mentions.kinds import RankMention

if TYPE_CHECKING:
    from extractor.links.view import View

_FALL_REACH = 2


def position_of(rank: RankMention, view: View) -> int:
    """Return the position that `rank` tells.

    `deflasi terdalam` is the last place of inflation. `udara terburuk` is the first of the worst,
    unless the article also ranks the best.
    """
    if tells_fall(rank, view):
        return -rank.position
    if rank.position < 0 and _is_bad(rank, view) and not view.ranks_best:
        return -rank.position
    return rank.position


def tells_fall(rank: RankMention, view: View) -> bool:
    """Whether a superlative is of a fall, which the ranking counts from its other end."""
    ahead = view.index.lower[max(0, rank.start - _FALL_REACH) : rank.start]
    return not rank.placed and any(word in view.lexicon.falls for word in ahead)


def _is_bad(rank: RankMention, view: View) -> bool:
    bad = view.lexicon.bad_ends
    return any(word in bad for word in view.index.lower[rank.start : rank.end])
