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
    index: Name
    aspect: Name | None = None
    value: Value | None = None
    comparison: Comparison = "eq"
    unit: Name | None = None
    basis: Basis | None = None
    period: Period | None = None
    predicate: Name | None = None
    assessor: Name | None = None
    rule: Name
    confidence: Confidence
    evidence: EvidenceList

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.value is None and self.predicate is None:
            raise ValueError("a score has a value, a predicate, or both")
        return self
