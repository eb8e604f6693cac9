"""Words of reported speech: its verbs, what stands around them, and what makes a clause."""

from dataclasses import dataclass, fields
from functools import cache

from extractor.errors import LexiconError
from extractor.lexicon.resource import read_yaml

FILE = "reported.yaml"


@dataclass(frozen=True)
class ReportedWords:
    """The lexicon of reported speech; see `reported.yaml` for what each list is."""

    free: frozenset[str]
    bound: frozenset[str]
    judging: frozenset[str]
    denying: frozenset[str]
    negations: frozenset[str]
    blocking: frozenset[str]
    joining: frozenset[str]
    adverbs: frozenset[str]
    asides: frozenset[str]
    addresses: frozenset[str]
    trailing: frozenset[str]
    complementizers: frozenset[str]
    hopes: frozenset[str]
    leads: frozenset[str]
    predicates: frozenset[str]
    superlatives: frozenset[str]
    counting: frozenset[str]
    no_verbs: frozenset[str]
    relatives: frozenset[str]
    adjuncts: frozenset[str]
    pointers: frozenset[str]
    occasions: frozenset[str]


@cache
def reported_words() -> ReportedWords:
    """Return the lexicon (raises LexiconError when a list is missing, unknown or misshapen)."""
    data = read_yaml(FILE)
    names = {field.name for field in fields(ReportedWords)}
    if not isinstance(data, dict) or set(data) != names:
        wrong = sorted(names ^ set(data)) if isinstance(data, dict) else sorted(names)
        raise LexiconError(f"lexicon file {FILE}: missing or unknown: {', '.join(map(str, wrong))}")
    try:
        return ReportedWords(**{name: frozenset(map(str.lower, data[name])) for name in names})
    except TypeError as error:
        raise LexiconError(f"lexicon file {FILE}: misshapen entry {error}") from error
