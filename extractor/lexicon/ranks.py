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
    ordering: Words
    rest: Words
    extents: Words
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
    after_that: Words
    below: Words
    above: Words
    under: Words
    over: Words
    behind: Words
    behind_goes_on: Words
    bare_scopes: Words
    bare_others: Words
    near: Words
    presents: Words
    completing: Words
    remaining: Words
    closing: Words
    now: Words
    orders: Words
    moves: Words
    further_levels: Words
    turns_to: Words
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
    leaving: Words
    negation_reach: int
    hope_reach: int
    purposes: Words
    hope_reset: Words
    attaining: Words
    awaiting: Words
    reaching: Words
    adverbs: Words
    efforts: Words
    goes_on: Words
    conditions: Words
    viewing: Words
    others: Words
    qualified: Words
    holding: Words
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
    qualifiers: Words
    all_of: dict[str, int]
    levels_of: dict[str, str]
    universes: dict[str, list[int]]
    category_heads: Words
    class_leads: Words
    honours: Words
    column_heads: Words
    category_stops: Words

    def ends_class(self, word: str) -> bool:
        """Whether `word` stands behind the words of a class: `kategori kota | se-Indonesia`."""
        return word in self.category_stops or word.startswith("se-")

    @property
    def heads(self) -> frozenset[str]:
        """Return the words that a number of a place stands behind."""
        return self.nouns | self.prize_nouns | self.finishes

    def resets(self, words: Sequence[str], at: int) -> bool:
        """Whether the lower-case word at `at` tells what has come about: `kini`, `berhasil`.

        Not `jika berhasil`, and not `agar kini`.
        """
        return words[at] in self.hope_reset and not self._is_purpose(words, at)

    def attains(self, words: Sequence[str], at: int) -> bool:
        """Whether a verb of attaining stands at `at`: `menempati`, not `untuk menempati`."""
        return words[at] in self.attaining and not self._is_purpose(words, at)

    def is_awaited(self, words: Sequence[str], at: int) -> bool:
        """Whether the verb at `at` is still to come: `akan menempati`, `siap kembali meraih`."""
        return words[at] in self.holding and self._is_still_to_come(words, at)

    def is_due(self, words: Sequence[str], at: int) -> bool:
        """Whether the verb at `at` brings a level that is still to come: `harus mencapai 80`."""
        return words[at] in self.reaching and self._is_still_to_come(words, at)

    def _is_still_to_come(self, words: Sequence[str], at: int) -> bool:
        ahead = at - 1
        while ahead >= 0 and words[ahead] in self.adverbs:
            ahead -= 1
        return ahead >= 0 and words[ahead] in self.awaiting

    def hopes_at(self, words: Sequence[str], at: int) -> bool:
        """Whether somebody hopes at `at`: not `harapan hidup`."""
        following = words[at + 1] if at + 1 < len(words) else ""
        return words[at] in self.hopes and following not in self.hope_pseudo

    def denies(self, words: Sequence[str], at: int) -> bool:
        """Whether it is denied at `at`: not `belum beranjak dari`, which is there still."""
        if words[at] not in self.negations:
            return False
        left = words[at + 1] in self.leaving if at + 1 < len(words) else False
        return not (left and "dari" in words[at + 2 : at + 3])

    def is_other(self, words: Sequence[str], at: int) -> bool:
        """Whether what no index tells is ranked by the word at `at`: not `penduduk miskin`."""
        following = words[at + 1] if at + 1 < len(words) else ""
        return words[at] in self.others and following not in self.qualified

    def supposes(self, words: Sequence[str], at: int) -> bool:
        """Whether a condition opens at `at`: not `Kalau digabung, inflasi Rimba 0,4 persen`.

        What is only viewed, summed or split is so whether it is viewed or not.
        """
        return words[at] in self.conditions and self.viewing.isdisjoint(words[at + 1 : at + 2])

    def _is_purpose(self, words: Sequence[str], at: int) -> bool:
        ahead = at - 2 if at and words[at - 1] == "kembali" else at - 1
        return ahead >= 0 and (words[ahead] in self.purposes or words[ahead] in self.conditions)


@cache
def rank_words() -> RankWords:
    """Return the lexicon of ranks (raises LexiconError when an entry is missing or unknown)."""
    try:
        return RankWords.model_validate(read_yaml(FILE))
    except ValidationError as error:
        raise LexiconError(f"lexicon file {FILE}: {error}") from error
