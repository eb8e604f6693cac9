"""Tables in plain text: cells parted by tabs, pipes or spaces, or one cell a line."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from extractor.lexicon.ranks import rank_words
from extractor.structure.segments import Line

_SHORT = 60
_FEWEST_CELLS = 6
_MOST_COLUMNS = 8
_SHOWN = 64
_COUNT = re.compile(r"\d{1,3}\.?")
_VALUE = re.compile(
    r"(?:Rp\.? ?)?[-−–]?\(?\d[\d.,]*\)?(?: ?(?:%|persen|poin|triliun|miliar|juta))?"
)
_NONE = frozenset({"-", "–", "—"})
_YEAR = re.compile(r"(?:[Tt]ahun )?(?:19|20)\d\d")
_PARTED = re.compile(r"[\t|]")
# Columns that one space parts show where years head as many values: "Kabupaten 2022 2023".
_YEARS_HEAD = re.compile(r"(?P<name>[^\d]*?)(?P<cells>(?:(?:^|\s)(?:19|20)\d\d){2,})")
_VALUES_ROW = re.compile(
    r"(?P<number>\d{1,3}[.)]?\s)?(?P<name>[^\W\d].*?)(?P<cells>(?:\s[-−–]?\d[\d.,]*%?){2,})"
)


class Cell(NamedTuple):
    """A cell, as characters `start:end` of the text, in its column."""

    start: int
    end: int
    column: int


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of lines `first:last`: its header cells and its rows of cells."""

    first: int
    last: int
    header: Row
    rows: tuple[Row, ...]


def parted_table(lines: Sequence[Line], at: int) -> Table | None:
    """Return the table whose rows are the lines from `at` on, None where none begins.

    Tabs or pipes part its cells; or single spaces, under years.
    """
    if _PARTED.search(lines[at].text) is None:
        return _under_years(lines, at)
    rows: list[Row] = []
    valued: list[bool] = []
    fields: set[int] = set()
    last = at
    while last < len(lines):
        cells, count = _cells(lines[last])
        if len(cells) >= 2 and (not rows or abs(len(cells) - len(rows[0])) <= 1):
            rows.append(cells)
            valued.append(any(_is_value(part.strip()) for part in _PARTED.split(lines[last].text)))
            fields.add(count)
        elif not (rows and (lines[last].blank or _is_rule(lines[last].text))):
            break
        last += 1
    if len(rows) < 2:
        return None
    if len(fields) > 1:  # the columns do not show by themselves
        rows = [tuple(cell._replace(column=n) for n, cell in enumerate(row)) for row in rows]
    return Table(at, last, *_headed(rows, headed=not valued[0]))


def _headed(rows: Sequence[Row], *, headed: bool) -> tuple[Row, tuple[Row, ...]]:
    """Return the header and the rows; a header that lacks the first columns heads the last."""
    if not headed:
        return (), tuple(rows)
    header, body = rows[0], tuple(rows[1:])
    lacks = min(row[-1].column for row in body) - header[-1].column
    if lacks > 0:
        header = tuple(cell._replace(column=cell.column + lacks) for cell in header)
    return header, body


def _under_years(lines: Sequence[Line], at: int) -> Table | None:
    """Return the table under `Kabupaten 2022 2023`, rows like `Rimba 3,21 3,40`."""
    head = _YEARS_HEAD.fullmatch(lines[at].text)
    if head is None:
        return None
    years = len(head["cells"].split())
    rows: list[Row] = []
    last = at + 1
    while last < len(lines):
        match = _VALUES_ROW.fullmatch(lines[last].text)
        if match is not None and len(match["cells"].split()) == years:
            rows.append(_parts(lines[last], match))
        elif not lines[last].blank:
            break
        last += 1
    if len(rows) < 2:
        return None
    return Table(at, last, *_headed([_parts(lines[at], head), *rows], headed=True))


def _parts(line: Line, match: re.Match[str]) -> Row:
    """Return the cells of a row: its number, its name, and what stands in its last columns."""
    spans = [match.span(name) for name in ("number", "name") if match.groupdict().get(name)]
    first = match.start("cells")
    spans += [(first + m.start(), first + m.end()) for m in re.finditer(r"\S+", match["cells"])]
    return tuple(
        Cell(line.start + start, line.start + len(line.text[:end].rstrip()), column)
        for column, (start, end) in enumerate(spans)
        if line.text[start:end].strip()
    )


