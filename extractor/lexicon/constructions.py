"""The constructions: patterns over the elements of a line, and the roles they give."""

import re
from functools import cache
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from extractor.errors import LexiconError
from extractor.lexicon.ranks import Words
from extractor.lexicon.resource import read_yaml

FILE = "constructions.yaml"

ELEMENTS = {
    "SUBJECT": "S",
    "POINTER": "A",
    "LOCATION": "L",
    "SITE": "H",
    "VALUE": "V",
    "GRADE": "G",
    "PLACE": "P",
    "NEXT": "N",
    "OPENING": "O",
    "INDEX": "I",
    "ASPECT": "E",
    "PERIOD": "T",
    "CLASS": "K",
    "NUMBER": "n",
    "COMMA": ",",
    "COLON": ":",
    "OPEN": "[",
    "CLOSE": "]",
    "STOP": ";",
    "any": "w",
}
"""The letter that stands for each element; word classes get the letters that are left."""

_LETTERS = "abcdefghijklmopqrstuvxyz"
_TOKEN = re.compile(r"<(?P<role>[a-z]+):|(?P<name>[A-Za-z_]+)|(?P<space>\s+)|(?P<mark>.)")


class Construction(BaseModel):
    """One way to say it: its pattern, which roles it pairs, and examples of our own.

    What it `settles` is its alone: no other filler of the role is weighed for the anchor.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    pattern: str
    gives: tuple[tuple[str, str], ...]
    settles: bool = False
    examples: Annotated[tuple[str, ...], Field(min_length=2)]


class Constructions(BaseModel):
    """The lexicon of constructions; `words` are the word classes that patterns name."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    source: str
    words: dict[str, Words]
    shapes: dict[str, str]
    constructions: tuple[Construction, ...]

    @model_validator(mode="after")
    def _is_consistent(self) -> "Constructions":
        names = [construction.name for construction in self.constructions]
        if len(set(names)) != len(names):
            raise ValueError("two constructions have one name")
        for construction in self.constructions:
            groups = set(self.compiled(construction).groupindex)
            if unknown := {role for pair in construction.gives for role in pair} - groups:
                raise ValueError(f"{construction.name} gives {sorted(unknown)[0]}, which it lacks")
        return self

    def letters(self) -> dict[str, str]:
        """Return the letter of each element and word class."""
        return ELEMENTS | dict(zip(self.words, _LETTERS, strict=False))

    def classes(self) -> dict[str, str]:
        """Return the letter of each word that belongs to a class; the first class has it."""
        letters = self.letters()
        found: dict[str, str] = {}
        for name, words in self.words.items():
            for word in words:
                found.setdefault(word, letters[name])
        return found

    def compiled(self, construction: Construction) -> re.Pattern[str]:
        """Return the pattern over letters (ValueError when it names an unknown element)."""
        return re.compile(self._translated(construction.pattern, construction.name))

    def _translated(self, pattern: str, name: str) -> str:
        letters, parts = self.letters(), []
        for match in _TOKEN.finditer(pattern):
            if match["role"]:
                parts.append(f"(?P<{match['role']}>")
            elif match["name"] in self.shapes:
                parts.append(f"(?:{self._translated(self.shapes[match['name']], name)})")
            elif match["name"]:
                if match["name"] not in letters:
                    raise ValueError(f"{name} names {match['name']}: no element")
                parts.append(re.escape(letters[match["name"]]))
            elif match["mark"]:
                parts.append({"(": "(?:", ">": ")"}.get(match["mark"], match["mark"]))
        return "".join(parts)


@cache
def constructions() -> Constructions:
    """Return the constructions (raises LexiconError when an entry breaks the form)."""
    try:
        return Constructions.model_validate(read_yaml(FILE))
    except ValidationError as error:
        raise LexiconError(f"lexicon file {FILE}: {error}") from error
