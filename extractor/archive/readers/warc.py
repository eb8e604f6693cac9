"""WARC, the format of web crawls such as Common Crawl's news: one page a response."""

import io
from collections.abc import Iterator
from pathlib import Path

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from extractor.archive.items import DefectError, Item, Place, Raw
from extractor.archive.options import Options
from extractor.archive.streams import opened

_HTML = ("text/html", "application/xhtml+xml")
_FINE = 200
_MARK = b"WARC/1."
_CHUNK = 1 << 16
# Each time the file is read from its beginning again.
_DAMAGES = 20


def read_warc(name: str, options: Options) -> Iterator[Item]:
    """Yield the pages of the file `name`; after damage it goes on with the next record.

    Requests, redirects, images and the like are no pages and pass without a word. The number of
    an item counts all records, and each stretch of damage as one. Raises DefectError.
    """
    reading = _Reading(name, options)
    for _ in range(_DAMAGES):
        try:
            yield from reading.items()
        except OSError as error:
            yield reading.damage(f"not WARC: {' '.join(str(error).split())}")
        except DefectError as defect:
            if not reading.number:
                raise
            yield defect.at(Place(name, reading.number + 1))
            return
        else:
            return
    yield reading.damage(f"damaged more than {_DAMAGES} times; the rest is not read")


class _Reading:
    """Where the reading of a file is: how many records came, and where to look for the next."""

    def __init__(self, name: str, options: Options) -> None:
        self._name = name
        self._options = options
        self._start = 0
        self.number = 0

    def items(self) -> Iterator[Item]:
        """Yield the items from the next record on (raises OSError where there is damage)."""
        with opened(Path(self._name), self._options) as (stream, capped):
            found = _find(stream, self._start)
            if found is None:
                if not self.number:
                    self._refuse_none(capped.tell())
                return
            at, begun = found
            if at and not self.number:
                yield self.damage("not WARC: something else stands before the first record")
            # Where to look if the very next record is damaged.
            self._start = at + 1
            rest = _Rest(begun, stream)
            # What a payload is packed in is undone by the library.
            for record in ArchiveIterator(rest, stream_detect=False, auto_decode="all"):
                self.number += 1
                self._start = at + record.stream_pos + max(record.content_length, 1)
                item = _item(record, Place(self._name, self.number), self._options)
                if item is not None:
                    yield item

    def damage(self, reason: str) -> Item:
        """Return the reject of a stretch of damage, which counts as a record."""
        self.number += 1
        return DefectError("bad-warc", reason).at(Place(self._name, self.number))

    @staticmethod
    def _refuse_none(size: int) -> None:
        if not size:
            raise DefectError("empty", "the file is empty")
        raise DefectError("bad-warc", "not WARC: there is no record in it")


class _Rest(io.RawIOBase):
    """What is left of a stream, after the bytes of it that were read already."""

    def __init__(self, begun: bytes, stream: io.BufferedReader) -> None:
        self._begun = begun
        self._stream = stream
        self._at = 0

    def readable(self) -> bool:
        """Return True."""
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        """Return where the stream is (raises UnsupportedOperation for any other place)."""
        if (whence, offset) not in ((1, 0), (0, self._at)):
            raise io.UnsupportedOperation("seek")
        return self._at

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        """Read into `buffer` and return how many bytes (raises DefectError)."""
        size = min(len(buffer), _CHUNK)
        data = self._begun[:size] or self._stream.read1(size)
        self._begun = self._begun[len(data) :]
        buffer[: len(data)] = data
        self._at += len(data)
        return len(data)


def _find(stream: io.BufferedReader, start: int) -> tuple[int, bytes] | None:
    """Return where the first record at or after `start` begins, and what was read of it."""
    at, held = 0, b""
    while data := stream.read1(_CHUNK):
        held += data
        skipped = max(0, min(start - at, len(held)))
        at, held = at + skipped, held[skipped:]
        mark = held.find(_MARK) if at >= start else -1
        if mark >= 0:
            return at + mark, held[mark:]
        # The mark may lie across two chunks.
        kept = min(len(held), len(_MARK) - 1) if at >= start else 0
        at, held = at + len(held) - kept, held[len(held) - kept :]
    return None


def _item(record: WarcRecord, place: Place, options: Options) -> Item | None:
    if record.content_length == 0 and record.headers.get("Content-Length") is None:
        return DefectError("truncated", "the record ends in its head").at(place)
    if record.record_type != WarcRecordType.response or not record.is_http:
        return None
    status = record.http_headers.status_code if record.is_http_parsed else None
    if status != _FINE or (record.http_content_type or "").lower() not in _HTML:
        return None
    url = record.headers.get("WARC-Target-URI")
    id = url or record.headers.get("WARC-Record-ID") or str(place)
    try:
        crawled = record.headers.get("WARC-Date")
        return Raw(place, id, _body(record, options), is_html=True, url=url, crawled=crawled)
    except DefectError as defect:
        return defect.at(place, id)


def _body(record: WarcRecord, options: Options) -> bytes:
    """Return the page in `record` (raises DefectError)."""
    too_long = DefectError("too-long", f"a page of more than {options.max_bytes} bytes")
    if record.content_length > options.max_bytes:
        raise too_long
    body = record.reader.read(options.max_bytes + 1)
    if len(body) > options.max_bytes:
        raise too_long
    heads = record.http_headers
    is_packed = heads.get("Content-Encoding") or heads.get("Transfer-Encoding")
    if not is_packed and len(body) < record.content_length:
        raise DefectError("truncated", "the file ends in the middle of the page")
    return body
