"""The segment tree of a text: headline, paragraphs, headings, furniture, lists and tables."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractor.structure.chapters import numbered_heads
from extractor.structure.inline import inline_lists, is_class_title
from extractor.structure.markers import Marker, head_marker
from extractor.structure.segments import Kind, Line, Segment, lines_of
from extractor.structure.tables import Cell, Table, celled_table, parted_table
from extractor.text.furniture import furniture_lines

_HEADING = 160
_CLASS_HEADING = 90
_ITEM = 110
_FEWEST = 3
_VALUED = re.compile(r".{3,70}?[\s:(=–-]\d[\d.,]*\s?(?:persen|poin|%|juta|ribu|miliar|triliun)?\)?")
_LINK = 160
_CLOSED = (".", "!", "?", "”", '"')


def segment_tree(text: str) -> tuple[Segment, ...]:
    """Return the segments of `text` in order; a parent stands before its children."""
    return _Builder(text).build()


class _Builder:
    """Walks through the lines once and notes the segments it passes."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = lines_of(text)
        self.furniture = _with_links(self.lines, furniture_lines([n.text for n in self.lines]))
        self.segments: list[Segment] = []
        self.last_list = -1
        # What the last item of the last list is numbered with, and its place in that list.
        self.last_number = 0
        self.lettered = False
        self.last_order = 0
        self.last_line = -1
        # What stands behind the last list so far: nothing, furniture, a heading, a paragraph.
        self.broken = ""

    def build(self) -> tuple[Segment, ...]:
        at = 0
        while at < len(self.lines):
            if self.lines[at].blank:
                at += 1
            else:
                at = self._step(at)
        return tuple(self.segments)

    def _step(self, at: int) -> int:
        """Note what begins at line `at`; return the line behind it."""
        line = self.lines[at]
        if at in self.furniture and not line.text.isdecimal():
            return self._plain("furniture", line, at)
        if table := parted_table(self.lines, at) or celled_table(self.lines, at):
            for above in range(at, table.first):
                if not self.lines[above].blank:
                    self._plain(
                        "heading" if self.segments else "headline", self.lines[above], above
                    )
            self._table(table)
            return table.last
        if at in self.furniture:  # a bare number: of a page, for it numbers no row
            return self._plain("furniture", line, at)
        if (end := self._marked(at)) or (end := self._unmarked(at)):
            return end
        titled = not self.segments and not line.text.endswith((".", ":", '."', ".”"))
        if titled and len(line.text) < _HEADING and at + 1 < len(self.lines):
            return self._plain("headline", line, at)
        short = line.text.endswith(":") and len(line.text) < _HEADING
        kind: Kind = "heading" if short or _is_bare(line.text) else "paragraph"
        self._plain(kind, line, at)
        self._inner(line, len(self.segments) - 1)
        return at + 1

    def _plain(self, kind: Kind, line: Line, at: int) -> int:
        self._add(kind, line.start, line.end)
        if kind != "furniture":
            self.last_line = len(self.segments) - 1
        if self.broken != "paragraph" and not (kind == "furniture" and self.broken):
            self.broken = kind
        return at + 1

    def _add(
        self,
        kind: Kind,
        start: int,
        end: int,
        parent: int = -1,
        number: int = 0,
        order: int = 0,
        headings: tuple[int, ...] = (),
    ) -> int:
        self.segments.append(Segment(kind, start, end, parent, number, order, headings))
        return len(self.segments) - 1

    def _marked(self, at: int) -> int:
        """Note the list of marked lines that begins at `at`; return the line behind, 0 if none."""
        first = head_marker(self.lines[at].text)
        if first is None:
            return 0
        found: list[tuple[Line, Marker]] = []
        last = at
        while last < len(self.lines) and last not in self.furniture:
            line = self.lines[last]
            marker = head_marker(line.text) if not line.blank else None
            if not line.blank:
                if marker is None or (marker.kind, marker.style) != (first.kind, first.style):
                    break
                titles = self._titles(last, marker)
                if titles and found:
                    break  # the class of the items below
                found.append((line, marker))
                if titles:
                    return self._plain("heading", line, last)
            last += 1
        goes_on = self._goes_on(first)
        if len(found) == 1 and not goes_on and (heads := numbered_heads(self.lines, at, first)):
            return self._chapters(heads)
        if len(found) < 2 and (first.kind == "bullet" or not goes_on) and not self._open():
            return 0
        items = [(m.number, line.start + m.end, line.end) for line, m in found]
        self._list(items, found[0][0].start, goes_on=goes_on)
        self.lettered = first.kind == "letter"
        return last

    def _chapters(self, heads: Sequence[tuple[int, Marker]]) -> int:
        """Note numbered headings with text below as one list: each item goes on to the next.

        The last has as many lines as the shortest of the others; the headline heads all.
        """
        stops = [at for at, _ in heads[1:]]
        told = [self._told(at + 1, stop) for (at, _), stop in zip(heads, stops, strict=False)]
        rest = self._told(heads[-1][0] + 1, len(self.lines))[: min(map(len, told))]
        ends = [
            lines[-1] if lines else at for (at, _), lines in zip(heads, [*told, rest], strict=True)
        ]
        title = tuple(n for n in (0,) if self.segments and self.segments[0].kind == "headline")
        headings = tuple(dict.fromkeys((*self._headings(), *title)))
        first, last = heads[0][0], ends[-1]
        parent = self._add("list", self.lines[first].start, self.lines[last].end, headings=headings)
        for order, ((at, marker), end) in enumerate(zip(heads, ends, strict=True)):
            begin = self.lines[at].start + marker.end
            self._add("item", begin, self.lines[end].end, parent, marker.number, order)
        for at in sorted(self.furniture & set(range(first, last))):
            self._add("furniture", self.lines[at].start, self.lines[at].end)
        self._ended(parent, heads[-1][1].number, len(heads) - 1)
        return last + 1

    def _told(self, first: int, stop: int) -> list[int]:
        """Return the lines from `first` to before `stop` that tell something."""
        lines = range(first, stop)
        return [at for at in lines if not self.lines[at].blank and at not in self.furniture]

    def _titles(self, at: int, marker: Marker) -> bool:
        """Whether marked line `at` heads the items below: `1. Kategori kota` over `a. Rimba`."""
        text = self.lines[at].text
        if text.endswith(":"):
            return True
        below = next((line for line in self.lines[at + 1 : at + 3] if not line.blank), None)
        inner = head_marker(below.text) if below is not None else None
        if inner is None:
            return False
        other = (inner.kind, inner.style) != (marker.kind, marker.style)
        return is_class_title(text[marker.end :]) or (other and inner.number == 1)

    def _goes_on(self, marker: Marker) -> bool:
        """Whether a marked line counts on from the list before: something stood between."""
        counted = marker.kind == "number" and self.last_number > 0 and not self.lettered
        return self.last_list >= 0 and counted and marker.number == self.last_number + 1

    def _open(self) -> bool:
        """Whether only furniture stands between the last list and here, so that it may go on."""
        known = self.last_list >= 0 and self.segments[self.last_list].parent < 0
        return known and self.broken == "furniture"

    def _unmarked(self, at: int) -> int:
        """Note the list of short lines behind a heading, or of names with values; 0 if none."""
        used = self.last_list >= 0 and self.last_line in self.segments[self.last_list].headings
        headed = not used and self.last_line >= 0 and self._ends_open(self.segments[self.last_line])
        found: list[Line] = []
        last = at
        while last < len(self.lines) and last not in self.furniture:
            line = self.lines[last]
            if not line.blank:
                if not _is_item(line.text, headed=headed) or line.text.endswith(":"):
                    break
                found.append(line)
            last += 1
        unnumbered = self._open() and not self.last_number
        if len(found) < (1 if unnumbered else _FEWEST):
            return 0
        self._list([(0, line.start, line.end) for line in found], found[0].start)
        return last

    def _ends_open(self, segment: Segment) -> bool:
        return self.text[segment.start : segment.end].endswith(":")

    def _list(
        self, items: Sequence[tuple[int, int, int]], start: int, *, goes_on: bool = False
    ) -> None:
        """Note a list; one that only furniture parts from the list before is one with it."""
        counts = goes_on or not (items[0][0] or self.last_number)
        end, first = items[-1][2], 0
        if self._open() and counts and self.segments[self.last_list].kind == "list":
            parent, first = self.last_list, self.last_order + 1
            self.segments[parent] = replace(self.segments[parent], end=end)
        else:
            old = self.segments[self.last_list].headings if goes_on else ()
            parent = self._add("list", start, end, headings=old or self._headings())
        for order, (number, begin, stop) in enumerate(items, start=first):
            self._add("item", begin, stop, parent, number, order)
        self._ended(parent, items[-1][0], first + len(items) - 1)

    def _ended(self, owner: int, number: int, order: int) -> None:
        self.last_list, self.last_number, self.last_order = owner, number, order
        self.broken, self.lettered = "", False

    def _headings(self) -> tuple[int, ...]:
        """Return the segments that head a list which begins here, nearest first.

        The line right before it; when that only names a class, also what headed the list before.
        """
        if self.last_line < 0:
            return ()
        if not self._is_class(self.last_line):
            return (self.last_line,)
        outer: tuple[int, ...] = ()
        if self.last_list >= 0 and self.broken != "paragraph":
            outer = self.segments[self.last_list].headings
            if outer and self._is_class(outer[0]):
                outer = outer[1:]  # the class before this one
        else:
            outer = self._above(self.last_line)
        return tuple(dict.fromkeys((self.last_line, *outer)))

    def _above(self, at: int) -> tuple[int, ...]:
        """Return the line before segment `at`, and one more where that only names a class."""
        above = tuple(self._line_before(at))
        if above and is_class_title(self._text(self.segments[above[0]])):
            above += tuple(self._line_before(above[0]))
        return above

    def _text(self, segment: Segment) -> str:
        return self.text[segment.start : segment.end]

    def _is_class(self, at: int) -> bool:
        """Whether a segment is short enough to name just the class of what follows."""
        segment = self.segments[at]
        short = segment.end - segment.start < _CLASS_HEADING
        return short and segment.kind in ("heading", "headline")

    def _line_before(self, at: int) -> list[int]:
        kinds = ("heading", "paragraph", "headline")
        for earlier in range(at - 1, -1, -1):
            segment = self.segments[earlier]
            if segment.kind in kinds and segment.parent == -1:
                return [earlier]
        return []

    def _table(self, table: Table) -> None:
        first = table.header[0] if table.header else table.rows[0][0]
        parent = self._add("table", first.start, table.rows[-1][-1].end, headings=self._headings())
        if table.header:
            self._row("header", table.header, parent, 0)
        for order, cells in enumerate(table.rows):
            self._row("row", cells, parent, order)
        self._ended(parent, self.segments[-1].number, len(table.rows) - 1)

    def _row(self, kind: Kind, cells: Sequence[Cell], parent: int, order: int) -> None:
        lead = self.text[cells[0].start : cells[0].end].rstrip(".)")
        number = int(lead) if kind == "row" and lead.isdecimal() and len(lead) <= 3 else 0
        row = self._add(kind, cells[0].start, cells[-1].end, parent, number, order)
        for start, end, column in cells:
            self._add("cell", start, end, row, 0, column)

    def _inner(self, line: Line, parent: int) -> None:
        """Note the lists inside a paragraph; what opens the first holds for the others too."""
        outer = tuple(self._line_before(parent))
        for place, inline in enumerate(inline_lists(line.text)):
            opening = tuple(
                self._add("heading", line.start + part[0], line.start + part[1], parent)
                for part in (inline.lead, inline.opening)
                if part
            )[::-1]
            span = (line.start + inline.start, line.start + inline.end)
            owner = self._add("list", *span, parent, headings=(*opening, *outer))
            for order, (number, start, end) in enumerate(inline.items):
                self._add("item", line.start + start, line.start + end, owner, number, order)
            self._ended(owner, inline.items[-1][0], len(inline.items) - 1)
            if place == 0:  # but a class is the first list's alone
                classed = inline.lead and is_class_title(self._text(self.segments[opening[0]]))
                outer = (*(opening[1:] if classed else opening), *outer)


def _with_links(lines: Sequence[Line], furniture: set[int]) -> set[int]:
    """Return the furniture with the headline that stands below a bare label: `Baca juga:`."""
    found = set(furniture)
    for at in furniture:
        if not lines[at].text.endswith(":"):
            continue
        below = next((n for n in range(at + 1, len(lines)) if not lines[n].blank), at)
        if len(lines[below].text) < _LINK and not lines[below].text.endswith(_CLOSED):
            found.add(below)
    return found


def _is_bare(text: str) -> bool:
    """Whether a short line has no mark of a sentence: a heading between paragraphs."""
    return len(text) <= _CLASS_HEADING and not text.endswith((*_CLOSED, ",", ")"))


def _is_item(text: str, *, headed: bool) -> bool:
    """Whether a line can be an item without a marker: short, and a name with its value."""
    if len(text) > _ITEM or text.endswith(_CLOSED) or not text[0].isupper():
        return False
    return bool(_VALUED.fullmatch(text)) or (headed and len(text) <= _CLASS_HEADING)
