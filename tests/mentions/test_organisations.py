"""The component `fakta_organisations`: annotated lines."""

from functools import cache

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from extractor.mentions import organisations, regions, spans
from extractor.mentions.kinds import OrganisationMention
from models.annotated import Example
from tests.mentions.annotated import cases, check

_WORDS = (
    "Dinas Kesehatan Badan dan PT Polres SMA Negeri 2 Kota Tegal KPK Komisi Universitas ( ) UMM"
)
_PIECES = st.sampled_from([*_WORDS.split(), ",", "-", ".", "dr.", "Tbk", "\n", "Kelas", "I"])


COMPONENTS = ("fakta_regions", "fakta_organisations")


@pytest.mark.parametrize("line", cases("organisations"))
def test_annotated_line(line: Example, nlp: Language) -> None:
    check(line, nlp, OrganisationMention)


def test_a_branch_in_a_region_is_another_body_than_the_whole(nlp: Language) -> None:
    doc = nlp("Kantor cabang BPS Sleman tutup, tetapi BPS meraih 90,1.")
    found = [(mention.name, mention.region) for mention in spans.read(doc, OrganisationMention)]
    assert found == [("BPS Sleman", "34.04"), ("BPS", "")]


def test_a_body_has_the_fullest_name_that_the_article_gives(nlp: Language) -> None:
    doc = nlp("Kementerian Sosial (Kemensos) meraih 80. Tahun lalu Kemensos meraih 70.")
    names = [mention.name for mention in spans.read(doc, OrganisationMention)]
    assert names == ["Kementerian Sosial", "Kementerian Sosial"]


def test_the_fullest_name_may_come_last(nlp: Language) -> None:
    doc = nlp("KPK meraih 80. Nilai Komisi Pemberantasan Korupsi naik.")
    names = {mention.name for mention in spans.read(doc, OrganisationMention)}
    assert names == {"Komisi Pemberantasan Korupsi"}


def test_an_office_without_place_is_the_nearest_one_before(nlp: Language) -> None:
    doc = nlp("Inspektorat Kota Tegal 3,1. Inspektorat Kota Blitar 3,2. Inspektorat senang.")
    names = [mention.name for mention in spans.read(doc, OrganisationMention)]
    assert names == ["Inspektorat Kota Tegal", *["Inspektorat Kota Blitar"] * 2]


def test_an_acronym_with_a_numeral_behind_is_another_company(nlp: Language) -> None:
    doc = nlp("PT Kebun Raya Nusantara III (PTKN) untung. PTKN XII rugi, PTKN tumbuh.")
    names = [mention.name for mention in spans.read(doc, OrganisationMention)]
    assert names == ["PT Kebun Raya Nusantara III"] * 2


def test_no_name_runs_over_a_line(nlp: Language) -> None:
    doc = nlp("Nilai tertinggi diraih Dinas Kesehatan\nKota Tegal menyusul dengan 80.")
    names = [mention.name for mention in spans.read(doc, OrganisationMention)]
    assert names == ["Dinas Kesehatan"]


def test_it_works_alone() -> None:
    alone = spacy.blank("id")
    alone.add_pipe("fakta_organisations")
    doc = alone("Dinas Kesehatan Kota Tegal dan Kementerian Sosial (Kemensos) meraih 80.")
    found = [(mention.name, mention.region) for mention in spans.read(doc, OrganisationMention)]
    assert found == [("Dinas Kesehatan Kota Tegal", "33.76"), ("Kementerian Sosial", "")]


@cache
def _alone() -> tuple[Language, organisations.Organisations]:
    blank = spacy.blank("id")
    return blank, organisations.Organisations(blank.vocab)


@settings(max_examples=60, deadline=None)
@given(st.lists(_PIECES, max_size=25))
def test_any_words_give_mentions_in_order_and_apart(pieces: list[str]) -> None:
    blank, component = _alone()
    doc = blank.make_doc(" ".join(pieces))
    reached = 0
    for mention in component.find(doc):
        assert reached <= mention.start < mention.end <= len(doc)
        assert mention.name
        reached = mention.end


def test_an_empty_document_has_none() -> None:
    vocab = Language().vocab
    assert organisations.Organisations(vocab).find(Doc(vocab, words=[])) == []
    assert regions.Regions().find(Doc(vocab, words=[])) == []
