"""One reader for each format: the items of a file, in order, whatever shape the file is in."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import islice
from pathlib import Path

from extractor.archive.days import order_of
from extractor.archive.files import kind_of
from extractor.archive.items import DefectError, Item, Place, Raw, Reject
from extractor.archive.options import DateOrder, Options
from extractor.archive.readers.lines import read_json_lines
from extractor.archive.readers.pages import read_json, read_page, read_text
from extractor.archive.readers.parquet import read_parquet
from extractor.archive.readers.tables import read_table
from extractor.archive.readers.warc import read_warc

Reader = Callable[[str, Options], Iterator[Item]]

_READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".md": read_text,
    ".html": read_page,
    ".htm": read_page,
    ".json": read_json,
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
    ".csv": read_table,
    ".tsv": read_table,
    ".parquet": read_parquet,
    ".warc": read_warc,
}
# Formats of many articles with days as somebody wrote them; pages write theirs for machines.
_MANY = (".jsonl", ".ndjson", ".csv", ".tsv", ".parquet")
_LOOK = 1_000


def read(name: str, options: Options) -> Iterator[Item]:
    """Yield the articles in the file `name`, and a reject for whatever is none."""
    kind = kind_of(name)
    if kind is None:
        suffix = Path(name).suffix or "no suffix"
        known = " ".join(_READERS)
        reason = f"{suffix} is no format that is read; those are {known}"
        yield Reject(Place(name), "unknown-format", reason)
        return
    order = options.date_order or _order(kind, name, options)
    try:
        for item in _READERS[kind](name, options):
            yield replace(item, date_order=order) if isinstance(item, Raw) else item
    except DefectError as defect:
        yield defect.at(Place(name))


def _order(kind: str, name: str, options: Options) -> DateOrder:
    """Return how the file `name` writes days, by what stands first in it."""
    if kind not in _MANY:
        return "dmy"
    first = islice(_READERS[kind](name, options), _LOOK)
    with suppress(DefectError):
        return order_of(
            item.published for item in first if isinstance(item, Raw) and item.published
        )
    return "dmy"


__all__ = ["Item", "Raw", "Reject", "read"]
