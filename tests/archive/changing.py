"""A dataset, and a second one that states some things otherwise."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from tests.archive.test_questions import made_of_news

Rows = list[dict[str, Any]]


def edited(data: Path, table: str, edit: Callable[[Rows], Rows]) -> None:
    """Put what `edit` makes of the rows of `table` in their place."""
    path = data / f"{table}.parquet"
    before = pq.read_table(path)
    pq.write_table(pa.Table.from_pylist(edit(before.to_pylist()), schema=before.schema), path)


def _scores(rows: Rows) -> Rows:
    value, period, subject, lost, *rest = rows
    value |= {"value": 4.5, "value_text": "4.5", "confidence": 0.7}
    period |= {"period": "2020"}
    subject |= {"subject_code": "33.74", "subject_name": "Kota 33.74", "predicate": "<b>Baik</b>"}
    rest[0] |= {"confidence": 0.5, "rule": "another", "n": 7}
    return [value, period, subject, *rest, {**lost, "index": "sakip", "period": "1999", "n": 9}]


def two(folder: Path) -> tuple[Path, Path]:
    """Return the folders of both datasets, in `folder`."""
    old = made_of_news(folder)
    new = Path(shutil.copytree(old, folder / "new"))
    edited(new, "scores", _scores)
    edited(new, "ranks", lambda rows: rows[1:])
    edited(new, "articles", lambda rows: [{**rows[0], "title": "Judul <i>baru</i>"}, *rows[1:]])
    return old, new
