"""Words that make a rank: ordinals, superlatives, scopes, hopes."""

from collections.abc import Sequence
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
    finishes: Words
    nouns: Words
    cardinal_nouns: Words
    floors: Words
    places: Words
    most_places: Words
    leads: Words
    lead_after: Words
    consolations: Words
    winners: int
    undersides: Words
    amounts: Words
    further: Words
    lead_lists: Words
    prize_nouns: Words
    ordinals: dict[str, int]
    cardinals: dict[str, int]
    directions: dict[str, str]
    best: Words
    worst: Words
    most_best: Words
    most_worst: Words
    most_last: Words
    last: Words
    less: Words
    crowned: Words
    between: Words
    distances: Words
    spanned: Words
    one_of: Words
    phrases: dict[str, int]
    summits: Words
    crowns: Words
    general: Words
    tops: Words
    lists: Words
    next: Words
    rows: Words
    then: Words
    below: Words
    above: Words
    under: Words
    over: Words
    near: Words
    presents: Words
    now: Words
    orders: Words
    moves: Words
    times: Words
    laws: Words
    records: Words
    record_frames: Words
    record_spans: Words
    record_counts: Words
    price_nouns: Words
    leaders: Words
    fronts: Words
    markets: Words
    bare_nouns: Words
    move_ends: Words
    hopes: Words
    hope_pseudo: Words
    leads_in: Words
    takes: Words
    nobody: Words
    negations: Words
    negation_reach: int
    hope_reach: int
    purposes: Words
    hope_reset: Words
    growth: Words
    growth_nouns: Words
    levels: Words
    grade_nouns: Words
    scopes: dict[str, Words]
    averages: Words
    country: Words
    happens: Words
    frames: Words
    locatives: Words
    areas: Words
    area_names: Words
    kept_areas: Words
    islands: dict[str, list[str]]
    among: Words
    among_fillers: Words
    members: Words
    all_of: dict[str, int]
    levels_of: dict[str, str]
    universes: dict[str, list[int]]
    category_heads: Words
    category_stops: Words

    @property
    def heads(self) -> frozenset[str]:
        """Return the words that a number of a place stands behind."""
        return self.nouns | self.prize_nouns | self.finishes

    def resets(self, words: Sequence[str], at: int) -> bool:
        """Whether the lower-case word at `at` ends a hope: `kini meraih`, not `untuk meraih`."""
        if words[at] not in self.hope_reset:
            return False
        before = at - 2 if at and words[at - 1] == "kembali" else at - 1
        return before < 0 or words[before] not in self.purposes


@cache
def rank_words() -> RankWords:
    """Return the lexicon of ranks (raises LexiconError when an entry is missing or unknown)."""
    try:
        return RankWords.model_validate(read_yaml(FILE))
    except ValidationError as error:
        raise LexiconError(f"lexicon file {FILE}: {error}") from error
