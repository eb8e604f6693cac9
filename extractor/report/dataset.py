"""The report of a dataset: what was read, what it states of whom, what contradicts, what is open.

Every figure of a chart stands in a table below it, with the sentences that say so; the charts are
drawn in the page from those tables, so that filtering one filters the other.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from extractor.archive.questions.conflicts import Conflict, rank_conflicts, score_conflicts
from extractor.archive.questions.dataset import Dataset
from extractor.archive.questions.stated import Stated
from extractor.archive.questions.values import Version
from extractor.archive.store import Store
from extractor.records import Rank, Score
from extractor.report.answers import CORRECTED
from extractor.report.batch import LABELS
from extractor.report.doubt import doubt
from extractor.report.html import render_template
from extractor.report.points import (
    MOST_POINTS,
    Point,
    index_name,
    names_by_count,
    places_of,
    rank_points,
    score_points,
    whereabouts,
    year_of,
)
from extractor.report.terminal import place_of, scope_of, sureness, value_of

# The articles are told apart, and an index by its scores.
_TABLES = {name: label for name, label in LABELS.items() if name not in ("articles", "indices")}
# plotly.js with the kinds of chart that are drawn here, a quarter of the whole (MIT).
_CHARTS = "plotly-basic.min.js"
_SEVERITIES = {"info": "info", "warning": "peringatan", "error": "galat"}
_EXAMPLES = 5
_CONFLICTS, _VERSIONS = 500, 8
_FINDINGS = f"""
    select f.severity, f.code, count(*), count(distinct f.article_id),
        list({{'message': f.message, 'id': f.article_id, 'publisher': a.publisher, 'url': a.url,
               'file': a.file}} order by f.article_id, f.n)[1:{_EXAMPLES}]
    from findings f join articles a on a.id = f.article_id
    group by f.severity, f.code order by count(*) desc, f.code
"""
_ABOUT = """
    select count(distinct publisher), min(published)::varchar, max(published)::varchar
    from articles
"""


@dataclass(frozen=True, slots=True)
class Source:
    """Who says it, in which sentence, where to look it up; `url` only if it is a web address."""

    sentence: str
    who: str
    where: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: what the page filters by, and what it shows."""

    index: str
    subject: str
    period: str
    aspect: str
    shown: str
    articles: int
    copies: int
    sources: tuple[Source, ...]
    year: str = ""
    number: float | None = None
    details: str = ""
    doubt: str = ""
    place: int | None = None
    level: str = ""
    province: str = ""


def render_dataset(dataset: Dataset) -> str:
    """Return the HTML of the report of `dataset`, of what is probable enough."""
    manifest = Store(dataset.folder).manifest()
    assert manifest is not None, "Dataset has seen it"
    least = dataset.min_confidence
    scores, all_scores = score_points(dataset)
    ranks, all_ranks = rank_points(dataset)
    _, about = dataset.ask(_ABOUT)
    publishers, first, last = next(about)
    conflicts = [
        *map(_conflict, score_conflicts(dataset)),
        *map(_conflict, rank_conflicts(dataset)),
    ]
    _, findings = dataset.ask(_FINDINGS)
    levels, provinces = places_of([*scores, *ranks])
    return render_template(
        "report",
        assets=[_CHARTS],
        drawn=True,
        title=dataset.folder.resolve().name,
        manifest=manifest,
        tables=[(label, _count(dataset, name)) for name, label in _TABLES.items()],
        min_confidence=sureness(least) if least else "",
        publishers=publishers,
        days=(first, last),
        indices=names_by_count([*scores, *ranks]),
        subjects=_subjects([*scores, *ranks]),
        levels=levels,
        provinces=provinces,
        scores=[_score(point) for point in scores],
        ranks=[_rank(point) for point in ranks],
        left_out=[max(0, all_scores - MOST_POINTS), max(0, all_ranks - MOST_POINTS)],
        contradictions=len(conflicts),
        conflicts=conflicts[:_CONFLICTS],
        findings=[_finding(*row) for row in findings],
    )


def _count(dataset: Dataset, table: str) -> int:
    _, rows = dataset.ask(f"select count(*) from {table}")
    return int(next(rows)[0])


def _subjects(points: Iterable[Point[Any]]) -> list[str]:
    return sorted({point.fact.subject.name for point in points})


def _score(point: Point[Score]) -> Row:
    fact = point.fact
    value = value_of(fact)
    return Row(
        index=point.index,
        subject=fact.subject.name,
        period=fact.period or "",
        aspect=fact.aspect or "",
        shown=value or fact.predicate or "",
        details=(fact.predicate or "") if value else "",
        articles=point.articles,
        copies=point.copies,
        sources=tuple(map(_source, point.sources)),
        year=year_of(fact.period),
        number=point.number,
        doubt=_doubt(point),
        **whereabouts(fact.subject),
    )


def _rank(point: Point[Rank]) -> Row:
    fact = point.fact
    among = " · ".join(filter(None, (scope_of(fact), fact.category)))
    return Row(
        index=point.index,
        subject=fact.subject.name,
        period=fact.period or "",
        aspect=fact.aspect or "",
        shown=place_of(fact),
        place=fact.position,
        details=among,
        articles=point.articles,
        copies=point.copies,
        sources=tuple(map(_source, point.sources)),
        year=year_of(fact.period),
        doubt=_doubt(point),
        **whereabouts(fact.subject),
    )


def _doubt(point: Point[Any]) -> str:
    """Return why `point` is shown faint: that of the surest of its sources."""
    surest = max((said.fact for said in point.sources), key=lambda fact: fact.confidence)
    return doubt(surest.confidence, surest.rule)


def _conflict(conflict: Conflict[Any]) -> dict[str, Any]:
    fact = conflict.fact
    scope = scope_of(fact) if isinstance(fact, Rank) else None
    about = (index_name(fact.index or ""), fact.aspect, fact.period, scope)
    return {
        "index": index_name(fact.index or ""),
        "subject": fact.subject.name,
        "year": year_of(fact.period),
        **whereabouts(fact.subject),
        "about": [part for part in about if part],
        "versions": [_version(version) for version in conflict.versions[:_VERSIONS]],
        "more": len(conflict.versions[_VERSIONS:]),
    }


def _version(version: Version[Any]) -> dict[str, Any]:
    fact = version.fact
    if isinstance(fact, Rank):
        shown = f"peringkat {place_of(fact)}"
    else:
        shown = value_of(fact) or fact.predicate or ""
    return {
        "shown": shown,
        "articles": len(version.articles),
        "copies": version.copies,
        "sources": [_source(said) for said in version.statements[:_EXAMPLES]],
    }


def _source(said: Stated[Any]) -> Source:
    who = said.publisher or said.article_id
    if said.corrected:
        who = f"{who} ({CORRECTED[said.corrected]})"
    return _told(said.sentence, who, said.url, said.place)


def _told(sentence: str, who: str, url: str | None, place: str) -> Source:
    # Only a web address is a link: an archive may hold "javascript:" for one.
    web = url if url and url.startswith(("https://", "http://")) else None
    return Source(" ".join(sentence.split()), who, url or place, web)


def _finding(
    severity: str, code: str, count: int, articles: int, examples: list[dict[str, Any]]
) -> dict[str, Any]:
    told = [
        _told(one["message"], one["publisher"] or one["id"], one["url"], one["file"])
        for one in examples
    ]
    return {
        "severity": _SEVERITIES[severity],
        "code": code,
        "count": count,
        "articles": articles,
        "examples": told,
    }
