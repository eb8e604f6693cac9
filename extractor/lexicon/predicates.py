"""Words that make a grade of a word: labels, steps, joins, and the marks of a scale."""

from dataclasses import dataclass, fields
from functools import cache

from extractor.errors import LexiconError
from extractor.lexicon.resource import read_yaml

FILE = "predicates.yaml"


@dataclass(frozen=True)
class PredicateWords:
    """The lexicon of grades; every word is lower case."""

    rank_labels: frozenset[str]
    degrees: frozenset[str]
    sized: frozenset[str]
    sizes: frozenset[str]
    namesakes: frozenset[str]
    name_heads: frozenset[str]
    labels: frozenset[str]
    states: frozenset[str]
    contrasts: frozenset[str]
    open_labels: frozenset[str]
    open_fillers: frozenset[str]
    no_grades: frozenset[str]
    fillers: frozenset[str]
    steps: frozenset[str]
    joins: frozenset[str]
    counts: frozenset[str]
    after: frozenset[str]
    bands: frozenset[str]
    quotes: frozenset[str]
    targets: frozenset[str]
    resigned: frozenset[str]
    conditions: frozenset[str]
    generic: frozenset[str]


@cache
def predicate_words() -> PredicateWords:
    """Return the lexicon of grades (raises LexiconError when a list is missing or unknown)."""
    data = read_yaml(FILE)
    names = [field.name for field in fields(PredicateWords)]
    if not isinstance(data, dict) or set(data) != {*names, "source"}:
        raise LexiconError(f"{FILE}: its keys are to be source, {', '.join(names)}")
    lists = {name: data[name] for name in names}
    for name, words in lists.items():
        if not all(isinstance(word, str) and word == word.strip().lower() for word in words):
            raise LexiconError(f"{FILE}: {name} holds a word that is not lower case or has spaces")
    return PredicateWords(**{name: frozenset(words) for name, words in lists.items()})
