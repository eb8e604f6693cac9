"""Words that tie mentions together."""

from functools import cache, cached_property

from pydantic import BaseModel, ConfigDict, ValidationError

from extractor.errors import LexiconError
from extractor.lexicon.ranks import Words
from extractor.lexicon.resource import read_yaml

FILE = "links.yaml"


class LinkWords(BaseModel):
    """The lexicon of links; every word is lower case."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    source: str
    joins: Words
    ands: Words
    apart: Words
    beside: list[str]
    series: Words
    join_nouns: Words
    anaphor_nouns: dict[str, str]
    governments: Words
    levels: Words
    demonstratives: Words
    others: Words
    subdistricts: Words
    counted: Words
    among: Words
    plural: Words
    parts: Words
    amounting: Words
    components: Words
    commodities: Words
    movers: Words
    existing: Words
    counts: Words
    wholes: Words
    givers: Words
    attaining: Words
    lefts: Words
    reaches: Words
    once: Words
    now: Words
    passives: Words
    groups: dict[str, int]
    group_counts: dict[str, int]
    group_nouns: Words
    locatives: Words
    fronts: Words
    holders: Words
    members: Words
    framing: Words
    index_frames: Words
    clause_marks: Words
    contrasts: Words
    openings: Words
    unpointed: Words
    kin: Words
    moves: Words
    classes: Words
    falls: Words
    compared: Words
    comparative: Words
    onsets: Words
    bad_ends: Words
    good_ends: Words
    unreal: Words
    sharers: Words

    @cached_property
    def openers(self) -> frozenset[str]:
        """The words that a slot which names nobody can begin with; digits can too."""
        counts = frozenset({*self.groups, *self.group_counts, *self.anaphor_nouns})
        return counts | self.counts | self.counted | self.plural | self.parts | self.subdistricts


@cache
def link_words() -> LinkWords:
    """Return the lexicon of links (raises LexiconError when an entry is missing or unknown)."""
    try:
        return LinkWords.model_validate(read_yaml(FILE))
    except ValidationError as error:
        raise LexiconError(f"lexicon file {FILE}: {error}") from error
