"""However known and predicted facts fall, every one of them is accounted for once."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from extractor.facts.compare import compare
from extractor.facts.known import KnownFacts, KnownScore
from extractor.records import Score, Subject
from tests import articles as a

CODES = st.sampled_from(["15.71", "15.04"])
VALUES = st.sampled_from(["1", "2", None])
PERIODS = st.sampled_from(["2023", "2024", None])


@st.composite
def known_scores(draw: st.DrawFn) -> KnownScore:
    value = draw(VALUES)
    grade = "Baik" if value is None else draw(st.sampled_from(["Baik", None]))
    period = draw(PERIODS)
    stated = {"predicate": grade, "period": period}
    return KnownScore(
        subject=draw(CODES),
        index="SPBE",
        value=value,
        **{name: said for name, said in stated.items() if said is not None},
    )


@st.composite
def found_scores(draw: st.DrawFn) -> Score:
    subject = Subject(kind="region", code=draw(CODES), name="Kota Jambi")
    return a.score(subject=subject, value=draw(VALUES), predicate="Baik", period=draw(PERIODS))


@given(st.lists(known_scores(), max_size=6, unique=True), st.lists(found_scores(), max_size=6))
def test_every_fact_and_every_record_is_judged_once(
    facts: list[KnownScore], found: list[Score]
) -> None:
    article = a.article(scores=tuple(found))
    verdicts = compare(article, KnownFacts(article="a1", complete=True, scores=tuple(facts)))
    assert [v.known for v in verdicts if v.known is not None] == facts
    judged = Counter(v.predicted for v in verdicts if v.predicted is not None)
    assert judged == Counter(found)
    for verdict in verdicts:
        both = verdict.known is not None and verdict.predicted is not None
        assert both == (verdict.verdict in ("confirmed", "inexact", "contradicted"))
        assert bool(verdict.differing) == (verdict.verdict == "inexact")


@given(st.lists(known_scores(), max_size=6, unique=True))
def test_what_is_found_as_known_is_confirmed(facts: list[KnownScore]) -> None:
    found = [
        a.score(
            subject=Subject(kind="region", code=fact.subject, name="Kota Jambi"),
            value=fact.value,
            predicate=fact.predicate,
            period=fact.period,
        )
        for fact in reversed(facts)
    ]
    article = a.article(scores=tuple(found))
    verdicts = compare(article, KnownFacts(article="a1", complete=True, scores=tuple(facts)))
    assert [verdict.verdict for verdict in verdicts] == ["confirmed"] * len(facts)
