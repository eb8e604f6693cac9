"""What stands near a value and is none: ranked changes, columns nobody knows, bases of rates.

And who is told apart from the grade that all of them have.
"""

import pytest

from tests.cases.told import findings, read, scores

RANKED_CHANGES = [
    "Yang melonjak paling tinggi Kota Tegal (4,1 poin), lalu disusul Kota Bitung (1,9 poin).",
    "Peningkatan IPM terbesar dicatat Kota Tegal sebesar 2,7 poin, diikuti Kota Bitung 1,4 poin.",
    "Penurunan TPT terdalam terjadi di Kota Tegal, 1,2 persen poin, disusul Kota Bitung.",
]


@pytest.mark.parametrize("text", RANKED_CHANGES)
def test_a_ranked_change_is_no_level_and_no_place(text: str) -> None:
    article = read(f"IPM dan TPT 2023 sudah diumumkan. {text}")
    assert (scores(article), article.ranks) == ([], ())


@pytest.mark.parametrize("unit", ["persen poin", "poin persen", "% poin"])
def test_points_of_percent_are_a_difference(unit: str) -> None:
    article = read(f"TPT Kota Palu 2023 tercatat 6,4 persen. Selisih keduanya kini 0,7 {unit}.")
    assert scores(article) == ["Kota Palu tpt 6.4 2023"]


def test_columns_under_names_nobody_knows_stay_open() -> None:
    rows = "Kota Jambi | 610,25 | 580,75\nKota Padang | 540,50 | 505,25"
    article = read(f"Rekap penilaian Kota Layak Anak 2024:\nKota | Z1 | Z2\n{rows}")
    assert scores(article) == []
    assert len(findings(article)) == 4


@pytest.mark.parametrize(
    "text",
    [
        "Predikat Kota Layak Anak 2023:\n1. Predikat Utama\na. Kota Solok\nb. Kota Palu",
        "Dua kota meraih predikat Utama Kota Layak Anak 2023. Yaitu Kota Solok dan Kota Palu.",
        "Dua kota meraih predikat Utama Kota Layak Anak 2023.\nMereka antara lain Kota Solok dan "
        "Kota Palu.",
    ],
)
def test_a_grade_is_of_all_who_are_told_apart_from_it(text: str) -> None:
    told = [score for score in read(text).scores if score.predicate == "Utama"]
    assert [score.subject.name for score in told] == ["Kota Solok", "Kota Palu"]


def test_the_base_of_a_rate_is_not_its_period() -> None:
    article = read("Inflasi tahunan Kota Palu (Juni 2023 terhadap Juni 2022) tercatat 2,85 persen.")
    assert scores(article) == ["Kota Palu inflasi 2.85 2023-06"]


def test_months_in_small_letters() -> None:
    article = read("Rasio gini Maluku Utara pada maret 2021 tercatat 0,281.")
    assert scores(article) == ["Provinsi Maluku Utara gini 0.281 2021-03"]


def test_an_index_is_no_association_of_the_same_letters() -> None:
    article = read(
        "IDI Papua Barat 2022\n\nIndeks Demokrasi Indonesia (IDI) Papua Barat 2022 tercatat "
        "66,15, naik dari 64,90 pada 2021."
    )
    assert {score.subject.name for score in article.scores} == {"Provinsi Papua Barat"}


def test_years_of_schooling_beside_one_line_of_other_news() -> None:
    article = read(
        "Rata-rata lama sekolah Kota Tegal pada 2022 mencapai 8,95 tahun.\n\n"
        "Baca juga: Cara Menghitung IPM"
    )
    assert scores(article) == ["Kota Tegal rls 8.95 2022"]


def test_a_value_behind_a_campus_is_not_in_its_name() -> None:
    items = "1. Universitas Hasanuddin 412\n2. Universitas Andalas 618"
    article = read(f"Universitas terbaik versi Webometrics 2022:\n{items}")
    names = [rank.subject.name for rank in article.ranks]
    assert names == ["Universitas Hasanuddin", "Universitas Andalas"]


ORDERED = "Skor SPBE\n\nSPBE 2024 tiap provinsi, {}:\n- {}\n- {}\n- {}\n- {}\n"
FALLING = ("Bali: 4,1", "Riau: 3,9", "Jambi: 3,8", "Aceh: 3,1")


@pytest.mark.parametrize(
    "order",
    [
        "urut dari yang tertinggi ke yang terendah",
        "diurutkan dari paling tinggi hingga paling rendah",
        "disusun dari tertinggi sampai terendah",
    ],
)
def test_an_order_from_end_to_end_begins_with_the_first(order: str) -> None:
    article = read(ORDERED.format(order, *FALLING))
    assert [rank.position for rank in article.ranks] == [1, 2, 3, 4]


def test_both_ends_without_a_word_of_order_rank_nobody() -> None:
    assert read(ORDERED.format("dari tertinggi ke terendah", *FALLING)).ranks == ()


def test_a_grade_told_later_is_that_of_the_value_in_its_band() -> None:
    article = read(
        "Indeks SPBE Kota Solok 2023 sebesar 3,72 (tahun 2022: 2,05). Kota Solok berpredikat "
        "Sangat Baik."
    )
    told = {(str(score.value), score.predicate) for score in article.scores}
    assert told == {("3.72", "Sangat Baik"), ("2.05", None)}


def test_the_country_has_no_place_among_its_regions() -> None:
    article = read("Secara nasional Indonesia menempati peringkat 24 dari 514 kabupaten/kota SPBE.")
    assert article.ranks == ()


def test_where_cities_are_counted_a_namesake_of_a_province_is_the_city() -> None:
    article = read("Dari 90 kota, inflasi Agustus 2023 terendah dialami Jambi, 1,93 persen.")
    assert scores(article) == ["Kota Jambi inflasi 1.93 2023-08"]


@pytest.mark.parametrize(
    "text",
    [
        "Andaikan harga beras tetap, inflasi Kota Palu pada Mei 2023 hanya 1,1 persen.",
        "Jika tren itu berlanjut, IPM Kota Palu 2030 sebesar 90,1.",
        "Jika berhasil, Kota Palu menjadi juara pertama Adipura 2024.",
    ],
)
def test_what_hangs_on_a_condition_is_no_fact(text: str) -> None:
    article = read(text)
    assert (article.scores, article.ranks) == ((), ())


def test_a_leap_from_the_last_to_the_first_is_a_first_place() -> None:
    article = read(
        "IPM Kota Palu melonjak dari yang terendah ke yang tertinggi di Sulawesi Tengah."
    )
    assert [rank.position for rank in article.ranks] == [1]


def test_years_count_no_cities() -> None:
    article = read("IPM Bengkulu 2024 sebesar 73,1. Pada 2023 Kota Palu naik.")
    assert scores(article) == ["Provinsi Bengkulu ipm 73.1 2024"]
