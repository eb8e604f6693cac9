"""Lines that break off in the middle of a sentence, and those that end where they end."""

import pytest

from extractor.text.normalise import normalise
from tests.reader import reader

JOINED = [
    (
        "Deflasi terdalam tercatat di Kota Tual sebesar\n\n1,45 persen, kemudian Ambon",
        "Deflasi terdalam tercatat di Kota Tual sebesar 1,45 persen, kemudian Ambon",
    ),
    (
        "Penilaian itu dibacakan di\nKota Ternate\n, Senin, disaksikan para bupati.",
        "Penilaian itu dibacakan di Kota Ternate, Senin, disaksikan para bupati.",
    ),
    (
        "Badan Pusat Statistik (\nBPS\n) mengumumkan inflasi dua kota.",
        "Badan Pusat Statistik (BPS) mengumumkan inflasi dua kota.",
    ),
    (
        "Kabupaten yang nilainya paling tinggi tahun itu ada di Sula-\nwesi Utara.",
        "Kabupaten yang nilainya paling tinggi tahun itu ada di Sulawesi Utara.",
    ),
    (
        "Dua kabupaten di ujung timur pulau itu memperoleh masing-\nmasing 3,10 dan 2,95.",
        "Dua kabupaten di ujung timur pulau itu memperoleh masing-masing 3,10 dan 2,95.",
    ),
    (
        "• Persentase penduduk miskin bulan Maret di kota itu\ntercatat 6,81 persen.",
        "• Persentase penduduk miskin bulan Maret di kota itu tercatat 6,81 persen.",
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
    "SCROLL TO CONTINUE WITH CONTENT\nkata bupati, Senin.",
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
        "Dari 82 kota, deflasi terdalam pada Juli 2018 ada di Kota Tual sebesar\n"
        "\n1,45 persen, kemudian Kota Lhokseumawe 0,84 persen."
    )
    assert {(s.subject.code, str(s.value)) for s in article.scores} == {
        ("81.72", "-1.45"),
        ("11.73", "-0.84"),
    }
