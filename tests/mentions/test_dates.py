from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from extractor.mentions.calendar import parse_day, reference_date, spoken, windows
from extractor.mentions.dates import Dates, shapes
from extractor.mentions.dates.resolve import resolve
from extractor.mentions.dates.stated import Part, Stated
from extractor.mentions.kinds import DateMention
from models.annotated import Example
from tests.mentions.annotated import cases, check
from tests.mentions.calendar_pipeline import nlp

DATES = Dates()
WORDS = (
    "Senin ( ) 4/1/2025 31/12 Mei Desember 2024 - 5 , hingga kemarin “ Jumat awal 99/99/9999 ² İ"
)
PIECES = st.lists(st.sampled_from([*WORDS.split(), '"', "\n"])).map(" ".join)


@pytest.mark.parametrize("line", cases("dates"))
def test_annotated_line(line: Example) -> None:
    check(line, nlp(), DateMention)


REFERENCES = {
    "published": ("Rabu, 11 September 2024", "2025-01-04", date(2025, 1, 4)),
    "published_with_time": ("", "2025-01-04T08:00:00+07:00", date(2025, 1, 4)),
    "line": ("Judul\nRabu, 11 September 2024 | 08:20 WIB\nIsi.", None, date(2024, 9, 11)),
    "dashed_line": ("Judul\n- Minggu, 24 Juli 2022 | 19:45 WIB", None, date(2022, 7, 24)),
    "saying": ("Surat 5 Mei 2020 dibahas, Selasa (15/2/2022).", None, date(2022, 2, 15)),
    "none": ("Surat tertanggal 5 Mei 2020 dibahas.", None, None),
    "broken": ("Tidak ada.", "kemarin", None),
    "no_such_day": ("Selasa (31/2/2022)", None, None),
}


@pytest.mark.parametrize("case", REFERENCES)
def test_reference_date(case: str) -> None:
    text, published, expected = REFERENCES[case]
    doc = nlp().make_doc(text)
    if published:
        doc.user_data["published"] = published
    assert reference_date(doc) == expected


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_day_is_parsed(day: date) -> None:
    assert parse_day(day.day, day.month, day.year) == day


@pytest.mark.parametrize("day", [(31, 2, 2024), (29, 2, 2023), (1, 13, 2024), (0, 1, 2024)])
def test_no_other_day_is(day: tuple[int, int, int]) -> None:
    assert parse_day(*day) is None


@given(st.dates(date(1990, 1, 1), date(2090, 12, 31)), st.integers(-300, 60))
def test_a_missing_year_brings_the_day_back(reference: date, away: int) -> None:
    day = date.fromordinal(reference.toordinal() + away)
    stated = Stated(0, 1, Part(day.month, day.day))
    found = resolve(stated, reference)
    assert found == (day, day)


def test_speech_ends_with_its_paragraph() -> None:
    text = "“Satu “dua” tiga” empat\n“lima\nenam"
    assert [text[start:end] for start, end in spoken(text)] == ["“Satu “dua” tiga", "“lima"]


@given(PIECES | st.text())
def test_any_text(text: str) -> None:
    doc = Doc(nlp().vocab, words=[text or "x"], spaces=[False])
    doc.user_data["published"] = "2024-08-07"
    for mention in DATES.find(doc):
        assert mention.first is not None
        assert mention.last is not None
        assert mention.first <= mention.last


@given(PIECES | st.text())
def test_dates_do_not_overlap(text: str) -> None:
    found = shapes.find(text, bytearray(len(text)), windows(text))
    assert all(one.end <= two.start for one, two in pairwise(found))
