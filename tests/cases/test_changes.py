"""Periods of what changed: the year of one value is never that of the other."""

import pytest

from tests.cases.told import findings, ranks, read, scores

# Published on 2024-12-10. "-" is a period that the text does not tell.
CHANGES = {
    "IPM Kota Jambi naik dari 80,05 menjadi 80,93 pada 2023.": ["80.05 -", "80.93 2023"],
    "IPM Kota Jambi turun dari 80,93 ke 80,05 pada 2023.": ["80.05 2023", "80.93 -"],
    "Pada 2023 IPM Kota Jambi naik dari 80,05 menjadi 80,93.": ["80.05 -", "80.93 2023"],
    "IPM Kota Jambi tahun 2023 naik dari 80,05 menjadi 80,93.": ["80.05 -", "80.93 2023"],
    "IPM Kota Jambi (2023) naik dari 80,05 menjadi 80,93.": ["80.05 -", "80.93 2023"],
    "IPM Kota Jambi naik dari 80,05 menjadi 80,93 (2023).": ["80.05 -", "80.93 2023"],
    "IPM Kota Jambi 2023 80,93, naik dari 80,05 tahun sebelumnya.": ["80.05 2022", "80.93 2023"],
    "IPM Kota Jambi meningkat dari 80,05 (tahun 2022) menjadi 80,93.": ["80.05 2022", "80.93 -"],
    "IPM Kota Jambi mencapai 80,93, naik dari 80,05 pada 2022.": ["80.05 2022", "80.93 -"],
    "IPM Kota Jambi mencapai 80,93, lebih tinggi dari tahun 2022 yang hanya 80,05.": [
        "80.05 2022",
        "80.93 -",
    ],
    "IPM Kota Jambi meningkat menjadi 80,93 pada 2023 dari 80,05.": ["80.05 -", "80.93 2023"],
    "IPM Kota Jambi 80,93 pada 2023, sebelumnya 80,05.": ["80.05 -", "80.93 2023"],
    "IPM Kota Jambi pada 2023 sebesar 80,93 dibanding 80,05 pada 2022.": [
        "80.05 2022",
        "80.93 2023",
    ],
    "IPM Kota Jambi tahun ini 80,93, tahun lalu 80,05.": ["80.05 2023", "80.93 2024"],
    "IPM Kota Jambi 80,93 tahun ini. Pada 2022 angkanya 80,05.": ["80.05 2022", "80.93 2024"],
    "IPM Kota Jambi melonjak dari hanya 80,05 menjadi 80,93 tahun ini.": [
        "80.05 -",
        "80.93 2024",
    ],
    "IPM Kota Jambi naik lebih dari 0,3 poin.": [],
    "IPM Kota Jambi 80,93. Tahun lalu angkanya 80,05.": ["80.05 2023", "80.93 -"],
    "IPM Kota Jambi tahun lalu 80,05, kini 80,93.": ["80.05 2023", "80.93 -"],
    "IPM Kota Jambi meningkat dari 80,05 pada tahun lalu menjadi 80,93.": [
        "80.05 2023",
        "80.93 -",
    ],
}


