"""The pipeline of the three components that read names of indices, and nothing else."""

from functools import cache

import spacy
from spacy.language import Language

from extractor.mentions import aspects, indices, predicates  # noqa: F401 (registers them)
from extractor.tokenizer import StanzaTokenizer


@cache
def nlp() -> Language:
    """Return the pipeline."""
    made = spacy.blank("id")
    made.tokenizer = StanzaTokenizer(made.vocab)
    for name in ("fakta_indices", "fakta_aspects", "fakta_predicates"):
        made.add_pipe(name)
    return made
