"""Rows that a superlative selects: `lima kabupaten dengan IPM tertinggi, yakni Rimba, Awan, …`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from extractor.lexicon.ranks import rank_words
from extractor.links.candidates import OPENING, Anchor, member_place
from extractor.links.constructions.series import order_of, positions
from extractor.links.subjects.subject_mention import SubjectMention
from extractor.mentions.kinds import RankMention
from extractor.structure.article_index import after, before

if TYPE_CHECKING:
    from extractor.links.view import View

_BACK = 6
_SENTENCES = 3
_STARTS = 4


class Selection(NamedTuple):
    """A rank that selects `size`, and all of these where the text names just as many in a row."""

    rank: RankMention
    size: int
    row: Sequence[SubjectMention]


def find_selections(view: View) -> list[Selection]:
    """Return the ranks of the article that select several, in order."""
    found = []
    for rank in view.ranks:
        size = size_of(rank, view) if rank.relation in OPENING else 0
        if size > 1:
            found.append(Selection(rank, size, _row(rank, size, view)))
    return found


def size_of(rank: RankMention, view: View) -> int:
    """Return how many places `sepuluh kota terbaik`, `lima terbawah` tell, 0 if that is unsaid."""
    if rank.size:
        return rank.size
    words = rank_words()
    for at in range(rank.end - 1, max(-1, rank.start - _BACK), -1):
        word = view.index.lower[at]
        if word in words.cardinals:
            return words.cardinals[word]
        if word.isdecimal() and len(word) < 3:
            return int(word)
    return 0


def _row(rank: RankMention, size: int, view: View) -> Sequence[SubjectMention]:
    """Return the row of `size` members before the rank or in the sentences behind it, else ().

    Between the rank and its row no other rank selects.
    """
    index, begin = view.index, rank.end
    end = index.sentence_end(rank.start)
    for _ in range(_SENTENCES):
        others = after(view.ranks, begin, end)
        if row := _just(size, after(view.named, begin, end, _STARTS), view):
            opened = [r for r in others if r.start < row[0].start and r.relation in OPENING]
            return () if opened else row
        if any(other.relation in OPENING for other in others) or end >= len(index.words):
            break
        begin, end = end, index.sentence_end(end)
    begin = index.sentence[rank.start]
    return _just(size, before(view.named, rank.start, begin, 1), view)


def _just(size: int, starts: Sequence[SubjectMention], view: View) -> Sequence[SubjectMention]:
    for start in starts:
        for runs in (view.runs, view.series):
            run = runs.get(start.start, ())
            if len(run) == size and len({member.key for member in run}) == size:
                return run
    return ()


def row_anchors(selection: Selection, first: int, view: View) -> Iterator[Anchor]:
    """Yield the place of each member: its own where values or words tell an order, else the range.

    `first` is 1 for a ranking told from its top, -1 for one from its low end.
    """
    rank, size, row = selection
    places = _places(row, first, rank, view)
    whole = (1, size) if first > 0 else (-size, -1)
    for at, member in enumerate(row):
        position, end = (places[at], 0) if places else whole
        yield member_place(
            member, position, end, form="row", head=rank, size=size, ordered=bool(places)
        )


def _places(row: Sequence[SubjectMention], first: int, rank: RankMention, view: View) -> list[int]:
    """Return the places of a row told in order, [] for one that is not."""
    index, values = view.index, []
    for at, member in enumerate(row):
        stop = row[at + 1].start if at + 1 < len(row) else index.sentence_end(member.start)
        values += [value.value for value in after(view.values, member.end, stop, 1)]
    if len(values) == len(row):
        return positions(values, first) if order_of(values) in ("falls", "rises") else []
    begin, end = (rank.end, row[0].start) if rank.end <= row[0].start else (row[-1].end, rank.start)
    if any(view.word_classes.get(word) == "in_turn" for word in index.lower[begin:end]):
        return [first * (1 + at) for at in range(len(row))]
    return []
