"""What stands near a value and is none: ranked changes, columns nobody knows, bases of rates.

And who is told apart from the grade that all of them have.
"""

import pytest

from tests.cases.told import findings, read, scores

RANKED_CHANGES = [
    "Yang naik paling tinggi adalah Kota Padang (6,3 poin), diikuti Kota Medan (1,5 poin).",
    "Kenaikan IPM terbesar dialami Kota Padang yakni 2,2 poin, disusul Kota Medan 1,3 poin.",
    "Penurunan TPT terdalam terjadi di Kota Padang, 2,2 persen poin, disusul Kota Medan.",
]


@pytest.mark.parametrize("text", RANKED_CHANGES)
def test_a_ranked_change_is_no_level_and_no_place(text: str) -> None:
    article = read(f"IPM dan TPT 2023 sudah diumumkan. {text}")
    assert (scores(article), article.ranks) == ([], ())


@pytest.mark.parametrize("unit", ["persen poin", "poin persen", "% poin"])
def test_points_of_percent_are_a_difference(unit: str) -> None:
    article = read(f"TPT Kota Palu 2023 tercatat 4,58 persen. Selisih keduanya kini 0,32 {unit}.")
    assert scores(article) == ["Kota Palu tpt 4.58 2023"]


def test_columns_under_names_nobody_knows_stay_open() -> None:
    rows = "Kota Jambi | 955,00 | 885,40\nKota Padang | 878,95 | 735,70"
    article = read(f"Hasil verifikasi Kota Layak Anak 2022:\nKota | EM | VH\n{rows}")
    assert scores(article) == []
    assert len(findings(article)) == 4


@pytest.mark.parametrize(
    "text",
    [
        "Predikat Kota Layak Anak 2023:\n1. Predikat Utama\na. Kota Solok\nb. Kota Palu",
        pytest.param(
            "Dua kota meraih predikat Utama Kota Layak Anak 2023. Yaitu Kota Solok dan Kota Palu.",
            marks=pytest.mark.xfail(strict=True, reason="held improbable by a little"),
        ),
        "Dua kota meraih predikat Utama Kota Layak Anak 2023.\nMereka antara lain Kota Solok dan "
        "Kota Palu.",
    ],
)
def test_a_grade_is_of_all_who_are_told_apart_from_it(text: str) -> None:
    told = [score for score in read(text).scores if score.predicate == "Utama"]
    assert [score.subject.name for score in told] == ["Kota Solok", "Kota Palu"]


def test_the_base_of_a_rate_is_not_its_period() -> None:
    article = read(
        "Inflasi tahunan Kota Palu (Oktober 2018 terhadap Oktober 2017) berada di 4,03 persen."
    )
    assert scores(article) == ["Kota Palu inflasi 4.03 2018-10"]


def test_months_in_small_letters() -> None:
    article = read("Rasio gini Sulawesi Tenggara pada september 2019 tercatat 0,393.")
    assert scores(article) == ["Provinsi Sulawesi Tenggara gini 0.393 2019-09"]


def test_an_index_is_no_association_of_the_same_letters() -> None:
    article = read(
        "IDI Sulawesi Utara 2019\n\nIndeks Demokrasi Indonesia (IDI) Sulawesi Utara 2019 tercatat "
        "77,08, berkurang dari 77,77 pada 2018."
    )
    assert {score.subject.name for score in article.scores} == {"Provinsi Sulawesi Utara"}


def test_years_of_schooling_beside_one_line_of_other_news() -> None:
    article = read(
        "Rata-rata lama sekolah Kota Pontianak pada 2023 mencapai 10,45 tahun.\n\n"
        "Baca juga: IPM Indonesia Naik"
    )
    assert scores(article) == ["Kota Pontianak rls 10.45 2023"]


def test_a_value_behind_a_campus_is_not_in_its_name() -> None:
    items = "1. Universitas Indonesia 537\n2. Universitas Gadjah Mada 667"
    article = read(f"Universitas terbaik versi Webometrics 2024:\n{items}")
    names = [rank.subject.name for rank in article.ranks]
    assert names == ["Universitas Indonesia", "Universitas Gadjah Mada"]
