"""What the links come to: scores, ranks, and the anchors that stay open."""

from dataclasses import dataclass, field
from decimal import Decimal

from extractor.links.candidates import Settled
from extractor.links.subjects.subject_mention import SubjectMention


@dataclass
class ScoreFact:
    """A score as the links leave it: token spans for evidence, "" for what is not said."""

    subject: SubjectMention
    index: str
    aspect: str
    value: Decimal | None
    comparison: str
    unit: str
    basis: str
    period: str
    predicate: str
    confidence: float
    rule: str
    spans: list[tuple[int, int]] = field(default_factory=list)
    settled: list[Settled] = field(default_factory=list)


@dataclass
class RankFact:
    """A rank as the links leave it: token spans for evidence, "" or 0 for what is not said."""

    subject: SubjectMention
    index: str
    aspect: str
    position: int
    position_end: int
    scope: str
    out_of: int
    category: str
    direction: str
    period: str
    confidence: float
    rule: str
    spans: list[tuple[int, int]] = field(default_factory=list)
    settled: list[Settled] = field(default_factory=list)


@dataclass
class Linked:
    """The facts of an article, and the anchors that stay open with what was decided of them."""

    scores: list[ScoreFact]
    ranks: list[RankFact]
    open: list[tuple[Settled, float]]
