"""Parquet: one article a row."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from extractor.archive.fields import columns, id_of, missing_text, raw_of
from extractor.archive.items import DefectError, Item, Place
from extractor.archive.options import Options
from extractor.archive.storage import Stored, is_address

# Few rows at a time: the cells of one may be as long as a book.
_BATCH = 64


def read_parquet(name: str, options: Options) -> Iterator[Item]:
    """Yield the articles of the file `name`; damage ends it there (raises DefectError)."""
    path = Path(name)
    if path.exists() and not path.is_file():
        raise DefectError("unreadable", "not a regular file")
    try:
        file = pq.ParquetFile(Stored(name) if is_address(name) else path)
    except (pa.ArrowException, OSError, ValueError) as error:
        # What is wrong inside a file is an OSError to Arrow too, but one without a number.
        if isinstance(error, OSError) and error.errno and error.strerror:
            raise DefectError("unreadable", error.strerror.lower()) from error
        raise _damaged(error) from error
    with file:
        names = file.schema_arrow.names
        where = columns(names, options)
        wanted = sorted({name for some in where.values() for name in some if name in names})
        if missing := missing_text(names, options):
            raise missing
        yield from _rows(file, wanted, name, options)


def _rows(file: pq.ParquetFile, wanted: list[str], name: str, options: Options) -> Iterator[Item]:
    number = 0
    batches = file.iter_batches(batch_size=_BATCH, columns=wanted)
    while True:
        try:
            batch = next(batches, None)
            rows = batch.to_pylist() if batch is not None else None
        except (pa.ArrowException, OSError, ValueError) as error:
            yield _damaged(error).at(Place(name, number + 1))
            return
        if rows is None:
            return
        for row in rows:
            number += 1
            yield _item(row, Place(name, number), options)


def _item(row: dict[str, Any], place: Place, options: Options) -> Item:
    try:
        return raw_of(row, place, options)
    except DefectError as defect:
        return defect.at(place, id_of(row, options))


def _damaged(error: Exception) -> DefectError:
    return DefectError("bad-parquet", f"not Parquet: {' '.join(str(error).split())[:200]}")
