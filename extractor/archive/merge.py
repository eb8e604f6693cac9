"""The files of a dataset, put together from those of its shards."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from extractor.archive.schema import ARTICLES, REJECTS, schemas
from extractor.errors import DatasetError

_ROW_GROUP_ROWS, _ROW_GROUP_BYTES = 50_000, 64 << 20


def names_of(format: str) -> list[str]:
    """Return the files of a dataset of `format`, without their suffix."""
    return list(schemas()) if format == "parquet" else [ARTICLES, REJECTS]


def merge(parts: Iterable[Path], path: Path) -> int:
    """Write what `parts` hold to the file `path`; return the rows or lines (raises OSError)."""
    if path.suffix == ".parquet":
        return _merge_tables(parts, path, schemas()[path.stem])
    return _merge_lines(parts, path)


def table_problem(path: Path, rows: int | None) -> str | None:
    """Return what is wrong with the table in the file `path`, as far as its head tells.

    `rows` is how many it should have, where that is known.
    """
    try:
        with pq.ParquetFile(path) as file:
            names, found = file.schema_arrow.names, file.metadata.num_rows
    except FileNotFoundError:
        return "is missing"
    except (pa.ArrowException, OSError, ValueError) as error:
        return f"is damaged ({' '.join(str(error).split())[:200]})"
    lacking = [name for name in schemas()[path.stem].names if name not in names]
    if lacking:
        return f"has no column {lacking[0]}"
    if rows is not None and found != rows:
        return f"has {found} rows, not {rows}"
    return None


def sha256_of(path: Path) -> str | None:
    """Return the digest of the file `path`, None when it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


@contextmanager
def synced(path: Path) -> Iterator[Any]:
    """Yield a new file that is on the disk itself when this ends."""
    with path.open("wb") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())


def _merge_tables(parts: Iterable[Path], path: Path, schema: pa.Schema) -> int:
    rows = 0
    with synced(path) as file, pq.ParquetWriter(file, schema, compression="zstd") as writer:
        group: list[pa.Table] = []
        for part in parts:
            group.append(_table(part, schema))
            rows += group[-1].num_rows
            large = sum(table.nbytes for table in group) > _ROW_GROUP_BYTES
            if large or sum(table.num_rows for table in group) > _ROW_GROUP_ROWS:
                writer.write_table(pa.concat_tables(group))
                group = []
        if group:
            writer.write_table(pa.concat_tables(group))
    return rows


def _table(part: Path, schema: pa.Schema) -> pa.Table:
    try:
        return pq.read_table(part, schema=schema)
    except (pa.ArrowException, OSError, ValueError) as error:
        # What is wrong inside a file is an OSError to Arrow too, but one without a number.
        if isinstance(error, OSError) and error.errno:
            raise
        reason = " ".join(str(error).split())[:200]
        raise DatasetError(f"{part}: damaged ({reason}); run the same command again") from error


def _merge_lines(parts: Iterable[Path], path: Path) -> int:
    lines = 0
    with synced(path) as file:
        for part in parts:
            content = part.read_bytes()
            lines += content.count(b"\n")
            file.write(content)
    return lines
