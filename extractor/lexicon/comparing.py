"""Words that a comparison of known and predicted facts looks through."""

from dataclasses import dataclass
from functools import cache

from extractor.errors import LexiconError
from extractor.lexicon.resource import read_yaml


@dataclass(frozen=True, slots=True)
class ComparingWords:
    """`month_parts` ("awal") make a date vague; `levels` ("provinsi") stand before a region."""

    month_parts: frozenset[str]
    levels: frozenset[str]


@cache
def comparing_words() -> ComparingWords:
    """Return the words of `comparing.yaml` (raises LexiconError when an entry is no plain word)."""
    content = read_yaml("comparing.yaml")
    lists = {name: content.get(name, []) for name in ("month_parts", "levels")}
    for name, words in lists.items():
        if not words or any(not isinstance(w, str) or w != w.casefold().strip() for w in words):
            raise LexiconError(f"comparing.yaml: {name} must be a list of lower-case words")
    return ComparingWords(frozenset(lists["month_parts"]), frozenset(lists["levels"]))
