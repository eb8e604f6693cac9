"""The facts that a person knows to be in an article: the form of `NAME.facts.yaml`."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from extractor.records.base import Name, Record, RegionCode
from extractor.records.period import Period
from extractor.records.score import Comparison


def _iso(value: object) -> object:
    """Let an unquoted day, which YAML reads as a date, stand for its ISO form."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    return value


def _fits_subject(subject: str) -> str:
    """Refuse what begins like a region code and is none: `15.1` for `15.10`."""
    if subject[0].isdigit() and "." in subject:
        province, _, rest = subject.partition(".")
        if len(province) != 2 or len(rest) != 2 or not rest.isdigit():
            raise ValueError(f"{subject!r} is no region code; one has the form 15 or 15.71")
    return subject


IsoPeriod = Annotated[Period, BeforeValidator(_iso)]
SubjectName = Annotated[Name, AfterValidator(_fits_subject)]
"""A region code, `ID` for Indonesia, or an organisation by its name."""


class KnownScore(Record):
    """A score that the article states; `value` null for a grade without a number."""

    subject: SubjectName
    index: Name
    aspect: Name | None = None
    value: Annotated[Decimal, Field(allow_inf_nan=False)] | None
    comparison: Comparison = "eq"
    unit: Name | None = None
    period: IsoPeriod | None = None
    predicate: Name | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.value is None and self.predicate is None:
            raise ValueError("a score has a value, a predicate, or both")
        return self


class KnownRank(Record):
    """A rank that the article states; 1 is the best, -1 the worst."""

    subject: SubjectName
    index: Name | None = None
    aspect: Name | None = None
    position: int
    position_end: int | None = None
    scope: Name | None = None
    out_of: int | None = None
    category: Name | None = None
    period: IsoPeriod | None = None


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


def shown(fact: Fact) -> str:
    """Return `fact` in one line for people: the fields that it states."""
    if isinstance(fact, str):
        return fact
    stated = {name: getattr(fact, name) for name in type(fact).model_fields}
    stated = {name: value for name, value in stated.items() if value is not None}
    return ", ".join(f"{name} {value}" for name, value in stated.items())
