"""What people call the levels of those that facts belong to: `kabupaten` is a regency."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from extractor.errors import LexiconError
from extractor.lexicon.resource import read_yaml

_FILE = "levels.yaml"
LEVELS = ("province", "regency", "city", "locality", "country", "organisation")


@dataclass(frozen=True, slots=True)
class LevelWords:
    """`shown` is the word of each level in tables, `levels` the level of each word."""

    shown: Mapping[str, str]
    levels: Mapping[str, str]


@cache
def level_words() -> LevelWords:
    """Return the words (raises LexiconError when the file breaks its rules)."""
    content = read_yaml(_FILE)
    if list(content) != list(LEVELS) or not all(content.values()):
        raise LexiconError(f"lexicon file {_FILE}: the levels are not {', '.join(LEVELS)}")
    pairs = [(str(word), level) for level in LEVELS for word in (level, *content[level])]
    levels = dict(pairs)
    if len(levels) != len(pairs):
        raise LexiconError(f"lexicon file {_FILE}: a word stands twice")
    return LevelWords({level: content[level][0] for level in LEVELS}, levels)
