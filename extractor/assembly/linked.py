"""Records of what is linked: scores and ranks."""

from collections.abc import Sequence

from extractor.assembly.gathering import gather
from extractor.assembly.subjects import subject_of
from extractor.assembly.witness import Witness
from extractor.lexicon.indices import catalogue
from extractor.links.linked import RankFact, ScoreFact
from extractor.records import Finding, Rank, Score


def make_scores(
    facts: Sequence[ScoreFact], witness: Witness, findings: list[Finding]
) -> tuple[Score, ...]:
    """Return the scores that the links made."""

    def make(fact: ScoreFact) -> Score:
        entry = catalogue().get(fact.index)
        return Score.model_validate(
            {
                "subject": subject_of(fact.subject),
                "index": fact.index,
                "aspect": fact.aspect or None,
                "value": fact.value,
                "comparison": fact.comparison,
                "unit": fact.unit or None,
                "basis": fact.basis or None,
                "period": fact.period or None,
                "predicate": fact.predicate or None,
                "assessor": entry.assessor if entry else None,
                "rule": fact.rule,
                "confidence": fact.confidence,
                "evidence": witness.all(fact.spans),
            }
        )

    return gather(facts, make, lambda fact: witness.all(fact.spans), findings)


def make_ranks(
    facts: Sequence[RankFact], witness: Witness, findings: list[Finding]
) -> tuple[Rank, ...]:
    """Return the ranks that the links made."""

    def make(fact: RankFact) -> Rank:
        return Rank.model_validate(
            {
                "subject": subject_of(fact.subject),
                "index": fact.index or None,
                "aspect": fact.aspect or None,
                "position": fact.position,
                "position_end": fact.position_end or None,
                "scope": fact.scope or None,
                "out_of": fact.out_of or None,
                "category": fact.category or None,
                "direction": fact.direction or None,
                "period": fact.period or None,
                "rule": fact.rule,
                "confidence": fact.confidence,
                "evidence": witness.all(fact.spans),
            }
        )

    return gather(facts, make, lambda fact: witness.all(fact.spans), findings)
