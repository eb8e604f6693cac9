"""Anchors: the values, grades and places of an article that may be somebody's."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from extractor.lexicon.ranks import rank_words
from extractor.links2.candidates import Anchor
from extractor.links2.series import Series, order_of, positions
from extractor.links2.subjects import SubjectMention
from extractor.links2.view import View
from extractor.mentions.kinds import RankMention
from extractor.structure.article_index import after, before

_COUNTING = ("next", "below", "above")
_SILENT = ("opening", "group")
_BACK = 120
_HEAD_REACH = 40


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
    heads = {id(anchor.head) for anchor in members if anchor.head is not None}
    told = [a for a in _told(view, covered) if not (id(a.rank) in heads and a.position_end)]
    framed = {view.index.frame[a.start] for a in told if view.index.frame[a.start] >= 0}
    listed = [a for a in _listed(view) if a.frame not in framed]
    return sorted([*told, *listed, *members], key=lambda a: (a.start, a.end))


def _told(view: View, covered: set[int]) -> Iterator[Anchor]:
    """Yield the places told by words; those of a chain count on from the place before.

    A chain may begin with whoever is named before it: `direbut Rimba, disusul Awan`. Places whose
    holder is a member of a series (`covered`) are told by the series.
    """
    last: Anchor | None = None
    for rank in view.ranks:
        position, end, ordered = rank.position, rank.position_end, False
        if rank.relation in _SILENT:
            members = _members(rank.start, rank.end, view)
            if members < 2:
                continue
            position, end = (1, members) if rank.position > 0 else (-members, -1)
            ordered = True
        elif rank.relation in _COUNTING:
            following = after(view.named, rank.end, view.index.sentence_end(rank.start), 1)
            if following and following[0].start in covered:
                continue
            begin = view.index.sentence[rank.start]
            if last is None or rank.start - last.end > _BACK or (
                last.start < begin and rank.relation == "next" and _first(rank, view) is not None
                and view.index.line[last.start] != view.index.line[rank.start]
            ):
                first = _first(rank, view)
                if first is None or rank.relation == "above":
                    continue
                yield Anchor(
                    "place", first.start, first.end, rank=rank, position=1, fixed=True,
                    form="implied",
                )
                position, ordered = 2, True
            else:
                step = -1 if rank.relation == "above" else 1
                base = last.position_end or last.position
                position, end, ordered = base + (step if base > 0 else -step), 0, True
            if position == 0:
                continue
        elif rank.relation == "sequence" or rank.position_end:
            ordered = True
        last = Anchor(
            "place", rank.start, rank.end, rank=rank, position=position, position_end=end,
            ordered=ordered,
        )
        yield last


def _first(rank: RankMention, view: View) -> SubjectMention | None:
    """Return whoever is named right before a chain in its sentence."""
    begin = view.index.sentence[rank.start]
    named = before(view.named, rank.start, begin, 1)
    return named[0] if named else None


def _members(start: int, end: int, view: View) -> int:
    """Return how many places `sepuluh kota terbaik`, `lima terbawah` at `start:end` tell."""
    words = rank_words()
    for at in range(end - 1, max(-1, start - 6), -1):
        word = view.index.lower[at]
        if word in words.cardinals:
            return words.cardinals[word]
        if word.isdecimal() and len(word) < 3:
            return int(word)
    return 0


def _series(series: Series, view: View) -> Iterator[Anchor]:
    """Yield a place for each member of a series under a rank: `tertinggi Rimba 3,2, Awan 3,1`."""
    index, first = view.index, series.start
    begin = max(index.line_start(first), first - _HEAD_REACH)
    heads = before(view.ranks, first, begin, 2)
    heads = [head for head in heads if head.relation not in _COUNTING]
    if not heads:
        return
    head = heads[0]
    values = [member.value for member in series.members]
    if head.position_end == 0 and abs(head.position) != 1 and head.position < 0:
        return
    places = positions(values, head.position)
    opened = head.relation in _SILENT or bool(head.position_end)
    for at, (member, place) in enumerate(zip(series.members, places, strict=True)):
        if at == 0 and not opened:
            continue  # the head itself is its place
        yield Anchor(
            "place", member.subject.start, member.subject.end, position=place, fixed=True,
            head=head, form="series", order=series.order, size=len(values), ordered=True,
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
        values = list_values(view, items)
        numbers = [index.segments[item].number for item in items]
        places = _list_places(items, numbers, values, head)
        order = order_of(values)
        for item, lead, place in zip(items, leads, places, strict=True):
            if lead is not None:
                yield Anchor(
                    "place", lead.start, lead.end, position=place, frame=item, fixed=True,
                    head=head, form="list", order=order, size=len(items), ordered=True,
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
    items: Sequence[int], numbers: Sequence[int], values: Sequence[Decimal], head: RankMention | None
) -> list[int]:
    """Return the place of each item: its number, else its order; from below under `terendah`."""
    below = head is not None and head.position < 0
    if all(numbers):
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
