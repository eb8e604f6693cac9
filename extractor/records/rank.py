"""A place that a subject holds in an order."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from extractor.records.base import Name, Record
from extractor.records.evidence import EvidenceList
from extractor.records.period import Period
from extractor.records.subject import Subject


class Rank(Record):
    """A rank: `position` 1 is the best, -1 the worst; with `position_end` it is a range of places.

    `scope` is `national`, `world`, a Kemendagri code, or the article's words for a freer scope;
    None when the article does not say among whom. A rank beyond `out_of` is told as a finding.
    """

    subject: Subject
    index: Name | None = None
    aspect: Name | None = None
    position: int
    position_end: int | None = None
    scope: Name | None = None
    out_of: Annotated[int, Field(ge=1)] | None = None
    category: Name | None = None
    period: Period | None = None
    rule: Name
    evidence: EvidenceList

    @model_validator(mode="after")
    def _is_a_place(self) -> Self:
        if self.position == 0:
            raise ValueError("0 is no place in an order")
        if self.position_end is not None and not 0 < self.position < self.position_end:
            raise ValueError(f"{self.position} to {self.position_end} is no range of places")
        return self
