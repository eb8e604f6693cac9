"""The Pydantic records: the contract with everybody outside. Imports nothing of ours."""

from extractor.records.article import Article, Provenance
from extractor.records.base import Record
from extractor.records.date_ref import DateRef
from extractor.records.evidence import Evidence
from extractor.records.finding import Finding
from extractor.records.index import Index
from extractor.records.official import Official
from extractor.records.quote import Quote
from extractor.records.rank import Rank
from extractor.records.region import Region
from extractor.records.score import Score
from extractor.records.subject import Subject

__all__ = [
    "Article",
    "DateRef",
    "Evidence",
    "Finding",
    "Index",
    "Official",
    "Provenance",
    "Quote",
    "Rank",
    "Record",
    "Region",
    "Score",
    "Subject",
]
