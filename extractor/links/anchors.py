"""Anchors: the values, grades and places of an article that may be somebody's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from extractor.lexicon.ranks import rank_words
from extractor.links.candidates import COUNTING, OPENING, Anchor
from extractor.links.chains import (
    BACK,
    ahead_of,
    followers,
    goes_on_down,
    place_beside,
    reached,
    repeats,
)
from extractor.links.selections import find_selections, row_anchors
from extractor.links.series import Series, order_of, positions
from extractor.links.subjects import SubjectMention
from extractor.mentions.kinds import RankMention
from extractor.structure.article_index import after, before

if TYPE_CHECKING:
    from extractor.links.view import View

_HEAD_REACH = 40
_FALL_REACH = 2
_LINKS = 4


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
    members = [anchor for series in view.told_series for anchor in _series(series, view)]
    covered = {anchor.start for anchor in members}
    selections = find_selections(view)
    rows = [s for s in selections if s.row and covered.isdisjoint(m.start for m in s.row)]
    for row in rows:
        first = 1 if _position(row.rank, view) > 0 else -1
        members += row_anchors(row, first, view)
    heads = {id(anchor.head) for anchor in members if anchor.head is not None}
    sizes = {selection.rank.start: selection.size for selection in selections}
    told = [a for a in _told(view, covered, sizes) if not (id(a.rank) in heads and a.position_end)]
    told = [a for a in told if not (a.rank is not None and _heads(a.rank, view))]
    framed = {view.index.frame[a.start] for a in told if view.index.frame[a.start] >= 0}
    listed = [a for a in _listed(view) if a.frame not in framed]
    return sorted([*told, *listed, *members], key=lambda a: (a.start, a.end))


def _heads(rank: RankMention, view: View) -> bool:
    """Whether a rank only opens a list: in its heading, and nobody is named beside it."""
    begin, end = view.index.sentence[rank.start], view.index.sentence_end(rank.start)
    return rank.start in view.index.heading_tokens and not after(view.named, begin, end, 1)


def _told(view: View, covered: set[int], sizes: Mapping[int, int]) -> Iterator[Anchor]:
    """Yield the places told by words; those of a chain count on from the place before.

    Places whose holder is a member of a series (`covered`) are told by the series; `sizes` is how
    many each rank selects, by its first token.
    """
    last: Anchor | None = None
    for rank in view.ranks:
        if rank.relation in OPENING:
            if rank.start not in sizes:
                continue
            size = sizes[rank.start]
            places = (1, size) if _position(rank, view) > 0 else (-size, -1)
            last = _place(rank, *places, ordered=True)
            yield last
        elif rank.relation in COUNTING:
            if last is not None and repeats(rank, last, view):
                continue
            made = list(_counted_on(rank, last, view, covered))
            last = made[-1] if made else last
            yield from made
        else:
            ordered = rank.relation == "sequence" or bool(rank.position_end)
            position = _position(rank, view)
            if last is not None and goes_on_down(rank, last, view):
                position = -position
            last = _place(rank, position, rank.position_end, ordered=ordered)
            yield last
            yield from ahead_of(last, rank, view)


def _place(rank: RankMention, position: int, end: int = 0, *, ordered: bool = False) -> Anchor:
    """Return the anchor of a place told by words."""
    return Anchor(
        "place",
        rank.start,
        rank.end,
        rank=rank,
        position=position,
        position_end=end,
        ordered=ordered,
    )


def _position(rank: RankMention, view: View) -> int:
    """Return the position that a rank tells, counted in the direction of its ranking.

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


def _counted_on(
    rank: RankMention, last: Anchor | None, view: View, covered: set[int]
) -> Iterator[Anchor]:
    """Yield the place that is told from the one before: `disusul`, `tepat di bawah Rimba`.

    A chain may begin with whoever is named before it: `direbut Rimba, disusul Awan`.
    """
    following = after(view.named, rank.end, view.index.sentence_end(rank.start), 1)
    if following and following[0].start in covered:
        return
    if last is None or rank.start - last.end > BACK:
        first = _first(rank, view)
        if first is None or rank.relation != "next":
            return
        yield Anchor(
            "place", first.start, first.end, rank=rank, position=1, fixed=True, form="implied"
        )
        yield _place(rank, 2, ordered=True)
        return
    base = reached(last, view)
    step = 1 if base > 0 else -1
    if rank.base >= 0 and (beside := _at(rank.base, view)) is not None:
        if not _presents(rank, beside, view):
            place = base - step if rank.relation == "below" else base + step
            if place and abs(base) > 1:
                yield place_beside(rank, beside, place)
            return
        yield Anchor("place", rank.start, beside.end, rank=rank, position=base + step, ordered=True)
        return
    place = base - step if rank.relation == "above" else base + step
    if place:
        yield _place(rank, place, ordered=True)


def _at(token: int, view: View) -> SubjectMention | None:
    return next((s for s in after(view.subjects, token, token + 1) if s.key), None)


def _presents(rank: RankMention, beside: SubjectMention, view: View) -> bool:
    """Whether it goes on with others: `Di bawah Rimba ada Awan`."""
    behind = view.index.lower[beside.end : beside.end + 1]
    opens = view.index.sentence[rank.start] == rank.start
    return opens or (bool(behind) and behind[0] in rank_words().presents)


def _first(rank: RankMention, view: View) -> SubjectMention | None:
    """Return whoever is named right before a chain in its sentence."""
    begin = view.index.sentence[rank.start]
    named = before(view.named, rank.start, begin, 1)
    return named[0] if named else None


def _series(series: Series, view: View) -> Iterator[Anchor]:
    """Yield a place for each member of a series under a rank: `tertinggi Rimba 3,2, Awan 3,1`."""
    index, first = view.index, series.start
    begin = max(index.line_start(first), first - _HEAD_REACH)
    nearest = before(view.ranks, first, begin, _LINKS)
    heads = [head for head in nearest if head.relation not in COUNTING]
    if not heads:
        return
    head = heads[0]
    values = [member.value for member in series.members]
    first_place = _position(head, view)
    between = nearest[: nearest.index(head)]
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
        yield Anchor(
            "place",
            member.subject.start,
            member.subject.end,
            position=place,
            fixed=True,
            head=head,
            form="series",
            order=series.order,
            size=len(values),
            ordered=True,
        )


def _listed(view: View) -> Iterator[Anchor]:
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
        below = head is not None and _position(head, view) < 0
        values = list_values(view, items)
        numbers = [index.segments[item].number for item in items]
        places = _list_places(items, numbers, values, below=below)
        order = order_of(values)
        for item, lead, place in zip(items, leads, places, strict=True):
            if lead is not None:
                yield Anchor(
                    "place",
                    lead.start,
                    lead.end,
                    position=place,
                    frame=item,
                    fixed=True,
                    head=head,
                    form="list",
                    order=order,
                    size=len(items),
                    ordered=True,
                )


def _lead(item: int, view: View) -> SubjectMention | None:
    begin, end = view.index.bounds[item]
    named = [s for s in after(view.subjects, begin, end) if s.key and not s.apposed]
    return named[0] if named else None


def _heading_rank(headings: Sequence[int], view: View) -> RankMention | None:
    """Return the rank that the headings of a list tell, the nearest heading first."""
    for heading in headings:
        ranks = after(view.ranks, *view.index.bounds[heading])
        if ranks:
            return ranks[-1]
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
