"""Opening an archive's file: plain, gzip or Zstandard, with caps against what would not end.

A text may be in any encoding that Python knows: whoever reads it gets UTF-8.
"""

import codecs
import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import zstandard

from extractor.archive.items import DefectError
from extractor.archive.options import Options

_CHUNK = 1 << 16
SUFFIXES = (".gz", ".zst")
_GZIP, _ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
# The longer marks first: that of UTF-32 begins with that of UTF-16.
_MARKS = {
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_Buffered = io.BufferedReader | gzip.GzipFile


class CappedStream(io.RawIOBase):
    """The bytes of a file, decompressed; DefectError for a truncated or broken one, or a bomb.

    Can tell where it is but not go elsewhere.
    """

    def __init__(self, raw: BinaryIO, expanded: _Buffered, options: Options) -> None:
        self._raw = raw
        self._expanded = expanded
        self._options = options
        self._at = 0

    def readable(self) -> bool:
        """Return True."""
        return True

    def tell(self) -> int:
        """Return how many bytes were read."""
        return self._at

    def seek(self, offset: int, whence: int = 0) -> int:
        """Return where the stream is (raises UnsupportedOperation for any other place)."""
        if (whence, offset) not in ((1, 0), (0, self._at)):
            raise io.UnsupportedOperation("seek")
        return self._at

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        """Read into `buffer` and return how many bytes (raises DefectError)."""
        try:
            # read1: what comes out before a file breaks off is not thrown away.
            data = self._expanded.read1(min(len(buffer), _CHUNK))
        except EOFError as error:
            raise DefectError("truncated", "the compressed file ends in the middle") from error
        except zstandard.ZstdError as error:
            raise DefectError("unreadable", f"damaged Zstandard file: {error}") from error
        except (gzip.BadGzipFile, zlib.error) as error:
            raise DefectError("unreadable", f"damaged gzip file: {error}") from error
        except OSError as error:
            raise DefectError("unreadable", (error.strerror or str(error)).lower()) from error
        buffer[: len(data)] = data
        self._at += len(data)
        if self._expanded is not self._raw:
            self._refuse_bomb()
        return len(data)

    def _refuse_bomb(self) -> None:
        packed = max(self._raw.tell(), 1)
        if self._at > self._options.bomb_bytes and self._at > packed * self._options.bomb_ratio:
            reason = f"{packed} bytes expand to more than {self._at}: a decompression bomb"
            raise DefectError("bomb", reason)


class _WholeZstd(io.RawIOBase):
    """Zstandard that notices a frame that does not end: the library's own reader is silent."""

    def __init__(self, raw: BinaryIO) -> None:
        self._raw = raw
        self._make = zstandard.ZstdDecompressor(max_window_size=1 << 27).decompressobj
        self._frame = self._make()
        self._begun = False
        self._packed = b""
        self._ready = io.BytesIO()

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        """Read into `buffer` and return how many bytes (raises ZstdError, EOFError)."""
        while not (data := self._ready.read(len(buffer))):
            # A small piece at a time: what a piece expands to is held in memory.
            packed = self._packed or self._raw.read(1 << 10)
            if not packed:
                if self._begun:
                    raise EOFError("the frame does not end")
                return 0
            self._begun = True
            self._ready = io.BytesIO(self._frame.decompress(packed))
            self._packed = b""
            if self._frame.eof:
                self._packed = self._frame.unused_data
                self._frame = self._make()
                self._begun = False
        buffer[: len(data)] = data
        return len(data)


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
def opened_text(path: Path, options: Options) -> Iterator[io.BufferedReader]:
    """Yield the text in `path` as a stream of UTF-8 (raises DefectError as `opened` does)."""
    with opened(path, options) as (stream, _):
        begun = stream.peek(4)
        marked = next((name for mark, name in _MARKS.items() if begun.startswith(mark)), None)
        encoding = options.encoding or marked
        if encoding is None:
            yield stream
        else:
            yield io.BufferedReader(_Transcoded(stream, encoding), _CHUNK)


@contextmanager
def opened(path: Path, options: Options) -> Iterator[tuple[io.BufferedReader, CappedStream]]:
    """Yield the content of `path` as a buffered stream, and the capped one below it.

    Raises DefectError when the file cannot be opened or read.
    """
    if path.exists() and not path.is_file():
        raise DefectError("unreadable", "not a regular file")
    try:
        raw = path.open("rb")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise DefectError("unreadable", reason.lower()) from error
    with raw:
        expanded: _Buffered = raw
        suffix = path.suffix.lower()
        begun = b"" if suffix in SUFFIXES else raw.peek(len(_ZSTD))
        if suffix == ".gz" or begun.startswith(_GZIP):
            expanded = gzip.GzipFile(fileobj=raw)
        elif suffix == ".zst" or begun.startswith(_ZSTD):
            expanded = io.BufferedReader(_WholeZstd(raw), _CHUNK)
        capped = CappedStream(raw, expanded, options)
        yield io.BufferedReader(capped, _CHUNK), capped
