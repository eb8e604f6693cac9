"""An explanation tells each decision of a score or rank, its words, and each number's role."""

from decimal import Decimal

from extractor.assembly.explanation import Explanation
from tests.reader import reader

NEWS = (
    "Kota Blitar meraih indeks SPBE 3,40 pada 2023, naik 0,16 poin. "
    "Kota itu menempati peringkat 4 dari 38 kabupaten/kota di Jawa Timur."
)


def explained() -> Explanation:
    return reader().explain(NEWS, id="a")


def test_facts_are_those_of_the_article() -> None:
    told = explained()
    article = told.article
    assert article == reader().extract(NEWS, id="a")
    said = [reason.fact.model_dump() for reason in told.facts]
    assert said == [fact.model_dump() for fact in (*article.scores, *article.ranks)]
    assert len(said) == 2


def test_reasons_name_the_source_the_words_and_what_else_it_might_have_been() -> None:
    score, rank = explained().facts
    words = {
        reason.what: [NEWS[piece.start : piece.end] for piece in reason.evidence]
        for reason in score.reasons
    }
    assert words["subject"] == ["Kota Blitar"]
    assert words["index"] == ["indeks SPBE"]
    assert words["period"] == ["2023"]
    assert {reason.what for reason in rank.reasons} >= {"subject", "index"}
    reasons = [*score.reasons, *rank.reasons]
    assert all(reason.rule and 0 < reason.probability <= 1 for reason in reasons)
    assert all(reason.runner_up != reason.chosen for reason in reasons if reason.runner_up)
    assert any(reason.runner_up for reason in reasons)


def test_each_number_has_one_role() -> None:
    told = explained().numbers
    roles = [(number.value, number.role) for number in told]
    assert roles == [
        (Decimal("3.40"), "score"),
        (Decimal("2023"), "date"),
        (Decimal("0.16"), "change"),
        (Decimal("4"), "rank"),
        (Decimal("38"), "count"),
    ]
    assert all(NEWS[n.evidence.start : n.evidence.end] == n.evidence.text for n in told)
