"""Files that are one article each: text, Markdown, HTML, a JSON object."""

import io
from collections.abc import Iterator
from pathlib import Path

from extractor.archive.fields import id_of, raw_of
from extractor.archive.items import DefectError, Item, Place, Raw
from extractor.archive.options import Options
from extractor.archive.readers.lines import as_object, refuse_binary
from extractor.archive.streams import opened


def read_text(name: str, options: Options) -> Iterator[Item]:
    """Yield the article that is the file `name` (raises DefectError)."""
    yield Raw(Place(name), name, _whole(name, options))


def read_page(name: str, options: Options) -> Iterator[Item]:
    """Yield the HTML page that is the file `name` (raises DefectError)."""
    yield Raw(Place(name), name, _whole(name, options), is_html=True)


def read_json(name: str, options: Options) -> Iterator[Item]:
    """Yield the article in the JSON object that is the file `name` (raises DefectError)."""
    row = as_object(_whole(name, options))
    try:
        yield raw_of(row, Place(name), options)
    except DefectError as defect:
        yield defect.at(Place(name), id_of(row, options))


def _whole(name: str, options: Options) -> bytes:
    with opened(Path(name), options) as (stream, _):
        refuse_binary(stream)
        return _up_to(stream, options)


def _up_to(stream: io.BufferedReader, options: Options) -> bytes:
    content = stream.read(options.max_bytes + 1)
    if len(content) > options.max_bytes:
        raise DefectError("too-long", f"more than {options.max_bytes} bytes")
    if not content:
        raise DefectError("empty", "the file is empty")
    return content
