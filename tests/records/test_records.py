from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from extractor.records import Article, Evidence, Subject
from extractor.records.period import check_period
from tests import articles as a


@pytest.mark.parametrize(
    "period",
    ["2024", "2024-06", "2024-06-30", "2012/2015", "2023-06/2023-09", "2024-08-05/2024-08-07"],
)
def test_a_period(period: str) -> None:
    assert check_period(period) == period


@pytest.mark.parametrize(
    "period",
    [
        "",
        "24",
        "2024-13",
        "2024-02-30",
        "2024-6",
        "2024/",
        "2015/2012",
        "2015/2015",
        "2012/2013/2014",
        "2024/2025-06",
        "2024-06-30T10",
        " 2024",
        "0000",
    ],
)
def test_no_period(period: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        check_period(period)


@given(st.dates(), st.dates())
def test_every_interval_of_days_runs_forward(one: date, other: date) -> None:
    period = f"{one.isoformat()}/{other.isoformat()}"
    if one < other:
        assert check_period(period) == period
    else:
        with pytest.raises(ValueError, match="interval"):
            check_period(period)


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [(0, 3, "ab"), (0, 0, ""), (-1, 1, "ab"), (3, 1, "ab")],
    ids=["too-short", "empty", "before-the-text", "backwards"],
)
def test_evidence_spans_its_text(start: int, end: int, text: str) -> None:
    with pytest.raises(ValidationError):
        Evidence(start=start, end=end, text=text)


@given(st.text(min_size=1), st.data())
def test_evidence_slices_back_in_any_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    evidence = Evidence(start=start, end=end, text=text[start:end])
    region = a.region().model_copy(update={"evidence": (evidence,)})
    article = Article(id="a", text=text, regions=(region,), provenance=a.PROVENANCE)
    assert list(article.evidence()) == [evidence]


def test_evidence_of_another_text_is_refused() -> None:
    with pytest.raises(ValidationError, match="is not in the text"):
        a.article(text="Kota Solo", regions=(a.region(),))


def locality(code: str | None) -> Subject:
    return Subject(kind="locality", code=code, name="Nagari Contoh")


REFUSED: dict[str, Callable[[], Any]] = {
    "score-without-value-and-grade": lambda: a.score(value=None, predicate=None),
    "score-of-infinite-value": lambda: a.score(value="Infinity"),
    "score-without-evidence": lambda: a.score(evidence=()),
    "score-of-wrong-period": lambda: a.score(period="2024-00"),
    "score-of-blank-index": lambda: a.score(index=" "),
    "score-of-unknown-field": lambda: a.score(nilai=4),
    "score-less-probable-than-0": lambda: a.score(confidence=-0.001),
    "rank-more-probable-than-1": lambda: a.rank(confidence=1.001),
    "official-of-no-probability": lambda: a.official(confidence=float("nan")),
    "quote-without-confidence": lambda: a.quote(confidence=None),
    "rank-0": lambda: a.rank(position=0),
    "rank-range-backwards": lambda: a.rank(position=3, position_end=1),
    "rank-range-of-one": lambda: a.rank(position=3, position_end=3),
    "rank-range-from-the-end": lambda: a.rank(position=-1, position_end=3),
    "rank-range-across-the-middle": lambda: a.rank(position=2, position_end=-1),
    "rank-range-backwards-from-the-end": lambda: a.rank(position=-1, position_end=-10),
    "rank-of-unknown-direction": lambda: a.rank(direction="up"),
    "score-of-unknown-basis": lambda: a.score(basis="wow"),
    "locality-of-a-region's-code": lambda: locality("13.06"),
    "locality-of-a-cut-code": lambda: locality("13.06.04.20"),
    "rank-out-of-0": lambda: a.rank(out_of=0),
    "date-backwards": lambda: a.day(end=date(2025, 1, 3)),
    "region-of-no-code": lambda: a.region(code="15.1"),
    "official-without-name": lambda: a.official(name="  "),
    "quote-of-unknown-kind": lambda: a.quote(kind="scare"),
    "country-without-code": lambda: Subject(kind="country", name="Indonesia"),
    "organisation-with-code": lambda: Subject(kind="organisation", code="15", name="X"),
}


@pytest.mark.parametrize("make", REFUSED.values(), ids=REFUSED)
def test_a_record_that_says_nonsense_is_refused(make: Callable[[], Any]) -> None:
    with pytest.raises(ValidationError):
        make()


@pytest.mark.parametrize("code", [None, "13.06.04", "13.06.04.2001"])
def test_a_locality_has_the_code_that_is_settled(code: str | None) -> None:
    assert locality(code).code == code


@pytest.mark.parametrize(("position", "end"), [(1, 3), (-10, -1), (-1, None)])
def test_places_count_from_either_end(position: int, end: int | None) -> None:
    rank = a.rank(position=position, position_end=end)
    assert (rank.position, rank.position_end) == (position, end)


def test_a_rank_beyond_out_of_is_a_record() -> None:
    assert a.rank(position=9, out_of=3).out_of == 3


def test_records_do_not_change() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        setattr(a.score(), "value", None)  # noqa: B010 - mypy refuses the plain form, as it should


@pytest.mark.parametrize("make", [a.score, a.rank, a.official, a.quote])
def test_confidence_has_three_digits(make: Callable[..., Any]) -> None:
    told = [make(confidence=chance).confidence for chance in (0, 0.12345, 0.9996, 1)]
    assert told == [0, 0.123, 1, 1]
