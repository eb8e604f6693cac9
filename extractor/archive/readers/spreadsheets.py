"""What spreadsheet programs do to CSV: a line that names the separator, lines that end in CR."""

import csv
import io
import re

DELIMITERS = ",;\t|"
# Excel writes and reads it; saved once more it may be quoted, or filled up with separators.
_NAMED = re.compile(r'\ufeff?"?sep=(?P<mark>[^"\r\n])"?[,;\t|]*\s*', re.IGNORECASE)


def named_delimiter(line: str) -> str | None:
    """Return the separator that `line` names, None when it is no such line."""
    found = _NAMED.fullmatch(line)
    return found["mark"] if found else None


def delimiter_of(header: str) -> str:
    """Return what separates the names in the line `header` (raises csv.Error)."""
    counts = {mark: len(next(csv.reader([header], delimiter=mark), [])) for mark in DELIMITERS}
    return max(DELIMITERS, key=lambda mark: counts[mark])


class LineFeeds(io.RawIOBase):
    """The bytes of `stream` with a line feed for each carriage return, as old Macs end lines."""

    def __init__(self, stream: io.BufferedReader) -> None:
        self._stream = stream

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        """Read into `buffer` and return how many bytes."""
        data = self._stream.read1(len(buffer)).replace(b"\r", b"\n")
        buffer[: len(data)] = data
        return len(data)


def with_line_feeds(stream: io.BufferedReader) -> io.BufferedReader:
    """Return `stream`, its lines ended by line feeds if they end in carriage returns alone."""
    begun = stream.peek(io.DEFAULT_BUFFER_SIZE)
    if b"\r" not in begun or b"\n" in begun:
        return stream
    return io.BufferedReader(LineFeeds(stream))
