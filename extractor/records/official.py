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
    office: Name
    acting: bool = False
    subject: Subject | None = None
    confidence: Confidence
    evidence: EvidenceList
