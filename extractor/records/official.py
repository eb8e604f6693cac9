"""A named person with an office."""

from extractor.records.base import Confidence, Name, Record
from extractor.records.evidence import EvidenceList
from extractor.records.subject import Subject


class Official(Record):
    """An official: `name` without degrees and honorifics, `office` as the article words it.

    `acting` holds for a Pj, Plt, Plh or Pjs; `subject` is the region or body of the office.
    `confidence` is how probable it is that this person holds this office.
    """

    name: Name
    """The name without degrees and honorifics."""
    office: Name
    """The office as the article words it."""
    acting: bool = False
    """Whether the person only acts: Pj, Plt, Plh, Pjs."""
    subject: Subject | None = None
    """The region or body of the office."""
    confidence: Confidence
    """How probable it is that the record is right."""
    evidence: EvidenceList
    """Where it was read."""
