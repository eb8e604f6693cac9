"""Lines that break off in the middle of a sentence, and those that end where they end."""

import pytest

from extractor.text.normalise import normalise
from tests.reader import reader

JOINED = [
    (
        "Skor tertinggi pada penilaian itu sebesar\n\n3,41 poin, kemudian 3,20",
        "Skor tertinggi pada penilaian itu sebesar 3,41 poin, kemudian 3,20",
    ),
    (
        "Penilaian itu dibacakan di\nKota Ternate\n, Senin, disaksikan para bupati.",
        "Penilaian itu dibacakan di Kota Ternate, Senin, disaksikan para bupati.",
    ),
    (
        "Dinas Kearsipan Rimba (\nDKR\n) membuka nilai dua kecamatan.",
        "Dinas Kearsipan Rimba (DKR) membuka nilai dua kecamatan.",
    ),
    (
        "Yang nilainya paling tinggi pada tahun penilaian itu sebuah kabu-\npaten baru.",
        "Yang nilainya paling tinggi pada tahun penilaian itu sebuah kabupaten baru.",
    ),
    (
        "Dua kabupaten di ujung timur pulau itu memperoleh masing-\nmasing 3,10 dan 2,95.",
        "Dua kabupaten di ujung timur pulau itu memperoleh masing-masing 3,10 dan 2,95.",
    ),
    (
        "• Nilai pelayanan kantor camat di kabupaten kepulauan itu\nmasih 7,25 poin.",
        "• Nilai pelayanan kantor camat di kabupaten kepulauan itu masih 7,25 poin.",
    ),
    (
        "Nilai tertinggi milik Kota Metro (3,41),\nKota Palu (3,20), dan Kota Bima (3,05).",
        "Nilai tertinggi milik Kota Metro (3,41), Kota Palu (3,20), dan Kota Bima (3,05).",
    ),
]
APART = [
    "Kategori Pendidikan Ekonomi Syariah\na. Riau\nb. Sumatera Barat",
    "Kategori Kota yang Dinilai Tahun Ini\n1. Kota Batam\n2. Kota Cirebon",
    "inflasi jambi\nharga cabai merah\nbank indonesia",
    "Warga mengeluhkan harga yang terus naik di pasar itu.\nbaca juga Harga Beras Turun",
    "GULIR UNTUK MELANJUTKAN BACAAN\nkata bupati, Senin.",
    "Provinsi\nJambi\n73,73\n74,36",
    "Nilai SPBE Kota Metro naik lagi tahun ini\nBupati belum puas",
    "Berikut urutannya:\nkota metro 3,41",
]


@pytest.mark.parametrize(("broken", "whole"), JOINED)
def test_a_sentence_goes_on_in_the_next_line(broken: str, whole: str) -> None:
    clean = normalise(broken)
    assert clean.text == whole
    assert normalise(whole).text == whole
    for at in range(len(whole)):
        start, end = clean.to_source(at, at + 1)
        assert whole[at] in (broken[start:end], " ")


@pytest.mark.parametrize("text", APART)
def test_lines_of_lists_tables_and_titles_stay(text: str) -> None:
    assert normalise(text).text == text


def test_a_value_in_the_next_line_keeps_its_sign() -> None:
    article = reader().extract(
        "Pada Mei 2023 deflasi terdalam dialami Kota Bima dengan angka sebesar\n"
        "\n0,62 persen, kemudian Kota Palopo 0,35 persen."
    )
    assert {(s.subject.code, str(s.value)) for s in article.scores} == {
        ("52.72", "-0.62"),
        ("73.73", "-0.35"),
    }
