"""A place that a subject holds in an order."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from extractor.records.base import Confidence, Name, Record
from extractor.records.evidence import EvidenceList
from extractor.records.period import Period
from extractor.records.subject import Subject

Direction = Literal["best", "worst", "high", "low"]
"""What the first place of a ranking is."""


def check_places(position: int, end: int | None) -> None:
    """Raise ValueError unless `position`, or `position` to `end`, are places in an order."""
    if position == 0:
        raise ValueError("0 is no place in an order")
    if end is not None and not (0 < position < end or position < end < 0):
        raise ValueError(f"{position} to {end} is no range of places")


class Rank(Record):
    """A rank: `position` 1 is the first, -1 the last of its ranking; `position_end` ends a range.

    The ten last are -10 to -1. `direction` tells what the first is: of the best, the worst, the
    highest or the lowest; None where the article does not settle it. `category` is the class that
    is ranked: `provinsi`, `kabupaten`, `kota`, `kabupaten/kota`, or the article's words. `scope` is
    `national`, `world`, a Kemendagri code, or the article's words for a freer scope; None when
    the article does not say among whom. A rank beyond `out_of` is told as a finding.
    `confidence` is how probable it is that subject, index and place are right.
    """

    subject: Subject
    """Whose place it is."""
    index: Name | None = None
    """The id of the index; None for a ranking of none."""
    aspect: Name | None = None
    """The pillar of the index that is ranked; None for the whole."""
    position: int
    """The place: 1 is the first, -1 the last."""
    position_end: int | None = None
    """The last place of a range; None for one place."""
    scope: Name | None = None
    """Among whom: `national`, `world`, a Kemendagri code, or the article's words."""
    out_of: Annotated[int, Field(ge=1)] | None = None
    """How many are ranked."""
    category: Name | None = None
    """The class that is ranked: `provinsi`, `kabupaten/kota`, …, or the article's words."""
    direction: Direction | None = None
    """What the first place is; None when the article does not settle it."""
    period: Period | None = None
    """The time it is of, in ISO 8601."""
    rule: Name
    """How it was linked."""
    confidence: Confidence
    """How probable it is that subject, index and place are right."""
    evidence: EvidenceList
    """Where it was read."""

    @model_validator(mode="after")
    def _is_a_place(self) -> Self:
        check_places(self.position, self.position_end)
        return self
