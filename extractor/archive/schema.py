"""The tables of a dataset: one for each kind of record, their columns those of the records.

A field that is a record itself becomes columns with its name in front (`subject_code`); a list of
records stays a list. An exact decimal is a number to reckon with, and its own digits as `_text`.
"""

import types
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

import pyarrow as pa

from extractor.records import Article, Record

ARTICLES, REJECTS = "articles", "rejects"
R = TypeVar("R", bound=Record)
_KEYS = (pa.field("article_id", pa.string(), nullable=False), pa.field("n", pa.int32(), False))
_SCALARS: dict[Any, pa.DataType] = {
    str: pa.string(),
    int: pa.int64(),
    float: pa.float64(),
    bool: pa.bool_(),
    date: pa.date32(),
    Decimal: pa.float64(),
}
_FINGERPRINT = pa.field(
    "fingerprint", pa.list_(pa.field("item", pa.uint64(), nullable=False)), nullable=False
)
_REJECTS = pa.schema(
    [
        pa.field("file", pa.string(), nullable=False),
        pa.field("line", pa.int64()),
        pa.field("id", pa.string()),
        pa.field("code", pa.string(), nullable=False),
        pa.field("reason", pa.string(), nullable=False),
    ]
)


@cache
def kinds() -> dict[str, type[Record]]:
    """Return the record of each table of facts by its name, in the order of `Article`."""
    found = {}
    for name, field in Article.model_fields.items():
        item = _item(field.annotation)
        if item is not None:
            found[name] = item
    return found


@cache
def schemas() -> dict[str, pa.Schema]:
    """Return the schema of each table by its name."""
    own = [
        column
        for name, field in Article.model_fields.items()
        if _item(field.annotation) is None
        for column in _columns(name, field.annotation)
    ]
    place = [pa.field("file", pa.string(), nullable=False), pa.field("line", pa.int64())]
    tables = {ARTICLES: pa.schema([*own, _FINGERPRINT, *place])}
    for name, record in kinds().items():
        tables[name] = pa.schema([*_KEYS, *_record_columns(record)])
    return {**tables, REJECTS: _REJECTS}


def flat(record: Record, prefix: str = "") -> dict[str, Any]:
    """Return the columns of `record`, without the lists of an article's facts."""
    row: dict[str, Any] = {}
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        plain, _ = _plain(field.annotation)
        if _is_record(plain):
            inner = plain.model_fields
            row |= (
                flat(value, f"{name}_") if value else dict.fromkeys(f"{name}_{at}" for at in inner)
            )
        elif plain is Decimal:
            row[prefix + name] = None if value is None else float(value)
            row[f"{prefix}{name}_text"] = None if value is None else f"{value:f}"
        elif isinstance(value, tuple):
            if not isinstance(record, Article):
                row[prefix + name] = [part.model_dump() for part in value]
        else:
            row[prefix + name] = value
    return row


def record_of(kind: type[R], row: Mapping[str, Any]) -> R:
    """Return the fact that the columns of `row` state.

    Raises ValidationError for a row that is no record, InvalidOperation for one whose digits are
    no number.
    """
    fields: dict[str, Any] = {}
    for name, field in kind.model_fields.items():
        plain, _ = _plain(field.annotation)
        if _is_record(plain):
            inner = {at: row[f"{name}_{at}"] for at in plain.model_fields}
            fields[name] = inner if any(value is not None for value in inner.values()) else None
        elif plain is Decimal:
            digits = row[f"{name}_text"]
            fields[name] = None if digits is None else Decimal(digits)
        else:
            fields[name] = row[name]
    return kind.model_validate(fields)


def _record_columns(
    record: type[Record], prefix: str = "", open: bool = False
) -> Iterator[pa.Field]:
    for name, field in record.model_fields.items():
        yield from _columns(prefix + name, field.annotation, open)


def _columns(name: str, annotation: Any, open: bool = False) -> Iterator[pa.Field]:
    plain, optional = _plain(annotation)
    optional = optional or open
    if _is_record(plain):
        yield from _record_columns(plain, f"{name}_", optional)
    elif (item := _item(annotation)) is not None:
        yield pa.field(name, pa.list_(pa.struct(list(_record_columns(item)))), optional)
    elif plain is Decimal:
        yield pa.field(name, pa.float64(), optional)
        yield pa.field(f"{name}_text", pa.string(), optional)
    else:
        yield pa.field(name, _SCALARS[plain], optional)


def _plain(annotation: Any) -> tuple[Any, bool]:
    """Return the type below what is said about it, and whether None is one of its values."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return _plain(get_args(annotation)[0])
    if origin is Literal:
        return type(get_args(annotation)[0]), False
    if origin in (Union, types.UnionType):
        some = [part for part in get_args(annotation) if part is not type(None)]
        return _plain(some[0])[0], len(some) < len(get_args(annotation))
    return annotation, False


def _item(annotation: Any) -> type[Record] | None:
    """Return the record that a list holds, None when `annotation` is no list of records."""
    plain, _ = _plain(annotation)
    if get_origin(plain) is not tuple:
        return None
    inner: type[Record] = get_args(plain)[0]
    return inner


def _is_record(plain: Any) -> bool:
    return isinstance(plain, type) and issubclass(plain, Record)
