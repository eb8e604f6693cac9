import pytest
from spacy.vocab import Vocab

from extractor.tokenizer import StanzaTokenizer


@pytest.fixture(scope="session")
def tokenizer() -> StanzaTokenizer:
    return StanzaTokenizer(Vocab())
