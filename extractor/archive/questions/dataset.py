"""A finished dataset, asked where it lies."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, Generic, TypeVar

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from extractor.archive.schema import schemas
from extractor.archive.store import MANIFEST
from extractor.errors import DatasetError, InputError
from extractor.records import Rank, Score, Subject
from extractor.text.sentences import sentence_at

_BATCH = 1_000
_SETTINGS: dict[str, str | bool | int | float | list[str]] = {"autoinstall_known_extensions": False}
R = TypeVar("R", Score, Rank)
_TABLES: dict[type[Any], str] = {Score: "scores", Rank: "ranks"}


@dataclass(frozen=True, slots=True)
class Stated(Generic[R]):
    """A fact and the article that states it; `sentence` is where its number stands."""

    fact: R
    article_id: str
    place: str
    url: str | None
    publisher: str | None
    sentence: str

    @property
    def source(self) -> str:
        """Where to look it up: the address, else the file and line."""
        return self.url or self.place


class Dataset:
    """A folder that `fakta batch` has made, its tables as views of a DuckDB connection.

    Records less probable than `min_confidence` are left out. Raises DatasetError when the folder
    holds no finished dataset, or none of tables, or one of an older version.
    """

    def __init__(self, folder: Path, min_confidence: float = 0.0) -> None:
        _check(folder)
        self._base = duckdb.connect(config=_SETTINGS)
        for name, schema in schemas().items():
            path = str(folder / f"{name}.parquet").replace("'", "''")
            sure = (
                f" where confidence >= {min_confidence!r}" if "confidence" in schema.names else ""
            )
            self._run(f"create view {name} as select * from read_parquet('{path}'){sure}")

    def ask(self, sql: str) -> tuple[list[str], Iterator[tuple[Any, ...]]]:
        """Return the columns of the answer and its rows (raises InputError for what is no SQL)."""
        found = self._run(sql)
        columns = [column[0] for column in found.description or ()]
        return columns, self._rows(found)

    def stated(self, kind: type[R], where: str, values: Sequence[Any] = ()) -> list["Stated[R]"]:
        """Return the facts of `kind` for which the SQL condition `where` holds, in a fixed order.

        In `where`, `f` is the table of the facts and `a` that of the articles.
        """
        found = self._run(
            f"select f.*, a.url, a.publisher, a.file, a.line, a.text from {_TABLES[kind]} f "
            f"join articles a on a.id = f.article_id where {where} order by f.article_id, f.n",
            values,
        )
        columns = [column[0] for column in found.description or ()]
        rows = self._rows(found)
        return [_stated(kind, dict(zip(columns, row, strict=True))) for row in rows]

    def _run(self, sql: str, values: Sequence[Any] = ()) -> duckdb.DuckDBPyConnection:
        try:
            return self._base.execute(sql, list(values))
        except duckdb.Error as error:
            raise InputError(f"query: {error}") from error

    @staticmethod
    def _rows(found: duckdb.DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
        try:
            while rows := found.fetchmany(_BATCH):
                yield from rows
        except duckdb.Error as error:
            raise InputError(f"query: {error}") from error


def _check(folder: Path) -> None:
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except OSError as error:
        begun = (folder / ".run").is_dir()
        reason = "its run has not ended; run `fakta batch` again" if begun else "no dataset"
        raise DatasetError(f"{folder}: {reason}") from error
    except ValueError as error:
        raise DatasetError(f"{folder / MANIFEST}: damaged: {error}") from error
    if manifest["options"]["format"] != "parquet":
        raise DatasetError(f"{folder}: holds lines of JSON; only a dataset of tables can be asked")
    missing = [name for name in schemas() if not (folder / f"{name}.parquet").is_file()]
    if missing:
        raise DatasetError(f"{folder / missing[0]}.parquet: is missing; make the dataset anew")
    for name, schema in schemas().items():
        path = folder / f"{name}.parquet"
        lacking = [one for one in schema.names if one not in _columns_of(path)]
        if lacking:
            raise DatasetError(f"{path}: has no column {lacking[0]}; make the dataset anew")


def _columns_of(path: Path) -> list[str]:
    try:
        return list(pq.read_schema(path).names)
    except (OSError, pa.ArrowInvalid) as error:
        raise DatasetError(f"{path}: damaged: {error}") from error


def _stated(kind: type[R], row: dict[str, Any]) -> "Stated[R]":
    subject = {name: row[f"subject_{name}"] for name in Subject.model_fields}
    fields = {name: row[name] for name in kind.model_fields if name in row}
    digits = str(row["position"]) if kind is Rank else row["value_text"]
    if kind is Score:
        fields["value"] = Decimal(digits) if digits is not None else None
    fact = kind.model_validate({**fields, "subject": subject})
    # A deflation is negative, and the article tells it without a minus.
    said = digits.lstrip("-") if digits and kind is Score else digits
    start = _place_of(said or row.get("predicate") or "", row["evidence"])
    place = row["file"] if row["line"] is None else f"{row['file']}:{row['line']}"
    sentence, _ = sentence_at(row["text"], start)
    return Stated(fact, row["article_id"], place, row["url"], row["publisher"], sentence)


def _place_of(said: str, evidence: list[dict[str, Any]]) -> int:
    """Return where the piece of `evidence` begins that says the value; else where the last does."""
    bare = said.casefold().rstrip("0").rstrip(".") if "." in said else said.casefold()
    for piece in evidence:
        if bare and bare in piece["text"].casefold().replace(",", "."):
            return int(piece["start"])
    return int(evidence[-1]["start"])
