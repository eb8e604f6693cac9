"""JSON Lines: one article a line."""

import io
import json
from collections.abc import Iterator
from typing import Any

from extractor.archive.fields import id_of, raw_of
from extractor.archive.items import DefectError, Item, Place
from extractor.archive.members import MemberError
from extractor.archive.options import Options
from extractor.archive.readers.signatures import HEAD, refuse_binary, refuse_foreign
from extractor.archive.streams import opened_text


def read_json_lines(name: str, options: Options) -> Iterator[Item]:
    """Yield the articles of the file `name`; a bad line costs itself only (raises DefectError)."""
    with opened_text(name, options) as stream:
        refuse_foreign(stream.peek(HEAD)[:HEAD])
        lines = Lines(stream, options)
        while True:
            try:
                line = lines.next()
            except DefectError as defect:
                yield defect.at(Place(name, lines.number))
                if defect.code != "too-long" and not isinstance(defect, MemberError):
                    return
                continue
            if line is None:
                return
            if line.strip():
                yield _item(line, Place(name, lines.number), options)


def _item(line: bytes, place: Place, options: Options) -> Item:
    try:
        row = as_object(as_json(line))
    except DefectError as defect:
        return defect.at(place)
    try:
        return raw_of(row, place, options)
    except DefectError as defect:
        return defect.at(place, id_of(row, options))


def as_json(content: bytes) -> Any:
    """Return what the JSON in `content` says (raises DefectError)."""
    text = decoded(content)
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise DefectError("bad-json", f"not JSON: {error}") from error


def as_object(row: Any) -> dict[str, Any]:
    """Return `row`, a value of JSON, which has to be an object (raises DefectError)."""
    if not isinstance(row, dict):
        raise DefectError("bad-json", f"a JSON {type(row).__name__} where an object should be")
    return row


def decoded(content: bytes) -> str:
    """Return the UTF-8 text of `content` (raises DefectError)."""
    refuse_binary(content)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        reason = f"not UTF-8 at byte {error.start} (--encoding says what it is: cp1252, …)"
        raise DefectError("not-utf8", reason) from error


class Lines:
    """The lines of a stream with their numbers; one beyond the cap is read over, never held."""

    def __init__(self, stream: io.BufferedReader, options: Options) -> None:
        self._stream = stream
        self._cap = options.max_bytes
        self.number = 0

    def next(self) -> bytes | None:
        """Return the next line, None at the end.

        Raises DefectError; after `too-long` and MemberError one can go on. A line that damage cuts
        is not given, but what follows the damage may begin inside one.
        """
        self.number += 1
        line = self._stream.readline(self._cap + 1)
        if len(line) > self._cap:
            while line and not line.endswith(b"\n"):
                line = self._stream.readline(self._cap)
            raise DefectError("too-long", f"a line of more than {self._cap} bytes")
        return line or None
