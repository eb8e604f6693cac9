"""Bodies of an open class: their heads ("Dinas", "PT", "SMA Negeri") and what stands behind one."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Literal, cast, get_args

from extractor.errors import LexiconError
from extractor.lexicon.resource import read_yaml

FILE = "organisations_open.yaml"

Form = Literal["field", "place", "local", "name", "firm", "part"]


@dataclass(frozen=True, slots=True)
class Head:
    """What kind of body a head begins, and the forms that may follow it, best first."""

    kind: str
    forms: tuple[Form, ...]


@dataclass(frozen=True, slots=True)
class OpenWords:
    """`heads` by their words; the other lists as written, `chiefs` in lower case."""

    heads: Mapping[tuple[str, ...], Head]
    fields: frozenset[str]
    joiners: frozenset[str]
    tails: frozenset[str]
    own_tails: frozenset[str]
    within: frozenset[str]
    titles: frozenset[str]
    local_openers: frozenset[str]
    company_ends: frozenset[str]
    stops: frozenset[str]
    not_names: frozenset[str]
    generic: frozenset[str]
    contests: frozenset[str]
    chiefs: frozenset[str]
    longest: int
    local_longest: int


@cache
def open_words() -> OpenWords:
    """Return the lexicon (raises LexiconError when a list is missing or misshapen)."""
    data = read_yaml(FILE)
    heads: dict[tuple[str, ...], Head] = {}
    try:
        for entry in data["heads"]:
            form = _form(entry["form"])
            for said in entry["words"]:
                key = tuple(said.split())
                known = heads.get(key)
                forms = (*known.forms, form) if known else (form,)
                heads[key] = Head(known.kind if known else entry["kind"], forms)
        lists = {
            field.name: frozenset(data[field.name])
            for field in fields(OpenWords)
            if field.name not in ("heads", "longest", "local_longest")
        }
        return OpenWords(
            heads=heads,
            longest=int(data["longest"]),
            local_longest=int(data["local_longest"]),
            **lists,
        )
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise LexiconError(f"lexicon file {FILE}: missing or misshapen entry {error}") from error


def _form(word: str) -> Form:
    if word not in get_args(Form):
        raise LexiconError(f"lexicon file {FILE}: {word!r} is no form")
    return cast(Form, word)
