"""An index, evaluation or graded award that the article names."""

from extractor.records.base import Name, Record
from extractor.records.evidence import EvidenceList


class Index(Record):
    """An index; `id` is its catalogue id, or a slug of its name when the catalogue lacks it."""

    id: Name
    """Its id in the catalogue (`spbe`), or a slug of its name."""
    name: Name
    """Its full name."""
    acronym: Name | None = None
    """Its usual acronym."""
    evidence: EvidenceList
    """Where it was read."""
