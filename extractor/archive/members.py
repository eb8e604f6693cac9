"""Compressed files of many members: damage to one costs that one, not those behind it.

A crawl is packed record by record: each is a gzip member, or a Zstandard frame, of its own.
"""

import io
import zlib
from collections.abc import Callable
from typing import Any, BinaryIO

import zstandard

from extractor.archive.items import DefectError, RejectCode

GZIP, ZSTD = b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd"
# A small piece at a time: what a piece expands to is held in memory.
_PIECE = 1 << 10
_CHUNK = 1 << 16
# A member that swallows all that follows is looked into so often: each time costs the file again.
_SWALLOWED = 20
_WINDOW = 1 << 27
_DICTIONARY = b"\x5d\x2a\x4d\x18"
_DICTIONARY_BYTES = 1 << 24


class MemberError(DefectError):
    """Raised where a member is damaged; the next read gives what stands in the next sound one.

    `begun` tells that bytes of the damaged member were given before: the last may be wrong.
    """

    def __init__(self, code: RejectCode, reason: str, begun: bool) -> None:
        super().__init__(code, reason)
        self.begun = begun


class Members(io.RawIOBase):
    """The content of all members of `raw`, each of which begins with `mark`.

    Zero bytes behind a member are padding. Raises MemberError for damage, with the code
    `truncated` when the file ends in the middle of a member.
    """

    def __init__(self, raw: BinaryIO, mark: bytes) -> None:
        self._raw = raw
        self._mark = mark
        self._name = "gzip" if mark == GZIP else "Zstandard"
        self._make = _maker(raw, mark)
        self._packed = b""
        self._ready = io.BytesIO()
        self._member: Any = None
        self._start = 0
        self._given = False
        self._is_lost = False
        self._swallowed = 0

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        """Read into `buffer` and return how many bytes (raises MemberError)."""
        while not (data := self._ready.read(len(buffer))):
            if self._is_lost and not self._find_next():
                return 0
            if not self._next_piece():
                return 0
        buffer[: len(data)] = data
        return len(data)

    def _next_piece(self) -> bool:
        """Expand one more piece; tell whether there was one."""
        packed, self._packed = self._packed or self._raw.read(_PIECE), b""
        if self._member is None and self._mark == GZIP:
            while packed and not (packed := packed.lstrip(b"\0")):
                packed = self._raw.read(_PIECE)
        if not packed:
            if self._member is None:
                return False
            raise self._lose("truncated", f"the {self._name} file ends in the middle")
        if self._member is None:
            self._start = self._raw.tell() - len(packed)
            self._member, self._given = self._make(), False
        try:
            content = self._member.decompress(packed)
        except (zlib.error, zstandard.ZstdError) as error:
            reason = f"damaged {self._name} at byte {self._start}: {error}"
            raise self._lose("unreadable", reason) from error
        self._given = self._given or bool(content)
        self._ready = io.BytesIO(content)
        if self._member.eof:
            self._packed = self._member.unused_data
            self._member = None
        return True

    def _lose(self, code: RejectCode, reason: str) -> MemberError:
        self._member = None
        self._is_lost = True
        if code == "truncated":
            self._swallowed += 1
        return MemberError(code, reason, self._given)

    def _find_next(self) -> bool:
        """Go to the next sound member behind the beginning of the damaged one, if there is one."""
        self._is_lost = False
        self._packed = b""
        if self._swallowed > _SWALLOWED:
            self._raw.seek(0, io.SEEK_END)
            return False
        at, held = self._start + 1, b""
        self._raw.seek(at)
        while chunk := self._raw.read(_CHUNK):
            held += chunk
            found = held.find(self._mark)
            while found >= 0:
                if self._is_sound(at + found):
                    self._raw.seek(at + found)
                    return True
                found = held.find(self._mark, found + 1)
            self._raw.seek(at + len(held))
            kept = len(self._mark) - 1
            at, held = at + max(len(held) - kept, 0), held[-kept:]
        return False

    def _is_sound(self, at: int) -> bool:
        """Tell whether a member begins at `at`, as far as its first piece tells."""
        self._raw.seek(at)
        try:
            self._make().decompress(self._raw.read(_PIECE))
        except (zlib.error, zstandard.ZstdError):
            return False
        return True


def _maker(raw: BinaryIO, mark: bytes) -> Callable[[], Any]:
    if mark == GZIP:
        return lambda: zlib.decompressobj(wbits=31)
    dictionary = _dictionary(raw)
    decompressor = zstandard.ZstdDecompressor(max_window_size=_WINDOW, dict_data=dictionary)
    return decompressor.decompressobj


def _dictionary(raw: BinaryIO) -> zstandard.ZstdCompressionDict | None:
    """Return the dictionary in the first frame of a crawl, which readers pass over, if it has one.

    It may be packed itself: https://iipc.github.io/warc-specifications/specifications/warc-zstd/
    """
    if raw.read(len(_DICTIONARY)) != _DICTIONARY:
        raw.seek(0)
        return None
    size = int.from_bytes(raw.read(4), "little")
    content = raw.read(min(size, _DICTIONARY_BYTES))
    if content.startswith(ZSTD):
        try:
            content = zstandard.ZstdDecompressor().decompress(content, _DICTIONARY_BYTES)
        except zstandard.ZstdError as error:
            raise DefectError("unreadable", f"damaged Zstandard dictionary: {error}") from error
    return zstandard.ZstdCompressionDict(content)
