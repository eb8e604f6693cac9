"""What makes the records of a run, told before there is an extractor."""

import hashlib
from importlib.metadata import version

from extractor.records import Provenance


def provenance() -> Provenance:
    """Return the provenance that every article of a run will have (raises ModelError)."""
    from extractor.extraction import lexicon_digest
    from extractor.tokenizer import weights

    model = hashlib.sha256(weights.read(weights.default_path())).hexdigest()
    return Provenance(
        version=version("faktaberita"), model=model[:16], lexicon=lexicon_digest()[:16]
    )
