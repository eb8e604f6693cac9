"""Quotations and names with odd marks, glued words and capitals behind them."""

import pytest

from tests.cases.told import findings, read

OFFICE = "Wali Kota Jambi Maulana"
# Who said what: the text, and the words spoken; it is always Maulana.
SAID = {
    f'Lalu {OFFICE} berkata."Kami siap."': ["Kami siap."],
    f'"Kami siap".kata {OFFICE}.': ["Kami siap"],
    f'{OFFICE}: "Kami siap."': ["Kami siap."],
    f'"Kami siap,"kata {OFFICE}.': ["Kami siap"],
    f'"Kami siap."Kata {OFFICE}.': ["Kami siap."],
    f'{OFFICE} mengatakan: "Kami bersyukur".': ["Kami bersyukur"],
    f"'Kami bersyukur atas Jum'at berkah ini,' ujar {OFFICE}.": [
        "Kami bersyukur atas Jum'at berkah ini"
    ],
    f"‘Kami bersyukur atas Jum’at berkah ini,’ ujar {OFFICE}.": [
        "Kami bersyukur atas Jum’at berkah ini"
    ],
    f"'Ma'af, kami siap sejak Jum'at lalu,' kata {OFFICE}.": ["Ma'af, kami siap sejak Jum'at lalu"],
    f"„Kami siap,“ kata {OFFICE}.": ["Kami siap"],
    f"``Kami siap,'' kata {OFFICE}.": ["Kami siap"],
    f"‘’Kami siap,’’ kata {OFFICE}.": ["Kami siap"],
    f"‘Kami siap,” kata {OFFICE}.": ["Kami siap"],
    f"'Kami siap,\" kata {OFFICE}.": ["Kami siap"],
    f"“Kami siap, “ kata {OFFICE}.": ["Kami siap"],
    f"” Kami siap,” kata {OFFICE}.": ["Kami siap"],
    f"{OFFICE} berkata,” Kami siap.”": ["Kami siap."],
    f"{OFFICE} hadir. ” Kami siap,” imbuhnya.": ["Kami siap"],
    f"{OFFICE} hadir. “Kami siap. Semua warga senang”.": ["Kami siap. Semua warga senang"],
    "Maulana berkata: “Kami siap bekerja untuk warga.”": ["Kami siap bekerja untuk warga."],
    "Maulana berkata: “Kami siap bekerja.” “Semua warga senang,” imbuhnya.": [
        "Kami siap bekerja.",
        "Semua warga senang",
    ],
    f'Menurut {OFFICE}, "Kami siap."': ["Kami siap."],
    "Menurut Maulana, “Kami siap bekerja.”": ["Kami siap bekerja."],
    'Maulana, Wali Kota Jambi: "Kami siap."': ["Kami siap."],
    'Maulana (Wali Kota Jambi): "Kami siap."': ["Kami siap."],
    f'{OFFICE} hadir. "Kami siap bekerja," imbuhnya.': ["Kami siap bekerja"],
    f'"Kami siap," kata {OFFICE}.Ia pun pergi.': ["Kami siap"],
}
# A single name with capitals behind it that are no degrees.
CAPITALS = {
    'Pj Gubernur Aceh Safrizal ZA hadir. "Kami siap," kata Safrizal.': "Safrizal ZA",
    'Bupati Gowa Adnan HD hadir. "Kami siap," katanya.': "Adnan HD",
    'Bupati Bungo Mashuri MS hadir. "Kami siap," kata Mashuri MS.': "Mashuri MS",
    'Wali Kota Palopo Judas A hadir. "Kami siap," katanya.': "Judas A",
}
GLUED = {
    "Anggota DPR RIFelly Estelita hadir di Manado.": ("Felly Estelita", "Anggota DPR RI"),
    "Wali KotaCimahi Ngatiyana membuka acara.": ("Ngatiyana", "Wali Kota Cimahi"),
    "Bupati GarutSyakur Amin membuka acara.": ("Syakur Amin", "Bupati Garut"),
    "BupatiGarut Syakur Amin membuka acara.": ("Syakur Amin", "Bupati Garut"),
    "Gubernur Jawa TengahAhmad Luthfi hadir.": ("Ahmad Luthfi", "Gubernur Jawa Tengah"),
}


@pytest.mark.parametrize("text", SAID)
def test_a_quotation_with_odd_marks(text: str) -> None:
    article = read(text)
    assert [quote.text for quote in article.quotes] == SAID[text]
    assert {(quote.kind, quote.speaker) for quote in article.quotes} == {("direct", "Maulana")}
    assert findings(article) == []


@pytest.mark.parametrize("text", CAPITALS)
def test_a_single_name_with_capitals_behind_it(text: str) -> None:
    article = read(text)
    assert [official.name for official in article.officials] == [CAPITALS[text]]
    assert [quote.speaker for quote in article.quotes] == [CAPITALS[text]]


@pytest.mark.parametrize("text", GLUED)
def test_an_official_in_glued_words(text: str) -> None:
    assert [(one.name, one.office) for one in read(text).officials] == [GLUED[text]]


# Who speaks, where a headline or initials stand between: the text, and the speaker of each quote.
SPEAKERS = {
    "Camat Poso Rina Lamato hadir.\nBaca: Harga Kopi Naik, Warga Kota Mengeluh\n"
    '"Kami siap," katanya.': ["Rina Lamato"],
    "Harga Kopi Naik, Warga Kota Minta Bantuan\n\n"
    'Camat Poso Rina Lamato hadir. "Kami siap," katanya.': ["Rina Lamato"],
    'Bupati Poso Muhammad Lamaru hadir. "Kami siap," kata M. Lamaru.': ["Muhammad Lamaru"],
    'Bupati Poso Muhammad Lamaru hadir. "Kami siap," kata M Lamaru.': ["Muhammad Lamaru"],
    '"Kami siap," kata Bupati Poso Drs HM Lamaru.': ["Lamaru"],
}


@pytest.mark.parametrize("text", SPEAKERS)
def test_the_speaker_beside_headlines_and_initials(text: str) -> None:
    assert [quote.speaker for quote in read(text).quotes] == SPEAKERS[text]


def test_a_sentence_glued_to_a_speaker() -> None:
    article = read('"Kami siap menata pasar," kata Rosa.Penertiban itu dimulai Senin.')
    assert [quote.speaker for quote in article.quotes] == ["Rosa"]
    article = read("Jalan di Palangka RayaUntuk sementara ditutup.")
    assert [region.code for region in article.regions] == ["62.71"]


def test_an_office_in_brackets_is_no_publisher() -> None:
    article = read("Rina Lestari (Bupati Jember): jembatan itu dibuka Senin.")
    assert [region.code for region in article.regions] == ["35.09"]
    assert [official.name for official in article.officials] == ["Rina Lestari"]
