"""What lies ahead in a stream: looked at as far as one needs, then passed."""

import io
import re

from extractor.archive.items import DefectError

_CHUNK = 1 << 16
# A mark may lie across two chunks; none is longer.
_OVERLAP = 64


class Window:
    """The bytes of `stream` from where one is to where it was read, a section at a time.

    A section ends where the stream is damaged, which is then its `defect`, or at the end of it.
    """

    def __init__(self, stream: io.BufferedReader) -> None:
        self._stream = stream
        self._has_ended = False
        self.held = bytearray()
        self.defect: DefectError | None = None

    def open_section(self) -> bool:
        """Begin the section behind a defect with nothing held; tell whether there is one."""
        if self.defect is None and self._has_ended:
            return False
        self.held.clear()
        self.defect, self._has_ended = None, False
        return self.fill(1) or self.defect is not None

    def fill(self, size: int) -> bool:
        """Read on until `size` bytes are held; tell whether they are: a section may end before."""
        while len(self.held) < size and self._read():
            pass
        return len(self.held) >= size

    def find(self, mark: re.Pattern[bytes], limit: int) -> re.Match[bytes] | None:
        """Return where `mark` stands first, None when not within about `limit` bytes."""
        start = 0
        while not (found := mark.search(self.held, start)):
            start = max(0, len(self.held) - _OVERLAP)
            if len(self.held) >= limit or not self._read():
                return None
        return found

    def pass_over(self, size: int) -> None:
        """Go on by `size` bytes, which are held."""
        del self.held[:size]

    def pass_to(self, mark: re.Pattern[bytes]) -> bool:
        """Go on to where `mark` stands first, or to the end of the section; tell which.

        Nothing that is passed is held.
        """
        while not (found := mark.search(self.held)):
            self.pass_over(max(0, len(self.held) - _OVERLAP))
            if not self._read():
                self.pass_over(len(self.held))
                return False
        self.pass_over(found.start())
        return True

    def _read(self) -> bool:
        if self._has_ended:
            return False
        try:
            data = self._stream.read1(_CHUNK)
        except DefectError as defect:
            self.defect, data = defect, b""
        self._has_ended = not data
        self.held += data
        return not self._has_ended
