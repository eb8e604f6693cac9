"""Words around a person's name: honorifics, ranks, degrees, noble titles, given names."""

import re
from dataclasses import dataclass
from functools import cache

from extractor.errors import LexiconError
from extractor.lexicon.resource import read_yaml

FILE = "names.yaml"


@dataclass(frozen=True)
class NameWords:
    """The lexicon of names; words are lower case unless said otherwise.

    `given`, `noble`, `articles`, `birth_order` and `not_names` are as written: their letter case
    tells a name from a word. `ranks` holds each rank as a tuple of words. Degrees are without
    full stops.
    """

    honorifics: frozenset[str]
    dotted_honorifics: frozenset[str]
    bare_honorifics: frozenset[str]
    courtesies: frozenset[str]
    ranks: frozenset[tuple[str, ...]]
    arms: frozenset[str]
    degrees: frozenset[str]
    noble: frozenset[str]
    articles: frozenset[str]
    birth_order: frozenset[str]
    particles: frozenset[str]
    given: frozenset[str]
    not_names: frozenset[str]
    abbreviations: frozenset[str]


@cache
def name_words() -> NameWords:
    """Return the lexicon of names (raises LexiconError when a list is missing or misshapen)."""
    data = read_yaml(FILE)
    try:
        return NameWords(
            honorifics=_lower(data["honorifics"]),
            dotted_honorifics=_lower(data["dotted_honorifics"]),
            bare_honorifics=_lower(data["bare_honorifics"]),
            courtesies=_lower(data["courtesies"]),
            ranks=frozenset(tuple(rank.lower().split()) for rank in data["ranks"]),
            arms=frozenset(re.sub(r"[()]", "", word).lower() for word in data["arms"]),
            degrees=_lower(data["degrees"]),
            noble=_exact(data["noble"]),
            articles=_exact(data["articles"]),
            birth_order=_exact(data["birth_order"]),
            particles=_lower(data["particles"]),
            given=_exact(data["given"]),
            not_names=_exact(data["not_names"]),
            abbreviations=_lower(data["abbreviations"]),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise LexiconError(f"lexicon file {FILE}: missing or misshapen entry {error}") from error


def _lower(words: list[str]) -> frozenset[str]:
    return frozenset(word.lower() for word in words)


def _exact(words: list[str]) -> frozenset[str]:
    if not all(isinstance(word, str) and word for word in words):
        raise TypeError(f"a word that is no text among {words[:3]}")
    return frozenset(words)
