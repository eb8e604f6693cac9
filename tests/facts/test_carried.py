"""Corrections carried over from one text to its copies."""

from typing import Any

import pytest

from extractor.archive.questions.corrections.applied import Fact
from extractor.archive.questions.corrections.file import Correction, digest_of
from extractor.archive.questions.corrections.form import told
from extractor.facts.carried import carried
from extractor.records import Quote, Score
from tests import articles as a

COPY = f"JAMBI, HARIAN - {a.TEXT}"
LEAD = len(COPY) - len(a.TEXT)


def shifted(record: Any) -> Any:
    evidence = tuple(
        piece.model_copy(update={"start": piece.start + LEAD, "end": piece.end + LEAD})
        for piece in record.evidence
    )
    return record.model_copy(update={"evidence": evidence})


def correction(kind: Any, was: Any, becomes: Any, at: Any = ((0, 4),)) -> Correction:
    return Correction("n1", digest_of(a.TEXT), kind, at, was, becomes)


def test_a_record_that_was_read_the_same_is_corrected_at_its_own_place() -> None:
    score: Score = a.score()
    one = correction("scores", told("scores", score), {"value": 4.33})
    fact = Fact(0, shifted(score), read=shifted(score))
    found = carried(one, a.TEXT, "n2", COPY, [fact])
    assert found is not None
    assert (found.article, found.digest, found.becomes) == ("n2", digest_of(COPY), one.becomes)
    ((start, end),) = found.at
    assert COPY[start:end] == score.evidence[0].text


@pytest.mark.parametrize("state", ["other value", "corrected", "added", "not read"])
def test_what_says_something_else_or_was_decided_is_left(state: str) -> None:
    score: Score = a.score()
    one = correction("scores", told("scores", score), "deleted")
    read = a.score(value="4.1") if state == "other value" else score
    fact = Fact(0, read, read=None if state == "added" else read)
    fact.correction = one if state == "corrected" else None
    facts = [] if state == "not read" else [fact]
    assert carried(one, a.TEXT, "n2", COPY, facts) is None


def test_an_addition_comes_where_its_words_stand() -> None:
    start = a.TEXT.index("4,32")
    one = correction("indices", None, {"index": "IPM"}, ((0, 4), (start, start + 4)))
    found = carried(one, a.TEXT, "n2", COPY, [])
    assert found is not None
    assert [COPY[slice(*span)] for span in found.at] == [a.TEXT[:4], "4,32"]
    assert carried(one, a.TEXT, "n2", COPY.replace("4,32", "4,3"), []) is None
    there = Fact(0, a.index(id="ipm"), read=a.index(id="ipm"))
    assert carried(one, a.TEXT, "n2", COPY, [there]) is None


def test_a_quote_is_changed_where_its_words_are_said() -> None:
    quote: Quote = a.quote()
    one = correction("quotes", told("quotes", quote), {"text": "hasil kerja"})
    fact = Fact(0, shifted(quote), read=shifted(quote))
    assert carried(one, a.TEXT, "n2", COPY, [fact]) is not None
    assert carried(one, a.TEXT, "n2", COPY.replace("hasil", "buah"), [fact]) is None
