"""Reading the articles in a file that a user names, whatever its format."""

import io
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import BinaryIO, Protocol

from extractor.archive.files import kind_of, stem_of
from extractor.archive.items import DefectError, Item, Place, Raw, Reject
from extractor.archive.options import Options
from extractor.archive.prepare import prepare
from extractor.archive.readers import read
from extractor.archive.readers.signatures import HEAD, document_reason, kind_of_content
from extractor.archive.storage import is_address
from extractor.archive.streams import opened_text
from extractor.errors import InputError
from extractor.records import Article
from extractor.source import Source

# Who names a file wants it read, in whatever language it is.
OPTIONS = Options(any_language=True)


class Extracts(Protocol):
    """What makes an article's records; `extractor.Extractor` does."""

    def extract(
        self,
        text: str,
        *,
        id: str,
        title: str | None = None,
        published: date | None = None,
        url: str | None = None,
        publisher: str | None = None,
    ) -> Article:
        """Return everything that the article states."""


def extract(extractor: Extracts, source: Source) -> Article:
    """Return the article of `source` with everything it states."""
    return extractor.extract(
        source.text,
        id=source.id,
        title=source.title,
        published=source.published,
        url=source.url,
        publisher=source.publisher,
    )


def read_articles(path: Path | str, options: Options = OPTIONS) -> Iterator[Source | Reject]:
    """Yield the articles in the file `path`, and a reject with its reason for whatever is none.

    A string may be an address of object storage, `s3://bucket/key` (raises InputError when that
    is not reached).

    Formats are those of an archive; a file whose name tells none is what its first bytes say. An
    article that tells no id is called by its file's name, one of several by its place.
    """
    name, path = str(path), Path(path)
    if is_address(name):
        yield from _read(name, name, options)
    elif path.is_dir():
        yield Reject(Place(name), "unreadable", "is a directory; name the files in it")
    elif path.exists() and not path.is_file():
        with path.open("rb") as stream:  # what comes through a pipe
            yield from read_stream(stream, name, options)
    else:
        yield from _read(name, name, options)


def read_stream(
    stream: BinaryIO, name: str, options: Options = OPTIONS
) -> Iterator[Source | Reject]:
    """Yield the articles in `stream`, as `read_articles` does; `name` stands for it in errors."""
    with _kept(stream) as kept:
        yield from _read(kept, name, options)


def read_article(path: Path, options: Options = OPTIONS) -> Source:
    """Return the one article in the file `path` (raises InputError: which file, and why not)."""
    found = read_articles(path, options)
    first = next(found, None)
    if first is None:
        raise InputError(f"{path}: there is no article in it")
    if isinstance(first, Reject):
        raise InputError(told(first))
    if next(found, None) is not None:
        raise InputError(f"{path}: holds several articles; name a file of one")
    return first


def told(reject: Reject) -> str:
    """Return the place and reason of `reject` in one line."""
    return f"{reject.place}: {reject.reason}"


def _read(path: str, name: str, options: Options) -> Iterator[Source | Reject]:
    """Yield the articles in the file `path`, which people know as `name`."""
    try:
        kind = kind_of(path) or kind_of(name) or _content_kind(path, name, options)
    except DefectError as defect:
        yield defect.at(Place(name))
        return
    for item in read(path, options, kind):
        found = _named(item, name)
        yield prepare(found, options) if isinstance(found, Raw) else found


def _content_kind(path: str, name: str, options: Options) -> str:
    if reason := document_reason(Path(name).suffix):
        raise DefectError("unknown-format", reason)
    with opened_text(path, options) as stream:
        return kind_of_content(stream.peek(HEAD)[:HEAD])


def _named(item: Item, name: str) -> Item:
    """Return `item` with its place as people know it, and called by its file if by nothing else."""
    place = replace(item.place, file=name)
    if not isinstance(item, Raw):
        return replace(item, place=place)
    if item.id == str(item.place):
        shown = name if place.line is not None else stem_of(name)
        return replace(item, place=place, id=str(replace(place, file=shown)))
    return replace(item, place=place)


@contextmanager
def _kept(stream: BinaryIO) -> Iterator[str]:
    """Yield the name of a file with the content of `stream`: some formats are read twice."""
    with tempfile.NamedTemporaryFile(prefix="fakta-") as file:
        while data := stream.read(io.DEFAULT_BUFFER_SIZE):
            file.write(data)
        file.flush()
        yield file.name


__all__ = [
    "OPTIONS",
    "Extracts",
    "extract",
    "read_article",
    "read_articles",
    "read_stream",
    "told",
]
