"""One reader for each format: the items of a file, in order, whatever shape the file is in."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import islice
from pathlib import Path

from extractor.archive.days import order_of
from extractor.archive.files import kind_of
from extractor.archive.items import DefectError, Item, Passed, Place, Raw, Reject
from extractor.archive.options import DateOrder, Options
from extractor.archive.readers.lines import read_json_lines
from extractor.archive.readers.pages import read_json, read_page, read_text
from extractor.archive.readers.signatures import document_reason
from extractor.archive.readers.tables import read_table

Reader = Callable[[str, Options], Iterator[Item | Passed]]


def _read_parquet(name: str, options: Options) -> Iterator[Item]:
    # Here, as it brings Arrow: who reads a text needs none.
    from extractor.archive.readers.parquet import read_parquet

    return read_parquet(name, options)


def _read_warc(name: str, options: Options) -> Iterator[Item | Passed]:
    from extractor.archive.readers.warc import read_warc

    return read_warc(name, options)


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
    ".parquet": _read_parquet,
    ".warc": _read_warc,
}
# Formats of many articles with days as somebody wrote them; pages write theirs for machines.
_MANY = (".jsonl", ".ndjson", ".csv", ".tsv", ".parquet")
_LOOK = 1_000
_KINDS = 100


def read(
    name: str, options: Options, kind: str | None = None, passed: Counter[str] | None = None
) -> Iterator[Item]:
    """Yield the articles in the file `name`, and a reject for whatever should be one and is not.

    `kind` is the suffix that says what the file is where its name does not. What is no article by
    its kind is counted in `passed`, by that kind.
    """
    kind = kind or kind_of(name)
    if kind is None:
        suffix = Path(name).suffix or "no suffix"
        known = f"{suffix} is no format that is read; those are {' '.join(_READERS)}"
        reason = document_reason(suffix) or known
        yield Reject(Place(name), "unknown-format", reason)
        return
    order = options.date_order or _order(kind, name, options)
    try:
        for item in _READERS[kind](name, options):
            if isinstance(item, Passed):
                _count(item, passed)
            else:
                yield replace(item, date_order=order) if isinstance(item, Raw) else item
    except DefectError as defect:
        yield defect.at(Place(name))


def _count(item: Passed, passed: Counter[str] | None) -> None:
    if passed is not None:
        # What a server says of types has no end.
        known = item.kind in passed or len(passed) < _KINDS
        passed[item.kind if known else "other"] += 1


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
