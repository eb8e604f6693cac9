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
    """What was said, without the outer marks."""
    kind: Literal["direct", "indirect"]
    """Whether in the speaker's own words."""
    speaker: Name | None = None
    """Who said it; None when that is open."""
    verb: Name | None = None
    """The verb of saying."""
    date: Period | None = None
    """The day on which it was said."""
    rule: Name
    """The pass that found the speaker."""
    confidence: Confidence
    """How probable it is that words and speaker are right."""
    evidence: EvidenceList
    """Where it was read, one piece for each part."""
