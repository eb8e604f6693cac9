"""Bodies that may hold scores and are no region, and the words that make the country a subject."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache

from extractor.errors import LexiconError
from extractor.lexicon.resource import read_yaml

FILE = "organisations.yaml"


@dataclass(frozen=True, slots=True)
class OrganisationWords:
    """`names` in lower case and `acronyms` as written, each with the name of the body."""

    names: Mapping[str, str]
    acronyms: Mapping[str, str]
    heads: frozenset[str]
    particles: frozenset[str]
    longest: int
    country: frozenset[str]
    country_heads: frozenset[str]
    country_measures: frozenset[str]
    ranked: frozenset[str]
    country_not_behind: frozenset[str]
    not_behind: frozenset[str]
    not_before: frozenset[str]


@cache
def organisation_words() -> OrganisationWords:
    """Return the lexicon of bodies (raises LexiconError when it is broken or says a name twice)."""
    data = read_yaml(FILE)
    names: dict[str, str] = {}
    acronyms: dict[str, str] = {}
    try:
        for entry in data["organisations"]:
            _add(names, entry["name"].lower(), entry["name"])
            for acronym in entry["acronyms"]:
                _add(acronyms, acronym, entry["name"])
        lists = {
            field.name: frozenset(data[field.name])
            for field in fields(OrganisationWords)
            if field.name not in ("names", "acronyms", "longest")
        }
        return OrganisationWords(
            names=names, acronyms=acronyms, longest=int(data["longest"]), **lists
        )
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise LexiconError(f"lexicon file {FILE}: missing or misshapen entry {error}") from error


def _add(entries: dict[str, str], key: str, name: str) -> None:
    if key in entries:
        raise LexiconError(f"lexicon file {FILE}: {key!r} is said twice")
    entries[key] = name
