from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from extractor.facts.compare import compare
from extractor.facts.known import (
    KnownDate,
    KnownFacts,
    KnownOfficial,
    KnownQuote,
    KnownRank,
    KnownScore,
)
from extractor.records import Subject
from tests import articles as a

OUTSIDER = Subject(kind="organisation", name="Kementerian PANRB")


def known(**facts: Any) -> KnownFacts:
    return KnownFacts(article="a1", **{"complete": True, **facts})


def score(**changed: Any) -> KnownScore:
    return KnownScore(**{"subject": "15.71", "index": "SPBE", "value": "4.32", **changed})


def rank(**changed: Any) -> KnownRank:
    return KnownRank(**{"subject": "15.71", "index": "SPBE", "position": 4, **changed})


def quote(**changed: Any) -> KnownQuote:
    return KnownQuote(**{"starts": "Ini hasil", "ends": "kerja semua", **changed})


# name: known, predicted, what becomes of them (verdict and differing attributes)
SCORES: dict[str, tuple[KnownScore, Any, str]] = {
    "same": (score(), a.score(), "confirmed"),
    "written-otherwise": (score(value="4.320"), a.score(), "confirmed"),
    "index-by-full-name": (
        score(index="Sistem Pemerintahan Berbasis Elektronik"),
        a.score(),
        "confirmed",
    ),
    "grade-in-other-case": (score(predicate="memuaskan"), a.score(), "confirmed"),
    "grade-in-quotes": (
        score(predicate="Memuaskan"),
        a.score(predicate="“MEMUASKAN.”"),
        "confirmed",
    ),
    "organisation-in-other-case": (
        score(subject="kementerian panrb"),
        a.score(subject=OUTSIDER),
        "confirmed",
    ),
    "unit-is-not-compared": (score(unit="poin"), a.score(), "confirmed"),
    "another-grade": (score(predicate="Baik"), a.score(), "inexact predicate"),
    "minus-is-another-grade": (score(predicate="A"), a.score(predicate="A-"), "inexact predicate"),
    "another-period": (score(period="2023"), a.score(), "inexact period"),
    "period-not-found": (score(period="2024"), a.score(period=None), "inexact period"),
    "period-known-to-be-none": (score(period=None), a.score(), "inexact period"),
    "another-aspect": (
        score(aspect="layanan"),
        a.score(aspect="tata kelola"),
        "inexact aspect",
    ),
    "another-value": (score(value="4.27"), a.score(), "contradicted"),
    "another-comparison": (score(comparison="gt"), a.score(), "contradicted"),
    "another-value-of-another-period": (
        score(value="4.27", period="2023"),
        a.score(),
        "missing, unexpected",
    ),
    "another-subject": (score(subject="15.04"), a.score(), "missing, unexpected"),
    "another-index": (score(index="Smart City"), a.score(), "missing, unexpected"),
    "of-the-whole": (score(), a.score(aspect="layanan"), "missing, unexpected"),
    "grade-alone": (
        score(value=None, predicate="memuaskan"),
        a.score(value=None),
        "confirmed",
    ),
    "another-grade-alone": (
        score(value=None, predicate="baik"),
        a.score(value=None),
        "contradicted",
    ),
    "grade-with-a-number": (
        score(value=None, predicate="memuaskan"),
        a.score(),
        "missing, unexpected",
    ),
}
RANKS: dict[str, tuple[KnownRank, Any, str]] = {
    "same": (rank(scope="national"), a.rank(), "confirmed"),
    "another-scope": (rank(scope="15"), a.rank(), "inexact scope"),
    "words-for-scope": (
        rank(scope="wilayah Sumatera"),
        a.rank(scope="Wilayah Sumatera"),
        "confirmed",
    ),
    "out-of-and-category": (
        rank(out_of=93, category="pemerintah kota"),
        a.rank(),
        "inexact out_of category",
    ),
    "another-place": (rank(position=5), a.rank(), "contradicted"),
    "a-range": (rank(position=1, position_end=3), a.rank(position=1), "contradicted"),
    "without-index": (rank(index=None), a.rank(index=None), "confirmed"),
    "index-found-but-not-known": (rank(index=None), a.rank(), "missing, unexpected"),
}
OFFICIALS: dict[str, tuple[KnownOfficial, Any, str]] = {
    "same": (KnownOfficial(name="SRI WULAN", office="Wali Kota Jambi"), a.official(), "confirmed"),
    "name-alone": (KnownOfficial(name="Sri Wulan"), a.official(), "confirmed"),
    "another-office": (
        KnownOfficial(name="Sri Wulan", office="Bupati Jambi"),
        a.official(),
        "inexact office",
    ),
    "office-with-its-acronym": (
        KnownOfficial(name="Sri Wulan", office="Kepala Badan Pusat Statistik"),
        a.official(office="Kepala Badan Pusat Statistik (BPS)"),
        "confirmed",
    ),
    "acting": (
        KnownOfficial(name="Sri Wulan", office="Wali Kota Jambi", acting=True),
        a.official(),
        "inexact acting",
    ),
    "another-name": (KnownOfficial(name="Sri"), a.official(), "missing, unexpected"),
}
QUOTES: dict[str, tuple[KnownQuote, Any, str]] = {
    "marks-and-case": (quote(starts="“ini hasil", ends="kerja, SEMUA."), a.quote(), "confirmed"),
    "speaker": (quote(speaker="sri wulan"), a.quote(), "confirmed"),
    "another-speaker": (quote(speaker="Sri Harto"), a.quote(), "inexact speaker"),
    "nobody-spoke": (quote(speaker=None), a.quote(), "inexact speaker"),
    "speaker-not-stated": (quote(), a.quote(speaker=None), "confirmed"),
    "another-start": (quote(starts="hasil kerja"), a.quote(), "missing, unexpected"),
    "a-part-of-a-word": (quote(ends="mua"), a.quote(), "missing, unexpected"),
    "indirect-is-not-compared": (quote(), a.quote(kind="indirect"), "missing"),
    "indirect-is-known": (quote(kind="indirect"), a.quote(kind="indirect"), "confirmed"),
}
NOVEMBER = {"start": date(2025, 1, 1), "end": date(2025, 1, 10), "text": "4/1/2025"}
DATES: dict[str, tuple[KnownDate, Any, str]] = {
    "same": (KnownDate(text="Sabtu (4/1/2025)", date="2025-01-04"), a.day(), "confirmed"),
    "fewer-words": (KnownDate(text="4/1/2025", date="2025-01-04"), a.day(), "confirmed"),
    "overlapping-words": (
        KnownDate(text="Wulan, Sabtu (4/1/2025", date="2025-01-04"),
        a.day(),
        "confirmed",
    ),
    "other-words": (KnownDate(text="kemarin", date="2025-01-04"), a.day(), "missing, unexpected"),
    "another-day": (KnownDate(text="4/1/2025", date="2025-01-05"), a.day(), "missing, unexpected"),
    "a-part-of-the-month": (
        KnownDate(text="awal 4/1/2025", date="2025-01"),
        a.day(**NOVEMBER),
        "confirmed",
    ),
    "a-whole-month": (
        KnownDate(text="4/1/2025", date="2025-01"),
        a.day(**NOVEMBER),
        "missing, unexpected",
    ),
}


