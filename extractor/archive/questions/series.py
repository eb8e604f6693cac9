"""Every value of an index that a dataset has for a region, period by period."""

from dataclasses import dataclass

from extractor.archive.questions.dataset import Dataset, Stated
from extractor.archive.questions.naming import index_ids, region_code
from extractor.archive.questions.values import Version, score_key, versions
from extractor.records import Score


@dataclass(frozen=True, slots=True)
class Point:
    """What articles state for one period: `of` counts those that state any value for it."""

    period: str | None
    version: Version[Score]
    of: int

    @property
    def predicate(self) -> str | None:
        """The grade that most of its statements name, the first of them on a tie."""
        named = [said.fact.predicate for said in self.version.statements if said.fact.predicate]
        return max(named, key=named.count) if named else None

    @property
    def publishers(self) -> list[str]:
        """Who published it, each once."""
        return sorted({said.publisher for said in self.version.statements if said.publisher})


def series(dataset: Dataset, index: str, region: str, aspect: str | None = None) -> list[Point]:
    """Return the points of `index` for `region` by period, those without one last.

    `aspect` asks for a pillar of the index instead of the whole. Several statements of one value
    for one period are one point. Raises InputError when there is no such region, or several.
    """
    where = '"index" in (select unnest(?)) and subject_code = ? and aspect is not distinct from ?'
    found = dataset.stated(Score, where, [index_ids(index), region_code(region), aspect])
    periods: dict[str | None, list[Stated[Score]]] = {}
    for stated in found:
        periods.setdefault(stated.fact.period, []).append(stated)
    points = []
    for period in sorted(periods, key=lambda period: (period is None, period or "")):
        of = len({stated.article_id for stated in periods[period]})
        points += [Point(period, version, of) for version in versions(periods[period], score_key)]
    return points
