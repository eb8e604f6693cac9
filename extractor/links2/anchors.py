"""Anchors: the values, grades and places of an article that may be somebody's."""

from collections.abc import Iterator
from decimal import Decimal

from extractor.lexicon.ranks import rank_words
from extractor.links2.candidates import Anchor
from extractor.links2.view import View
from extractor.structure.article_index import after

_COUNTING = ("next", "below", "above")
_SILENT = ("opening", "group")
_BACK = 120


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
    """Return an anchor for each place told by words, and for the items of lists that may rank."""
    found = [anchor for anchor in _told(view) if anchor is not None]
    taken = {view.index.frame[a.start] for a in found if view.index.frame[a.start] >= 0}
    found += [a for a in _listed(view) if a.frame not in taken]
    return sorted(found, key=lambda a: (a.start, a.end))


def _told(view: View) -> Iterator[Anchor | None]:
    """Yield the places told by words; those of a chain count on from the place before."""
    last: Anchor | None = None
    for rank in view.ranks:
        position, end, ordered = rank.position, rank.position_end, False
        if rank.relation in _SILENT:
            members = _members(rank.start, rank.end, view)
            position, end = (1, members) if rank.position > 0 else (-members, -1)
            if members < 2:
                continue
            ordered = True
        elif rank.relation in _COUNTING:
            if last is None or rank.start - last.end > _BACK:
                continue
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


def _members(start: int, end: int, view: View) -> int:
    """Return how many places `sepuluh kota terbaik`, `lima terbawah` at `start:end` tell."""
    words = rank_words()
    for at in range(end - 1, max(-1, start - 4), -1):
        word = view.index.lower[at]
        if word in words.cardinals:
            return words.cardinals[word]
        if word.isdecimal() and len(word) < 3:
            return int(word)
    return 0


def _listed(view: View) -> Iterator[Anchor]:
    """Yield a place for each item of a list that has one subject leading it."""
    index = view.index
    for at, segment in enumerate(index.segments):
        if segment.kind not in ("list", "table"):
            continue
        items = index.children(at, "item") or index.children(at, "row")
        leads = []
        for item in items:
            begin, end = index.bounds[item]
            named = [s for s in after(view.subjects, begin, end) if s.key and not s.apposed]
            leads.append(named[0] if named else None)
        if sum(lead is not None for lead in leads) < max(2, len(items) // 2):
            continue
        for order, (item, lead) in enumerate(zip(items, leads, strict=True)):
            if lead is None:
                continue
            number = index.segments[item].number
            position = number or order + 1
            yield Anchor("place", lead.start, lead.end, position=position, frame=item)


def list_values(view: View, items: list[int]) -> list[Decimal]:
    """Return the first value of each list item, [] when one has none."""
    found = []
    for item in items:
        values = after(view.values, *view.index.bounds[item], 1)
        if not values:
            return []
        found.append(values[0].value)
    return found
