"""The weights file: where it lies and what is read from it."""

from pathlib import Path

from extractor.errors import ModelError

_NAME = "id_news.pt"
_REMEDY = "reinstall faktaberita, or name a Stanza tokenizer model with path="


def default_path() -> Path:
    """Return the path of the model that ships with faktaberita.

    An installed package carries it beside this file, a source checkout in `models/`.
    """
    installed = Path(__file__).with_name(_NAME)
    checkout = Path(__file__).parents[2] / "models" / _NAME
    return checkout if checkout.exists() and not installed.exists() else installed


def read(path: Path) -> bytes:
    """Return the bytes of the model file `path` (raises ModelError when it cannot be read)."""
    try:
        return path.read_bytes()
    except OSError as error:
        reason = (
            "is missing" if isinstance(error, FileNotFoundError) else f"is unreadable ({error})"
        )
        raise ModelError(f"the tokenizer model {path} {reason}: {_REMEDY}") from error


def damaged(source: str, reason: str) -> ModelError:
    """Return the error that says that the model from `source` cannot be used."""
    return ModelError(
        f"the tokenizer model {source} is damaged or of another kind ({reason}): {_REMEDY}"
    )
