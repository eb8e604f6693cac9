"""The component `fakta_organisations`: annotated lines."""

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from extractor.mentions import organisations, regions, spans
from extractor.mentions.kinds import OrganisationMention
from extractor.tokenizer import StanzaTokenizer
from tests.examples import Example
from tests.mentions.annotated import cases, check


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = Language()
    pipeline.tokenizer = StanzaTokenizer(pipeline.vocab)
    pipeline.add_pipe("fakta_regions")
    pipeline.add_pipe("fakta_organisations")
    return pipeline


@pytest.mark.parametrize("line", cases("organisations"))
def test_annotated_line(line: Example, nlp: Language) -> None:
    check(line, nlp, OrganisationMention)


def test_the_office_of_a_body_in_a_region_is_not_the_body(nlp: Language) -> None:
    doc = nlp("Kantor cabang BPS Sleman tutup, tetapi BPS meraih 90,1.")
    assert [mention.start for mention in spans.read(doc, OrganisationMention)] == [
        [token.text for token in doc].index("BPS", 4)
    ]


def test_a_body_keeps_the_first_name_that_the_article_gives(nlp: Language) -> None:
    doc = nlp("Kementerian Sosial (Kemensos) meraih 80. Tahun lalu Kemensos meraih 70.")
    names = [mention.name for mention in spans.read(doc, OrganisationMention)]
    assert names == ["Kementerian Sosial", "Kementerian Sosial"]


def test_an_empty_document_has_none() -> None:
    vocab = Language().vocab
    assert organisations.Organisations(vocab).find(Doc(vocab, words=[])) == []
    assert regions.Regions().find(Doc(vocab, words=[])) == []
