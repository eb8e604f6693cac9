"""Changes of a level: which of two neighbours is the earlier one, and whose each period is.

`naik dari 3,24 menjadi 3,40 pada 2024`; `80,12, naik dari 79,20 pada 2022`. The year of the level
that was reached is never that of the level that was left, nor the other way round.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from extractor.lexicon.numbers import number_words
from extractor.links.candidates import Anchor
from extractor.links.slots.placement import rivals_of
from extractor.links.view import View
from extractor.mentions.kinds import PeriodMention
from extractor.structure.article_index import Placed, after, before, place_of

_REACH = 2
_BACK = 8
_CLOSES = (",", ";")


class Change(NamedTuple):
    """Two levels of one change in the order of the text, and the token that parts them.

    `falls_back` holds where the later level is told first: `80,12, naik dari 79,20`.
    """

    first: Placed
    second: Placed
    parted: int
    falls_back: bool


@dataclass(frozen=True, slots=True)
class Sides:
    """What a change tells of one of its levels: its own periods, and those of the other level.

    `is_open` holds for the earlier level where no period is told of it: the article's period is
    the other's.
    """

    own: list[PeriodMention]
    others: list[PeriodMention]
    is_open: bool


def sides_of(anchor: Anchor, view: View) -> Sides | None:
    """Return what the change tells that `anchor` is a level of; None when it is of none."""
    change = change_of(anchor, view)
    if change is None:
        return None
    first, second = _owned(change, rivals_of(anchor, view), view)
    is_first = _is_at(anchor, change.first)
    own, others = (first, second) if is_first else (second, first)
    is_earlier = is_first != change.falls_back
    return Sides(own, [p for p in others if p not in own], is_earlier and not own)


def change_of(anchor: Anchor, view: View) -> Change | None:
    """Return the change that `anchor` is a level of; None when it is of none."""
    rivals = rivals_of(anchor, view)
    at = place_of(rivals, anchor.start)
    for one, other in pairwise(rivals[max(0, at - 1) : at + 2]):
        if _is_at(anchor, one) or _is_at(anchor, other):
            change = _change(one, other, view)
            if change is not None:
                return change
    return None


def _is_at(anchor: Anchor, level: Placed) -> bool:
    return anchor.start == level.start


def _change(first: Placed, second: Placed, view: View) -> Change | None:
    index = view.index
    if index.sentence[first.start] != index.sentence[second.start]:
        return None
    gap = index.lower[first.end : second.start]
    reached = [at for at, word in enumerate(gap) if word in view.lexicon.reaches][-1:]
    ahead = index.lower[max(index.sentence[first.start], first.start - _BACK) : first.start]
    if after(view.subjects, first.end, second.start, 1):
        return None
    if (at := _today(gap, view)) >= 0 and not after(view.indices, first.end + at, second.start, 1):
        return Change(first, second, first.end + at, falls_back=False)
    if reached and _is_left(first, ahead, view):
        about = after(view.indices, first.end, second.start, 1)
        is_near = len(gap) - reached[0] <= _REACH and not about
        return Change(first, second, first.end + reached[0], falls_back=False) if is_near else None
    turn = _turn(gap, ahead, view)
    turn = _contrasted(first, second, view) if turn < 0 else turn
    if turn < 0 or after(view.indices, first.end + turn, second.start, 1):
        return None
    return Change(first, second, first.end + turn, falls_back=True)


def _today(gap: Sequence[str], view: View) -> int:
    """Return where words between two levels come to those of today, -1 if they do not.

    `tahun lalu di posisi 15, kini di posisi 13`.
    """
    return next((at for at, word in enumerate(gap) if word in view.lexicon.now), -1)


def _is_once(level: Placed, view: View) -> bool:
    """Whether words say that a level is over: `semula di posisi 9`, `yang dulunya 3,10`."""
    begin = max(view.index.sentence[level.start], level.start - _BACK)
    ahead = view.index.lower[begin : level.start]
    return any(word in view.lexicon.once for word in ahead)


def _is_left(level: Placed, ahead: Sequence[str], view: View) -> bool:
    """Whether a level was left: `dari 3,24`, `dari tahun 2022 sebesar 3,24`."""
    if any(word in view.lexicon.lefts for word in ahead[-_REACH:]):
        return True
    begin = view.index.sentence[level.start]
    periods = before(view.periods, level.start, max(begin, level.start - _BACK), 1)
    beside = periods and level.start - periods[0].end <= _REACH
    return bool(beside) and _is_led(periods[0], level, view)


def _turn(gap: Sequence[str], ahead: Sequence[str], view: View) -> int:
    """Return where words between two levels begin to tell of the one before, -1 if they do not."""
    words = number_words()
    moved = not words.change.isdisjoint(ahead)
    begin = -1
    for at, word in enumerate(gap):
        if word in view.lexicon.compared:
            return begin if begin >= 0 else at
        if word in view.lexicon.lefts and (moved or begin >= 0):
            return begin if begin >= 0 else at
        if (word in words.change or word in view.lexicon.comparative) and begin < 0:
            begin = at
    return -1


def _contrasted(first: Placed, second: Placed, view: View) -> int:
    """Return where a clause begins that tells of the second level and its period, -1 for none.

    `78,01, sedangkan pada 2022 tercatat 76,44`.
    """
    periods = before(view.periods, second.start, first.end, 1)
    if not periods or second.start - periods[0].end > _REACH:
        return -1
    gap = view.index.lower[first.end : periods[0].start]
    return next((at for at, word in enumerate(gap) if word in view.lexicon.clause_marks), -1)


def _owned(
    change: Change, rivals: Sequence[Placed], view: View
) -> tuple[list[PeriodMention], list[PeriodMention]]:
    """Return the periods of the first level and of the second; `rivals` are all levels."""
    index = view.index
    first, second, parted, falls_back = change
    begin, end = index.sentence[first.start], index.sentence_end(first.start)
    begin = max([begin, *(r.end for r in before(rivals, first.start, begin, 1))])
    end = min([end, *(r.start for r in after(rivals, second.end, end, 1))])
    frame = after(view.periods, begin, first.start)
    ones = after(view.periods, first.end, parted)
    behind = after(view.periods, second.end, end)
    if falls_back:
        behind = [period for period in behind if _closely(second, period, view)]
    others = [*after(view.periods, parted, second.start), *behind]
    if falls_back or (index.lower[parted] in view.lexicon.now and not _is_once(first, view)):
        return [*frame, *ones], others
    led = [period for period in frame if _is_led(period, first, view)]
    ones += led
    frame = [p for p in frame if p not in led]
    if not others and len(frame) == 1 and "/" not in frame[0].iso:
        others = frame
    return ones, others


def _closely(level: Placed, period: PeriodMention, view: View) -> bool:
    """Whether no clause ends between a level and the period behind it."""
    return not any(word in _CLOSES for word in view.index.lower[level.end : period.start])


def _is_led(period: PeriodMention, level: Placed, view: View) -> bool:
    """`dari tahun 2022 sebesar 3,24`: the period of the level that was left."""
    begin = view.index.sentence[period.start]
    words = view.index.lower[max(begin, period.start - _REACH) : period.start]
    return "dari" in words
