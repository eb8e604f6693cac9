"""Dates and periods alone behind the tokenizer: what their tests need and no more."""

from functools import cache

import spacy
from spacy.language import Language

from extractor.mentions import dates, periods  # noqa: F401 (importing a component registers it)
from extractor.tokenizer import StanzaTokenizer


@cache
def nlp() -> Language:
    """Return the pipeline."""
    pipeline = spacy.blank("id")
    pipeline.tokenizer = StanzaTokenizer(pipeline.vocab)
    pipeline.add_pipe("fakta_dates")
    pipeline.add_pipe("fakta_periods")
    return pipeline
