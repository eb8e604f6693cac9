"""The component `fakta_regions`: annotated lines and what must hold of any text."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractor.lexicon.regions import gazetteer
from extractor.mentions import spans
from extractor.mentions.kinds import RegionMention
from extractor.mentions.regions import Regions
from extractor.tokenizer import StanzaTokenizer
from tests.examples import Example
from tests.mentions.annotated import cases, check


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = Language()
    pipeline.tokenizer = StanzaTokenizer(pipeline.vocab)
    pipeline.add_pipe("fakta_regions")
    return pipeline


@pytest.mark.parametrize("line", cases("regions"))
def test_annotated_line(line: Example, nlp: Language) -> None:
    check(line, nlp, RegionMention)


def codes(text: str, nlp: Language) -> list[str]:
    return [mention.code for mention in spans.read(nlp(text), RegionMention)]


def test_a_dateline_behind_a_headline_is_the_city(nlp: Language) -> None:
    text = (
        "Warga Sambut Layanan Baru\n"
        "BENGKULU, lembarwarga | Layanan antar dokumen mulai berjalan di seluruh kelurahan."
    )
    assert codes(text, nlp) == ["17.71"]


def test_the_paper_in_the_dateline_is_no_region(nlp: Language) -> None:
    text = "PALU (Pos Sulteng) – Layanan antar dokumen mulai berjalan di seluruh kelurahan kota."
    assert codes(text, nlp) == ["72.71"]


def test_a_name_does_not_reach_over_a_line_break(nlp: Language) -> None:
    assert codes("Warga menanti kabar dari Papua\nBarat daya tarik wisata.", nlp) == ["91"]


def test_provinces_in_the_article_make_a_namesake_of_the_city_a_province(nlp: Language) -> None:
    text = "1. Banten (49,1)\n2. Bali (48,0)\n3. Jawa Tengah (47,4)\n4. Yogyakarta (47,1)"
    assert codes(text, nlp)[-1] == "34"


def test_namesakes_in_two_provinces_follow_the_province_named(nlp: Language) -> None:
    assert codes("Warga Banjar di Kalimantan Selatan menunggu.", nlp) == ["63.03", "63"]


@pytest.fixture(scope="module")
def component() -> Regions:
    return Regions()


@pytest.fixture(scope="module")
def vocab() -> Vocab:
    return Language().vocab


@pytest.mark.parametrize("code", sorted(gazetteer().regions))
def test_every_official_name_is_read_back(code: str, component: Regions, vocab: Vocab) -> None:
    words = f"Data {gazetteer().regions[code].name} terbit".split()
    found = component.find(Doc(vocab, words=words))
    assert [mention.code for mention in found] == [code]


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                [*"-/.,()\n'", "Kota", "Kabupaten", "dan", "Bandung", "se-", "Jambi", "(Pemkot)"]
            ),
            st.text(min_size=1, max_size=6).filter(lambda text: not text.isspace()),
        ),
        max_size=20,
    )
)
def test_any_text_gives_the_same_mentions_apart(
    component: Regions, vocab: Vocab, words: list[str]
) -> None:
    doc = Doc(vocab, words=words)
    found = component.find(doc)
    assert found == component.find(doc)
    assert all(m.start < m.end <= len(doc) and m.code in gazetteer().regions for m in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_a_huge_token_is_passed_over(component: Regions, vocab: Vocab) -> None:
    doc = Doc(vocab, words=["Kota", "B" * 100_000, "Bandung"])
    assert [mention.start for mention in component.find(doc)] == [2]
