"""Opening an archive's file: plain, gzip or Zstandard, with caps against what would not end.

A text may be in any encoding that Python knows: whoever reads it gets UTF-8.
"""

import codecs
import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import BinaryIO

from extractor.archive.items import DefectError
from extractor.archive.members import GZIP, ZSTD, Members
from extractor.archive.options import Options
from extractor.archive.storage import Stored, is_address

_CHUNK = 1 << 16
# Each read from object storage is a request.
_STORED_CHUNK = 1 << 23
SUFFIXES = (".gz", ".zst")
# The longer marks first: that of UTF-32 begins with that of UTF-16.
_ENCODINGS = {
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_MARKS = {".gz": GZIP, ".zst": ZSTD}
# Some servers unpack what they send, and the name stays.
_CRAWL = b"WARC/"


class _Capped(io.RawIOBase):
    """The bytes of a file, decompressed; DefectError for a truncated or broken one, or a bomb.

    After MemberError one can read on.
    """

    def __init__(
        self, raw: BinaryIO, expanded: io.BufferedReader | Members, options: Options
    ) -> None:
        self._raw = raw
        self._expanded = expanded
        self._options = options
        self._at = 0
        self._is_over = False

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        """Read into `buffer` and return how many bytes (raises DefectError)."""
        if self._is_over:
            return 0
        try:
            size = self._expanded.readinto(buffer[:_CHUNK]) or 0
        except OSError as error:
            self._is_over = True
            raise DefectError("unreadable", (error.strerror or str(error)).lower()) from error
        self._at += size
        if self._expanded is not self._raw:
            self._refuse_bomb()
        return size

    def _refuse_bomb(self) -> None:
        packed = max(self._raw.tell(), 1)
        if self._at > self._options.bomb_bytes and self._at > packed * self._options.bomb_ratio:
            self._is_over = True
            reason = f"{packed} bytes expand to more than {self._at}: a decompression bomb"
            raise DefectError("bomb", reason)


class _Transcoded(io.RawIOBase):
    """The bytes of a text in some encoding, as UTF-8."""

    def __init__(self, stream: io.BufferedReader, encoding: str) -> None:
        self._stream = stream
        self._encoding = encoding
        self._decoder = codecs.getincrementaldecoder(encoding)()
        self._through = 0
        self._ready = io.BytesIO()

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        """Read into `buffer` and return how many bytes (raises DefectError)."""
        while not (data := self._ready.read(len(buffer))):
            packed = self._stream.read1(_CHUNK)
            try:
                text = self._decoder.decode(packed, final=not packed)
            except UnicodeError as error:
                at = self._through + getattr(error, "start", 0)
                raise DefectError("not-utf8", f"not {self._encoding} at byte {at}") from error
            self._through += len(packed)
            self._ready = io.BytesIO(text.encode("utf-8", "surrogatepass"))
            if not packed and not text:
                return 0
        buffer[: len(data)] = data
        return len(data)


@contextmanager
def opened_text(name: str, options: Options) -> Iterator[io.BufferedReader]:
    """Yield the text in the file `name` as a stream of UTF-8 (raises as `opened` does)."""
    with opened(name, options) as stream:
        begun = stream.peek(4)
        marked = next((name for mark, name in _ENCODINGS.items() if begun.startswith(mark)), None)
        encoding = options.encoding or marked
        if encoding is None:
            yield stream
        else:
            yield io.BufferedReader(_Transcoded(stream, encoding), _CHUNK)


@contextmanager
def opened(name: str, options: Options) -> Iterator[io.BufferedReader]:
    """Yield the content of the file `name`, a path or an address, decompressed.

    Raises DefectError when the file cannot be opened or read, InputError when its storage cannot.
    """
    with raw_file(name) as raw:
        try:
            mark = _mark(raw.peek(len(_CRAWL)), PurePath(name).suffix.lower())
        except OSError as error:
            raise DefectError("unreadable", (error.strerror or str(error)).lower()) from error
        capped = _Capped(raw, Members(raw, mark) if mark else raw, options)
        yield io.BufferedReader(capped, _CHUNK)


def raw_file(name: str) -> io.BufferedReader:
    """Open the file `name`, a path or an address, as it is (raises as `opened` does)."""
    path = Path(name)
    try:
        if is_address(name):
            return io.BufferedReader(Stored(name), _STORED_CHUNK)
        if path.exists() and not path.is_file():
            raise DefectError("unreadable", "not a regular file")
        return path.open("rb")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise DefectError("unreadable", reason.lower()) from error


def _mark(begun: bytes, suffix: str) -> bytes | None:
    """Return how the members of a compressed file begin, None when it is plain."""
    if begun.startswith(_CRAWL) or not begun:
        return None
    for mark in _MARKS.values():
        if begun.startswith(mark):
            return mark
    return _MARKS.get(suffix)
