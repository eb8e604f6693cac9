"""A day or month that the article names."""

from datetime import date
from typing import Literal, Self

from pydantic import model_validator

from extractor.records.base import Name, Record
from extractor.records.evidence import EvidenceList


class DateRef(Record):
    """A date as the closed interval of days `start` to `end`; `text` as the article words it."""

    text: Name
    """The date as the article words it."""
    start: date
    """Its first day."""
    end: date
    """Its last day."""
    granularity: Literal["day", "month", "year"]
    """Whether a day, a month or a year is named."""
    evidence: EvidenceList
    """Where it was read."""

    @model_validator(mode="after")
    def _runs_forward(self) -> Self:
        if self.end < self.start:
            raise ValueError(f"{self.start} to {self.end} runs backwards")
        return self
