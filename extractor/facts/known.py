"""The facts that a person knows to be in an article: the form of `NAME.facts.yaml`."""

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from extractor.records.base import LOCALITY, REGION, Name, Record, RegionCode
from extractor.records.period import Period
from extractor.records.rank import check_places
from extractor.records.score import Basis, Comparison


def _iso(value: object) -> object:
    """Let an unquoted day, which YAML reads as a date, stand for its ISO form."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    return value


_CODE_BEGINS = re.compile(r"\d+\.")
_CODE = re.compile(rf"{REGION}|{LOCALITY}")


def _fits_subject(subject: str) -> str:
    """Refuse what begins like a code and is none: `15.1` for `15.10`."""
    if _CODE_BEGINS.match(subject) and not _CODE.match(subject):
        raise ValueError(
            f"{subject!r} is no code; that of a region has the form 15 or 15.71, "
            "that of a locality 13.06.04 or 13.06.04.2001"
        )
    return subject


IsoPeriod = Annotated[Period, BeforeValidator(_iso)]
SubjectName = Annotated[Name, AfterValidator(_fits_subject)]
"""A code, `ID` for Indonesia, or an organisation or locality by its name."""


class KnownScore(Record):
    """A score that the article states; `value` null for a grade without a number.

    The value of a deflation is negative.
    """

    subject: SubjectName
    index: Name
    aspect: Name | None = None
    value: Annotated[Decimal, Field(allow_inf_nan=False)] | None
    comparison: Comparison = "eq"
    unit: Name | None = None
    basis: Basis | None = None
    period: IsoPeriod | None = None
    predicate: Name | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.value is None and self.predicate is None:
            raise ValueError("a score has a value, a predicate, or both")
        return self


class KnownRank(Record):
    """A rank that the article states; 1 is the first, -1 the last, -10 to -1 are the ten last.

    One without an index, a place in what is none, is written down and not counted.
    """

    subject: SubjectName
    index: Name | None = None
    aspect: Name | None = None
    position: int
    position_end: int | None = None
    scope: Name | None = None
    out_of: int | None = None
    category: Name | None = None
    period: IsoPeriod | None = None

    @model_validator(mode="after")
    def _is_a_place(self) -> Self:
        check_places(self.position, self.position_end)
        return self


class KnownOfficial(Record):
    """A named person with an office."""

    name: Name
    office: Name | None = None
    acting: bool | None = None


class KnownQuote(Record):
    """Spoken words by their first and last few; `speaker: null` says that nobody is named."""

    starts: Name
    ends: Name
    kind: Literal["direct", "indirect"] = "direct"
    speaker: Name | None = None


class KnownDate(Record):
    """A date as the article words it, and the day, month or interval that it means."""

    text: Name
    date: IsoPeriod


Kind = Literal["regions", "indices", "scores", "ranks", "officials", "quotes", "dates"]
KINDS: tuple[Kind, ...] = (
    "regions",
    "indices",
    "scores",
    "ranks",
    "officials",
    "quotes",
    "dates",
)
KnownFact = KnownScore | KnownRank | KnownOfficial | KnownQuote | KnownDate
Fact = str | KnownFact


class KnownFacts(Record):
    """What is known of one article; with `complete`, the lists are all that it states."""

    article: Name
    title: Name | None = None
    url: Name | None = None
    publisher: Name | None = None
    published: date | None = None
    complete: bool = False
    regions: tuple[RegionCode, ...] = ()
    indices: tuple[Name, ...] = ()
    scores: tuple[KnownScore, ...] = ()
    ranks: tuple[KnownRank, ...] = ()
    officials: tuple[KnownOfficial, ...] = ()
    quotes: tuple[KnownQuote, ...] = ()
    dates: tuple[KnownDate, ...] = ()

    @model_validator(mode="after")
    def _says_nothing_twice(self) -> Self:
        for kind in KINDS:
            facts: tuple[Fact, ...] = getattr(self, kind)
            for at, fact in enumerate(facts):
                if fact in facts[:at]:
                    raise ValueError(f"{kind}: entry {at + 1} is listed twice ({shown(fact)})")
        return self

    def of(self, kind: Kind) -> tuple[Fact, ...]:
        """Return the known facts of `kind`."""
        facts: tuple[Fact, ...] = getattr(self, kind)
        return facts


def is_counted(fact: Fact) -> bool:
    """Tell whether it counts that `fact` is found: not for a place in what is no index."""
    return not isinstance(fact, KnownRank) or fact.index is not None


def shown(fact: Fact) -> str:
    """Return `fact` in one line for people: the fields that it states."""
    if isinstance(fact, str):
        return fact
    stated = {name: getattr(fact, name) for name in type(fact).model_fields}
    stated = {name: value for name, value in stated.items() if value is not None}
    return ", ".join(f"{name} {value}" for name, value in stated.items())
