"""The spaCy pipeline: Stanza's tokens, then one component for each kind of mention."""

from pathlib import Path

import spacy
from spacy.language import Language

from extractor.mentions import (  # noqa: F401 (importing a component registers it)
    aspects,
    dates,
    ents,
    foreign,
    indices,
    localities,
    numbers,
    officials,
    organisations,
    periods,
    predicates,
    quotes,
    ranks,
    regions,
)
from extractor.tokenizer import StanzaTokenizer

COMPONENTS = (
    "fakta_regions",
    "fakta_indices",
    "fakta_organisations",
    "fakta_localities",
    "fakta_foreign",
    "fakta_aspects",
    "fakta_predicates",
    "fakta_dates",
    "fakta_periods",
    "fakta_ranks",
    "fakta_numbers",
    "fakta_officials",
    "fakta_quotes",
)
"""In this order: each may read what those before it wrote."""


def make_nlp(model: str | Path | None = None) -> Language:
    """Return the pipeline; `model` names other Stanza weights than those of the package.

    Raises ModelError when the weights are missing or damaged.
    """
    # Named in the config, so that `spacy.load` finds it for a pipeline that was written to disk.
    nlp = spacy.blank("id", config={"nlp": {"tokenizer": {"@tokenizers": "fakta_stanza"}}})
    if model is not None:
        nlp.tokenizer = StanzaTokenizer(nlp.vocab, model)
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp
