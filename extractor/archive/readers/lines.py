"""JSON Lines: one article a line."""

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from extractor.archive.fields import id_of, raw_of
from extractor.archive.items import DefectError, Item, Place
from extractor.archive.options import Options
from extractor.archive.streams import opened

_BINARY = "no text: there are NUL bytes in it"


def read_json_lines(name: str, options: Options) -> Iterator[Item]:
    """Yield the articles of the file `name`; a bad line costs itself only (raises DefectError)."""
    with opened(Path(name), options) as (stream, _):
        refuse_binary(stream)
        lines = Lines(stream, options)
        while True:
            try:
                line = lines.next()
            except DefectError as defect:
                yield defect.at(Place(name, lines.number))
                if defect.code != "too-long":
                    return
                continue
            if line is None:
                return
            if line.strip():
                yield _item(line, Place(name, lines.number), options)


def _item(line: bytes, place: Place, options: Options) -> Item:
    try:
        row = as_object(line)
    except DefectError as defect:
        return defect.at(place)
    try:
        return raw_of(row, place, options)
    except DefectError as defect:
        return defect.at(place, id_of(row, options))


def as_object(content: bytes) -> dict[str, Any]:
    """Return the JSON object that `content` is (raises DefectError)."""
    text = decoded(content)
    try:
        row = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise DefectError("bad-json", f"not JSON: {error}") from error
    if not isinstance(row, dict):
        raise DefectError("bad-json", f"a JSON {type(row).__name__} where an object should be")
    return row


def decoded(content: bytes) -> str:
    """Return the UTF-8 text of `content` (raises DefectError)."""
    if b"\0" in content:
        raise DefectError("binary", _BINARY)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DefectError("not-utf8", f"not UTF-8 at byte {error.start}") from error


def refuse_binary(stream: io.BufferedReader) -> None:
    """Raise DefectError when `stream` begins like no text at all."""
    if b"\0" in stream.peek(4096)[:4096]:
        raise DefectError("binary", _BINARY)


class Lines:
    """The lines of a stream with their numbers; one beyond the cap is read over, never held."""

    def __init__(self, stream: io.BufferedReader, options: Options) -> None:
        self._stream = stream
        self._cap = options.max_bytes
        self.number = 0

    def next(self) -> bytes | None:
        """Return the next line, None at the end (DefectError; after `too-long` one can go on)."""
        self.number += 1
        line = self._stream.readline(self._cap + 1)
        if len(line) > self._cap:
            while line and not line.endswith(b"\n"):
                line = self._stream.readline(self._cap)
            raise DefectError("too-long", f"a line of more than {self._cap} bytes")
        return line or None