def celled_table(lines: Sequence[Line], at: int) -> Table | None:
    """Return the table that begins at line `at`, or a few short lines below, one cell a line.

    What the cells are (a count, a value, words) repeats row by row; the width and the length of
    the header are those under which most rows repeat.
    """
    # Whether it is a table shows in its first cells: lines that are none are not read to their end
    # again and again.
    cells = _run_of_cells(lines, at, _SHOWN)
    if len(cells) < _FEWEST_CELLS or not _shape([_kind(lines[cell].text) for cell in cells])[0]:
        return None
    cells = _run_of_cells(lines, at, len(lines))
    kinds = [_kind(lines[cell].text) for cell in cells]
    width, header = _shape(kinds)
    spans = [(lines[cell].start, lines[cell].end) for cell in cells]
    count = _repeated(kinds, header, width)
    rows = [
        tuple(Cell(*spans[header + row * width + column], column) for column in range(width))
        for row in range(count)
    ]
    top = max(0, header - width)
    heads = tuple(Cell(*span, column) for column, span in enumerate(spans[top:header]))
    end = cells[header + count * width - 1] + 1
    if len(heads) == width or (heads and set(kinds[:header]) == {"y"}):
        return Table(cells[top], end, *_headed([heads, *rows], headed=True))
    return Table(cells[header], end, (), tuple(rows))


def _run_of_cells(lines: Sequence[Line], at: int, most: int) -> list[int]:
    """Return the lines from `at` on that can be cells, `most` of them at most."""
    cells: list[int] = []
    while at < len(lines) and len(cells) < most and (lines[at].blank or _is_cell(lines[at].text)):
        if not lines[at].blank:
            cells.append(at)
        at += 1
    return cells


def _shape(kinds: list[str]) -> tuple[int, int]:
    """Return the width of the rows and how many cells stand before them, (0, 0) for no table."""
    best, found = 0, (0, 0)
    for width in range(2, _MOST_COLUMNS + 1):
        for header in range(min(len(kinds), _MOST_COLUMNS * 2)):
            repeated = _repeated(kinds, header, width)
            fewest = 2 if _is_labelled(kinds[max(0, header - width) : header], width) else 3
            # Every cell of a repeated row counts; a header tells more than cells left over.
            if repeated >= fewest and repeated * width - header > best:
                best, found = repeated * width - header, (width, header)
    return found


def _is_labelled(header: list[str], width: int) -> bool:
    """Whether the cells of a header say what the columns are, by a word or by their years."""
    return (len(header) == width and "h" in header) or set(header) == {"y"}


def _repeated(kinds: list[str], header: int, width: int) -> int:
    """Return how many rows from cell `header` on are alike and have words and a value.

    A number of few digits counts the rows in their first column, and is a value in others.
    """
    row = _row_of(kinds, header, width)
    if "w" not in row or "v" not in row or "v" in kinds[:header]:
        return 0
    count = 0
    while _row_of(kinds, header + count * width, width) == row:
        count += 1
    stop = header + count * width
    columns = (kinds[header + column : stop : width] for column in range(1, width))
    return 0 if any(map(_counts, columns)) else count


def _counts(column: list[str]) -> bool:
    """Whether the numbers of a column count on from row to row, always by as many."""
    numbers = [int(kind) for kind in column if kind.isdecimal()]
    steps = {other - one for one, other in pairwise(numbers)}
    return len(steps) == 1 and steps.pop() > 0


def _row_of(kinds: list[str], at: int, width: int) -> list[str]:
    row = kinds[at : at + width]
    return [("v" if place else "c") if k.isdecimal() else k for place, k in enumerate(row)]


def _kind(text: str) -> str:
    """Return what a cell holds: a year, a value, what heads a column, words; or its few digits."""
    if _COUNT.fullmatch(text):
        return text.rstrip(".")
    if _YEAR.fullmatch(text):
        return "y"
    if _is_value(text) or text in _NONE:
        return "v"
    return "h" if _is_label(text) else "w"


def _is_label(text: str) -> bool:
    return text.lower().rstrip(".") in _labels()


@cache
def _labels() -> frozenset[str]:
    words = rank_words()
    return words.members | words.column_heads


def _is_value(text: str) -> bool:
    return bool(_VALUE.fullmatch(text)) and not (_YEAR.fullmatch(text) or _COUNT.fullmatch(text))


def _is_cell(text: str) -> bool:
    bare = len(text) <= _SHORT and not text.endswith((".", "?", "!", ":", ","))
    return bare or bool(_COUNT.fullmatch(text)) or _is_label(text)


def _is_rule(text: str) -> bool:
    return not text.strip("-|=+: \t")


def _cells(line: Line) -> tuple[Row, int]:
    """Return the cells of a line with something in them, and how many fields its marks part."""
    found, at = [], 0
    ends = [*(match.span() for match in _PARTED.finditer(line.text)), (len(line.text),) * 2]
    if ends[0] == (0, 1) and line.text[:1] == "|":  # a frame on its left
        at, ends = 1, ends[1:]
    for column, (end, begin) in enumerate(ends):
        field = line.text[at:end]
        plain = field.strip()
        if plain.strip("-=+:"):
            start = line.start + at + len(field) - len(field.lstrip())
            found.append(Cell(start, start + len(plain), column))
        at = begin
    return tuple(found), len(ends)
