"""Answers as an Excel file: headings in Indonesian, numbers that are numbers, a filter."""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from math import isfinite
from typing import IO, Any

import xlsxwriter

from extractor.errors import InputError
from extractor.report.answers import HEADINGS, worded
from extractor.report.rows import Answer, cell_text, headings

_ROWS, _LENGTH = 1_048_575, 32_767
_FIRST_YEAR, _DIGITS = 1900, 15
_WIDTHS = {"sentence": 70, "text": 70, "url": 40, "sources": 40, "place": 30, "index_name": 30}
_USUAL_WIDTH = 16
# The file of one answer is the same whenever it is written.
_MADE = datetime(2025, 1, 1)
_OPTIONS = {
    "constant_memory": True,
    "default_date_format": "yyyy-mm-dd",
    # What an article says is text, whatever a spreadsheet might take it for.
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def write_xlsx(answer: Answer, file: IO[bytes]) -> int:
    """Write `answer` to `file`; return how many cells were cut, as Excel holds no longer ones.

    Raises InputError when there are more rows than a sheet holds.
    """
    book = xlsxwriter.Workbook(file, _OPTIONS)
    book.set_properties({"created": _MADE})
    sheet = book.add_worksheet("Jawaban")
    bold = book.add_format({"bold": True, "bottom": 1})
    for at, name in enumerate(answer.columns):
        sheet.set_column(at, at, _WIDTHS.get(name, _USUAL_WIDTH))
    sheet.write_row(0, 0, headings(answer.columns, HEADINGS), bold)
    sheet.freeze_panes(1, 0)
    cut = number = 0
    for number, row in enumerate(answer.rows, start=1):
        if number > _ROWS:
            raise InputError(f"xlsx: a sheet holds {_ROWS} rows; ask for fewer, or write csv")
        for at, cell in enumerate(_cells(answer, row)):
            if isinstance(cell, str) and len(cell) > _LENGTH:
                cell, cut = f"{cell[: _LENGTH - 1]}…", cut + 1
            sheet.write(number, at, cell)
    if answer.columns:
        sheet.autofilter(0, 0, number, len(answer.columns) - 1)
    book.close()
    return cut


def _cells(answer: Answer, row: Any) -> Iterator[Any]:
    for name, value in zip(answer.columns, row, strict=True):
        told = worded(name, value) if answer.shown is not None else value
        if isinstance(told, datetime) and told.tzinfo is not None:
            yield told.isoformat()
        elif isinstance(told, date) and told.year < _FIRST_YEAR:
            yield str(told)
        elif isinstance(told, date) or told is None or (isinstance(told, int) and _holds(told)):
            yield told
        elif isinstance(told, float | Decimal) and isfinite(told):
            yield float(told)
        else:
            yield cell_text(told)


def _holds(number: int) -> bool:
    """Tell whether Excel keeps all digits of `number`."""
    return len(str(abs(number))) <= _DIGITS
