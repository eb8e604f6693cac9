"""An article and everything it states."""

from collections.abc import Iterator
from datetime import date
from typing import Self

from pydantic import model_validator

from extractor.records.base import Name, Record
from extractor.records.date_ref import DateRef
from extractor.records.evidence import Evidence
from extractor.records.finding import Finding
from extractor.records.index import Index
from extractor.records.official import Official
from extractor.records.quote import Quote
from extractor.records.rank import Rank
from extractor.records.region import Region
from extractor.records.score import Score

_Evident = Region | Index | Score | Rank | Official | Quote | DateRef | Finding


class Provenance(Record):
    """What made the records: the package's version, and digests of the weights and lexicons."""

    version: Name
    model: Name
    lexicon: Name


class Article(Record):
    """One article: its text as given, what is known about it, and the facts it states.

    `dateline` is the place named before the first sentence. Facts are ordered by where they stand
    in the text; every piece of evidence slices back to it (ValueError otherwise).
    """

    id: Name
    text: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: date | None = None
    dateline: str | None = None
    regions: tuple[Region, ...] = ()
    indices: tuple[Index, ...] = ()
    scores: tuple[Score, ...] = ()
    ranks: tuple[Rank, ...] = ()
    officials: tuple[Official, ...] = ()
    quotes: tuple[Quote, ...] = ()
    dates: tuple[DateRef, ...] = ()
    findings: tuple[Finding, ...] = ()
    provenance: Provenance

    @model_validator(mode="after")
    def _evidence_slices_back(self) -> Self:
        for evidence in self.evidence():
            if self.text[evidence.start : evidence.end] != evidence.text:
                raise ValueError(f"evidence {evidence.start}:{evidence.end} is not in the text")
        return self

    def evidence(self) -> Iterator[Evidence]:
        """Yield every piece of evidence of every record and finding."""
        records: list[_Evident] = [*self.regions, *self.indices, *self.scores, *self.ranks]
        records += [*self.officials, *self.quotes, *self.dates, *self.findings]
        for record in records:
            yield from record.evidence
