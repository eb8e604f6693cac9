"""Every value of an index that a dataset has for a region, period by period."""

from dataclasses import dataclass

from extractor.archive.questions.dataset import Dataset
from extractor.archive.questions.naming import named_index, region_code
from extractor.archive.questions.stated import Stated
from extractor.archive.questions.values import Version, score_key, versions
from extractor.records import Score
from extractor.records.score import Basis


@dataclass(frozen=True, slots=True)
class Point:
    """What articles state for one period and basis: `of` counts the texts that state any value."""

    period: str | None
    basis: Basis | None
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
    for one period on one basis are one point. Raises InputError when there is no such region, or
    several, or when nothing knows the index.
    """
    where = '"index" in (select unnest(?)) and subject_code = ? and aspect is not distinct from ?'
    ids = named_index(index, dataset.stated_indices())
    found = dataset.stated(Score, where, [ids, region_code(region), aspect])
    groups: dict[tuple[str | None, Basis | None], list[Stated[Score]]] = {}
    for stated in found:
        groups.setdefault((stated.fact.period, stated.fact.basis), []).append(stated)
    points = []
    for period, basis in sorted(groups, key=_in_order):
        told = groups[period, basis]
        of = len({stated.text_id for stated in told})
        points += [Point(period, basis, version, of) for version in versions(told, score_key)]
    return points


def _in_order(group: tuple[str | None, Basis | None]) -> tuple[bool, str, str]:
    period, basis = group
    return (period is None, period or "", basis or "")
