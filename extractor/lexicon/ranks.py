"""Words that make a rank: ordinals, superlatives, scopes, hopes."""

from functools import cache
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from extractor.errors import LexiconError
from extractor.lexicon.resource import read_yaml

FILE = "ranks.yaml"

Words = Annotated[frozenset[str], BeforeValidator(lambda words: frozenset(map(str, words)))]


class RankWords(BaseModel):
    """The lexicon of ranks; every word is lower case."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    source: str
    nouns: Words
    cardinal_nouns: Words
    prize_nouns: Words
    ordinals: dict[str, int]
    teen: str
    cardinals: dict[str, int]
    best: Words
    worst: Words
    most_best: Words
    most_worst: Words
    most_last: Words
    last_places: Words
    crowns: Words
    tops: Words
    lists: Words
    next: Words
    then: Words
    below: str
    hopes: Words
    negations: Words
    negation_reach: int
    hope_reach: int
    hope_reset: Words
    growth: Words
    growth_nouns: Words
    levels: Words
    grade_nouns: Words
    scopes: dict[str, Words]
    country: Words
    locatives: Words
    areas: Words
    islands: Words
    among: Words
    among_fillers: Words
    members: Words
    member_categories: dict[str, str]
    universes: dict[str, list[int]]
    category_heads: Words
    category_stops: Words


@cache
def rank_words() -> RankWords:
    """Return the lexicon of ranks (raises LexiconError when an entry is missing or unknown)."""
    try:
        return RankWords.model_validate(read_yaml(FILE))
    except ValidationError as error:
        raise LexiconError(f"lexicon file {FILE}: {error}") from error
