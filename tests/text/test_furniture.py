import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.text.furniture import furniture_lines

BODY = "Nilai kota itu naik tipis dibanding tahun lalu, kata kepala dinas."
FURNITURE = [
    "Baca juga: Kota siapkan pusat data",
    "BACA JUGA : Kota siapkan pusat data",
    "Baca: Menteri minta forum diperkuat",
    "Add new comment",
    "Tag: IMDI 2024, literasi digital",
    "Editor: Tim Redaksi",
    "Pewarta: Dimas",
    "Penulis: Sekar D.",
    "COPYRIGHT © KBN 2024",
    "Sumber gambar: dokumentasi dinas",
    "Simak berita selengkapnya ...",
    "1 2",
    "Opini Anda",
    "Bagikan:",
    "***",
]
TEXT = [
    BODY,
    "Jambi – Pemerintah kota naik kelas.",
    "Hasilnya sebagai berikut:",
    "Reporterase berlangsung lama.",
    "Sumber daya manusia: penting bagi layanan.",
    "2024 menjadi tahun penting.",
    "",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture(line: str) -> None:
    assert furniture_lines([BODY, line, BODY]) == {1}


@pytest.mark.parametrize("line", TEXT)
def test_body(line: str) -> None:
    assert furniture_lines([BODY, line, BODY]) == set()


def test_related_news_ends_the_article() -> None:
    assert furniture_lines([BODY] * 3 + ["Berita Terkait", "Jalan Rusak", "Reuni"]) == {3, 4, 5}


def test_heading_before_paragraphs_ends_nothing() -> None:
    assert furniture_lines(["Berita Terkait", BODY * 4, BODY * 4]) == {0}


@given(st.lists(st.text(max_size=30), max_size=6))
def test_any_text(lines: list[str]) -> None:
    assert furniture_lines(lines) <= set(range(len(lines)))
