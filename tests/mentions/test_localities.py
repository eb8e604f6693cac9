"""The component `fakta_localities`: annotated lines, and any text at all."""

from functools import cache

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from extractor.mentions import localities, spans
from extractor.mentions.kinds import LocalityMention
from models.annotated import Example
from tests.mentions.annotated import cases, check
from tests.mentions.pipeline import nlp

_WORDS = (
    "Kecamatan Kec. Desa kampung Gubeng Ngawi Sentani Maumere Kota dan Sungai Sikabu-Kabu 2 , . -"
)
_PIECES = st.sampled_from([*_WORDS.split(), "Kabupaten", "Blitar", "’", "\n", "\n\n", "é"])


@pytest.mark.parametrize("line", cases("localities"))
def test_annotated_line(line: Example) -> None:
    check(line, nlp(), LocalityMention)


def test_it_works_alone() -> None:
    alone = spacy.blank("id")
    alone.add_pipe("fakta_localities")
    doc = alone("Warga Kecamatan Banjarsari dan Kota Watampone meraih nilai 80 tahun ini.")
    found = [(m.name, m.code, m.region) for m in spans.read(doc, LocalityMention)]
    # No region is known to the pipeline: of several districts of the name none is taken.
    assert found == [("Kecamatan Banjarsari", "", ""), ("Watampone", "", "73.08")]


def test_a_name_of_a_district_and_a_village_stays_open_without_its_class() -> None:
    doc = nlp()("Desa Weru di Kecamatan Weru, Kabupaten Sukoharjo, menang. Nilai Weru tinggi.")
    names = [mention.name for mention in spans.read(doc, LocalityMention)]
    assert names == ["Desa Weru", "Kecamatan Weru"]


def test_no_name_runs_over_a_line() -> None:
    doc = nlp()("Mereka tinggal di Desa Tamanjaya\nSukabumi Raya menang dua kali tahun ini.")
    assert [mention.name for mention in spans.read(doc, LocalityMention)] == ["Desa Tamanjaya"]


@settings(max_examples=60, deadline=None)
@given(st.lists(_PIECES, max_size=25))
def test_any_words_give_mentions_in_order_and_apart(pieces: list[str]) -> None:
    doc = _alone().make_doc(" ".join(pieces))
    reached = 0
    for mention in localities.Localities().find(doc):
        assert reached <= mention.start < mention.end <= len(doc)
        assert mention.name
        assert mention.code[:5] in ("", mention.region)
        reached = mention.end


@cache
def _alone() -> Language:
    return spacy.blank("id")
