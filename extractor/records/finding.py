"""What a check noticed, or a rule could not settle."""

from typing import Literal

from extractor.records.base import Name, Record
from extractor.records.evidence import Evidence

FindingCode = Literal[
    "value-off-scale",
    "predicate-unfit",
    "rank-beyond-out-of",
    "value-conflict",
    "weekday-unfit",
    "number-unlinked",
    "predicate-unlinked",
    "rank-unlinked",
    "not-settled",
    "region-ambiguous",
    "date-unresolved",
    "quote-unattributed",
    "invalid-record",
]


class Finding(Record):
    """A finding: a closed `code`, how bad it is, a sentence for people, and where it is seen."""

    code: FindingCode
    """What kind of finding it is."""
    severity: Literal["info", "warning", "error"]
    """How bad it is."""
    message: Name
    """A sentence for people."""
    evidence: tuple[Evidence, ...] = ()
    """Where it is seen; empty when it is nowhere in the text."""
