import re

import pytest

from extractor.tokenizer import StanzaTokenizer
from extractor.tokenizer.sentences import starts

# Tokens in a row; "_" joins a token to the one before it; "|" is a start the network has found.
REPAIRED = {
    "acronym": ("lewat VPN atau SFTP _. Koneksi lain", "lewat VPN atau SFTP _. | Koneksi lain"),
    "bracket": ("nilai 4,32 ( _baik _) _. Kota ini", "nilai 4,32 ( _baik _) _. | Kota ini"),
    "quote closes": (
        'disebut " _kerja sunyi _. _" Bupati',
        'disebut " _kerja sunyi _. _" | Bupati',
    ),
    "title": ("oleh Drs. | Amir", "oleh Drs. Amir"),
    "title with a full stop of its own": ("oleh Plt _. | Bupati", "oleh Plt _. Bupati"),
    "initial in a name": ("Wali Kota Hevearita G _. | Rahayu", "Wali Kota Hevearita G _. Rahayu"),
    "grade": ("meraih predikat A _. | Bupati senang", "meraih predikat A _. | Bupati senang"),
    "number": ("Perpres No. | 95", "Perpres No. | 95"),
    "several sentences in a quote": (
        '" _Kami siap _. | Mari mulai _, _" kata',
        '" _Kami siap _. Mari mulai _, _" kata',
    ),
    "bracketed sentence": ("( _Lihat tabel _. | Sumber BPS _)", "( _Lihat tabel _. Sumber BPS _)"),
    "quote never closed": ('" _Kami siap _. Mari mulai', '" _Kami siap _. | Mari mulai'),
    "stray closing mark": ("Kami siap _. _” Mari mulai", "Kami siap _. _” | Mari mulai"),
    "name before a dot com": ("di KOMPAS _. _Com", "di KOMPAS _. _Com"),
    "list number": ("2 _. Kota Palu", "2 _. Kota Palu"),
    "list number that the network ends": ("12. | Kota Palu", "12. Kota Palu"),
    "list letter": ("b _. Kota Palu", "b _. Kota Palu"),
    "number at the end": ("naik jadi 75 _. Kota Palu", "naik jadi 75 _. | Kota Palu"),
    "small letter": ("pukul 09.30 _. selesai", "pukul 09.30 _. selesai"),
    "network's own end": ("Benarkah _? | Tentu", "Benarkah _? | Tentu"),
}


def line(text: str) -> tuple[list[str], list[bool], list[bool]]:
    words: list[str] = []
    spaced: list[bool] = []
    begins: list[bool] = []
    begin = True
    for part in text.split():
        if part == "|":
            begin = True
            continue
        words.append(part.removeprefix("_"))
        spaced.append(bool(words[1:]) and not part.startswith("_"))
        begins.append(begin)
        begin = False
    return words, spaced, begins


@pytest.mark.parametrize(("given", "expected"), REPAIRED.values(), ids=REPAIRED)
def test_starts(given: str, expected: str) -> None:
    words, spaced, begins = line(given)
    assert starts(words, spaced, begins) == line(expected)[2]


NEWS = """
Berkas dikirim lewat VPN atau SFTP. | Koneksi lain ditutup sejak Juli. | Warga diminta maklum.
Penilaian dilakukan oleh BPS. | Hasilnya diumumkan bulan Mei. | Semua dinas hadir.
Kota Palu meraih nilai 4,32 (Memuaskan). | Tahun lalu nilainya 3,98.
Wali Kota Hevearita G. Rahayu hadir bersama Dr. H. Lukman, M.Si., dan Hj. Nur Aini.
Plt. Bupati Kendal Drs. Amir rapat di Jl. Merdeka No. 9, Senin (6/1/2025). | Rapat usai.
"Kami bersyukur. Tahun depan kami kejar lagi," kata Amir. | Ia lalu pamit.
Amir berkata, "Kami siap." | Warga bertepuk tangan.
“Nilainya naik,” ujar Siti, Kamis (9/1). | “Kami puas.”
JAKARTA, KOMPAS.com - Indeks SPBE naik menjadi 3,12. | Target tahun ini 3,5.
Inflasi tercatat 2,8 persen. | Angka itu di bawah target 3,1%.
""".strip().splitlines()


@pytest.mark.parametrize("text", NEWS, ids=range(len(NEWS)))
def test_sentences_of_news(tokenizer: StanzaTokenizer, text: str) -> None:
    doc = tokenizer(re.sub(r" \| ", " ", text))
    assert [sent.text for sent in doc.sents] == text.split(" | ")
