"""Words that tell what a number is: comparators, units, and the words of each role."""

from dataclasses import dataclass
from functools import cache, cached_property

from extractor.errors import LexiconError
from extractor.lexicon.resource import read_yaml

FILE = "numbers.yaml"


@dataclass(frozen=True)
class NumberWords:
    """The lexicon of numbers; every word is lower case."""

    first: str
    ones: dict[str, int]
    multiples: dict[str, int]
    comma: frozenset[str]
    minus: frozenset[str]
    valuing: frozenset[str]
    unsure: frozenset[str]
    shrinking: frozenset[str]
    contracting: frozenset[str]
    swelling: frozenset[str]
    comparators: dict[str, str]
    limit_marks: frozenset[str]
    fillers: frozenset[str]
    index_units: frozenset[str]
    money_units: frozenset[str]
    measures: frozenset[str]
    measured: frozenset[str]
    time_pointers: frozenset[str]
    change: frozenset[str]
    change_fillers: frozenset[str]
    growth: frozenset[str]
    distances: frozenset[str]
    levels: frozenset[str]
    surpassing: frozenset[str]
    reached: frozenset[str]
    percentage_points: frozenset[tuple[str, ...]]
    renaming: frozenset[str]
    target: frozenset[str]
    target_reset: frozenset[str]
    scale: frozenset[str]
    scale_links: frozenset[str]
    untils: frozenset[str]
    fullness: frozenset[str]
    full_scores: frozenset[int]
    follows: frozenset[str]
    chained: frozenset[str]
    against: frozenset[str]
    rates: frozenset[str]
    bases: dict[str, str]
    annual: frozenset[str]
    bullets: frozenset[str]
    forecast: frozenset[str]
    modals: frozenset[str]
    told: frozenset[str]
    clause_marks: frozenset[str]
    threshold: frozenset[str]
    always: frozenset[str]
    contribution: frozenset[str]
    namers: frozenset[str]
    per: frozenset[str]
    markets: frozenset[str]
    economy: frozenset[str]
    grows: frozenset[str]
    holders: frozenset[str]
    law: frozenset[str]
    clock_before: frozenset[str]
    clock_after: frozenset[str]
    share: frozenset[str]
    share_after: frozenset[str]
    score: frozenset[str]
    weak: frozenset[str]
    closers: frozenset[str]
    betweens: frozenset[str]
    values: frozenset[str]
    amounts: frozenset[str]
    list_joins: frozenset[str]

    @cached_property
    def base_openers(self) -> frozenset[str]:
        """The words that one of `bases` begins with."""
        return frozenset(phrase.split()[0] for phrase in self.bases)


@cache
def number_words() -> NumberWords:
    """Return the lexicon of numbers (raises LexiconError when a list is missing)."""
    data = read_yaml(FILE)
    try:
        return NumberWords(
            first=data["first"],
            ones=dict(data["ones"]),
            multiples=dict(data["multiples"]),
            comma=frozenset(data["comma"]),
            minus=frozenset(data["minus"]),
            valuing=frozenset(data["valuing"]),
            unsure=frozenset(data["unsure"]),
            shrinking=frozenset(data["shrinking"]),
            contracting=frozenset(data["contracting"]),
            swelling=frozenset(data["swelling"]),
            comparators={
                word: name for name, words in data["comparators"].items() for word in words
            },
            limit_marks=frozenset(data["limit_marks"]),
            fillers=frozenset(data["fillers"]),
            index_units=frozenset(data["units"]["index"]),
            money_units=frozenset(data["units"]["money"]),
            measures=frozenset(data["units"]["measure"]),
            measured=frozenset(data["units"]["measured"]),
            time_pointers=frozenset(data["time_pointers"]),
            change=frozenset(data["change"]["verbs"]),
            change_fillers=frozenset(data["change"]["fillers"]),
            growth=frozenset(data["change"]["growth"]),
            distances=frozenset(data["change"]["distances"]),
            levels=frozenset(data["levels"]),
            surpassing=frozenset(data["surpassing"]),
            reached=frozenset(data["reached"]),
            percentage_points=frozenset(tuple(pair) for pair in data["percentage_points"]),
            renaming=frozenset(data["renaming"]),
            target=frozenset(data["target"]),
            target_reset=frozenset(data["target_reset"]),
            scale=frozenset(data["scale"]),
            scale_links=frozenset(data["scale_links"]),
            untils=frozenset(data["untils"]),
            fullness=frozenset(data["fullness"]),
            full_scores=frozenset(data["full_scores"]),
            follows=frozenset(data["follows"]),
            chained=frozenset(data["chained"]),
            against=frozenset(data["against"]),
            rates=frozenset(data["rates"]),
            bases={word: name for name, words in data["bases"].items() for word in words},
            annual=frozenset(data["annual"]),
            bullets=frozenset(data["bullets"]),
            forecast=frozenset(data["forecast"]),
            modals=frozenset(data["modals"]),
            told=frozenset(data["told"]),
            clause_marks=frozenset(data["clause_marks"]),
            threshold=frozenset(data["threshold"]),
            always=frozenset(data["always"]),
            contribution=frozenset(data["contribution"]),
            namers=frozenset(data["namers"]),
            per=frozenset(data["per"]),
            markets=frozenset(data["markets"]),
            economy=frozenset(data["economy"]),
            grows=frozenset(data["grows"]),
            holders=frozenset(data["holders"]),
            law=frozenset(data["law"]),
            clock_before=frozenset(data["clock"]["before"]),
            clock_after=frozenset(data["clock"]["after"]),
            share=frozenset(data["share"]),
            share_after=frozenset(data["share_after"]),
            score=frozenset(data["score"]),
            weak=frozenset(data["weak"]),
            closers=frozenset(data["closers"]),
            betweens=frozenset(data["betweens"]),
            values=frozenset(data["values"]),
            amounts=frozenset(data["amounts"]),
            list_joins=frozenset(data["list_joins"]),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise LexiconError(f"lexicon file {FILE}: missing or misshapen entry {error}") from error
