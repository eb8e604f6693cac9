"""Numbers as they are written: signs, notes, full scores, ranges, words, glued text."""

import pytest

from tests.cases.told import findings, read, scores

# How the value of an inflation of -0.13 percent is written; each stands behind "Juli 2024".
SIGNS = [
    "minus 0,13 persen",
    "-0,13 persen",
    "−0,13 persen",
    "tercatat -0,13 persen",
    "tercatat −0,13 persen",
    "tercatat ‒0,13 persen",
    "tercatat —0,13 persen",
    "tercatat ﹣0,13 persen",
    "tercatat minus0,13 persen",
    "sebesar -0,13 persen",
    "sebesar minus 0,13 persen",
    "sebesar negatif 0,13 persen",
    "sebesar – 0,13 persen",
    "sebesar minus nol koma tiga belas persen",
    "sebesar 0,13 persen (deflasi)",
    ": -0,13%",
]
DEFLATIONS = [
    "Kota Jambi mengalami deflasi 0,13 persen pada Juli 2024.",
    "Kota Jambi mengalami deflasi sebesar minus 0,13 persen pada Juli 2024.",
    "Deflasi Kota Jambi Juli 2024 tercatat 0,13 persen.",
]
GROWTH = [
    "Pertumbuhan ekonomi Provinsi Bali pada 2020 minus 9,31 persen.",
    "Ekonomi Provinsi Bali tumbuh negatif 9,31 persen pada 2020.",
    "Ekonomi Provinsi Bali pada 2020 terkontraksi 9,31 persen.",
]
# No sign: the dash joins or encloses.
UNSIGNED = [
    "SPBE Kota Jambi-3,48, kata panitia.",
    "SPBE Kota Jambi - 3,48, kata panitia.",
    "Skor SPBE Kota Jambi -3,48- diumumkan.",
]
# Which value cannot be told: what is written, and the numbers that are told.
UNSETTLED = {
    "Inflasi Kota Jambi Juli 2024 sebesar (0,13) persen.": ["0,13"],
    "Inflasi Kota Jambi Juli 2024 (0,13) persen.": ["0,13"],
    "Inflasi Kota Jambi Juli 2024 tercatat min 0,13 persen.": ["0,13"],
    "Inflasi Kota Jambi Juli 2024 tercatat min0,13 persen.": ["0,13"],
    "Inflasi Kota Jambi antara -0,13 dan 0,22 persen.": ["-0,13", "0,22"],
    "Skor SPBE Kota Jambi antara 3,10 dan 3,40.": ["3,10", "3,40"],
    "Skor SPBE Kota Jambi antara 3,10 hingga 3,40.": ["3,10", "3,40"],
    "Skor SPBE Kota Jambi 3,10 - 3,40.": ["3,10", "3,40"],
    "Skor SPBE Kota Jambi 3,10–3,40.": ["3,10", "3,40"],
    "Skor SPBE Kota Jambi 3,10 ~ 3,40.": ["3,10", "3,40"],
    "Skor SPBE Kota Jambi 3,10 s.d. 3,40.": ["3,10", "3,40"],
    "Skor SPBE Kota Jambi 3,10 sampai dengan 3,40.": ["3,10", "3,40"],
    "Skor SPBE Kota Jambi >3,48.": ["3,48"],
    "Skor SPBE Kota Jambi ≥ 3,48.": ["3,48"],
    "Nilai SPBE Kota Jambi 4,3 2.": ["4,3"],
    "SPBE Kota Jambi 4,3 2": ["4,3"],
    "Nilai SPBE Kota Jambi 4,3 2 pada evaluasi itu.": ["4,3"],
}
# How the value 3.48 of SPBE is written; each stands behind "Kota Jambi".
FORMS = [
    *("3,48¹", "3,48²³", "3,48₁", "3,48ᵃ", "3,48*", "3,48*)", "3,48†", "3,48[1]", "3,48 [2]"),
    *("3,48/5", "3,48 / 5,00", "3,48 dari 5", "3,48 dari 5,00", "3,48 (dari 5)"),
    *("3,48 dari skala 5", "3,48 dari skala 1-5", "3,48 dari nilai maksimal 5", "3,48 dari 5 poin"),
    *("3,48 dari nilai tertinggi 5", "3,48 poin dari maksimum 5 poin", "3,48±0,2", "3,48 (±0,2)"),
    *("tiga koma empat delapan", "tiga koma empat puluh delapan", "3 koma 48", "3 koma 4 8"),
    *("３，４８", "３.４８", "3,48poin", "3 ,48", "3 , 48", "3, 48", "=3,48", ": 3,48"),
]
# Numbers that a scraper glued to their neighbours.
GLUED = {
    "IPM Kota Jambi tercatat80,1 dan naik.": ["Kota Jambi ipm 80.1 -"],
    "IPM Kota Jambi 80,1pada 2023.": ["Kota Jambi ipm 80.1 2023"],
    "IPM Kota Jambi 80,1Kota Padang 82,1": ["Kota Jambi ipm 80.1 -", "Kota Padang ipm 82.1 -"],
    "IPM Kota Jambi80,1, kata panitia.": ["Kota Jambi ipm 80.1 -"],
    "IPM 2023: 1. Kota Jambi 80,122. Kota Padang 79,103. Kota Medan 78,20": [
        "Kota Jambi ipm 80.12 2023",
        "Kota Medan ipm 78.20 2023",
        "Kota Padang ipm 79.10 2023",
    ],
    "Nilai UTBK: 1. SMA Titian 81,222. SMA Bakti 80,553. SMA Karya 79,20": [
        "SMA Bakti utbk 80.55 -",
        "SMA Karya utbk 79.20 -",
        "SMA Titian utbk 81.22 -",
    ],
}
# Two values in one token, and a third: all of them, whatever parts them.
MARKS = ";&→•·|\\=+°%"


