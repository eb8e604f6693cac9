"""What all questions share: whom a fact belongs to, which index, when; and how answers are made.

A question is SQL to the tables of a dataset; one row is one fact, whoever states it. Its sentence
is looked up for the rows that are left in the end.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypedDict

import pyarrow as pa

from extractor.archive.questions.dataset import Dataset
from extractor.archive.questions.naming import COUNTRY, named_index, region_code
from extractor.archive.questions.periods import first_and_last, within
from extractor.errors import InputError
from extractor.lexicon.levels import level_words
from extractor.lexicon.nearest import meant
from extractor.text.sentences import sentence_at

SUBJECT = (
    "case {0}.subject_kind when 'region' then coalesce(p.name, {0}.subject_name) "
    "else {0}.subject_name end as subject, {0}.subject_name, {0}.subject_code, "
    "case {0}.subject_kind when 'region' then p.level else {0}.subject_kind end as level, "
    "p.province"
)
"""The columns of whom a fact belongs to: `{0}` has the subject, `p` its place in the register."""
ARTICLE = "a.publisher, a.published, a.url, a.file, a.line"
NAMED = (
    "(select i.article_id, list(i.id) as ids, string_agg(coalesce(c.acronym, i.name), '; ' "
    "order by i.n) as index_name from indices i left join catalogue c on c.id = i.id group by all)"
)
"""The indices that each article names."""
WHO = (
    ("subject", pa.string()),
    ("subject_code", pa.string()),
    ("level", pa.string()),
    ("province", pa.string()),
)
WHERE = (
    ("confidence", pa.float64()),
    ("corrected", pa.string()),
    ("articles", pa.int64()),
    ("publisher", pa.string()),
    ("published", pa.date32()),
    ("sentence", pa.string()),
    ("url", pa.string()),
    ("place", pa.string()),
    ("article_id", pa.string()),
    ("n", pa.int32()),
)
_SENTENCES = 500


class Asked(TypedDict, total=False):
    """What every question may ask for; what is None or left out is not asked for."""

    index: str | None
    """An index by its id, acronym or any name (`spbe`, "SPBE")."""
    within: str | None
    """A region and all that lies in it, by name or code."""
    region: str | None
    """A region alone, by name or code."""
    subject: str | None
    """Words that the name of the subject has, whatever it is."""
    level: str | None
    """`kabupaten`, `kota`, `provinsi`, …, or several: `kabupaten/kota`."""
    period: str | None
    """`2023`, `2021-2023`, `2023-06`, `2023-06..2024-01`, `2021..`; facts that lie in it."""
    each: bool
    """One row for each article that states a fact, instead of one for each fact."""
    sort: str | None
    """The column to sort by."""
    descending: bool
    """From the end of that order."""
    limit: int | None
    """The most rows to return."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of fact: the SQL that gives its rows, what makes two of them one, its columns."""

    rows: str
    same: str
    order: str
    columns: tuple[tuple[str, pa.DataType], ...]
    place: Callable[[dict[str, Any]], int]
    whole: str = "true"
    index: str = 'list_contains(?, "index")'
    kept: str = ""
    """SQL that puts something in the place of columns."""


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a question, as an Arrow table; iterating gives its rows as dictionaries.

    `of` counts the rows before `limit`; `undated` the facts that were left out because they have
    no period, `parts` those because they are of a pillar of the index.
    """

    table: pa.Table
    of: int
    undated: int = 0
    parts: int = 0

    def __len__(self) -> int:
        return int(self.table.num_rows)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        for batch in self.table.to_batches(_SENTENCES):
            yield from batch.to_pylist()


@dataclass(slots=True)
class Conditions:
    """SQL conditions that all must hold, with the values of their question marks."""

    told: list[str] = field(default_factory=lambda: ["true"])
    values: list[Any] = field(default_factory=list)

    def add(self, condition: str, *values: Any) -> None:
        """Let `condition` hold, too."""
        self.told.append(f"({condition})")
        self.values += values

    def __str__(self) -> str:
        return " and ".join(self.told)


def answered(
    dataset: Dataset, kind: Kind, asked: Asked, also: Conditions, whole: bool = False
) -> Found:
    """Return the rows of `kind` that are as `asked` and `also`; with `whole` no pillars.

    Raises InputError for a name that nothing has, or what is no period, level or column.
    """
    where = _conditions(dataset, kind, asked, also)
    left = Conditions([*where.told], [*where.values])
    period = asked.get("period")
    if whole:
        where.add(kind.whole)
    if period is not None:
        where.add(within("dated"), *first_and_last(period))
    rows, of = _picked(dataset, kind, asked, where)
    schema = pa.schema([*kind.columns, *WHERE])
    table = pa.Table.from_pylist([*_told(dataset, kind, rows)], schema=schema)
    undated = parts = 0
    if period is not None:
        undated = _count(dataset, kind, left, "dated is null")
    if whole:
        parts = _count(dataset, kind, left, f"not ({kind.whole})")
    return Found(table, of, undated, parts)


def number(name: str, told: object) -> float:
    """Return the number that the argument `name` tells: 3.5, or "3,5" (raises InputError)."""
    try:
        return float(str(told).strip().replace(",", "."))
    except ValueError as error:
        raise InputError(f"{name} {told!r}: is no number; write 3,5 or 3.5") from error


def _conditions(dataset: Dataset, kind: Kind, asked: Asked, also: Conditions) -> Conditions:
    where = Conditions([*also.told], [*also.values])
    index, region, inside = asked.get("index"), asked.get("region"), asked.get("within")
    if index is not None:
        where.add(kind.index, named_index(index, dataset.stated_indices()))
    if region is not None:
        where.add("subject_code = ?", region_code(region))
    if inside is not None:
        code = region_code(inside)
        if code == COUNTRY:
            where.add("subject_code is not null")
        else:
            where.add("subject_code = ? or starts_with(subject_code, ? || '.')", code, code)
    for word in (asked.get("subject") or "").split():
        where.add("contains(lower(subject_name), ?)", word.lower())
    level = asked.get("level")
    if level is not None:
        where.add("list_contains(?, level)", _levels(level))
    return where


def _picked(
    dataset: Dataset, kind: Kind, asked: Asked, where: Conditions
) -> tuple[list[dict[str, Any]], int]:
    same = f"(partition by {kind.same})"
    first = f"(partition by {kind.same} order by confidence desc, article_id, n)"
    only = "" if asked.get("each") else f"qualify row_number() over {first} = 1"
    limit = asked.get("limit")
    if limit is not None and limit < 0:
        raise InputError(f"limit {limit}: is no number of rows")
    replaced = f"replace ({kind.kept.format(same)})" if kind.kept else ""
    sql = (
        f"with named as ({kind.rows}), picked as (select * {replaced}, "
        f"count(distinct article_id) over {same} as articles from named where {where} {only}) "
        f"select *, count(*) over () as total_rows from picked order by {_order(kind, asked)}"
        f"{'' if limit is None else f' limit {max(limit, 1)}'}"
    )
    columns, found = dataset.ask(sql, where.values)
    rows = [dict(zip(columns, row, strict=True)) for row in found]
    return rows[:limit], int(rows[0]["total_rows"]) if rows else 0


def _order(kind: Kind, asked: Asked) -> str:
    sort = asked.get("sort")
    usual = f"{kind.order}, article_id, n"
    turn = " desc" if asked.get("descending") else ""
    if sort is None:
        return usual
    names = [name for name, _ in (*kind.columns, *WHERE) if name not in ("sentence", "place")]
    if sort not in names:
        perhaps = meant(sort, [(name, name) for name in names])
        raise InputError(f"sort {sort!r}: is none of the columns {', '.join(names)}{perhaps}")
    return f'"{sort}"{turn} nulls last, {usual}'


def _count(dataset: Dataset, kind: Kind, where: Conditions, condition: str) -> int:
    sql = f"with named as ({kind.rows}) select count(*) from named where {where} and {condition}"
    _, rows = dataset.ask(sql, where.values)
    return int(next(rows)[0])


def _told(dataset: Dataset, kind: Kind, rows: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield `rows` with the sentence that states each, and where to look it up."""
    for start in range(0, len(rows), _SENTENCES):
        some = rows[start : start + _SENTENCES]
        ids = [row["article_id"] for row in some]
        _, found = dataset.ask(
            "select id, text from articles where id in (select unnest(?))", [ids]
        )
        texts = dict(found)
        for row in some:
            sentence, _ = sentence_at(texts[row["article_id"]], kind.place(row))
            place = row["file"] if row["line"] is None else f"{row['file']}:{row['line']}"
            yield {**row, "sentence": sentence, "place": place}


def _levels(told: str) -> list[str]:
    words = level_words().levels
    found = []
    for part in told.replace(",", "/").split("/"):
        level = words.get(part.strip().casefold().rstrip("."))
        if level is None:
            shown = level_words().shown
            perhaps = meant(part, [(word, word) for word in words])
            raise InputError(f"level {part!r}: is none of {', '.join(shown.values())}{perhaps}")
        found.append(level)
    return found
