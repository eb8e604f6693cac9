"""The records of a WARC file as they stand there, each found again after whatever is damaged.

A record says how long it is. Where that does not fit, it ends where the next one begins.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from fastwarc.warc import HeaderMap

from extractor.archive.items import DefectError
from extractor.archive.members import MemberError
from extractor.archive.options import Options
from extractor.archive.window import Window

# The first line of a record and the name of its first field: pages tell of WARC too.
_MARK = re.compile(rb"WARC/[01]\.\d{1,2}[ \t]*\r?\n(?=(?:WARC|Content)-)", re.IGNORECASE)
_BEGINS = re.compile(rb"[\r\n]*(?:WARC/[01]\.\d|\Z)", re.IGNORECASE)
_TEXT = re.compile(rb"[^\r\n]")
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_ALONE = re.compile(rb"(?<!\r)\n")
_TRAILERS = (b"\r\n\r\n", b"\n\n")
_HEAD_BYTES = 1 << 16
_LOOK = 64
_DIGITS = 16
_ELSE = "something else stands where a record should begin"


@dataclass(frozen=True, slots=True)
class Frame:
    """A record: its head, its block, and what is wrong with it, if anything.

    `block` is its beginning only when it is longer than what is read. With a `defect` it may be
    wrong or cut short; one that `is_mended` is not as long as the record says.
    """

    head: HeaderMap
    block: bytes
    is_mended: bool = False
    defect: DefectError | None = None


def split_head(block: bytes) -> tuple[HeaderMap, bytes]:
    """Return the head that `block` begins with, its status line told apart, and what follows."""
    end = _HEAD_END.search(block)
    size = end.end() if end else len(block)
    head = HeaderMap()
    # The library takes no line for one that ends in a line feed alone.
    head.parse(io.BytesIO(_ALONE.sub(b"\r\n", block[:size])))
    return head, block[size:]


def frames(stream: io.BufferedReader, options: Options) -> Iterator[Frame | DefectError]:
    """Yield the records of `stream`, and a defect for each stretch that holds none.

    The defect of a stream that is no WARC at all is all there is.
    """
    window = Window(stream)
    is_lost, is_empty = False, True
    while window.open_section():
        last: Frame | DefectError | None = None
        while _is_at_text(window):
            if last is not None:
                yield last
            if _MARK.match(window.held):
                last = _record(window, options.max_bytes + _HEAD_BYTES)
            else:
                window.pass_to(_MARK)
                # What follows damage belongs to it.
                last = None if is_lost else DefectError("bad-warc", f"not WARC: {_ELSE}")
            is_lost = False
        for found in _told(last, window.defect):
            is_empty = False
            yield found
        is_lost = window.defect is not None
    if is_empty:
        yield DefectError("empty", "there is no record in it")


def _is_at_text(window: Window) -> bool:
    """Pass what separates records; tell whether anything follows in the section."""
    while window.fill(1):
        found = _TEXT.search(window.held)
        window.pass_over(found.start() if found else len(window.held))
        if found:
            return True
    return False


def _told(
    last: Frame | DefectError | None, defect: DefectError | None
) -> Iterator[Frame | DefectError]:
    """Yield what a section ends with: the damage that ends it costs what it stands in."""
    is_cut = isinstance(last, Frame) and last.defect is not None
    spoils = isinstance(defect, MemberError) and defect.begun and defect.code != "truncated"
    if last is None or defect is None or is_cut:
        if last is not None:
            yield last
        elif defect is not None:
            yield defect
    elif not spoils:
        yield last
        yield defect
    else:
        yield replace(last, defect=defect) if isinstance(last, Frame) else defect


def _record(window: Window, cap: int) -> Frame | DefectError:
    """Pass the record that the window is at, and return it."""
    end = window.find(_HEAD_END, _HEAD_BYTES)
    following = _MARK.search(window.held, 1)
    if end is None or (following and following.start() < end.start()):
        is_over = end is None and len(window.held) < _HEAD_BYTES
        window.pass_over(1)
        window.pass_to(_MARK)
        if is_over:
            return window.defect or DefectError("truncated", "the record ends in its head")
        return DefectError("bad-warc", "not WARC: the head of the record does not end")
    try:
        head, _ = split_head(bytes(window.held[: end.end()]))
    except OSError as error:
        window.pass_over(end.end())
        window.pass_to(_MARK)
        return DefectError("bad-warc", f"not WARC: {error}")
    window.pass_over(end.end())
    return _block(window, head, cap)


def _block(window: Window, head: HeaderMap, cap: int) -> Frame:
    told = (head.get("Content-Length") or "").strip()
    length = int(told) if told.isdecimal() and told.isascii() and len(told) < _DIGITS else None
    if length is not None and length < cap and _fits(window, length):
        return Frame(head, _taken(window, length))
    found = window.find(_MARK, cap)
    if found:
        return Frame(head, _trimmed(_taken(window, found.start())), is_mended=True)
    size = len(window.held)
    if size >= cap:
        block = _taken(window, _HEAD_BYTES)
        window.pass_to(_MARK)
        return Frame(
            head, block, defect=DefectError("too-long", f"more than {cap - _HEAD_BYTES} bytes")
        )
    block = _taken(window, size)
    if window.defect is None and (length is None or length < size or block.endswith(_TRAILERS)):
        return Frame(head, _trimmed(block), is_mended=True)
    cut = DefectError("truncated", "the file ends in the middle of the record")
    return Frame(head, block, defect=window.defect or cut)


def _fits(window: Window, length: int) -> bool:
    """Tell whether a record may end after `length` bytes: its end, another one or nothing follows.

    A file that is cut at the very end of its last record has lost nothing.
    """
    window.fill(length + _LOOK)
    rest = bytes(window.held[length : length + _LOOK])
    if len(window.held) < length:
        return False
    return rest.startswith(_TRAILERS) or _BEGINS.match(rest) is not None


def _taken(window: Window, size: int) -> bytes:
    taken = bytes(window.held[:size])
    window.pass_over(len(taken))
    return taken


def _trimmed(block: bytes) -> bytes:
    for trailer in _TRAILERS:
        if block.endswith(trailer):
            return block.removesuffix(trailer)
    return block
