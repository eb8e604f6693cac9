"""Files that are one article each: text, Markdown, HTML, a JSON object, or a JSON array of some."""

import io
from collections.abc import Iterator
from typing import Any

from extractor.archive.fields import id_of, raw_of, text_names
from extractor.archive.items import DefectError, Item, Place, Raw
from extractor.archive.options import Options
from extractor.archive.readers.lines import as_json, as_object
from extractor.archive.readers.signatures import HEAD, is_page, refuse_foreign
from extractor.archive.shapes import articles_in
from extractor.archive.streams import opened_text


def read_text(name: str, options: Options) -> Iterator[Item]:
    """Yield the article that is the file `name` (raises DefectError); a page may be called .txt."""
    content = _whole(name, options)
    yield Raw(Place(name), name, content, is_html=is_page(content[:HEAD]))


def read_page(name: str, options: Options) -> Iterator[Item]:
    """Yield the HTML page that is the file `name` (raises DefectError)."""
    yield Raw(Place(name), name, _whole(name, options), is_html=True)


def read_json(name: str, options: Options) -> Iterator[Item]:
    """Yield the article in the file `name`, or those of the array in it (raises DefectError)."""
    content = as_json(_whole(name, options))
    if isinstance(content, dict):
        content = articles_in(content, text_names(options)) or content
    if not isinstance(content, list):
        yield _item(content, Place(name), options)
        return
    if not content:
        raise DefectError("empty", "the array in it is empty")
    for number, row in enumerate(content, start=1):
        yield _item(row, Place(name, number), options)


def _item(content: Any, place: Place, options: Options) -> Item:
    try:
        row = as_object(content)
    except DefectError as defect:
        return defect.at(place)
    try:
        return raw_of(row, place, options)
    except DefectError as defect:
        return defect.at(place, id_of(row, options))


def _whole(name: str, options: Options) -> bytes:
    with opened_text(name, options) as stream:
        refuse_foreign(stream.peek(HEAD)[:HEAD])
        return _up_to(stream, options)


def _up_to(stream: io.BufferedReader, options: Options) -> bytes:
    content = stream.read(options.max_bytes + 1)
    if len(content) > options.max_bytes:
        raise DefectError("too-long", f"more than {options.max_bytes} bytes")
    if not content:
        raise DefectError("empty", "the file is empty")
    return content