# The year that a value is only compared with is not its own, and not what the article is about.
COMPARED = {
    "IPM Kota Palu 82,10, naik dibanding tahun 2022.": ["82.10 -"],
    "IPM Kota Palu sebesar 82,10, meningkat 0,4 poin dibanding tahun 2022.": ["82.10 -"],
    "IPM Kota Palu sebesar 82,10, lebih tinggi daripada tahun 2022.": ["82.10 -"],
    "IPM Kota Palu 82,10, lebih baik ketimbang capaian 2021.": ["82.10 -"],
    "IPM Kota Palu 82,10 atau naik dari tahun 2021.": ["82.10 -"],
    "IPM Kota Palu naik menjadi 82,10 dari tahun 2021.": ["82.10 -"],
    "Dibanding tahun 2021, IPM Kota Palu naik menjadi 82,10.": ["82.10 -"],
    "Jika dibandingkan dengan tahun 2021, IPM Kota Palu naik menjadi 82,10.": ["82.10 -"],
    "Dibanding tahun 2022, IPM Kota Palu pada 2023 naik menjadi 82,10.": ["82.10 2023"],
    "IPM Kota Palu 82,10, naik dibandingkan 2022 (81,70).": ["81.70 2022", "82.10 -"],
    "IPM Kota Palu 82,10, naik dibandingkan 2022 yang sebesar 81,70.": ["81.70 2022", "82.10 -"],
    "IPM Kota Palu 82,10 pada 2023, naik dibanding tahun 2022.": ["82.10 2023"],
    "IPM Kota Palu 82,10, terus naik sejak 2019.": ["82.10 -"],
    "Sejak 2019 IPM Kota Palu terus naik hingga 82,10.": ["82.10 -"],
}
# A word or the other value's year says that a value is of another time.
TURNS = {
    "IPM Kota Palu 82,10 pada 2023. Sebelumnya, angkanya 81,70.": ["81.70 -", "82.10 2023"],
    "IPM Kota Palu 82,10 pada 2023. Sebelumnya nilainya hanya 81,70.": ["81.70 -", "82.10 2023"],
    "IPM Kota Palu 82,10 pada 2023. Semula, angkanya 81,70.": ["81.70 -", "82.10 2023"],
    "IPM Kota Palu 82,10 pada 2023. Sebelumnya, pada 2022, angkanya 81,70.": [
        "81.70 2022",
        "82.10 2023",
    ],
    "IPM Kota Palu 82,10 pada 2023. Tahun sebelumnya, angkanya 81,70.": [
        "81.70 2022",
        "82.10 2023",
    ],
    "Pada 2023 IPM Kota Palu 82,10 yang sebelumnya 81,70.": ["81.70 -", "82.10 2023"],
    "Kota Palu yang tahun lalu meraih IPM 81,70 kini meraih 82,10.": ["81.70 2023", "82.10 -"],
    "Kota Palu yang pada 2022 meraih IPM 81,70 kini memperoleh 82,10.": ["81.70 2022", "82.10 -"],
    "Tahun lalu IPM Kota Palu 81,70. Kini angkanya 82,10.": ["81.70 2023", "82.10 -"],
    "IPM Kota Palu 82,10, sedangkan pada 2022 81,70.": ["81.70 2022", "82.10 -"],
    "IPM Kota Palu 82,10, sementara pada 2022 sebesar 81,70.": ["81.70 2022", "82.10 -"],
    "IPM Kota Palu 82,10 dan pada 2022 81,70.": ["81.70 2022", "82.10 -"],
    "IPM Kota Palu 82,10. Pada 2022 angkanya 81,70.": ["81.70 2022", "82.10 -"],
    "IPM Kota Palu naik dari tahun 2021 sebesar 81,70 menjadi 82,10.": ["81.70 2021", "82.10 -"],
}
# The same of places, on SPBE.
MOVES = {
    "Peringkat SPBE Kota Palu naik dari 15 menjadi 13 pada 2023.": ["13 2023", "15 -"],
    "Peringkat SPBE Kota Palu turun dari peringkat 4 menjadi peringkat 9 pada 2024.": [
        "4 -",
        "9 2024",
    ],
    "Kota Palu naik dari peringkat 15 pada 2022 menjadi 13 pada 2023 dalam SPBE.": [
        "13 2023",
        "15 2022",
    ],
    "Kota Palu yang tahun lalu di posisi 15 kini di posisi 13 SPBE.": ["13 -", "15 2023"],
    "Kota Palu tahun lalu di peringkat 20, sekarang di peringkat 17 dalam SPBE.": [
        "17 -",
        "20 2023",
    ],
    "Kota Palu yang pada 2022 di posisi 8 kini di posisi 5 SPBE.": ["5 -", "8 2022"],
    "Pada 2024 Kota Palu yang semula di posisi 9 kini di posisi 4 dalam SPBE.": ["4 2024", "9 -"],
    "Kota Palu dulu di posisi 9, sekarang di posisi 4 dalam SPBE 2023.": ["4 2023", "9 -"],
    "Kota Palu menempati peringkat 4 SPBE 2023, sebelumnya peringkat 9.": ["4 2023", "9 -"],
    "Kota Palu menempati peringkat 4 SPBE 2023. Sebelumnya, Kota Palu di peringkat 9.": [
        "4 2023",
        "9 -",
    ],
    "Kota Palu menempati peringkat 4 SPBE 2023. Tahun sebelumnya peringkat 9.": [
        "4 2023",
        "9 2022",
    ],
    "Kota Palu menempati peringkat 5 SPBE, naik dibanding tahun 2022.": ["5 -"],
}


@pytest.mark.parametrize("text", CHANGES)
def test_each_value_of_a_change_has_its_own_period(text: str) -> None:
    article = read(text, "2024-12-10")
    assert scores(article) == [f"Kota Jambi ipm {told}" for told in CHANGES[text]]
    assert findings(article) == []


@pytest.mark.parametrize("text", COMPARED)
def test_a_year_that_is_only_compared_with(text: str) -> None:
    article = read(text)
    assert scores(article) == [f"Kota Palu ipm {told}" for told in COMPARED[text]]
    assert findings(article) == []


@pytest.mark.parametrize("text", TURNS)
def test_a_value_of_another_time(text: str) -> None:
    article = read(text)
    assert scores(article) == [f"Kota Palu ipm {told}" for told in TURNS[text]]
    assert findings(article) == []


@pytest.mark.parametrize("text", MOVES)
def test_each_place_of_a_move_has_its_own_period(text: str) -> None:
    article = read(text)
    assert ranks(article) == [f"Kota Palu spbe {told}" for told in MOVES[text]]
    assert findings(article) == []


def test_an_inflation_beside_that_of_another_month() -> None:
    article = read("Inflasi Kota Palu 0,21 persen, sedangkan pada Juni 2024 0,30 persen.")
    assert scores(article) == ["Kota Palu inflasi 0.21 -", "Kota Palu inflasi 0.30 2024-06"]


def test_two_bases_of_one_month_are_no_conflict() -> None:
    article = read("Inflasi Kota Palu Juli 2024 0,21 persen (mtm) dan 2,1 persen (yoy).")
    told = sorted((str(score.value), score.basis) for score in article.scores)
    assert told == [("0.21", "mtm"), ("2.1", "yoy")]
    assert findings(article) == []
