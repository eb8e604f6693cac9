"""What the links come to: scores, ranks, and the anchors that stay open."""

from dataclasses import dataclass, field
from decimal import Decimal

from extractor.links.candidates import Settled
from extractor.links.subjects.subject_mention import SubjectMention


@dataclass(kw_only=True)
class _Fact:
    """What scores and ranks have alike: token spans for evidence, "" for what is not said."""

    subject: SubjectMention
    index: str
    aspect: str
    period: str
    confidence: float
    rule: str
    spans: list[tuple[int, int]] = field(default_factory=list)
    settled: list[Settled] = field(default_factory=list)


@dataclass(kw_only=True)
class ScoreFact(_Fact):
    """A score as the links leave it; "" for what is not said."""

    value: Decimal | None
    comparison: str
    unit: str
    basis: str
    predicate: str


@dataclass(kw_only=True)
class RankFact(_Fact):
    """A rank as the links leave it; "" or 0 for what is not said."""

    position: int
    position_end: int
    scope: str
    out_of: int
    category: str
    direction: str


@dataclass
class Linked:
    """The facts of an article, and the anchors that stay open with what was decided of them."""

    scores: list[ScoreFact]
    ranks: list[RankFact]
    open: list[tuple[Settled, float]]
