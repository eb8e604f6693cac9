"""What a row of a dataset says, in one line for people."""

from collections.abc import Callable, Mapping
from typing import Any

from extractor.lexicon.indices import catalogue
from extractor.lexicon.levels import level_words
from extractor.lexicon.regions import gazetteer
from extractor.report.answers import place_of_row, value_of_row
from extractor.report.terminal import SCOPES, days_of, shortened

Row = Mapping[str, Any]
_LONG = 160


def said(kind: str, row: Row) -> str:
    """Return what `row`, of the table `kind`, says: `Kota Jambi · SPBE · 2024 · 4,32`."""
    return " · ".join(part for part in _SAYS[kind](row) if part)


def _score(row: Row) -> list[str | None]:
    value = value_of_row(row)
    grade = row["predicate"]
    told = f"{value} ({grade})" if value and grade else value or grade
    return [row["subject_name"], _index(row["index"]), row["aspect"], row["period"], told]


def _rank(row: Row) -> list[str | None]:
    region = gazetteer().regions.get(row["scope"] or "")
    scope = region.name if region else SCOPES.get(row["scope"], row["scope"])
    place = f"peringkat {place_of_row(row)}"
    about = (_index(row["index"]), row["aspect"], row["period"])
    return [row["subject_name"], *about, place, scope, row["category"]]


def _region(row: Row) -> list[str | None]:
    return [row["name"], row["code"], level_words().shown.get(row["level"])]


def _index_row(row: Row) -> list[str | None]:
    return [row["acronym"], row["name"]]


def _official(row: Row) -> list[str | None]:
    return [row["name"], row["office"], row["subject_name"]]


def _quote(row: Row) -> list[str | None]:
    return [row["speaker"] or "?", f"“{shortened(row['text'], _LONG)}”"]


def _date(row: Row) -> list[str | None]:
    return [row["text"], days_of(str(row["start"]), str(row["end"]))]


def _finding(row: Row) -> list[str | None]:
    return [row["code"], shortened(row["message"], _LONG)]


def _article(row: Row) -> list[str | None]:
    return [row["title"] or row["id"], row["publisher"]]


def _reject(row: Row) -> list[str | None]:
    line = "" if row["line"] is None else f":{row['line']}"
    return [f"{row['file']}{line}", row["code"], shortened(row["reason"], _LONG)]


def _index(id: str | None) -> str | None:
    entry = catalogue().get(id or "")
    return (entry.acronym or entry.name) if entry else id


_SAYS: dict[str, Callable[[Row], list[str | None]]] = {
    "articles": _article,
    "regions": _region,
    "indices": _index_row,
    "scores": _score,
    "ranks": _rank,
    "officials": _official,
    "quotes": _quote,
    "dates": _date,
    "findings": _finding,
    "rejects": _reject,
}