@pytest.mark.parametrize("form", SIGNS)
def test_a_sign_in_any_form(form: str) -> None:
    article = read(f"Inflasi Kota Jambi Juli 2024 {form}.")
    assert scores(article) == ["Kota Jambi inflasi -0.13 2024-07"]


@pytest.mark.parametrize("text", DEFLATIONS)
def test_a_deflation_is_a_negative_inflation(text: str) -> None:
    assert scores(read(text)) == ["Kota Jambi inflasi -0.13 2024-07"]


@pytest.mark.parametrize("text", GROWTH)
def test_a_contraction_is_a_negative_growth(text: str) -> None:
    assert scores(read(text)) == ["Provinsi Bali pertumbuhan-ekonomi -9.31 2020"]


@pytest.mark.parametrize("text", UNSIGNED)
def test_a_dash_that_is_no_sign(text: str) -> None:
    assert scores(read(text)) == ["Kota Jambi spbe 3.48 -"]


@pytest.mark.parametrize("text", UNSETTLED)
def test_what_tells_no_one_value_is_a_finding(text: str) -> None:
    article = read(text)
    assert article.scores == ()
    assert findings(article) == [f"number-unlinked {number}" for number in UNSETTLED[text]]


@pytest.mark.parametrize("form", FORMS)
def test_notes_full_scores_words_and_stray_spaces(form: str) -> None:
    article = read(f"Kota Jambi mengumumkan hasil. Skor SPBE Kota Jambi {form} pada 2023.")
    assert scores(article) == ["Kota Jambi spbe 3.48 2023"]
    assert article.ranks == ()


def test_a_note_at_a_year() -> None:
    assert scores(read("Kota Jambi¹ meraih SPBE 3,48² pada 2023³.")) == [
        "Kota Jambi spbe 3.48 2023"
    ]


@pytest.mark.parametrize("text", GLUED)
def test_numbers_glued_to_words(text: str) -> None:
    assert scores(read(text)) == GLUED[text]


@pytest.mark.parametrize("mark", MARKS)
def test_values_in_one_token_cost_no_article(mark: str) -> None:
    article = read(f"IPM Kota Jambi 78,2{mark}80,1{mark} 81,3")
    assert [score.split()[-2] for score in scores(article)] == ["78.2", "80.1", "81.3"]


@pytest.mark.parametrize("mark", "><~")
def test_values_between_marks_of_bounds_are_told(mark: str) -> None:
    article = read(f"IPM Kota Jambi 78,2{mark}80,1{mark} 81,3")
    assert article.scores == ()
    assert len(article.findings) == 3


@pytest.mark.parametrize("text", ["SPBE 4,32/5", "IPM 80,12/100", "Skor SAKIP 71,2 pada 2023."])
def test_a_value_is_nobodys_where_nobody_is_named(text: str) -> None:
    article = read(text)
    assert scores(article) == []
    assert findings(article) != []
