"""Words that a comparison of known and predicted facts looks through."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache

from extractor.errors import LexiconError
from extractor.lexicon.resource import read_yaml


@dataclass(frozen=True, slots=True)
class ComparingWords:
    """`month_parts` ("awal") make a date vague; `levels` ("provinsi") stand before a region.

    `towns` ("kota") may stand before a town's name, `class_heads` ("kategori") and `governments`
    ("pemerintah") before a class, `scope_heads` ("wilayah") before a scope; `class_words` mean
    another word of a class ("pemkot" is "kota").
    """

    month_parts: frozenset[str]
    levels: frozenset[str]
    towns: frozenset[str]
    class_heads: frozenset[str]
    governments: frozenset[str]
    scope_heads: frozenset[str]
    class_words: Mapping[str, str]


@cache
def comparing_words() -> ComparingWords:
    """Return the words of `comparing.yaml` (raises LexiconError when an entry is no plain word)."""
    content = read_yaml("comparing.yaml")
    names = [field.name for field in fields(ComparingWords)]
    lists = {name: content.get(name) or [] for name in names}
    for name, words in lists.items():
        if not words or any(not isinstance(w, str) or w != w.casefold().strip() for w in words):
            raise LexiconError(f"comparing.yaml: {name} must be a list of lower-case words")
    class_words = dict(lists.pop("class_words"))
    sets = {name: frozenset(words) for name, words in lists.items()}
    return ComparingWords(**sets, class_words=class_words)
