import pytest
import spacy

from extractor.tokenizer import StanzaTokenizer


@pytest.fixture(scope="session")
def tokenizer() -> StanzaTokenizer:
    nlp = spacy.blank("id", config={"nlp": {"tokenizer": {"@tokenizers": "fakta_stanza"}}})
    assert isinstance(nlp.tokenizer, StanzaTokenizer)
    return nlp.tokenizer
