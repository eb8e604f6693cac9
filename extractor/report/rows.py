"""Rows in the three forms that questions are answered in."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

FORMATS = ("table", "csv", "json")
Row = Sequence[Any]


def render_rows(
    columns: Sequence[str], rows: Iterable[Row], console: Console, *, all_columns: bool = True
) -> None:
    """Write `rows` to `console` as a table; numbers stand on the right.

    Without `all_columns` those that are empty in all rows are left out.
    """
    shown = [list(row) for row in rows]
    if not all_columns:
        used = [at for at in range(len(columns)) if any(row[at] is not None for row in shown)]
        columns = [columns[at] for at in used]
        shown = [[row[at] for at in used] for row in shown]
    table = Table()
    for at, column in enumerate(columns):
        numbers = [row[at] for row in shown if row[at] is not None]
        right = bool(numbers) and all(isinstance(cell, int | float) for cell in numbers)
        table.add_column(column, justify="right" if right else "left", overflow="fold")
    for row in shown:
        # Text, not str: rich would read "[...]" in a cell as markup.
        table.add_row(*(Text(_cell(cell)) for cell in row))
    console.print(table)


def lines(columns: Sequence[str], rows: Iterable[Row], format: str) -> Iterator[str]:
    """Yield `rows` as the lines of a CSV file, or of a JSON array of objects."""
    if format == "csv":
        yield _csv(columns)
        for row in rows:
            yield _csv([_cell(cell) for cell in row])
        return
    separator = "["
    for row in rows:
        named = dict(zip(columns, row, strict=True))
        yield f"{separator}\n{json.dumps(named, ensure_ascii=False, default=str)}"
        separator = ","
    yield "[]\n" if separator == "[" else "\n]\n"


def _csv(row: Row) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(row)
    return line.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)
