"""The whole pipeline, made once for all tests of components that read one another."""

from functools import cache

from spacy.language import Language

from extractor.pipeline import make_nlp


@cache
def nlp() -> Language:
    """Return the pipeline."""
    return make_nlp()
