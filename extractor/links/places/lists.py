"""Places of the items of a list that one subject leads: `1. Rimba (3,21)`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from extractor.links.candidates import Anchor, member_place
from extractor.links.constructions.series import order_of, positions
from extractor.links.places.positions import position_of
from extractor.links.subjects.subject_mention import SubjectMention
from extractor.mentions.kinds import RankMention
from extractor.structure.article_index import after

if TYPE_CHECKING:
    from extractor.links.view import View


def list_places(view: View) -> Iterator[Anchor]:
    """Yield a place for each item of a list that one subject leads."""
    index = view.index
    for at, segment in enumerate(index.segments):
        if segment.kind not in ("list", "table"):
            continue
        items = index.children(at, "item") or index.children(at, "row")
        leads = [_lead(item, view) for item in items]
        if sum(lead is not None for lead in leads) < max(2, len(items) // 2):
            continue
        head = _heading_rank(segment.headings, view)
        below = head is not None and position_of(head, view) < 0
        values = list_values(view, items)
        numbers = [index.segments[item].number for item in items]
        places = _list_places(items, numbers, values, below=below)
        order = order_of(values)
        for item, lead, place in zip(items, leads, places, strict=True):
            if lead is not None:
                yield member_place(
                    lead, place, form="list", head=head, size=len(items), order=order, frame=item
                )


def _lead(item: int, view: View) -> SubjectMention | None:
    begin, end = view.index.bounds[item]
    named = [s for s in after(view.subjects, begin, end) if s.key and not s.apposed]
    return named[0] if named else None


def _heading_rank(headings: Sequence[int], view: View) -> RankMention | None:
    """Return the rank that the headings of a list tell, the nearest heading first.

    One right above it that names an index and no order, `TPT tiap provinsi per Agustus:`, ends the
    search: the paragraph before tells of other things.
    """
    for depth, heading in enumerate(headings):
        bounds = view.index.bounds[heading]
        if ranks := after(view.ranks, *bounds):
            return ranks[-1]
        if not depth and after(view.indices, *bounds, 1):
            return None
    return None


def _list_places(
    items: Sequence[int], numbers: Sequence[int], values: Sequence[Decimal], *, below: bool
) -> list[int]:
    """Return the place of each item: its number, else its order; from below under `terendah`.

    A numbered list of the lowest may still end with the very last: its values tell. One that does
    not begin with 1 has its places in the whole ranking: `85. Rimba, 86. Awan`.
    """
    if all(numbers) and min(numbers) > 1:
        return list(numbers)
    if all(numbers) and not (below and order_of(values) == "falls"):
        return [-number for number in numbers] if below else list(numbers)
    if values:
        return positions(values, -1 if below else 1)
    return [(-1 - at if below else 1 + at) for at in range(len(items))]


def list_values(view: View, items: Sequence[int]) -> list[Decimal]:
    """Return the first value of each list item, [] when one has none."""
    found = []
    for item in items:
        values = after(view.values, *view.index.bounds[item], 1)
        if not values:
            return []
        found.append(values[0].value)
    return found
