"""Two datasets side by side: the rows that one has and the other has not."""

from pathlib import Path
from typing import Any, Literal

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from extractor.archive.questions.dataset import SETTINGS, finished, rows_of
from extractor.errors import DatasetError

Side = Literal["old", "new"]
SIDES: tuple[Side, Side] = ("old", "new")
# How a fact was read and how surely is no part of what it says; digits are compared as numbers.
_HOW = frozenset({"article_id", "n", "evidence", "rule", "confidence", "value_text", "fingerprint"})


class Two:
    """The datasets in `old` and `new`, which may be of two versions of the package.

    Only what both have is compared: `lacking` names the tables and columns that one has not.
    Records less probable than `min_confidence` are left out. Raises DatasetError when a folder
    holds no finished dataset, or none of tables.
    """

    def __init__(self, old: Path, new: Path, min_confidence: float = 0.0) -> None:
        self.folders: dict[Side, Path] = {"old": old, "new": new}
        self.manifests = {side: finished(folder) for side, folder in self.folders.items()}
        self.lacking: list[str] = []
        self._base = duckdb.connect(config=SETTINGS)
        self._columns: dict[str, list[str]] = {}
        names = {side: self._tables(side) for side in SIDES}
        for name in dict.fromkeys((*names["old"], *names["new"])):
            if name in names["old"] and name in names["new"]:
                self._open(name, min_confidence)
            else:
                side: Side = "old" if name not in names["old"] else "new"
                self.lacking.append(f"{self.folders[side]}: has no table {name}")

    @property
    def tables(self) -> list[str]:
        """The tables that both have."""
        return list(self._columns)

    def compared(self, table: str) -> list[str]:
        """Return the columns of `table` that tell what a row says."""
        return [name for name in self._columns[table] if name not in _HOW]

    def columns(self, table: str) -> list[str]:
        """Return all columns of `table` that both have."""
        return self._columns[table]

    def moved(
        self, table: str, key: str, columns: list[str], by: float
    ) -> list[tuple[dict[str, Any], dict[str, Any]]]:
        """Return the rows that both have, old and new, whose confidence differs by `by` or more."""
        new = self._named(
            f"select o.* exclude (twin), t.confidence as before "
            f"from {self._twins('new', table, key, columns)} o "
            f"join {self._twins('old', table, key, columns)} t on {_alike(key, columns)} "
            f'where abs(o.confidence - t.confidence) >= ? order by o."{key}", o.n',
            [by],
        )
        before = [row.pop("before") for row in new]
        return [({**row, "confidence": told}, row) for row, told in zip(new, before, strict=True)]

    def count(self, side: Side, table: str, where: str = "true") -> int:
        """Return how many rows of `table` there are, for which the SQL condition holds."""
        return int(self._rows(f"select count(*) from {side}_{table} where {where}")[0][0])

    def only(self, side: Side, table: str, key: str, columns: list[str]) -> list[dict[str, Any]]:
        """Return the rows of `table` that `side` alone has, in the order of `key` and number.

        Rows are the same when their `key` and `columns` are; of several that are so, each finds
        one.
        """
        other = SIDES[side == "old"]
        order = "o.n" if "n" in self._columns[table] else "o.twin"
        return self._named(
            f"select o.* exclude (twin) from {self._twins(side, table, key, columns)} o "
            f"anti join {self._twins(other, table, key, columns)} t on {_alike(key, columns)} "
            f'order by o."{key}", {order}'
        )

    def _twins(self, side: Side, table: str, key: str, columns: list[str]) -> str:
        """Return the SQL for the rows of `table`, those that are the same numbered as `twin`."""
        same = ", ".join(f'"{column}"' for column in dict.fromkeys((key, *columns)))
        order = "n" if "n" in self._columns[table] else same
        twin = f"row_number() over (partition by {same} order by {order}) as twin"
        return f"(select *, {twin} from {side}_{table})"

    def articles(self, side: Side, ids: list[str]) -> dict[str, dict[str, Any]]:
        """Return the articles of `side` with these ids, by id."""
        rows = self._named(
            f"select * from {side}_articles where id in (select unnest(?)) order by id", [ids]
        )
        return {row["id"]: row for row in rows}

    def names(self) -> dict[str, str]:
        """Return what articles call each index that they name, by its id."""
        if "indices" not in self._columns:
            return {}
        union = " union all ".join(f"select id, name from {side}_indices" for side in SIDES)
        return dict(self._rows(f"select id, min(name) from ({union}) group by id"))

    def _tables(self, side: Side) -> list[str]:
        folder = self.folders[side]
        return [name for name in self.manifests[side]["tables"] if _path(folder, name).is_file()]

    def _open(self, name: str, min_confidence: float) -> None:
        columns = {}
        for side, folder in self.folders.items():
            path = _path(folder, name)
            columns[side] = _columns_of(path)
            least = min_confidence if "confidence" in columns[side] else None
            rows = rows_of(folder, name, least)
            self._rows(f"create view {side}_{name} as {rows}")
        for side in SIDES:
            other = columns[SIDES[side == "old"]]
            self.lacking += [
                f"{self.folders[side]}: {name} has no column {column}"
                for column in other
                if column not in columns[side]
            ]
        self._columns[name] = [name for name in columns["new"] if name in columns["old"]]

    def _rows(self, sql: str, values: list[Any] | None = None) -> list[tuple[Any, ...]]:
        try:
            return self._base.execute(sql, values or []).fetchall()
        except duckdb.Error as error:
            raise DatasetError(
                f"{' or '.join(map(str, self.folders.values()))}: {error}"
            ) from error

    def _named(self, sql: str, values: list[Any] | None = None) -> list[dict[str, Any]]:
        rows = self._rows(sql, values)
        columns = [column[0] for column in self._base.description or ()]
        return [dict(zip(columns, row, strict=True)) for row in rows]


def _columns_of(path: Path) -> list[str]:
    """Return the columns of the Parquet file `path` (raises DatasetError when it is damaged)."""
    try:
        return list(pq.read_schema(path).names)
    except (OSError, pa.ArrowInvalid) as error:
        raise DatasetError(f"{path}: damaged: {error}") from error


def _path(folder: Path, table: str) -> Path:
    return folder / f"{table}.parquet"


def _alike(key: str, columns: list[str]) -> str:
    same = dict.fromkeys((key, *columns, "twin"))
    return " and ".join(f'o."{column}" is not distinct from t."{column}"' for column in same)


def by_article(rows: list[dict[str, Any]], key: str) -> dict[str, list[dict[str, Any]]]:
    """Return `rows` by the value of their column `key`."""
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault(row[key], []).append(row)
    return found
