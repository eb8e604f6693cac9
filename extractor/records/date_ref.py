"""A day or month that the article names."""

from datetime import date
from typing import Literal, Self

from pydantic import model_validator

from extractor.records.base import Name, Record
from extractor.records.evidence import EvidenceList


class DateRef(Record):
    """A date as the closed interval of days `start` to `end`; `text` as the article words it."""

    text: Name
    start: date
    end: date
    granularity: Literal["day", "month", "year"]
    evidence: EvidenceList

    @model_validator(mode="after")
    def _runs_forward(self) -> Self:
        if self.end < self.start:
            raise ValueError(f"{self.start} to {self.end} runs backwards")
        return self
