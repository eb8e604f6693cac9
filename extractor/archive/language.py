"""Whether a text is Indonesian: a small model that lies in a package, no network."""

from functools import cache
from typing import Any

_ENOUGH = 4_000
# News of few words may look as Malay as Indonesian. Below this share it is surely something else.
_DOUBTFUL = 0.1
INDONESIAN = "id"


def other_language(text: str) -> str | None:
    """Return the ISO 639-1 code of the language of `text`, None when it may be Indonesian."""
    ranked = _identifier().rank(text[:_ENOUGH])
    first = str(ranked[0][0])
    share = next((float(share) for code, share in ranked if code == INDONESIAN), 0.0)
    return first if first != INDONESIAN and share < _DOUBTFUL else None


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
