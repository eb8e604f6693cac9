"""Offices: their heads, the words that go on with them, and the words around them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal

from extractor.errors import LexiconError
from extractor.lexicon.own import own_words
from extractor.lexicon.resource import read_yaml
from extractor.lexicon.verbs import speech_words

FILE = "offices.yaml"
Class = Literal["region", "place", "whole", "national", "needy", "open"]


@dataclass(frozen=True)
class OfficeWords:
    """The lexicon of offices; `heads` and `acting` are as written, cues are lower case.

    `heads` tells of each head what may follow it. `short` holds the long form of short heads.
    `introducing` words stand before a person, the verbs of saying among them.
    """

    acting: frozenset[str]
    heads: dict[str, Class]
    short: dict[str, str]
    complement: frozenset[str]
    weak: frozenset[str]
    weak_behind: dict[str, frozenset[str]]
    shapes: re.Pattern[str]
    directions: frozenset[str]
    place_words: frozenset[str]
    connectors: frozenset[str]
    levels: frozenset[str]
    not_in_office: frozenset[str]
    former: frozenset[str]
    held_as: frozenset[str]
    listing: frozenset[str]
    possessed: frozenset[str]
    not_held: frozenset[str]
    named_after: frozenset[str]
    states: frozenset[str]
    bearers: frozenset[str]
    bearer_names: frozenset[str]
    place_openers: frozenset[str]
    members: frozenset[str]
    titled_heads: frozenset[str]
    title_prefixes: frozenset[str]
    capital_heads: frozenset[str]
    body_openers: frozenset[str]
    companies: frozenset[str]
    body_ends: frozenset[str]
    origins: frozenset[str]
    origin_words: frozenset[str]
    also: frozenset[str]
    links_back: frozenset[str]
    holding: frozenset[str]
    before_holding: frozenset[str]
    introducing: frozenset[str]
    pointing: frozenset[str]
    links_on: frozenset[str]
    furniture: frozenset[str]

    @cached_property
    def state_words(self) -> frozenset[str]:
        """The words of the names of states: "Timor", "Leste"."""
        return frozenset(word for state in self.states for word in state.split(" "))

    @cached_property
    def head_openers(self) -> frozenset[str]:
        """The first words of all heads: "Wali" of "Wali Kota"."""
        return frozenset(head.partition(" ")[0] for head in self.heads)


@cache
def office_words() -> OfficeWords:
    """Return the lexicon of offices (raises LexiconError when a list is missing or misshapen)."""
    data, own = read_yaml(FILE), own_words()
    try:
        return OfficeWords(
            acting=frozenset(data["acting"]),
            heads={
                head: kind
                for kinds in (data["heads"], own.heads)
                for kind, heads in kinds.items()
                for head in heads
            },
            short={**data["short"], **own.short},
            complement=frozenset(data["complement"]),
            weak=frozenset(data["weak"]),
            weak_behind={word: frozenset(of) for word, of in data["weak_behind"].items()},
            shapes=re.compile("|".join(data["complement_shapes"])),
            directions=frozenset(data["directions"]),
            place_words=frozenset(data["place_words"]),
            connectors=_lower(data["connectors"]),
            levels=frozenset(data["levels"]),
            not_in_office=_lower(data["not_in_office"]),
            former=_lower(data["former"]),
            held_as=_lower(data["held_as"]),
            listing=_lower(data["listing"]),
            possessed=_lower(data["possessed"]),
            not_held=_lower(data["not_held"]),
            named_after=_lower(data["named_after"]),
            states=frozenset(data["states"]),
            bearers=frozenset(data["bearers"]),
            bearer_names=frozenset(data["bearer_names"]),
            place_openers=frozenset(data["place_openers"]),
            members=frozenset(data["members"]),
            titled_heads=frozenset(data["titled_heads"]),
            title_prefixes=frozenset(data["title_prefixes"]),
            capital_heads=_lower(data["capital_heads"]),
            body_openers=frozenset(data["body_openers"]),
            companies=frozenset(data["companies"]),
            body_ends=frozenset(data["body_ends"]),
            origins=frozenset(data["origins"]),
            origin_words=frozenset(data["origin_words"]),
            also=_lower(data["also"]),
            links_back=_lower(data["links_back"]),
            holding=frozenset(data["holding"]),
            before_holding=frozenset(data["before_holding"]),
            introducing=_lower(data["introducing"]) | speech_words().bare | speech_words().passive,
            pointing=_lower(data["pointing"]),
            links_on=_lower(data["links_on"]),
            furniture=_lower(data["furniture"]),
        )
    except (KeyError, TypeError, AttributeError, re.error) as error:
        raise LexiconError(f"lexicon file {FILE}: missing or misshapen entry {error}") from error


def _lower(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.lower() for word in words)
