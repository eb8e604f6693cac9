"""Series, contradictions and verifications as Arrow tables, in the columns of all answers."""

from collections.abc import Iterable, Iterator
from typing import Any

import pyarrow as pa

from extractor.archive.questions.asking import WHO
from extractor.archive.questions.conflicts import Conflict
from extractor.archive.questions.series import Point
from extractor.archive.questions.values import Version
from extractor.archive.questions.verify import Verified
from extractor.lexicon.indices import catalogue
from extractor.lexicon.regions import gazetteer
from extractor.records import Rank, Score, Subject

_INDEX = (
    ("index", pa.string()),
    ("index_name", pa.string()),
    ("short_name", pa.string()),
    ("aspect", pa.string()),
    ("period", pa.string()),
    ("basis", pa.string()),
)
_VALUE = (
    ("value", pa.float64()),
    ("value_text", pa.string()),
    ("comparison", pa.string()),
    ("unit", pa.string()),
    ("predicate", pa.string()),
)
_PLACE = (
    ("position", pa.int64()),
    ("position_end", pa.int64()),
    ("out_of", pa.int64()),
    ("scope", pa.string()),
    ("scope_name", pa.string()),
    ("category", pa.string()),
)
_SAID = (
    ("confidence", pa.float64()),
    ("corrected", pa.string()),
    ("articles", pa.int64()),
    ("copies", pa.int64()),
    ("publishers", pa.string()),
    ("sentence", pa.string()),
    ("url", pa.string()),
    ("sources", pa.string()),
)
SERIES = pa.schema([*WHO, *_INDEX, *_VALUE, ("of", pa.int64()), *_SAID])
CONFLICTS = pa.schema([("kind", pa.string()), *WHO, *_INDEX, *_VALUE, *_PLACE, *_SAID])
VERIFIED = pa.schema(
    [
        ("line", pa.int64()),
        *WHO,
        *_INDEX,
        ("official", pa.float64()),
        ("official_text", pa.string()),
        ("verdict", pa.string()),
        *_VALUE,
        *_SAID,
    ]
)


def series_table(points: Iterable[Point]) -> pa.Table:
    """Return a row for each point; `of` counts the texts that state any value for it."""
    rows = [
        {**_version(point.version), "predicate": point.predicate, "of": point.of}
        for point in points
    ]
    return pa.Table.from_pylist(rows, schema=SERIES)


def conflict_table(conflicts: Iterable[Conflict[Score] | Conflict[Rank]]) -> pa.Table:
    """Return a row for each version of each contradiction."""
    rows: list[dict[str, Any]] = []
    for conflict in conflicts:
        rows += [_version(version) for version in conflict.versions]
    return pa.Table.from_pylist(rows, schema=CONFLICTS)


def verified_table(found: Iterable[Verified]) -> pa.Table:
    """Return a row for each value that articles state of a figure, one alone where none does."""
    return pa.Table.from_pylist([*_verified(found)], schema=VERIFIED)


def _verified(found: Iterable[Verified]) -> Iterator[dict[str, Any]]:
    for item in found:
        figure = item.figure
        region = gazetteer().regions.get(figure.region)
        name = region.name if region else figure.region
        kind: Any = "region" if region else "country"
        yield {
            "articles": 0,
            "copies": 0,
            **(_version(item.version) if item.version else _index(figure.ids[0])),
            **_subject(Subject(kind=kind, code=figure.region, name=name)),
            "line": figure.line,
            "period": figure.period,
            "basis": figure.basis,
            "official": float(figure.value),
            "official_text": f"{figure.value:f}",
            "verdict": item.verdict,
        }


def _version(version: Version[Any]) -> dict[str, Any]:
    """Return the columns of what `version` states and of who states it."""
    fact: Score | Rank = version.fact
    said = version.statements
    row = fact.model_dump(exclude={"subject", "evidence", "confidence"})
    if isinstance(fact, Score):
        value = fact.value
        row |= {
            "kind": "score",
            "value": None if value is None else float(value),
            "value_text": None if value is None else f"{value:f}",
        }
    else:
        scope = gazetteer().regions.get(fact.scope or "")
        row |= {"kind": "rank", "scope_name": scope.name if scope else fact.scope}
    publishers = sorted({one.publisher for one in said if one.publisher})
    return {
        **row,
        **_subject(fact.subject),
        **_index(fact.index),
        "confidence": max(one.fact.confidence for one in said),
        "corrected": next((one.corrected for one in said if one.corrected), None),
        "articles": len(version.articles),
        "copies": version.copies,
        "publishers": "; ".join(publishers) or None,
        "sentence": said[0].sentence,
        "url": said[0].url,
        "sources": "; ".join(dict.fromkeys(one.source for one in said)),
    }


def _subject(subject: Subject) -> dict[str, Any]:
    regions = gazetteer().regions
    region = regions.get((subject.code or "")[:5])
    is_region = subject.kind == "region" and region is not None
    return {
        "subject": region.name if is_region and region else subject.name,
        "subject_code": subject.code,
        "level": region.level if is_region and region else subject.kind,
        "province": regions[region.province].bare if region else None,
    }


def _index(id: str | None) -> dict[str, Any]:
    entry = catalogue().get(id or "")
    name = entry.name if entry else id
    return {
        "index": id,
        "index_name": name,
        "short_name": (entry.acronym or entry.name) if entry else id,
    }
