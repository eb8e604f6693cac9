import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from extractor.mentions.indices import Indices
from extractor.mentions.indices.spelling import abbreviates, one_slip, slipped_acronym
from extractor.mentions.kinds import IndexMention
from models.annotated import Example
from tests.mentions.annotated import cases, check
from tests.mentions.indexed import nlp

COMPONENT = Indices()
BLANK = spacy.blank("id")


@pytest.mark.parametrize("line", cases("indices"))
def test_annotated_line(line: Example) -> None:
    check(line, nlp(), IndexMention)


@pytest.mark.parametrize(
    ("acronym", "words", "expected"),
    [
        ("IKS", "Indeks Ketahanan Sosial", True),
        ("IPKD", "Indeks Pengelolaan Keuangan Daerah", True),
        ("KUB", "Kelompok Usaha Bersama", True),
        ("IKS", "Indeks Pembangunan Manusia", False),
        ("IPM", "Kota Bandung", False),
        ("IDI", "", False),
    ],
)
def test_abbreviates(acronym: str, words: str, expected: bool) -> None:
    assert abbreviates(acronym, words.split()) is expected


@pytest.mark.parametrize(
    "word", ["integritas", "intgritas", "intergritas", "inetgritas", "intepritas"]
)
def test_one_slip(word: str) -> None:
    assert one_slip(word, "integritas") is (word != "integritas")


@pytest.mark.parametrize("word", ["integ", "intergrotas", "integritaslah"])
def test_more_than_one_slip(word: str) -> None:
    assert not one_slip(word, "integritas")


@pytest.mark.parametrize(
    ("word", "expected"), [("SBPE", True), ("SPEB", True), ("SPBD", False), ("IPM", False)]
)
def test_four_letters_may_only_be_swapped(word: str, expected: bool) -> None:
    assert slipped_acronym(word, "SPBE") is expected


def test_the_nearest_definition_before_counts() -> None:
    text = (
        "Indeks Kualitas Lahan (IKL) naik. IKL itu 79,9.\n"
        "Indeks Ketahanan Lingkungan (IKL) turun. IKL ini 0,6."
    )
    ids = [mention.id for mention in COMPONENT.find(BLANK(text))]
    assert ids == ["ikl-lahan", "ikl-lahan", "ikl-ketahanan", "ikl-ketahanan"]


def test_a_huge_token_is_no_index() -> None:
    assert COMPONENT.find(Doc(BLANK.vocab, words=["indeks", "A" * 100_000])) == []


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(["indeks", "(", "IPP", ")", "Sosial", "SPBE", "\n", "—", "é", "3,4"]))
)
def test_any_text_gives_mentions_apart_and_in_order(words: list[str]) -> None:
    doc = BLANK(" ".join(words))
    found = COMPONENT.find(doc)
    bounds = [place for mention in found for place in (mention.start, mention.end)]
    assert bounds == sorted(bounds)
    assert found == COMPONENT.find(doc)


def test_a_headline_gives_only_names_that_the_body_gives() -> None:
    text = (
        "Indeks Daya Pulih Pesisir Melonjak Tajam Sekali\n"
        "Pemprov menghitung Indeks Daya Pulih Pesisir sejak lama untuk warga."
    )
    ids = [mention.id for mention in COMPONENT.find(BLANK(text))]
    assert ids == ["indeks-daya-pulih-pesisir"] * 2
