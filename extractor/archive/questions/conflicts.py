"""Articles that contradict each other.

Scores are compared within a subject, index, aspect, basis and period; ranks within a subject,
index, aspect, period, scope and category. What names no period contradicts nothing: it may speak
of another year. A value that is the other one rounded is no contradiction, nor are places in two
rankings that begin at opposite ends.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic

from extractor.archive.questions.dataset import Dataset
from extractor.archive.questions.stated import R, Stated
from extractor.archive.questions.values import Version, agree, disagree, score_key, versions
from extractor.lexicon.indices import catalogue
from extractor.records import Rank, Score, Subject

_BOTH = ("subject_kind", "subject_code", "subject_name", "index", "aspect", "period")
_SCORES = (*_BOTH, "basis")
_RANKS = (*_BOTH, "scope", "category")
_DATED = '"index" is not null and period is not null'
_EXACT = f"{_DATED} and comparison = 'eq'"


@dataclass(frozen=True, slots=True)
class Conflict(Generic[R]):
    """The versions of one fact of which two cannot both be right, those of most texts first."""

    versions: tuple[Version[R], ...]

    @property
    def fact(self) -> R:
        """What all versions share is in this one."""
        return self.versions[0].fact


def score_conflicts(dataset: Dataset) -> Iterator[Conflict[Score]]:
    """Yield the contradictions about scores, in the order of subject, index and period."""
    where = _contested("scores", _SCORES, "coalesce(value_text, predicate)", _EXACT)
    yield from _conflicts(dataset.stated(Score, where), _score_group, score_key, _scores_differ)


def rank_conflicts(dataset: Dataset) -> Iterator[Conflict[Rank]]:
    """Yield the contradictions about ranks, in the order of subject, index and period."""
    where = _contested("ranks", _RANKS, "position", _DATED)
    yield from _conflicts(dataset.stated(Rank, where), _rank_group, _rank_key, _ranks_differ)


def _contested(table: str, columns: tuple[str, ...], value: str, also: str) -> str:
    """Return the condition for facts of which there are several values from several articles."""
    group = ", ".join(f'"{column}"' for column in columns)
    same = " and ".join(f'f."{column}" is not distinct from g."{column}"' for column in columns)
    return (
        f"{also} and exists (select 1 from (select {group} from {table} where {also} "
        f"group by {group} having count(distinct {value}) > 1 "
        f"and count(distinct article_id) > 1) g where {same})"
    )


def _conflicts(
    found: list[Stated[R]],
    group: Callable[[R], tuple[str, ...]],
    key: Callable[[R], object],
    differ: Callable[[R, R], bool],
) -> Iterator[Conflict[R]]:
    groups: dict[tuple[str, ...], list[Stated[R]]] = {}
    for stated in found:
        groups.setdefault(group(stated.fact), []).append(stated)
    for name in sorted(groups):
        told = versions(groups[name], key)
        if disagree(told, differ):
            yield Conflict(tuple(told))


def _score_group(score: Score) -> tuple[str, ...]:
    fields = (score.index, score.period, score.aspect, score.basis)
    return (*_subject(score.subject), *(field or "" for field in fields))


def _subject(subject: Subject) -> tuple[str, ...]:
    """Return what sets `subject` apart; two villages of one name have two codes."""
    return (subject.name, subject.kind, subject.code or "")


def _scores_differ(one: Score, other: Score) -> bool:
    if one.value is None or other.value is None:
        return one.value is other.value and _grades_differ(one, other)
    comparable = one.unit == other.unit or None in (one.unit, other.unit)
    return comparable and not agree(one.value, other.value)


def _grades_differ(one: Score, other: Score) -> bool:
    """Tell whether two bare grades are two of one scale; words the catalogue lacks may be one."""
    first, second = (
        catalogue().grade_entry(score.index, score.predicate or "") for score in (one, other)
    )
    if first is None or second is None or first.series != second.series:
        return False
    return first.grade != second.grade


def _rank_group(rank: Rank) -> tuple[str, ...]:
    fields = (rank.index, rank.period, rank.aspect, rank.scope, rank.category)
    return (*_subject(rank.subject), *(field or "" for field in fields))


def _rank_key(rank: Rank) -> object:
    return (rank.position, rank.position_end, rank.out_of, rank.direction)


def _ranks_differ(one: Rank, other: Rank) -> bool:
    if (one.position > 0) != (other.position > 0):
        return False
    if one.out_of != other.out_of and None not in (one.out_of, other.out_of):
        return False
    if one.direction != other.direction and None not in (one.direction, other.direction):
        return False
    first = range(one.position, (one.position_end or one.position) + 1)
    second = range(other.position, (other.position_end or other.position) + 1)
    return first.stop <= second.start or second.stop <= first.start
