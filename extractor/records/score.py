"""A value that a subject has on an index."""

from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import Field, PlainSerializer, model_validator

from extractor.records.base import Confidence, Name, Record
from extractor.records.evidence import EvidenceList
from extractor.records.period import Period
from extractor.records.subject import Subject

Comparison = Literal["eq", "gt", "ge", "lt", "le", "approx"]

Basis = Literal["mtm", "qtq", "ytd", "yoy"]
"""Against what a rate of change is told: last month, last quarter, last December, a year ago."""

Value = Annotated[
    Decimal,
    Field(allow_inf_nan=False),
    PlainSerializer(float, return_type=float, when_used="json"),
]
"""An exact decimal; a JSON number outside."""


class Score(Record):
    """A score, a grade, or both, of one subject on one index for one period.

    `value` is None for a grade without a number, and `predicate` then says the grade as the
    article words it. `comparison` tells "above 4.5" from "4.5". `basis` is that of a rate of
    change, and a deflation is negative. `rule` tells how it was linked, and `confidence`
    how probable it is that subject, index and value are right.
    """

    subject: Subject
    """Whose value it is."""
    index: Name
    """The id of the index."""
    aspect: Name | None = None
    """The pillar of the index that it is of; None for the whole."""
    value: Value | None = None
    """The value; None for a grade without a number."""
    comparison: Comparison = "eq"
    """Whether the value itself is told (`eq`), or a bound of it."""
    unit: Name | None = None
    """Its unit: `persen`, `tahun`."""
    basis: Basis | None = None
    """Against what a rate of change is told; None for what is none."""
    period: Period | None = None
    """The time it is of, in ISO 8601."""
    predicate: Name | None = None
    """The grade as the article words it."""
    assessor: Name | None = None
    """Who assessed it."""
    rule: Name
    """How it was linked."""
    confidence: Confidence
    """How probable it is that subject, index and value are right."""
    evidence: EvidenceList
    """Where it was read."""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.value is None and self.predicate is None:
            raise ValueError("a score has a value, a predicate, or both")
        return self
