"""Words around a person's name: honorifics, ranks, degrees, noble titles, given names.

`personal_names.csv` holds further given and family names: those of Faker 40.63.0, id_ID (MIT
licence, Copyright (c) 2012 Daniele Faraglia; https://github.com/joke2k/faker), without those that
are places or words of the language too, and the family names ("clan") of Batak, Nias, Minahasa,
Maluku, Nusa Tenggara and Papua as Indonesian news writes them.
"""

import re
from dataclasses import dataclass
from functools import cache

from extractor.errors import LexiconError
from extractor.lexicon.own import own_words
from extractor.lexicon.resource import read_text, read_yaml

FILE = "names.yaml"
NAMES = "personal_names.csv"


@dataclass(frozen=True)
class NameWords:
    """The lexicon of names; words are lower case unless said otherwise.

    `undotted_honorifics`, `given`, `noble`, `articles`, `birth_order`, `not_names` and
    `no_persons` are as written: their case tells a name from a word; `capitals` are the honorifics
    in capitals. `ranks` holds each rank as a tuple of words. Degrees are without full stops, in
    `written` with their letter case.
    `family` names end a name, `shapes` are the forms that names have and words have not.
    `nicknames` give the full name.
    """

    honorifics: frozenset[str]
    capitals: frozenset[str]
    dotted_honorifics: frozenset[str]
    undotted_honorifics: frozenset[str]
    courtesies: frozenset[str]
    ranks: frozenset[tuple[str, ...]]
    arms: frozenset[str]
    degrees: frozenset[str]
    written: frozenset[str]
    noble: frozenset[str]
    articles: frozenset[str]
    birth_order: frozenset[str]
    particles: frozenset[str]
    given: frozenset[str]
    family: frozenset[str]
    shapes: re.Pattern[str]
    not_names: frozenset[str]
    no_persons: frozenset[str]
    abbreviations: frozenset[str]
    nicknames: dict[str, str]

    def is_known(self, word: str) -> bool:
        """Tell whether `word` is surely of a person's name: "Rini", "Siregar", "Supriyanto"."""
        return word in self.given or word in self.family or bool(self.shapes.fullmatch(word))


@cache
def name_words() -> NameWords:
    """Return the lexicon of names (raises LexiconError when a list is missing or misshapen)."""
    data, own = read_yaml(FILE), own_words()
    try:
        return NameWords(
            honorifics=_lower(data["honorifics"]),
            capitals=frozenset(word for word in data["honorifics"] if word.isupper()),
            dotted_honorifics=_lower(data["dotted_honorifics"]),
            undotted_honorifics=_exact(data["undotted_honorifics"]),
            courtesies=_lower(data["courtesies"]),
            ranks=frozenset(tuple(rank.lower().split()) for rank in data["ranks"]),
            arms=frozenset(re.sub(r"[()]", "", word).lower() for word in data["arms"]),
            degrees=_lower(data["degrees"]),
            written=frozenset(data["degrees"]),
            noble=_exact(data["noble"]),
            articles=_exact(data["articles"]),
            birth_order=_exact(data["birth_order"]),
            particles=_lower(data["particles"]),
            given=_exact(data["given"]) | _listed("given") | frozenset(own.given),
            family=_listed("family") | frozenset(own.family),
            shapes=re.compile("|".join(data["shapes"])),
            not_names=_exact(data["not_names"]),
            no_persons=_exact(data["no_persons"]),
            abbreviations=_lower(data["abbreviations"]),
            nicknames={**data["nicknames"], **own.nicknames},
        )
    except (KeyError, TypeError, AttributeError, re.error) as error:
        raise LexiconError(f"lexicon file {FILE}: missing or misshapen entry {error}") from error


def _lower(words: list[str]) -> frozenset[str]:
    return frozenset(word.lower() for word in words)


def _listed(kind: str) -> frozenset[str]:
    _, *rows = read_text(NAMES).splitlines()
    cells = (row.split(",") for row in rows)
    return frozenset(name for name, of, _ in cells if of == kind)


def _exact(words: list[str]) -> frozenset[str]:
    if not all(isinstance(word, str) and word for word in words):
        raise TypeError(f"a word that is no text among {words[:3]}")
    return frozenset(words)
