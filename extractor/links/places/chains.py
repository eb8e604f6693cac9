"""Chains of places: how many follow at once, and which place is reached with a link.

`tertinggi Rimba, disusul Awan dan Senja, setelah itu Teluk`: two links, the first of two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from extractor.lexicon.ranks import rank_words
from extractor.links.candidates import Anchor
from extractor.links.constructions.series import linked
from extractor.links.subjects.subject_mention import SubjectMention
from extractor.mentions.kinds import RankMention
from extractor.structure.article_index import after, before

if TYPE_CHECKING:
    from extractor.links.view import View

BACK = 120  # tokens
"""How far back the place may stand that others are counted on from."""
_BEHIND_REACH = 8
_SECOND = 2


def reached(last: Anchor, view: View) -> int:
    """Return the last place that is told with `last`: one link of a chain may have several."""
    place = last.position_end or last.position
    if last.rank is None or last.rank.relation != "next" or last.fixed or last.rank.base >= 0:
        return place
    step = 1 if place > 0 else -1
    return place + step * (followers(last.rank, view) - 1)


def repeats(rank: RankMention, last: Anchor, view: View) -> bool:
    """Whether the link of a chain is told by two words: `Kemudian berturut-turut menyusul Rimba`.

    Or by one before and one behind: `Setelah itu ada Rimba di posisi berikutnya`.
    """
    if last.rank is None or last.rank.relation != "next" or last.fixed:
        return False
    end = view.index.sentence_end(last.rank.start)
    if rank.start >= end:
        return False
    between = len(after(view.named, last.rank.end, rank.start))
    closes = not after(view.named, rank.end, end, 1) and between == followers(last.rank, view)
    return not between or closes


def followers(rank: RankMention, view: View) -> int:
    """Return how many follow at once: two in `disusul Rimba dan Awan`."""
    following = after(view.named, rank.end, view.index.sentence_end(rank.start), 1)
    return len(link_of(following[0], view)) if following else 1


def link_of(first: SubjectMention, view: View) -> Sequence[SubjectMention]:
    """Return those named with `first`, from it on, up to the next link: `Rimba, Awan, lalu …`."""
    runs = (runs.get(first.start, [first]) for runs in (view.runs, view.series))
    links = ([m for m in linked(run, first, view.links) if m.start >= first.start] for run in runs)
    return max(links, key=len)


def own_values(subjects: Sequence[SubjectMention], view: View) -> list[Decimal]:
    """Return the first value behind each of `subjects`, before the next; [] when one has none."""
    values = []
    for at, subject in enumerate(subjects):
        last = at + 1 == len(subjects)
        end = view.index.sentence_end(subject.start) if last else subjects[at + 1].start
        own = after(view.values, subject.end, end, 1)
        if not own:
            return []
        values.append(own[0].value)
    return values


def place_of(subject: SubjectMention, told: Sequence[Anchor], view: View) -> int | None:
    """Return the place that was last told of `subject` before it is named again, 0 for none.

    `Peringkat pertama diraih Rimba. … Di bawah Rimba ada Awan`. None where its line tells others
    in rankings held elsewhere: `urutan kedua se-Indonesia dan nomor satu se-Bali`.
    """
    before_it = [a for a in told if a.start < subject.start and not a.position_end]
    held = [a for a in reversed(before_it) if subject.key in _holders(a, view)]
    if not held:
        return 0
    last, line = held[0], view.index.line
    beside = [a for a in held if line[a.start] == line[last.start] and _scope(a) != _scope(last)]
    return None if any(a.position != last.position for a in beside) else last.position


def _scope(anchor: Anchor) -> str:
    rank = anchor.rank or anchor.head
    return rank.scope if rank is not None else ""


def _holders(anchor: Anchor, view: View) -> list[str]:
    """Return whom a place is told beside: its own subject, else the nearest in its sentence."""
    if anchor.fixed:
        return [s.key for s in after(view.named, anchor.start, anchor.start + 1)]
    begin, end = view.index.sentence[anchor.start], view.index.sentence_end(anchor.start)
    beside = [
        *before(view.named, anchor.start, begin, 1),
        *after(view.named, anchor.end, end, 1),
    ]
    return [min(beside, key=lambda s: _apart(s, anchor, view)).key] if beside else []


def _apart(subject: SubjectMention, anchor: Anchor, view: View) -> tuple[bool, int]:
    """Return how far apart they stand: behind a comma begins what is told of others."""
    left, right = sorted(((subject.start, subject.end), (anchor.start, anchor.end)))
    gap = view.index.lower[left[1] : right[0]]
    return "," in gap, len(gap)


def goes_on_down(rank: RankMention, last: Anchor, view: View) -> bool:
    """Whether a place is the next from below: `peringkat kedua terendah … di peringkat ketiga`.

    Nothing of its own says from which end it is counted, or among others; both are of one index.
    """
    if last.rank is None or not rank.placed or last.position_end or rank.position_end:
        return False
    follows = 0 < rank.position == 1 - last.position
    near = rank.start - last.end <= BACK
    if not (follows and near) or rank.out_of or rank.scope not in ("", last.rank.scope):
        return False
    begin, end = view.index.sentence[last.start], view.index.sentence_end(rank.start)
    indices = {index.id for index in after(view.indices, begin, end)}
    ends = rank_words().directions
    directed = any(word in ends for word in view.index.lower[rank.start : rank.end])
    return len(indices) < 2 and not directed


def ahead_of(place: Anchor, rank: RankMention, view: View) -> Iterator[Anchor]:
    """Yield the places of those whom a place comes behind: `urutan ketiga setelah Rimba dan Awan`.

    Each has its own, as the members of a row have.
    """
    held_by = _leaders(rank, view)
    step = 1 if place.position > 0 else -1
    for at, ahead in enumerate(held_by, 1):
        held = place_beside(rank, ahead, step * at)
        yield held if len(held_by) == 1 else replace(held, form="row")


def place_beside(rank: RankMention, holder: SubjectMention, position: int) -> Anchor:
    """Return the place of one whom the rank of another names: `di bawah Rimba`."""
    return Anchor(
        "place", holder.start, holder.end, rank=rank, position=position, fixed=True, form="beside"
    )


def _leaders(rank: RankMention, view: View) -> list[SubjectMention]:
    """Return those whom a place comes behind, if all before it are named, the first first.

    `tertinggi kedua setelah Rimba`; `urutan ketiga setelah Rimba dan Awan`. What they do makes it
    a time: `peringkat ketiga setelah Rimba dan Awan mundur`.
    """
    end = min(view.index.sentence_end(rank.start), rank.end + _BEHIND_REACH)
    if rank.position_end or abs(rank.position) < _SECOND:
        return []
    for first in after(view.named, rank.end, end):
        if view.index.lower[first.start - 1] in rank_words().behind:
            run = view.runs.get(first.start, [first])
            return list(run) if len(run) == abs(rank.position) - 1 and _ends(run[-1], view) else []
    return []


def _ends(last: SubjectMention, view: View) -> bool:
    """Whether those named end with `last`, and nothing tells what they do."""
    word = view.index.lower[last.end] if last.end < len(view.index.lower) else ""
    return not word[:1].isalpha() or word in rank_words().behind_goes_on or word.startswith("se-")
