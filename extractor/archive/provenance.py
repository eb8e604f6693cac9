"""What makes the records of a run, told before there is an extractor and without loading one."""

import hashlib
from importlib.metadata import version

from extractor.lexicon.resource import lexicon_digest
from extractor.links.weights import model_digest
from extractor.records import Provenance
from extractor.tokenizer import weights


def provenance() -> Provenance:
    """Return the provenance that every article of a run will have (raises ModelError)."""
    tokenizer = hashlib.sha256(weights.read(weights.default_path())).hexdigest()
    return Provenance(
        version=version("faktaberita"),
        model=model_digest(tokenizer)[:16],
        lexicon=lexicon_digest()[:16],
    )
