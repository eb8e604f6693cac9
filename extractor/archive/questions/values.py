"""When two statements of a value say the same."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from typing import Generic

from extractor.archive.questions.stated import R, Stated
from extractor.records import Score


@dataclass(frozen=True, slots=True)
class Version(Generic[R]):
    """One thing that is stated, and all who state it; the first of them stands for it."""

    statements: tuple[Stated[R], ...]

    @property
    def fact(self) -> R:
        """What is stated."""
        return self.statements[0].fact

    @property
    def articles(self) -> frozenset[str]:
        """The ids of the articles that state it."""
        return frozenset(stated.article_id for stated in self.statements)

    @property
    def texts(self) -> frozenset[str]:
        """The ids of the texts that state it: an article and its copies are one source."""
        return frozenset(stated.text_id for stated in self.statements)

    @property
    def copies(self) -> int:
        """How many of the articles only repeat another one of them."""
        return len(self.articles) - len(self.texts)


def versions(statements: Iterable[Stated[R]], key: Callable[[R], object]) -> list[Version[R]]:
    """Return `statements` by what `key` finds the same, those of most texts first."""
    groups: dict[object, list[Stated[R]]] = {}
    for stated in statements:
        groups.setdefault(key(stated.fact), []).append(stated)
    found = [Version(tuple(group)) for group in groups.values()]
    return sorted(found, key=lambda version: (-len(version.texts), -len(version.articles)))


def score_key(score: Score) -> object:
    """Return what makes two scores one: the number and its comparison, or the grade alone."""
    if score.value is not None:
        return (score.comparison, score.value, score.unit)
    return (score.predicate or "").casefold()


def agree(one: Decimal, other: Decimal) -> bool:
    """Tell whether one value may be the other, rounded or cut off: 4.3 and 4.32, 4.32 and 4.320."""
    places = min(_places(one), _places(other))
    unit = Decimal(1).scaleb(-places)
    rough, fine = sorted((one, other), key=_places)
    return rough.quantize(unit) in (
        fine.quantize(unit, ROUND_HALF_UP),
        fine.quantize(unit, ROUND_DOWN),
    )


def _places(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def disagree(found: Sequence[Version[R]], differ: Callable[[R, R], bool]) -> bool:
    """Tell whether two articles state two versions that cannot both be right."""
    return any(
        differ(one.fact, other.fact) and len(one.articles | other.articles) > 1
        for at, one in enumerate(found)
        for other in found[at + 1 :]
    )
