"""Why an article's scores and ranks are what they are: decisions, words, roles of numbers."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from spacy.tokens import Doc

from extractor.assembly.article import assemble, linked_of
from extractor.assembly.linked import make_ranks, make_scores
from extractor.assembly.witness import Witness
from extractor.links.candidates import Candidate, Settled
from extractor.mentions import spans
from extractor.mentions.kinds import NumberMention, Role
from extractor.records import Article, Evidence, Finding, Provenance, Rank, Score
from extractor.source import Source
from extractor.text.normalise import Normalised


@dataclass(frozen=True, slots=True)
class Reason:
    """One decision: the slot (subject, index, period, …), what was chosen and where it was read.

    `probability` is that of the choice among the candidates; `runner_up` the best other one.
    """

    what: str
    rule: str
    chosen: str
    probability: float
    runner_up: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """A score or rank with the decisions that made it, in the order in which they were taken."""

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
    linked = linked_of(doc)
    invalid: list[Finding] = []  # the article has them among its findings
    facts: list[Explained] = []
    for score in linked.scores:
        made = make_scores([score], witness, invalid)
        facts += [Explained(record, _reasons(score.settled, witness)) for record in made]
    for rank in linked.ranks:
        placed = make_ranks([rank], witness, invalid)
        facts += [Explained(record, _reasons(rank.settled, witness)) for record in placed]
    numbers = tuple(
        ExplainedNumber(witness.mention(number), number.value, number.role, number.cue)
        for number in spans.read(doc, NumberMention)
    )
    article = assemble(doc, clean, source, provenance, linked=linked)
    return Explanation(article, tuple(facts), numbers)


def _reasons(settled: Iterable[Settled], witness: Witness) -> tuple[Reason, ...]:
    return tuple(
        Reason(
            what=slot,
            rule=decision.best.source,
            chosen=_shown(decision.best),
            probability=decision.probability,
            runner_up=_shown(decision.runner_up) if decision.runner_up else "",
            evidence=witness.all([decision.best.span] if decision.best.span else []),
        )
        for one in settled
        for slot, decision in one.decisions.items()
        if decision.best.value or slot in ("subject", "index")
    )


def _shown(candidate: Candidate) -> str:
    names = ", ".join(subject.name for subject in candidate.subjects)
    return names or (candidate.value if isinstance(candidate.value, str) else "")
