"""Places of the members of a series: `tertinggi Rimba 3,2 persen, Awan 3,1, dan Senja 3,0`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractor.links.candidates import COUNTING, OPENING, Anchor, member_place
from extractor.links.constructions.series import Series, positions
from extractor.links.places.chains import followers
from extractor.links.places.completions import completed
from extractor.links.places.positions import position_of
from extractor.structure.article_index import before

if TYPE_CHECKING:
    from extractor.links.view import View

_HEAD_REACH = 40
_LINKS = 4


def series_places(series: Series, view: View) -> Iterator[Anchor]:
    """Yield a place for each member of a series under a rank: `tertinggi Rimba 3,2, Awan 3,1`."""
    index, first = view.index, series.start
    begin = max(index.line_start(first), first - _HEAD_REACH)
    nearest = before(view.ranks, first, begin, _LINKS)
    heads = [head for head in nearest if head.relation not in COUNTING]
    if not heads:
        return
    head = heads[0]
    values = [member.value for member in series.members]
    first_place, _ = completed(head, position_of(head, view), view)
    between = nearest[: nearest.index(head)]
    if between and (between[0].base >= 0 or between[0].relation == "above"):
        return  # "Di atas Rimba ada Awan (3,4) dan Senja (3,3)": told from another's place
    if head.position_end == 0 and first_place < -1:
        return
    opened = head.relation in OPENING or bool(head.position_end)
    if between and first_place > 0 and not opened:  # "tertinggi Rimba (4), disusul Awan (3), …"
        first_place += 1 + sum(followers(link, view) for link in between[1:])
        opened = True
    if not opened and series.order == "mixed":
        return  # "terkecil Rimba 2,3. TPT Awan 8,2 dan Senja 7,1": they are in no order
    places = positions(values, first_place)
    for at, (member, place) in enumerate(zip(series.members, places, strict=True)):
        if at == 0 and not opened:
            continue  # the head itself is its place
        yield member_place(
            member.subject, place, form="series", head=head, size=len(values), order=series.order
        )
