"""CSV and TSV: a header, then one article a row."""

import csv
from collections import deque
from collections.abc import Iterator

from extractor.archive.fields import columns, id_of, missing_text, raw_of
from extractor.archive.items import DefectError, Item, Place
from extractor.archive.options import Options
from extractor.archive.readers.lines import Lines, decoded
from extractor.archive.readers.signatures import HEAD, refuse_foreign
from extractor.archive.readers.spreadsheets import (
    delimiter_of,
    named_delimiter,
    with_line_feeds,
)
from extractor.archive.streams import opened_text

# A stray quotation mark opens a field that ends at the next one: no row is that long.
_ROW_LINES = 5_000


def read_table(name: str, options: Options) -> Iterator[Item]:
    """Yield the articles of the file `name`; a bad row costs one line only (raises DefectError)."""
    with opened_text(name, options) as stream:
        refuse_foreign(stream.peek(HEAD)[:HEAD])
        rows = _Rows(Lines(with_line_feeds(stream), options), options)
        header = rows.header()
        for line, row in rows:
            place = Place(name, line)
            yield (
                row.at(place)
                if isinstance(row, DefectError)
                else _item(header, row, place, options)
            )


def _item(header: list[str], row: list[str], place: Place, options: Options) -> Item:
    named = dict(zip(header, row, strict=True))
    try:
        return raw_of(named, place, options)
    except DefectError as defect:
        return defect.at(place, id_of(named, options))


class _Rows:
    """The rows of a table with the numbers of their first lines.

    A row that is misshapen and runs over several lines gives all but its first line back: they are
    rows of their own when a stray quotation mark joined them.
    """

    def __init__(self, lines: Lines, options: Options) -> None:
        self._lines = lines
        self._options = options
        self._ahead: deque[tuple[int, str | DefectError]] = deque()
        self._taken: list[tuple[int, str]] = []
        self._delimiter = ","
        self._width = 0

    def header(self) -> list[str]:
        """Return the names of the columns (raises DefectError when none holds a text)."""
        line = self._first()
        named = named_delimiter(line)
        if named is not None:
            line = self._first()
        try:
            self._delimiter = named or delimiter_of(line)
            read = next(csv.reader([line], delimiter=self._delimiter), [])
        except csv.Error as error:
            raise DefectError("bad-csv", f"no header: {error}") from error
        header = [cell.strip() for cell in read]
        if missing := missing_text(header, self._options):
            raise missing
        used = {name for names in columns(header, self._options).values() for name in names}
        if doubled := sorted(cell for cell in used if header.count(cell) > 1):
            raise DefectError("bad-csv", f"two columns are called {doubled[0]!r}")
        self._width = len(header)
        return header

    def _first(self) -> str:
        first = self._line()
        if first is None:
            raise DefectError("empty", "the file is empty")
        if isinstance(first[1], DefectError):
            raise first[1]
        return first[1]

    def __iter__(self) -> Iterator[tuple[int, list[str] | DefectError]]:
        while (first := self._line()) is not None:
            number, line = first
            if isinstance(line, DefectError):
                yield number, line
                if line.code not in ("too-long", "not-utf8", "binary"):
                    return
            elif line.strip():
                self._ahead.appendleft(first)
                yield number, self._row()

    def _row(self) -> list[str] | DefectError:
        self._taken = []
        reader = csv.reader(self._text(), delimiter=self._delimiter, strict=True)
        try:
            row = next(reader)
        except csv.Error as error:
            return self._bad(f"not CSV: {error}")
        except StopIteration:
            return self._bad("not CSV: a quotation mark is not closed")
        if len(row) != self._width:
            return self._bad(f"{len(row)} cells where the header has {self._width}")
        return row

    def _bad(self, reason: str) -> DefectError:
        self._ahead.extendleft(reversed(self._taken[1:]))
        return DefectError("bad-csv", reason)

    def _text(self) -> Iterator[str]:
        """Yield lines up to a defect, which stays ahead."""
        size = 0
        while len(self._taken) < _ROW_LINES and size <= self._options.max_bytes:
            following = self._line()
            if following is None:
                return
            number, line = following
            if isinstance(line, DefectError):
                self._ahead.appendleft(following)
                return
            size += len(line)
            self._taken.append((number, line))
            yield line

    def _line(self) -> tuple[int, str | DefectError] | None:
        if self._ahead:
            return self._ahead.popleft()
        try:
            line = self._lines.next()
            if line is None:
                return None
            return self._lines.number, decoded(line)
        except DefectError as defect:
            return self._lines.number, defect


csv.field_size_limit(1 << 30)  # rows are capped above, by their bytes
