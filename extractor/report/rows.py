"""Answers in every form: a table for people, CSV, JSON, Parquet and Excel for what comes next.

For programs a column has the name that it has in the tables of a dataset, and a number its point;
people read headings in Indonesian and a decimal comma. In Excel a number is a number.
"""

import csv
import io
import json
import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import IO, Any

import pyarrow as pa
import pyarrow.parquet as pq
from rich.console import Console
from rich.table import Table
from rich.text import Text

from extractor.report.answers import HEADINGS, Shown, decimal

FORMATS = ("table", "csv", "json", "xlsx", "parquet")
Row = Sequence[Any]
_BATCH = 1_000
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"[-+]?\d[\d.,]*(?:[eE][-+]?\d+)?")


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows under the names of `columns`, to be written once.

    `arrow` gives the same rows in Arrow's types, for Parquet. `shown` are the columns at a
    terminal, None for all as they are.
    """

    columns: Sequence[str]
    rows: Iterable[Row]
    arrow: Callable[[], pa.RecordBatchReader] | None = None
    shown: Shown | None = None


def of_table(table: pa.Table, shown: Shown | None = None) -> Answer:
    """Return the answer that is all in `table`."""
    rows = (tuple(row.values()) for batch in table.to_batches(_BATCH) for row in batch.to_pylist())
    return Answer(table.column_names, rows, lambda: table.to_reader(_BATCH), shown)


def render_rows(answer: Answer, console: Console) -> None:
    """Write `answer` to `console` as a table; numbers stand on the right.

    Of chosen columns those that are empty in all rows are left out, and the province where all lie
    in one.
    """
    columns, shown = [*answer.columns], [[*row] for row in answer.rows]
    if answer.shown is not None:
        named = [dict(zip(columns, row, strict=True)) for row in shown]
        columns = [heading for heading, _ in answer.shown]
        shown = [[cell(row) for _, cell in answer.shown] for row in named]
        used = [at for at in range(len(columns)) if any(row[at] is not None for row in shown)]
        if len({row.get("province") for row in named}) == 1:
            used = [at for at in used if columns[at] != HEADINGS["province"]]
        columns = [columns[at] for at in used]
        shown = [[row[at] for at in used] for row in shown]
    table = Table()
    for at, column in enumerate(columns):
        numbers = [row[at] for row in shown if row[at] is not None]
        right = bool(numbers) and all(isinstance(cell, int | float | Decimal) for cell in numbers)
        table.add_column(column, justify="right" if right else "left", overflow="fold")
    for row in shown:
        # Text, not str: rich would read "[...]" in a cell as markup.
        table.add_row(*(Text(_read(cell)) for cell in row))
    console.print(table)


def lines(answer: Answer, format: str) -> Iterator[str]:
    """Yield `answer` as the lines of a CSV file, or of a JSON array of objects.

    A text that a spreadsheet would take for a formula has an apostrophe before it in CSV.
    """
    names = set_apart(answer.columns)
    if format == "csv":
        yield _csv(names)
        for row in answer.rows:
            yield _csv([_guarded(cell_text(cell)) for cell in row])
        return
    separator = "["
    for row in answer.rows:
        named = dict(zip(names, map(_finite, row), strict=True))
        yield f"{separator}\n{json.dumps(named, ensure_ascii=False, default=_number)}"
        separator = ","
    yield "[]\n" if separator == "[" else "\n]\n"


def write_parquet(answer: Answer, file: IO[bytes]) -> None:
    """Write `answer` to `file` as Parquet."""
    assert answer.arrow is not None, "whoever offers Parquet has it"
    with answer.arrow() as batches:
        names = set_apart(batches.schema.names)
        schema = pa.schema(
            [field.with_name(name) for field, name in zip(batches.schema, names, strict=True)]
        )
        with pq.ParquetWriter(file, schema) as writer:
            for batch in batches:
                writer.write_batch(batch.rename_columns(names))


def set_apart(columns: Iterable[str]) -> list[str]:
    """Return `columns` with a number behind each name that stood before: `a`, `a_2`."""
    given = [*columns]
    found: list[str] = []
    for column in given:
        name, count = column, 1
        while name in found or (count > 1 and name in given):
            count += 1
            name = f"{column}_{count}"
        found.append(name)
    return found


def _csv(row: Row) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(row)
    return line.getvalue()


def _guarded(text: str) -> str:
    is_formula = text.startswith(_FORMULA) and not _NUMBER.fullmatch(text)
    return f"'{text}" if is_formula else text


def cell_text(value: Any) -> str:
    """Return `value` as one cell of CSV; a list or an object is JSON."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False, default=_number)
    return str(value)


def _read(value: Any) -> str:
    """Return `value` as people read it: 3,48."""
    return decimal(str(value)) if isinstance(value, float | Decimal) else cell_text(value)


def _number(value: Any) -> Any:
    return float(value) if isinstance(value, Decimal) else str(value)


def _finite(value: Any) -> Any:
    """Return `value`, or its name where JSON has no such number."""
    return str(value) if isinstance(value, float) and not math.isfinite(value) else value


def headings(columns: Sequence[str], names: Mapping[str, str]) -> list[str]:
    """Return what people call `columns`, each set apart from those before it."""
    found: list[str] = []
    for column in columns:
        heading = names.get(column, column)
        found.append(f"{heading} ({column})" if heading in found else heading)
    return found
