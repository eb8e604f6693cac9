"""Whether a text is Indonesian: a small model that lies in a package, no network."""

import re
from functools import cache
from typing import Any

from extractor.lexicon.indices import catalogue
from extractor.lexicon.regions import gazetteer

_ENOUGH = 4_000
# News of few words may look as Malay as Indonesian. Below this share it is surely something else.
_DOUBTFUL = 0.1
INDONESIAN = "id"
# Below so many letters a model guesses: of names and figures alone it makes Javanese.
_SHORT = 40
# So many of our own indices and regions outweigh the model in a text without sentences.
_OURS = 2
# News from Indonesia in English names them too, and the model knows English.
_ENGLISH = "en"
_LETTERS = re.compile(r"[^\W\d_]")
_WORDS = re.compile(r"[^\W_]+")
_LONGEST = 600


def other_language(text: str) -> str | None:
    """Return the ISO 639-1 code of the language of `text`, None when it may be Indonesian."""
    if len(_LETTERS.findall(text[:_ENOUGH])) < _SHORT and _is_latin(text):
        return None
    ranked = _identifier().rank(text[:_ENOUGH])
    first = str(ranked[0][0])
    share = next((float(share) for code, share in ranked if code == INDONESIAN), 0.0)
    if first == INDONESIAN or share >= _DOUBTFUL:
        return None
    if first != _ENGLISH and len(text) <= _LONGEST and _ours(text) >= _OURS:
        return None
    return first


def _is_latin(text: str) -> bool:
    return all(letter < "\u0250" for letter in _LETTERS.findall(text[:_ENOUGH]))


def _ours(text: str) -> int:
    """Return how many words of `text` are acronyms of indices or one-word names of regions."""
    acronyms, regions = _known()
    return sum(word in acronyms or word.lower() in regions for word in _WORDS.findall(text))


@cache
def _known() -> tuple[frozenset[str], frozenset[str]]:
    indices = catalogue()
    acronyms = {acronym for entry in indices.entries for acronym in entry.acronyms}
    names = {name[0] for name in gazetteer().names if len(name) == 1 and name[0].isalpha()}
    return frozenset(acronyms), frozenset(names)


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
