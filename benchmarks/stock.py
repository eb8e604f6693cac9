"""Stanza as it comes, with the project's weights: what the extraction is compared with."""

import tempfile
from pathlib import Path

import stanza

from extractor.tokenizer.weights import default_path


def pipeline() -> stanza.Pipeline:
    """Return Stanza's own pipeline of nothing but its tokenizer."""
    folder = Path(tempfile.mkdtemp(prefix="stanza-"))
    (folder / "resources.json").write_text("{}")
    return stanza.Pipeline(
        "id",
        dir=str(folder),
        processors="tokenize",
        tokenize_model_path=str(default_path()),
        download_method=None,
        allow_unknown_language=True,
        use_gpu=False,
        verbose=False,
    )
