import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.text.dateline import dateline

BODY = "Pemerintah kota setempat mencatat kenaikan nilai layanan pada tahun ini di semua dinas."
OPENINGS = {
    "Jambi – ": ("Jambi", None),
    "POSO– ": ("POSO", None),
    "SAMARINDA - ": ("SAMARINDA", None),
    "Mataram (Lensa Rinjani) – ": ("Mataram", "Lensa Rinjani"),
    "Jakarta (NUSAPERS) - ": ("Jakarta", "NUSAPERS"),
    "KUPANG, SUARACENDANA.COM – ": ("KUPANG", "SUARACENDANA.COM"),
    "PALU, lintasteluk | ": ("PALU", "lintasteluk"),
    "KOTA KEDIRI, SUARABRANTAS.com - ": ("KOTA KEDIRI", "SUARABRANTAS.com"),
    "SINARWARTA.CO, PADANG -- ": ("PADANG", "SINARWARTA.CO"),
    "Lampungraya.co, Bandar Lampung - ": ("Bandar Lampung", "Lampungraya.co"),
    "KULON PROGO, SEPEKAN.ID — ": ("KULON PROGO", "SEPEKAN.ID"),
    "Lensa Rinjani, Mataram - ": ("Mataram", "Lensa Rinjani"),
    "LENSA RINJANI, Kota Mataram – ": ("Kota Mataram", "LENSA RINJANI"),
    "(Lensa Rinjani) Mataram - ": ("Mataram", "Lensa Rinjani"),
    "LENSA.COM, MATARAM- ": ("MATARAM", "LENSA.COM"),
    "Jakarta, 7/8 (LENSA) - ": ("Jakarta", "LENSA"),
    "Jakarta, (Lensa) - ": ("Jakarta", "Lensa"),
    "Jakarta (LENSA) : ": ("Jakarta", "LENSA"),
    "BOGOR || ": ("BOGOR", None),
    "**JAKARTA** - ": ("JAKARTA", None),
    "KARIMUN, LENSA.CO:": ("KARIMUN", "LENSA.CO"),
    "MATARAM, LENSA.com -": ("MATARAM", "LENSA.com"),
    "SEMARANG-": ("SEMARANG", None),
    "JAKARTA - ": ("JAKARTA", None),
    "BANDUNG, OUTLET.com –": ("BANDUNG", "OUTLET.com"),
    "LENSA.COM, Kota Mataram ": ("Kota Mataram", "LENSA.COM"),
    "Mataram: ": ("Mataram", None),
    "MALANG : ": ("MALANG", None),
}
NO_DATELINE = {
    "headline": "Rapor SAKIP - Masih B",
    "plain": BODY,
    "furniture": f"Baca juga: Jambi – {BODY}",
    "name": "Kepala Dinas Pendidikan, Rahmat, mengatakan nilai itu naik - meski tipis - dari 70.",
    "empty": "",
    "no place that is known": f"LENSA.COM, Sabtu {BODY}",
    "a label": f"Kota Mataram: {BODY}",
    "a label with its value": "Mataram: 4,1 persen, naik dari 3,9 persen",
    "an office before a colon": f"Rektor: {BODY}",
    "middle of the text": f"{BODY * 2}\n{BODY * 2}\nJambi – {BODY}",
    "table far down": "Baris\n" * 12 + f"Peringkat | Kota | {BODY}",
}


@pytest.mark.parametrize("opening", OPENINGS)
def test_reads(opening: str) -> None:
    lines = ["Judul Berita Naik", "", opening + BODY]
    found = dateline(lines)
    assert found is not None
    assert (found.place, found.publisher) == OPENINGS[opening]
    assert "\n".join(lines)[found.start : found.end] == found.place


def test_reads_a_line_of_its_own() -> None:
    found = dateline(["Judul", "DENPASAR, BaliPagi", BODY])
    assert found is not None
    assert (found.place, found.publisher) == ("DENPASAR", "BaliPagi")


@pytest.mark.parametrize("case", NO_DATELINE)
def test_is_not_fooled_by(case: str) -> None:
    assert dateline(NO_DATELINE[case].split("\n")) is None


@given(st.lists(st.text(max_size=60), max_size=4))
def test_place_is_where_it_says(lines: list[str]) -> None:
    found = dateline(lines)
    assert found is None or "\n".join(lines)[found.start : found.end] == found.place