def cases() -> list[Any]:
    tables: dict[str, dict[str, Any]] = {
        "scores": SCORES,
        "ranks": RANKS,
        "officials": OFFICIALS,
        "quotes": QUOTES,
        "dates": DATES,
    }
    return [
        pytest.param(kind, *case, id=f"{kind}-{name}")
        for kind, table in tables.items()
        for name, case in table.items()
    ]


@pytest.mark.parametrize(("kind", "fact", "found", "outcome"), cases())
def test_a_pair(kind: str, fact: Any, found: Any, outcome: str) -> None:
    verdicts = compare(a.article(**{kind: (found,)}), known(**{kind: (fact,)}))
    told = [" ".join((verdict.verdict, *verdict.differing)) for verdict in verdicts]
    assert ", ".join(told) == outcome


def test_regions_and_indices_compare_by_code_and_name() -> None:
    article = a.article(
        regions=(a.region(), a.region("15", "Jambi")),
        indices=(a.index(), a.index("indeks-desa-riang", "Indeks Desa Riang")),
    )
    facts = known(regions=("15.71", "32.73"), indices=("spbe", "indeks desa riang", "IPM"))
    told = [(v.kind, v.verdict) for v in compare(article, facts)]
    assert told == [
        ("regions", "confirmed"),
        ("regions", "missing"),
        ("regions", "unexpected"),
        ("indices", "confirmed"),
        ("indices", "confirmed"),
        ("indices", "missing"),
    ]


def test_an_acronym_with_two_meanings_is_either() -> None:
    article = a.article(indices=(a.index("indeks-pembangunan-pemuda", "Pemuda"),))
    (verdict,) = compare(article, known(indices=("IPP",)))
    assert verdict.verdict == "confirmed"


def test_one_value_of_two_years_is_paired_by_year() -> None:
    article = a.article(scores=(a.score(period="2024"), a.score(period="2023")))
    facts = known(scores=(score(period="2023"), score(period="2024")))
    assert [v.verdict for v in compare(article, facts)] == ["confirmed", "confirmed"]


def test_a_record_contradicts_one_fact_only() -> None:
    facts = known(scores=(score(value="1"), score(value="2")))
    verdicts = compare(a.article(scores=(a.score(),)), facts)
    assert [v.verdict for v in verdicts] == ["contradicted", "missing"]


def test_a_record_that_is_a_fact_contradicts_no_other() -> None:
    facts = known(scores=(score(), score(value="4.27")))
    verdicts = compare(a.article(scores=(a.score(),)), facts)
    assert [v.verdict for v in verdicts] == ["confirmed", "missing"]


def test_a_day_in_two_wordings_counts_once() -> None:
    one = KnownDate(text="4/1/2025", date="2025-01-04")
    again, other = (
        one.model_copy(update={"text": "kemarin"}),
        KnownDate(text="esok", date="2025-01-06"),
    )
    article, said_twice = a.article(dates=(a.day(),)), a.article(dates=(a.day(), a.day()))
    assert [v.verdict for v in compare(article, known(dates=(one, again)))] == ["confirmed"]
    assert [v.verdict for v in compare(said_twice, known(dates=(one,)))] == ["confirmed"]
    facts = known(dates=(one, other))
    assert [v.verdict for v in compare(article, facts)] == ["confirmed", "missing"]


def test_more_is_unexpected_only_when_the_facts_are_complete() -> None:
    article = a.article(regions=(a.region(),))
    assert [v.verdict for v in compare(article, known())] == ["unexpected"]
    assert compare(article, known(complete=False)) == ()


def test_verdicts_tell_sentence_and_line() -> None:
    missing, found = compare(
        a.article(scores=(a.score(value=Decimal("9")),)),
        known(scores=(score(period="2023"),)),
    )
    assert (missing.verdict, found.verdict) == ("missing", "unexpected")
    assert missing.line == found.line == 2
    assert missing.sentence == found.sentence
    assert found.sentence.startswith("Kota Jambi meraih")
    assert found.sentence.endswith("nasional.")
