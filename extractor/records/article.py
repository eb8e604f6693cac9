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
    """The package's version."""
    model: Name
    """The first digits of the digest of the weights."""
    lexicon: Name
    """The first digits of the digest of the lexicons."""


class Article(Record):
    """One article: its text as given, what is known about it, and the facts it states.

    `dateline` is the place named before the first sentence. Facts are ordered by where they stand
    in the text; every piece of evidence slices back to it (ValueError otherwise).
    """

    id: Name
    """As the caller names the article; else a digest of its text."""
    text: str
    """The text as given, which all offsets count in."""
    title: str | None = None
    """Its headline."""
    url: str | None = None
    """Its address."""
    publisher: str | None = None
    """Who published it."""
    published: date | None = None
    """The day of publication."""
    dateline: str | None = None
    """The place named before the first sentence."""
    regions: tuple[Region, ...] = ()
    """Provinces, regencies and cities that it names."""
    indices: tuple[Index, ...] = ()
    """Indices, evaluations and awards that it names."""
    scores: tuple[Score, ...] = ()
    """Who has which value or grade."""
    ranks: tuple[Rank, ...] = ()
    """Who holds which place."""
    officials: tuple[Official, ...] = ()
    """Who holds which office."""
    quotes: tuple[Quote, ...] = ()
    """Who said what."""
    dates: tuple[DateRef, ...] = ()
    """Days, months and years that it names."""
    findings: tuple[Finding, ...] = ()
    """What does not fit, or could not be settled."""
    provenance: Provenance
    """What made the records."""

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
