"""Words that somebody said."""

from typing import Literal

from extractor.records.base import Confidence, Name, Record
from extractor.records.evidence import EvidenceList
from extractor.records.period import Period


class Quote(Record):
    """A quote: its words without the outer marks, and who said them, with which verb, on which day.

    A quote that is split by its attribution or runs over paragraphs has one piece of evidence for
    each part, and `text` joins them with a space. `rule` is the pass that found the speaker,
    and `confidence` how probable it is that the words and the speaker are right.
    """

    text: Name
    kind: Literal["direct", "indirect"]
    speaker: Name | None = None
    verb: Name | None = None
    date: Period | None = None
    rule: Name
    confidence: Confidence
    evidence: EvidenceList
