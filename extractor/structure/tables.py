"""Tables in plain text: cells parted by tabs or pipes, or one cell a line."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.structure.segments import Line

_CELL = re.compile(r"[^\t|]+")
_SHORT = 44
_FEWEST_CELLS = 6
_MOST_COLUMNS = 8
_SHOWN = 64
_COUNT = re.compile(r"\d{1,3}\.?")
_VALUE = re.compile(
    r"(?:Rp\.? ?)?[-−–]?\(?\d[\d.,]*\)?(?: ?(?:%|persen|poin|triliun|miliar|juta))?"
)
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Table:
    """A table of lines `first:last`: its header cells and its rows of cells, as characters."""

    first: int
    last: int
    header: tuple[tuple[int, int], ...]
    rows: tuple[tuple[tuple[int, int], ...], ...]


def parted_table(lines: Sequence[Line], at: int) -> Table | None:
    """Return the table whose rows are the lines from `at` on, cells parted by tabs or pipes."""
    rows: list[tuple[tuple[int, int], ...]] = []
    last = at
    while last < len(lines):
        cells = _cells(lines[last])
        if len(cells) >= 2 and (not rows or abs(len(cells) - len(rows[0])) <= 1):
            rows.append(cells)
        elif not (rows and (lines[last].blank or _is_rule(lines[last].text))):
            break
        last += 1
    if len(rows) < 2:
        return None
    headed = not any(_is_value(_text(lines[at], cell)) for cell in rows[0])
    return Table(at, last, rows[0] if headed else (), tuple(rows[1:] if headed else rows))


def celled_table(lines: Sequence[Line], at: int) -> Table | None:
    """Return the table that begins at line `at` with one cell a line.

    What the cells are (a count, a value, words) repeats row by row; the width and the length of
    the header are those under which most rows repeat.
    """
    # Whether it is a table shows in its first cells: lines that are none are not read to their end
    # again and again.
    cells = _run_of_cells(lines, at, _SHOWN)
    if len(cells) < _FEWEST_CELLS or not _shape([_kind(lines[cell].text) for cell in cells])[0]:
        return None
    cells = _run_of_cells(lines, at, len(lines))
    width, header = _shape([_kind(lines[cell].text) for cell in cells])
    spans = [(lines[cell].start, lines[cell].end) for cell in cells]
    count = (len(cells) - header) // width
    rows = tuple(
        tuple(spans[header + row * width : header + (row + 1) * width]) for row in range(count)
    )
    end = cells[header + count * width - 1] + 1
    top = tuple(spans[max(0, header - width) : header])
    return Table(at, end, top if len(top) == width else (), rows)


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
            # Every cell of a repeated row counts; a header tells more than cells left over.
            if repeated >= 3 and repeated * width - header > best:
                best, found = repeated * width - header, (width, header)
    return found


def _repeated(kinds: list[str], header: int, width: int) -> int:
    """Return how many rows from cell `header` on are alike and have words and a value."""
    row = kinds[header : header + width]
    if "w" not in row or "v" not in row or ("c" in row and row[0] != "c"):
        return 0
    if "v" in kinds[:header]:
        return 0
    count = 0
    while kinds[header + count * width : header + (count + 1) * width] == row:
        count += 1
    return count


def _kind(text: str) -> str:
    if _COUNT.fullmatch(text):
        return "c"
    return "v" if _is_value(text) else "w"


def _is_value(text: str) -> bool:
    return bool(_VALUE.fullmatch(text)) and not (_YEAR.fullmatch(text) or _COUNT.fullmatch(text))


def _is_cell(text: str) -> bool:
    bare = len(text) <= _SHORT and not text.endswith((".", "?", "!", ":", ","))
    return bare or bool(_COUNT.fullmatch(text))


def _is_rule(text: str) -> bool:
    return not text.strip("-|=+: \t")


def _cells(line: Line) -> tuple[tuple[int, int], ...]:
    found = []
    for match in _CELL.finditer(line.text):
        plain = match.group().strip()
        if plain and plain.strip("-=+:"):
            start = line.start + match.start() + len(match.group()) - len(match.group().lstrip())
            found.append((start, start + len(plain)))
    return tuple(found)


def _text(line: Line, cell: tuple[int, int]) -> str:
    return line.text[cell[0] - line.start : cell[1] - line.start]
