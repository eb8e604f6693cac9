"""Bodies that may hold scores and are no region, and the words that make the country a subject."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache

from extractor.errors import LexiconError
from extractor.lexicon.own import own_words
from extractor.lexicon.resource import read_yaml

FILE = "organisations.yaml"

_USUAL = "agency"


@dataclass(frozen=True, slots=True)
class OrganisationWords:
    """`names` in lower case and `acronyms` as written, each with the name of the body.

    `kinds` tells by that name whether it is a ministry, a bank, a party, …
    """

    names: Mapping[str, str]
    acronyms: Mapping[str, str]
    kinds: Mapping[str, str]
    country: frozenset[str]
    country_heads: frozenset[str]
    country_scopes: frozenset[str]
    country_measures: frozenset[str]
    ranked: frozenset[str]
    country_not_behind: frozenset[str]
    not_behind: frozenset[str]
    not_before: frozenset[str]
    unbranched: frozenset[str]


@cache
def organisation_words() -> OrganisationWords:
    """Return the lexicon of bodies (raises LexiconError when it is broken or says a name twice)."""
    data = read_yaml(FILE)
    names: dict[str, str] = {}
    acronyms: dict[str, str] = {}
    kinds: dict[str, str] = {}
    try:
        for entry in (*data["organisations"], *own_words().organisations):
            _add(names, entry["name"].lower(), entry["name"])
            kinds[entry["name"]] = entry.get("kind", _USUAL)
            for acronym in entry["acronyms"]:
                _add(acronyms, acronym, entry["name"])
        lists = {
            field.name: frozenset(data[field.name])
            for field in fields(OrganisationWords)
            if field.name not in ("names", "acronyms", "kinds")
        }
        return OrganisationWords(names=names, acronyms=acronyms, kinds=kinds, **lists)
    except (KeyError, TypeError, AttributeError) as error:
        raise LexiconError(f"lexicon file {FILE}: missing or misshapen entry {error}") from error


def _add(entries: dict[str, str], key: str, name: str) -> None:
    if key in entries:
        raise LexiconError(f"lexicon file {FILE}: {key!r} is said twice")
    entries[key] = name
