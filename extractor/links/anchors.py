"""Anchors: the values, grades and places of an article that may be somebody's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.links.candidates import Anchor
from extractor.links.places.lists import list_places
from extractor.links.places.positions import position_of
from extractor.links.places.selections import find_selections, row_anchors
from extractor.links.places.series import series_places
from extractor.links.places.told import told_places
from extractor.mentions.kinds import RankMention
from extractor.structure.article_index import after

if TYPE_CHECKING:
    from extractor.links.view import View


def value_anchors(view: View) -> list[Anchor]:
    """Return an anchor for each number that can be a score."""
    return [Anchor("value", n.start, n.end, number=n) for n in view.values]


def grade_anchors(view: View, taken: frozenset[int]) -> list[Anchor]:
    """Return an anchor for each grade that is told of no value; `taken` are the others' tokens."""
    return [
        Anchor("grade", grade.start, grade.end, grade=grade)
        for grade in view.grades
        if grade.start not in taken
    ]


def place_anchors(view: View) -> list[Anchor]:
    """Return an anchor for each place: told by words, by lists, by series in running text."""
    members = [anchor for series in view.told_series for anchor in series_places(series, view)]
    covered = {anchor.start for anchor in members}
    selections = find_selections(view)
    rows = [s for s in selections if s.row and covered.isdisjoint(m.start for m in s.row)]
    for row in rows:
        first = 1 if position_of(row.rank, view) > 0 else -1
        members += row_anchors(row, first, view)
    heads = {id(anchor.head) for anchor in members if anchor.head is not None}
    sizes = {selection.rank.start: selection.size for selection in selections}
    every = told_places(view, members, sizes)
    told = [a for a in every if not (id(a.rank) in heads and a.position_end)]
    told = [a for a in told if not (a.rank is not None and _heads(a.rank, view))]
    framed = {view.index.frame[a.start] for a in told if view.index.frame[a.start] >= 0}
    listed = [a for a in list_places(view) if a.frame not in framed]
    return sorted([*told, *listed, *members], key=lambda a: (a.start, a.end))


def _heads(rank: RankMention, view: View) -> bool:
    """Whether a rank only opens a list: in its heading, and nobody is named beside it."""
    begin, end = view.index.sentence[rank.start], view.index.sentence_end(rank.start)
    return rank.start in view.index.heading_tokens and not after(view.named, begin, end, 1)
