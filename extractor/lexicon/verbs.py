"""Verbs of saying, and the words that stand around a speaker."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property

from extractor.errors import LexiconError
from extractor.lexicon.resource import read_yaml

FILE = "verbs.yaml"


@dataclass(frozen=True)
class SpeechWords:
    """The lexicon of saying; every word is lower case but `roles`.

    `bare` verbs stand before the speaker ("kata Ani"), `active` ones after ("Ani menambahkan"),
    `pointing_back` are the bare and passive ones with -nya ("katanya"), `closing` stand for a verb
    ("demikian Ani").
    """

    bare: frozenset[str]
    pointing_back: frozenset[str]
    active: frozenset[str]
    passive: frozenset[str]
    according: frozenset[str]
    pronouns: frozenset[str]
    fillers: frozenset[str]
    unnamed: frozenset[str]
    appositions: frozenset[str]
    pointing: frozenset[str]
    nicknamed: frozenset[str]
    closing: frozenset[str]
    called: frozenset[str]
    relations: frozenset[str]
    documents: frozenset[str]
    posted: frozenset[str]
    circumstances: frozenset[str]
    openers: frozenset[str]
    roles: frozenset[str]

    @cached_property
    def leading(self) -> frozenset[str]:
        """What the speaker stands behind: "kata", "dijelaskan", "menurut", "demikian"."""
        return self.bare | self.passive | self.according | self.closing

    @cached_property
    def attributing(self) -> frozenset[str]:
        """What attributes a saying to whoever stands behind, or to somebody told before."""
        return self.bare | self.passive | self.according | self.pointing_back | {"menurutnya"}


@cache
def speech_words() -> SpeechWords:
    """Return the lexicon of saying (raises LexiconError when a list is missing or misshapen)."""
    data = read_yaml(FILE)
    try:
        lists = {name: _lower(words) for name, words in data.items()}
        pointing_back = frozenset(verb + "nya" for verb in lists["bare"] | lists["passive"])
        lists["roles"] = frozenset(data["roles"])
        return SpeechWords(pointing_back=pointing_back, **lists)
    except (KeyError, TypeError, AttributeError) as error:
        raise LexiconError(f"lexicon file {FILE}: missing or misshapen entry {error}") from error


def _lower(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.lower() for word in words)
