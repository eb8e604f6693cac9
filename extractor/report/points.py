"""What a dataset states, one point for each value: who says so, how often, in which words."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypedDict

from extractor.archive.questions.dataset import Dataset
from extractor.archive.questions.stated import R, Stated
from extractor.lexicon.indices import catalogue
from extractor.lexicon.levels import level_words
from extractor.lexicon.regions import gazetteer
from extractor.records import Rank, Score, Subject

MOST_POINTS = 4000
"""How many points of a kind a page shows, so that it stays quick: those of most texts."""
_SOURCES = 3
_SCORE = ("subject_kind", "subject_code", "subject_name", "index", "aspect", "period", "comparison")
_SCORE_VALUE = ("value", "unit", "grade")
_RANK = ("subject_kind", "subject_code", "subject_name", "index", "aspect", "period")
_RANK_VALUE = ("position", "position_end", "out_of", "scope", "category")
_SCORES = "(select *, case when value is null then predicate end as grade from scores)"


@dataclass(frozen=True, slots=True)
class Point(Generic[R]):
    """A value or place that articles state: `articles` counts them, `sources` are the first.

    `copies` are how many of them have the text of another one.
    """

    sources: tuple[Stated[R], ...]
    articles: int
    copies: int

    @property
    def fact(self) -> R:
        """What is stated."""
        return self.sources[0].fact

    @property
    def index(self) -> str:
        """The short name of the index; "" for a rank without one."""
        return index_name(self.fact.index or "")

    @property
    def number(self) -> float | None:
        """What a chart can draw: the value of a score that is neither a pillar's nor a bound."""
        fact = self.fact
        if not isinstance(fact, Score) or fact.value is None or fact.aspect:
            return None
        return float(fact.value) if fact.comparison in ("eq", "approx") else None


def score_points(dataset: Dataset) -> tuple[list[Point[Score]], int]:
    """Return the points of the scores, by index, subject and period, and how many there are."""
    return _points(dataset, Score, _SCORES, (*_SCORE, *_SCORE_VALUE))


def rank_points(dataset: Dataset) -> tuple[list[Point[Rank]], int]:
    """Return the points of the ranks, by index, subject and period, and how many there are."""
    return _points(dataset, Rank, "ranks", (*_RANK, *_RANK_VALUE))


def index_name(id: str) -> str:
    """Return what people call the index `id`."""
    entry = catalogue().get(id)
    return (entry.acronym or entry.name) if entry else id


def year_of(period: str | None) -> str:
    """Return the year in which `period` ends; "" when there is none."""
    return (period or "").rpartition("/")[2][:4]


class Whereabouts(TypedDict):
    """The level of a subject in words, and the name of its province, or ""."""

    level: str
    province: str


def whereabouts(subject: Subject) -> Whereabouts:
    """Return where `subject` belongs."""
    regions, shown = gazetteer().regions, level_words().shown
    region = regions.get((subject.code or "")[:5])
    is_region = subject.kind == "region" and region is not None
    level = shown[region.level] if is_region and region else shown.get(subject.kind, "")
    return {"level": level, "province": regions[region.province].bare if region else ""}


def places_of(points: Iterable[Point[Any]]) -> tuple[list[str], list[str]]:
    """Return the levels and the provinces that the subjects of `points` have, in their order."""
    found = [whereabouts(point.fact.subject) for point in points]
    levels = {one["level"] for one in found}
    provinces = {one["province"] for one in found} - {""}
    return [word for word in level_words().shown.values() if word in levels], sorted(provinces)


def _points(
    dataset: Dataset, kind: type[R], table: str, columns: tuple[str, ...]
) -> tuple[list[Point[R]], int]:
    group = ", ".join(f'"{column}"' for column in columns)
    picks = f"min(article_id || '#' || n, {_SOURCES})"
    texts = "count(distinct coalesce(c.text_id, article_id))"
    grouped = f"select {picks} as picks, count(distinct article_id) as articles, {texts} as texts"
    total = _first(dataset, f"select count(*) from (select 1 from {table} group by {group})")
    _, rows = dataset.ask(
        f"{grouped} from {table} left join copies c using (article_id) group by {group} "
        f"order by texts desc, articles desc, picks limit {MOST_POINTS}"
    )
    chosen = [(tuple(picks), articles, articles - texts) for picks, articles, texts in rows]
    wanted = [pick for picks, *_ in chosen for pick in picks]
    where = "f.article_id || '#' || f.n in (select unnest(?))"
    said = dataset.stated(kind, where, [wanted])
    found = {f"{one.article_id}#{one.n}": one for one in said}
    # What is no valid record is left out: the dataset has noted it.
    kept = [
        (tuple(found[pick] for pick in picks if pick in found), *counts)
        for picks, *counts in chosen
    ]
    points = [Point(sources, *counts) for sources, *counts in kept if sources]
    return sorted(points, key=_place), total


def _place(point: Point[Any]) -> tuple[str, ...]:
    fact = point.fact
    return (point.index.casefold(), fact.subject.name, fact.aspect or "", fact.period or "")


def _first(dataset: Dataset, sql: str) -> int:
    _, rows = dataset.ask(sql)
    return int(next(rows)[0])


def names_by_count(points: Iterable[Point[Any]]) -> list[tuple[str, int]]:
    """Return the indices of `points` by how many points each has, most first."""
    counts: dict[str, int] = {}
    for point in points:
        counts[point.index] = counts.get(point.index, 0) + 1
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))
