"""The facts that a person knows to be in an article: the form of `NAME.facts.yaml`."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from extractor.facts import remedies
from extractor.facts.places import check_among
from extractor.records.base import Name, Record
from extractor.records.period import Period
from extractor.records.rank import check_places
from extractor.records.score import Basis, Comparison


def _iso(value: object) -> object:
    """Let an unquoted day, which YAML reads as a date, stand for its ISO form."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    return value


def _fits_index(name: str, info: ValidationInfo) -> str:
    return remedies.check_index(name, strict=bool((info.context or {}).get("strict")))


IsoPeriod = Annotated[Period, BeforeValidator(_iso)]
RegionCode = Annotated[str, AfterValidator(remedies.check_region)]
"""The code of a region that there is."""
SubjectName = Annotated[Name, AfterValidator(remedies.check_subject)]
"""A code, `ID` for Indonesia, or an organisation or locality by its name."""
IndexName = Annotated[Name, AfterValidator(_fits_index)]
"""An index by any of its names, or what the article calls one that the catalogue lacks."""
Scope = Annotated[Name, AfterValidator(remedies.check_scope)]


class KnownScore(Record):
    """A score that the article states; `value` null for a grade without a number.

    The value of a deflation is negative.
    """

    subject: SubjectName
    index: IndexName
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
    index: IndexName | None = None
    aspect: Name | None = None
    position: int
    position_end: int | None = None
    scope: Scope | None = None
    out_of: Annotated[int, Field(ge=1)] | None = None
    category: Name | None = None
    period: IsoPeriod | None = None

    @model_validator(mode="after")
    def _is_a_place(self) -> Self:
        check_places(self.position, self.position_end)
        check_among(self.position, self.position_end, self.out_of, self.category, self.scope)
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
    """What is known of one article; with `complete`, the lists are all that it states.

    `article` is its id where its file tells none.
    """

    article: Name | None = None
    title: Name | None = None
    url: Name | None = None
    publisher: Name | None = None
    published: date | None = None
    complete: bool = False
    regions: tuple[RegionCode, ...] = ()
    indices: tuple[IndexName, ...] = ()
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
                    told = {"kind": kind, "at": at, "fact": shown(fact)}
                    raise PydanticCustomError("listed_twice", "listed twice ({fact})", told)
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
