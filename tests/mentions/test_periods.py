import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from extractor.mentions.kinds import PeriodMention
from extractor.mentions.periods import Periods
from models.annotated import Example
from tests.mentions.annotated import cases, check
from tests.mentions.calendar_pipeline import nlp

PERIODS = Periods()
ISO = re.compile(r"|\d{4}(-\d\d)?(/\d{4}(-\d\d)?)?")
WORDS = (
    "2024 2018 tahun setahun dua lalu sebelumnya hingga - / triwulan semester II IV Nomor 95 Tahun"
    " © ini ² İ"
)
PIECES = st.lists(st.sampled_from([*WORDS.split(), "\n"])).map(" ".join)


@pytest.mark.parametrize("line", cases("periods"))
def test_annotated_line(line: Example) -> None:
    check(line, nlp(), PeriodMention)


def test_year_inside_a_day_needs_the_dates() -> None:
    doc = nlp().make_doc("Diteken pada 31 Desember 2024.")
    assert [period.iso for period in PERIODS.find(doc)] == ["2024"]


@given(PIECES | st.text())
def test_any_text(text: str) -> None:
    doc = Doc(nlp().vocab, words=[text or "x"], spaces=[False])
    doc.user_data["published"] = "2024-08-07"
    found = PERIODS.find(doc)
    assert len(found) <= 1
    assert all(ISO.fullmatch(period.iso) for period in found)
    assert all(bool(period.iso) != (period.relative is not None) for period in found)
