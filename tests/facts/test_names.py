"""A subject by any name or acronym that the article gives it."""

import pytest

from extractor.facts.compare import compare
from extractor.facts.known import KnownFacts, KnownScore
from extractor.records import Subject
from tests import articles as a

NAMES = (
    ("Dinas Kesehatan Kota Jambi", "dinas kesehatan kota jambi", True),
    ("Dinas Kesehatan Kota Jambi", "Dinkes Kota Jambi", True),
    ("Dinas Kesehatan (Dinkes) Kota Jambi", "Dinas Kesehatan Kota Jambi", True),
    ("Balai Bahasa Nusa Riang", "Balai Bahasa Nusa Riang (BBNR)", True),
    ("Balai Bahasa Nusa Riang", "BBNR", True),
    ("BPNR", "Balai Pustaka Nusa Riang", True),
    ("Dinkes NR", "Dinas Kesehatan Nusa Riang", True),
    ("Atambua", "Kota Atambua", True),
    ("Dinas Kesehatan Kota Jambi", "Dinas Kesehatan", False),
    ("Dinas Kesehatan Kota Jambi", "Dinas Pendidikan Kota Jambi", False),
    ("Balai Bahasa Nusa Riang", "2024", False),
    ("Desa Atambua", "Atambua", False),
)


@pytest.mark.parametrize(("one", "other", "same"), NAMES)
def test_a_subject_goes_by_any_name_of_the_article(one: str, other: str, same: bool) -> None:
    text = (
        "Dinas Kesehatan (Dinkes) menilai Kota Jambi. Balai Bahasa Nusa Riang (BBNR) ikut, "
        "dan BPNR (Balai Pustaka Nusa Riang) juga. Nilai Balai Bahasa Nusa Riang (2024) naik. "
        "Provinsi Nusa Riang (NR) senang."
    )
    for known_name, found_name in ((one, other), (other, one)):
        found = a.score(
            subject=Subject(kind="organisation", name=found_name), evidence=a.at("naik", text)
        )
        fact = KnownScore(subject=known_name, index="SPBE", value="4.32")
        facts = KnownFacts(article="a1", complete=True, scores=(fact,))
        verdicts = compare(a.article(text=text, scores=(found,)), facts)
        assert [v.verdict for v in verdicts] == (
            ["confirmed"] if same else ["missing", "unexpected"]
        )
