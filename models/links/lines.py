"""Annotated lines as lessons: how a short text ties a value, grade or place to whom it belongs.

Articles alone teach that a figure without a period, a dateline and a second naming is doubtful; a
line that says one thing plainly teaches the other side.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from spacy.language import Language

from extractor.extraction import parse_published
from extractor.facts.check import Pair
from extractor.facts.known import Kind, KnownFacts
from extractor.links.candidates import AnchorKind
from extractor.source import Source
from models.annotated import EXAMPLES, Example, Tagged, load
from models.links.recipe import Taught, teach

FILES: dict[str, tuple[Kind, frozenset[AnchorKind]]] = {
    "scores": ("scores", frozenset({"value", "grade"})),
    "rank_facts": ("ranks", frozenset({"place"})),
}
"""The files of lines that teach, with the facts they annotate and the anchors these settle."""
_TAUGHT = ("subject", "index")
"""A line tags who and what; other slots it may leave open."""
_KEYS = {"scores": ("value", "predicate", "comparison"), "ranks": ("position", "position_end")}


def read_lines(nlp: Language) -> list[Taught]:
    """Return the lines as `nlp` reads them, with the choices and claims that their tags settle."""
    return [taught for name in FILES for line in load(name) for taught in _taught(name, line, nlp)]


def _taught(name: str, line: Example, nlp: Language) -> Iterator[Taught]:
    kind, kinds = FILES[name]
    facts = [fact for tag in line.tagged for fact in _facts(kind, tag, line)]
    id = line.id.replace(":", "-")
    known = KnownFacts.model_validate({"article": id, "complete": True, kind: facts})
    path = EXAMPLES / f"{name}.txt"
    source = Source(line.text, id, None, parse_published(line.published))
    one = teach(Pair(path, path, known, source), nlp)
    slots = {f"{slot}/{anchor}" for slot in _TAUGHT for anchor in kinds}
    choices = tuple(choice for choice in one.choices if choice.slot in slots)
    yield replace(one, choices=choices, kinds=kinds)


def _facts(kind: Kind, tag: Tagged, line: Example) -> Iterator[dict[str, Any]]:
    """Yield what a tag says, once for each of its subjects; a bare grade is the words tagged."""
    told = {key: _said(tag.attributes.get(key)) for key in ("index", "aspect", *_KEYS[kind])}
    fact: dict[str, Any] = {key: value for key, value in told.items() if value is not None}
    if kind == "scores" and "value" not in fact:
        fact |= {"value": None, "predicate": line.text[tag.start : tag.end]}
    subject = tag.attributes["subject"]
    several = subject.replace("+", " ").split() if subject[:1].isdigit() else [subject]
    for one in several:
        yield {**fact, "subject": one}


def _said(value: str | None) -> str | None:
    return None if value in (None, "none", "None") else value
