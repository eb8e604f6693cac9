from datetime import date

import pytest

from extractor.facts import words
from extractor.facts.known import KnownDate, KnownQuote, KnownScore
from extractor.facts.sentences import place_of
from extractor.records.period import days
from extractor.text.sentences import sentence_at


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("“Memuaskan.”", "memuaskan", True),
        ("zona  kuning", "Zona Kuning", True),
        ("A-", "A", False),
        ("BB", "B", False),
    ],
)
def test_plain(one: str, other: str, same: bool) -> None:
    assert (words.plain(one) == words.plain(other)) == same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Kepala BPS Provinsi NTT", "Kepala BPS", True),
        ("Wali Kota Jambi", "wali kota", True),
        ("Plt. Kadis Kominfo Kab. Lombok Barat", "Plt Kadis Kominfo", True),
        ("Kepala Badan Pusat Statistik (BPS)", "Kepala Badan Pusat Statistik", True),
        ("Bupati Jambi", "Wali Kota Jambi", False),
        ("Pj Gubernur Jambi", "Gubernur Jambi", False),
    ],
)
def test_offices_compare_without_their_region(one: str, other: str, same: bool) -> None:
    assert (words.office_core(one) == words.office_core(other)) == same


@pytest.mark.parametrize(
    ("category", "told"),
    [
        ("kategori pemerintah kota", "kota"),
        ("Pemkot", "kota"),
        ("Pemerintah Kabupaten", "kabupaten"),
        ("pemerintah daerah provinsi", "provinsi"),
        ("se-kabupaten/kota", "kabupaten kota"),
        ("Kabupaten dan Kota", "kabupaten kota"),
        ("Pemerintah Daerah kategori Kota Kecil", "kota kecil"),
        ("klaster Pagu Besar", "pagu besar"),
        ("instansi pemerintah", "instansi pemerintah"),
        ("kategori", "kategori"),
    ],
)
def test_a_class_is_told_by_its_words(category: str, told: str) -> None:
    assert words.ranked_class(category) == told


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("wilayah Sumatera", "Sumatera", True),
        ("se-Sumatera", "Pulau Sumatera", True),
        ("eks-Karesidenan Pati", "eks Karesidenan Pati", True),
        ("Sumatera", "Jawa", False),
        ("national", "world", False),
    ],
)
def test_an_area_is_told_by_its_words(one: str, other: str, same: bool) -> None:
    assert (words.ranked_scope(one) == words.ranked_scope(other)) == same


def test_a_deflation_is_looked_for_without_its_minus() -> None:
    fact = KnownScore(subject="15", index="SPBE", value="-3.2")
    assert place_of(ARTICLE, fact) == ARTICLE.index("3,20")


def test_a_region_is_looked_for_by_its_name() -> None:
    assert place_of(ARTICLE, "15") == ARTICLE.index("Jambi")
    assert place_of(ARTICLE, "53") is None


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2024-08-05", date(2024, 8, 5), date(2024, 8, 5)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("2023-06/2023-09", date(2023, 6, 1), date(2023, 9, 30)),
        ("2024-08-05/2024-08-07", date(2024, 8, 5), date(2024, 8, 7)),
    ],
)
def test_days(period: str, first: date, last: date) -> None:
    assert days(period) == (first, last)


ARTICLE = "Judul\n“Naik 3,2 poin.” Ia senang. IPM Jambi 13,25 dan SPBE 3,20.\nAkhir."


@pytest.mark.parametrize(
    ("at", "sentence", "line"),
    [
        (0, "Judul", 1),
        (ARTICLE.index("Naik"), "“Naik 3,2 poin.”", 2),
        (ARTICLE.index("senang"), "Ia senang.", 2),
        (ARTICLE.index("3,20"), "IPM Jambi 13,25 dan SPBE 3,20.", 2),
        (len(ARTICLE) - 1, "Akhir.", 3),
    ],
)
def test_sentence_at(at: int, sentence: str, line: int) -> None:
    assert sentence_at(ARTICLE, at) == (sentence, line)


def test_a_value_is_looked_for_as_news_writes_it() -> None:
    fact = KnownScore(subject="15", index="SPBE", value="3.2")
    assert place_of(ARTICLE, fact) == ARTICLE.index("3,20")


def test_a_value_is_no_part_of_a_longer_number() -> None:
    fact = KnownScore(subject="X", index="Y", value="3.25")
    assert place_of(ARTICLE, fact) is None


def test_quotes_and_dates_are_looked_for_by_their_words() -> None:
    assert place_of(ARTICLE, KnownQuote(starts="naik 3,2", ends="poin")) == ARTICLE.index("Naik")
    assert place_of(ARTICLE, KnownDate(text="kemarin", date="2024")) is None
