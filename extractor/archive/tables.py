"""Articles and rejects as Arrow tables, or as lines of JSON."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, TypedDict, cast

import pyarrow as pa

from extractor.archive.fingerprint import fingerprint
from extractor.archive.items import Place, Reject
from extractor.archive.schema import ARTICLES, REJECTS, flat, kinds, schemas
from extractor.records import Article

Placed = tuple[Article, Place]


class Tables(TypedDict):
    """Arrow tables of articles and of each kind of fact, by name."""

    articles: pa.Table
    regions: pa.Table
    indices: pa.Table
    scores: pa.Table
    ranks: pa.Table
    officials: pa.Table
    quotes: pa.Table
    dates: pa.Table
    findings: pa.Table


@dataclass(slots=True)
class Result:
    """What became of a shard: tables by name or lines of JSON, and counts.

    `read` is `extracted` and all of `rejected` together, which counts by code.
    """

    read: int = 0
    extracted: int = 0
    rejected: dict[str, int] = field(default_factory=dict)
    tables: dict[str, pa.Table] = field(default_factory=dict)
    lines: dict[str, bytes] = field(default_factory=dict)

    def add(self, other: "Result") -> None:
        """Put `other`, the result of the items that follow, behind this one."""
        self.read += other.read
        self.extracted += other.extracted
        for code, count in other.rejected.items():
            self.rejected[code] = self.rejected.get(code, 0) + count
        for name, table in other.tables.items():
            before = [self.tables[name]] if name in self.tables else []
            self.tables[name] = pa.concat_tables([*before, table])
        for name, lines in other.lines.items():
            self.lines[name] = self.lines.get(name, b"") + lines


def result_of(articles: list[Placed], rejects: list[Reject], format: str) -> Result:
    """Return `articles` and `rejects` in the form that `format` asks for."""
    result = Result(len(articles) + len(rejects), len(articles))
    for reject in rejects:
        result.rejected[reject.code] = result.rejected.get(reject.code, 0) + 1
    refused = [_refused(reject) for reject in rejects]
    if format == "jsonl":
        said = [article.model_dump(mode="json") for article, _ in articles]
        result.lines = {ARTICLES: _lines(said), REJECTS: _lines(refused)}
        return result
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in schemas()}
    rows[REJECTS] = refused
    for article, place in articles:
        _put(article, rows)
        rows[ARTICLES][-1] |= {"file": place.file, "line": place.line}
    result.tables = {
        name: pa.Table.from_pylist(rows[name], schema=schema) for name, schema in schemas().items()
    }
    return result


def to_tables(articles: Iterable[Article], *, batch_size: int = 1000) -> Tables:
    """Return `articles` and their facts as Arrow tables: `articles`, `regions`, `scores`, ….

    They are those that `fakta batch` writes, without where an article was read from. The facts
    have the id of their article (`article_id`) and their place among its facts of a kind (`n`).
    Articles are converted `batch_size` at a time, so that a generator need never be held whole.
    """
    wanted = {name: schemas()[name] for name in (ARTICLES, *kinds())}
    for column in ("file", "line"):
        at = wanted[ARTICLES].get_field_index(column)
        wanted[ARTICLES] = wanted[ARTICLES].remove(at)
    parts = {name: [schema.empty_table()] for name, schema in wanted.items()}
    waiting = iter(articles)
    while batch := list(islice(waiting, batch_size)):
        rows: dict[str, list[dict[str, Any]]] = {name: [] for name in wanted}
        for article in batch:
            _put(article, rows)
        for name, schema in wanted.items():
            parts[name].append(pa.Table.from_pylist(rows[name], schema=schema))
    made = {name: pa.concat_tables(tables).combine_chunks() for name, tables in parts.items()}
    return cast(Tables, made)


def _put(article: Article, rows: dict[str, list[dict[str, Any]]]) -> None:
    """Add the rows of `article` to those of each table."""
    rows[ARTICLES].append({**flat(article), "fingerprint": fingerprint(article.text)})
    for kind in kinds():
        for n, record in enumerate(getattr(article, kind)):
            rows[kind].append({"article_id": article.id, "n": n, **flat(record)})


def _refused(reject: Reject) -> dict[str, Any]:
    return {
        # A file's name and a bad line's may hold half characters; tables hold none.
        "file": _sound(reject.place.file),
        "line": reject.place.line,
        "id": None if reject.id is None else _sound(reject.id),
        "code": reject.code,
        "reason": _sound(reject.reason),
    }


def _sound(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode()


def _lines(rows: Iterable[Mapping[str, Any]]) -> bytes:
    return b"".join(json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in rows)
