"""The body of a page as it was sent, out of what it was packed in.

Crawlers unpack what they get and keep the flags: a body that does not begin as its flag says is
read as it is.
"""

import io
import re
import zlib
from collections.abc import Callable

from fastwarc.stream_io import BrotliReader, ChunkedReader, GzipReader, WarcReader, ZstdReader
from fastwarc.warc import HeaderMap

from extractor.archive.items import DefectError
from extractor.archive.members import ZSTD

_CHUNK = re.compile(rb"\s*[0-9A-Fa-f]{1,8}[ \t]*(?:;[^\r\n]*)?\r?\n")
_PIECE = 1 << 14
_GZIP = b"\x1f\x8b"
_ZLIB_BITS = (zlib.MAX_WBITS, -zlib.MAX_WBITS)
_MARKUP = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<[!?A-Za-z]")


def unpacked(body: bytes, head: HeaderMap, cap: int) -> bytes:
    """Return `body` without the codings that `head` names, of which it may have none in truth.

    One that breaks off is as long as it goes. Raises DefectError: `bad-warc` for what is in a
    coding and damaged, `too-long` for more than `cap` bytes.
    """
    names = ("Content-Encoding", "Transfer-Encoding")
    for coding in reversed([coding for name in names for coding in _codings(head, name)]):
        body = _decoded(body, coding, cap)
    if len(body) > cap:
        raise DefectError("too-long", f"a page of more than {cap} bytes")
    return body


def looks_like_page(body: bytes) -> bool:
    """Tell whether `body` begins like HTML."""
    return _MARKUP.match(body) is not None


def _codings(head: HeaderMap, name: str) -> list[str]:
    told = ",".join(head.get_multiple(name))
    return [coding.strip().lower().removeprefix("x-") for coding in told.split(",")]


def _decoded(body: bytes, coding: str, cap: int) -> bytes:
    if coding == "chunked" and _CHUNK.match(body):
        return _read(ChunkedReader, body, coding, cap)
    if coding == "gzip" and body.startswith(_GZIP):
        return _read(GzipReader, body, coding, cap)
    if coding == "zstd" and body.startswith(ZSTD):
        return _read(ZstdReader, body, coding, cap)
    # These two begin with nothing of their own: what does not look like a page is tried.
    if coding == "br" and not looks_like_page(body):
        return _read(BrotliReader, body, coding, cap)
    if coding == "deflate" and not looks_like_page(body):
        return _inflated(body, cap)
    return body


def _read(reader: Callable[[io.BytesIO], WarcReader], body: bytes, coding: str, cap: int) -> bytes:
    """Return what `reader` makes of `body`; of one that breaks off, what there is."""
    content = bytearray()
    stream = reader(io.BytesIO(body))
    try:
        while len(content) <= cap and (piece := stream.read(_PIECE)):
            content += piece
    except OSError as error:
        if "end of file" in str(error) or "incomplete" in str(error):
            return bytes(content)
        raise DefectError("bad-warc", f"the page is damaged {coding}: {error}") from error
    return bytes(content)


def _inflated(body: bytes, cap: int) -> bytes:
    """Return `body` out of zlib's form, or of the bare one that some servers send."""
    for bits in _ZLIB_BITS:
        try:
            return zlib.decompressobj(bits).decompress(body, cap + 1)
        except zlib.error as error:
            failed = error
    raise DefectError("bad-warc", f"the page is damaged deflate: {failed}")
