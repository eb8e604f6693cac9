"""Other countries, their big cities, and parts of the world, by their Indonesian names."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from extractor.errors import LexiconError
from extractor.lexicon.resource import read_text, read_yaml

TERRITORIES = "territories.csv"
FILE = "foreign.yaml"


@dataclass(frozen=True, slots=True)
class ForeignWords:
    """`places` as written, each with its code; the other words in lower case but `needy`."""

    places: Mapping[str, str]
    needy: frozenset[str]
    prepositions: frozenset[str]
    not_behind: frozenset[str]
    world: frozenset[str]
    world_behind: frozenset[str]


@cache
def foreign_words() -> ForeignWords:
    """Return the lexicon (raises LexiconError when a file is broken)."""
    lines = [line for line in read_text(TERRITORIES).splitlines() if not line.startswith("#")]
    rows = list(csv.reader(lines))
    if not rows or rows[0] != ["name", "code"] or any(len(row) != 2 for row in rows):
        raise LexiconError(f"lexicon file {TERRITORIES}: the lines are not name,code")
    places = {name: code for name, code in rows[1:] if code != "001"}  # the world: see `world`
    data = read_yaml(FILE)
    try:
        for group in ("also", "cities"):
            for code, names in data[group].items():
                places |= {name: str(code) for name in names}
        return ForeignWords(
            places=places,
            needy=frozenset(data["needy"]),
            prepositions=frozenset(data["prepositions"]),
            not_behind=frozenset(data["not_behind"]),
            world=frozenset(data["world"]),
            world_behind=frozenset(data["world_behind"]),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise LexiconError(f"lexicon file {FILE}: missing or misshapen entry {error}") from error
