"""A finished dataset, asked where it lies."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import InvalidOperation
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
from pydantic import ValidationError

from extractor.archive.merge import sha256_of, table_problem
from extractor.archive.notes import read_manifest
from extractor.archive.questions.copies import copies
from extractor.archive.questions.corrections.applied import Applied, Unfit, applied
from extractor.archive.questions.corrections.file import load_corrections
from extractor.archive.questions.corrections.form import KINDS
from extractor.archive.questions.registers import registers
from extractor.archive.questions.stated import R, Stated, read_stated
from extractor.archive.schema import schemas
from extractor.archive.store import CORRECTIONS, MANIFEST, WORK
from extractor.errors import DatasetError, FaktaError, InputError
from extractor.records import Rank, Score

_BATCH = 1_000
_OF_SQL = (
    *(duckdb.ParserException, duckdb.BinderException, duckdb.CatalogException),
    *(duckdb.ConversionException, duckdb.PermissionException),
)
_ASKING = (duckdb.StatementType.SELECT, duckdb.StatementType.MULTI)
_NOTHING = "query: there is no question in it"
_CHANGED = "is not as it was written"
_COPIES = re.compile(r"\bcopies\b", re.IGNORECASE)
SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    # A name in SQL is a table, never a variable of Python.
    "python_enable_replacements": False,
}
_TABLES: dict[type[Any], str] = {Score: "scores", Rank: "ranks"}


class Dataset:
    """A folder that `fakta batch` has made, its tables as views of a DuckDB connection.

    Beside them are `places` and `catalogue`, what is known of regions and indices, and `copies`:
    the articles that have one text with others, looked for when first asked for. Records less
    probable than `min_confidence` are left out; rows that are no record are told in `damaged`.
    Raises DatasetError when the folder holds no finished dataset, or none of tables, or one of an
    older version.

    The facts are as `corrections` have them: a file, those in the folder's `corrections.yaml` if
    it is there (True), or none (False). The column `corrected` tells which rows are `accepted`,
    `corrected` or `added`. Of the `corrected` there are, those that do not fit the articles are not
    applied and stand in `unfit`. Raises InputError for a file that holds anything else.

    SQL only asks, and only of these tables; with `reads_files` it may do all that DuckDB can, read
    and write other files too.
    """

    def __init__(
        self,
        folder: Path | str,
        min_confidence: float = 0.0,
        *,
        reads_files: bool = False,
        corrections: Path | bool = True,
    ) -> None:
        folder = Path(folder)
        self._digests = _check(folder).get("digests", {})
        self.folder, self.min_confidence = folder, min_confidence
        self.damaged: list[str] = []
        named = not isinstance(corrections, bool)
        self.corrections = folder / CORRECTIONS if isinstance(corrections, bool) else corrections
        self.reads_files = reads_files
        self._has_copies = False
        self._base = duckdb.connect(config=SETTINGS)
        for name, table in registers().items():
            self._base.register(name, table)
        for name in schemas():
            self._run(f"create view {name} as {rows_of(folder, name)}")
        self.unfit = self._correct(applies=corrections is not False, required=named)
        if not self.reads_files:
            self._shut()

    def ask(
        self, sql: str, values: Sequence[Any] = ()
    ) -> tuple[list[str], Iterator[tuple[Any, ...]]]:
        """Return the columns of the answer and its rows (raises InputError for what is no SQL).

        `values` stand for the question marks in `sql`.
        """
        self._allow(sql)
        found = self._run(sql, values)
        if found is None or not found.description:
            raise InputError(_NOTHING)
        columns = [column[0] for column in found.description]
        return columns, self._rows(found)

    def stated(self, kind: type[R], where: str, values: Sequence[Any] = ()) -> list[Stated[R]]:
        """Return the facts of `kind` for which the SQL condition `where` holds, in a fixed order.

        In `where`, `f` is the table of the facts and `a` that of the articles. A row that is no
        valid record is left out, and noted in `damaged`.
        """
        found = self._named(
            f"select f.*, a.url, a.publisher, a.file, a.line, a.text from {_TABLES[kind]} f "
            f"join articles a on a.id = f.article_id where {where} order by f.article_id, f.n",
            values,
        )
        said = []
        for named in found:
            try:
                said.append(read_stated(kind, named))
            except (ValidationError, InvalidOperation) as error:
                self._note(_TABLES[kind], named, error)
        texts = self._texts({one.article_id for one in said})
        return [
            replace(one, text_id=texts[one.article_id]) if one.article_id in texts else one
            for one in said
        ]

    def stated_indices(self) -> list[str]:
        """Return the ids of all indices that articles name or state something of."""
        _, rows = self.ask(
            'select id from indices union select "index" from scores '
            'union select "index" from ranks where "index" is not null order by 1'
        )
        return [row[0] for row in rows]

    def arrow(self, sql: str) -> pa.RecordBatchReader:
        """Return the answer in Arrow's own types (raises InputError for what is no SQL)."""
        self._allow(sql)
        try:
            found = self._base.sql(sql)
            if found is None:
                raise InputError(_NOTHING)
            return found.to_arrow_reader(_BATCH)
        except duckdb.Error as error:
            raise self._told(error) from error

    def _correct(self, *, applies: bool, required: bool) -> list[Unfit]:
        """Let the views of facts be as the corrections have them; return those that do not fit."""
        made = Applied()
        self.corrected = 0
        if required or (applies and self.corrections.is_file()):
            found = load_corrections(self.corrections)
            self.corrected = len(found)
            made = applied(found, self._named)
        for name in KINDS:
            for told, table in made.tables(name).items():
                self._base.register(told, table)
            rows, sure = made.rows(name, rows_of(self.folder, name)), ""
            if "confidence" in schemas()[name].names:
                sure = f" where confidence >= {self.min_confidence!r}"
            self._run(f"create or replace view {name} as select * from ({rows}){sure}")
        return made.unfit

    def _named(self, sql: str, values: Sequence[Any]) -> Iterator[dict[str, Any]]:
        found = self._run(sql, values)
        columns = [column[0] for column in found.description or ()]
        for row in self._rows(found):
            yield dict(zip(columns, row, strict=True))

    def _note(
        self, table: str, row: dict[str, Any], error: ValidationError | InvalidOperation
    ) -> None:
        reason = f"value_text: {row.get('value_text')!r} is no number"
        if isinstance(error, ValidationError):
            first = error.errors()[0]
            reason = f"{'.'.join(map(str, first['loc'])) or 'record'}: {first['msg']}"
        told = f"{table}.parquet: fact {row['n']} of {row['article_id']}: {reason}"
        if told not in self.damaged:
            self.damaged.append(told)

    def _shut(self) -> None:
        """Let the connection reach the tables of the dataset and no other file."""
        folder = str(self.folder.resolve()).replace("'", "''")
        self._run(f"set allowed_directories = ['{folder}']")
        self._run("set enable_external_access = false")
        self._run("set lock_configuration = true")

    def _texts(self, ids: set[str]) -> dict[str, str]:
        """Return the first article that has the text, for those of `ids` of which there are copies.

        Only these are compared, so that the answer does not wait for all of a large archive.
        """
        if len(ids) < 2:
            return {}
        return {row["article_id"]: row["text_id"] for row in copies(self._asked, ids).to_pylist()}

    def _asked(self, sql: str, values: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        return self._rows(self._run(sql, values))

    def _look_for_copies(self) -> None:
        """Make the table `copies`, once."""
        if self._has_copies:
            return
        self._has_copies = True
        self._base.register("found_copies", copies(self._asked))
        self._run("create temp table copies as select * from found_copies")
        self._base.unregister("found_copies")

    def _allow(self, sql: str) -> None:
        """Raise InputError for what does more than ask: `copy` would overwrite the tables."""
        if _COPIES.search(sql):
            self._look_for_copies()
        if self.reads_files:
            return
        try:
            statements = self._base.extract_statements(sql)
        except duckdb.Error as error:
            raise self._told(error) from error
        for statement in statements:
            if statement.type not in _ASKING:
                name = str(statement.type).rpartition(".")[2].lower()
                raise InputError(f"query: {name} is no question (--files lets SQL do more)")

    def _run(self, sql: str, values: Sequence[Any] = ()) -> duckdb.DuckDBPyConnection:
        try:
            return self._base.execute(sql, list(values))
        except duckdb.Error as error:
            raise self._told(error) from error

    def _rows(self, found: duckdb.DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
        try:
            while rows := found.fetchmany(_BATCH):
                yield from rows
        except duckdb.Error as error:
            raise self._told(error) from error

    def _told(self, error: duckdb.Error) -> FaktaError:
        """Return what to tell of `error`: a table that has changed is no fault of the SQL."""
        if not isinstance(error, _OF_SQL):
            for name, digest in self._digests.items():
                path = self.folder / name
                if sha256_of(path) != digest:
                    return DatasetError(f"{path}: {_CHANGED}; `fakta doctor {self.folder}` helps")
        if isinstance(error, duckdb.PermissionException):
            first = str(error).partition("\n")[0]
            return InputError(f"query: {first} (--files lets SQL read and write other files)")
        return InputError(f"query: {error}")


def finished(folder: Path) -> dict[str, Any]:
    """Return what the run that made the dataset in `folder` wrote about itself.

    Raises DatasetError when the folder holds no finished dataset, or none of tables.
    """
    manifest = read_manifest(folder / MANIFEST)
    if manifest is None:
        begun = (folder / WORK).is_dir()
        reason = "its run has not ended; run `fakta batch` again" if begun else "no dataset"
        raise DatasetError(f"{folder}: {reason}")
    if manifest["options"].get("format") != "parquet":
        raise DatasetError(f"{folder}: holds lines of JSON; only a dataset of tables can be asked")
    return manifest


def rows_of(folder: Path, table: str, min_confidence: float | None = None) -> str:
    """Return the SQL for the rows of a `table` in `folder` that are probable enough."""
    sure = "" if min_confidence is None else f" where confidence >= {min_confidence!r}"
    quoted = str(folder / f"{table}.parquet").replace("'", "''")
    return f"select * from read_parquet('{quoted}'){sure}"


def _check(folder: Path) -> dict[str, Any]:
    """Return the manifest of what can be asked (raises DatasetError).

    Of each table the head is read, not the rows.
    """
    manifest = finished(folder)
    for name in schemas():
        problem = table_problem(folder / f"{name}.parquet", manifest["tables"].get(name))
        if problem:
            raise DatasetError(f"{folder / name}.parquet: {problem}; `fakta doctor {folder}` helps")
    return manifest
