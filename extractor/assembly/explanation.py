"""Why an article's scores and ranks are what they are: passes, words, roles of numbers."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from spacy.tokens import Doc

from extractor.assembly.article import assemble, link
from extractor.assembly.linked import make_ranks, make_scores
from extractor.assembly.witness import Witness
from extractor.links.claims import Step
from extractor.mentions import spans
from extractor.mentions.kinds import NumberMention, Role
from extractor.records import Article, Evidence, Finding, Provenance, Rank, Score
from extractor.source import Source
from extractor.text.normalise import Normalised


@dataclass(frozen=True, slots=True)
class Reason:
    """What one pass settled (subject, index, period, predicate) and the words it went by."""

    what: str
    rule: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """A score or rank with the reasons for it, in the order in which the passes ran."""

    fact: Score | Rank
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class ExplainedNumber:
    """A number of the article: its one role, and the test that gave it."""

    evidence: Evidence
    value: Decimal
    role: Role
    cue: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """An article, and why it says what it says."""

    article: Article
    facts: tuple[Explained, ...]
    numbers: tuple[ExplainedNumber, ...]


def explain(doc: Doc, clean: Normalised, source: Source, provenance: Provenance) -> Explanation:
    """Return the article of `source` with the reasons for its scores and ranks."""
    witness = Witness(doc, clean, source.text)
    linked, ranks, _ = link(doc, clean.text.split("\n"))
    invalid: list[Finding] = []  # the article has them among its findings
    facts: list[Explained] = []
    for score in linked.facts:
        made = make_scores([score], witness, invalid)
        facts += [Explained(record, _reasons(score.steps, witness)) for record in made]
    for rank in ranks:
        placed = make_ranks([rank], witness, invalid)
        facts += [Explained(record, _reasons(rank.steps, witness)) for record in placed]
    numbers = tuple(
        ExplainedNumber(witness.mention(number), number.value, number.role, number.cue)
        for number in spans.read(doc, NumberMention)
    )
    return Explanation(assemble(doc, clean, source, provenance), tuple(facts), numbers)


def _reasons(steps: Iterable[Step], witness: Witness) -> tuple[Reason, ...]:
    seen = dict.fromkeys(steps)
    return tuple(Reason(step.what, step.rule, witness.all(step.spans)) for step in seen)
