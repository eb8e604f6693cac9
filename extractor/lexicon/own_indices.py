"""Checking a catalogue of own indices: new ones, and names added to those of the package."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from extractor.errors import LexiconError
from extractor.lexicon.indices import FILE, Catalogue, IndexEntry, parse, slug
from extractor.lexicon.own import OwnWords, extended
from extractor.lexicon.resource import read_yaml
from extractor.yaml_lines import Document, Problem

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# What may be added to an index of the package; all else of it is settled there.
ADDED = ("acronyms", "aliases", "aspects", "context", "weak", "value")
_KEYS = tuple(IndexEntry.model_fields)


@dataclass(slots=True)
class IndexWords:
    """New entries, what is added to others by id, and what is wrong or worth a look."""

    new: list[dict[str, Any]] = field(default_factory=list)
    more: dict[str, Mapping[str, list[Any]]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)


def read_indices(document: Document) -> IndexWords:
    """Return the indices in `document`, a list of entries or a mapping with `indices:`."""
    words = IndexWords(problems=list(document.problems))
    content, place = document.content, tuple[str | int, ...]()
    if isinstance(content, dict) and set(content) == {"indices"}:
        content, place = content["indices"], ("indices",)
    if content is None:
        return words
    if not isinstance(content, list):
        words.problems.append(Problem(1, "should be a list of entries that begin with `- id:`"))
        return words
    seen: set[str] = set()
    for number, entry in enumerate(content):
        _read(entry, (*place, number), document, words, seen)
    if not words.problems:
        words.problems += _as_a_whole(words)
    return words


def _read(
    entry: Any,
    place: tuple[str | int, ...],
    document: Document,
    words: IndexWords,
    seen: set[str],
) -> None:
    line = document.line(place)
    if not isinstance(entry, dict):
        words.problems.append(Problem(line, f"{entry!r} is no entry; one has an id and a name"))
        return
    id = entry.get("id")
    if not isinstance(id, str) or not _ID.fullmatch(id):
        name = entry.get("name")
        meant = f"; did you mean id: {slug(name)}?" if isinstance(name, str) else ""
        reason = "an entry needs an id of small letters, digits and hyphens"
        words.problems.append(Problem(document.line((*place, "id")), f"{reason}{meant}"))
        return
    if id in seen:
        words.problems.append(Problem(line, f"id {id} stands here twice"))
        return
    seen.add(id)
    known = _package_data().get(id)
    if known is None:
        _read_new(entry, place, document, words)
    else:
        _read_more(known, entry, place, document, words)


def _read_new(
    entry: dict[str, Any], place: tuple[str | int, ...], document: Document, words: IndexWords
) -> None:
    if problems := list(_faults(entry, place, document)):
        words.problems += problems
        return
    words.new.append(entry)
    read = IndexEntry.model_validate(entry)
    _note_others((*read.names, *read.acronyms), read.id, document.line(place), words)


def _read_more(
    known: dict[str, Any],
    entry: dict[str, Any],
    place: tuple[str | int, ...],
    document: Document,
    words: IndexWords,
) -> None:
    added = {key: value for key, value in entry.items() if key != "id"}
    for key, value in added.items():
        if key in ADDED and isinstance(value, list):
            continue
        settled = f"{key}: the package settles this of {entry['id']}; added can be {_listed(ADDED)}"
        reason = f"{key}: should be a list" if key in ADDED else settled
        words.problems.append(Problem(document.line((*place, key)), reason))
        return
    if problems := list(_faults(extended(known, added), place, document)):
        words.problems += problems
        return
    words.more[entry["id"]] = added
    names = (*added.get("acronyms", ()), *added.get("aliases", ()))
    _note_others(names, entry["id"], document.line(place), words)


def _faults(
    entry: dict[str, Any], place: tuple[str | int, ...], document: Document
) -> Iterator[Problem]:
    try:
        IndexEntry.model_validate(entry)
    except ValidationError as error:
        for found in error.errors():
            where = (*place, *found["loc"])
            shown = ".".join(map(str, found["loc"]))
            reason = _reason(found)
            yield Problem(document.line(where), f"{shown}: {reason}" if shown else reason)


def _reason(error: ErrorDetails) -> str:
    if error["type"] == "extra_forbidden":
        close = get_close_matches(str(error["loc"][-1]), _KEYS, 1)
        return f"unknown key{f'; did you mean {close[0]}?' if close else ''}"
    if error["type"] == "missing":
        return "this key is required"
    return error["msg"].removeprefix("Value error, ")


def _note_others(names: tuple[str, ...], id: str, line: int, words: IndexWords) -> None:
    for name in names:
        others = [other for other in _package().resolve_all(name) if other != id]
        if others:
            words.notes.append(Problem(line, f"{name!r} is also a name of {', '.join(others)}"))


def _as_a_whole(words: IndexWords) -> Iterator[Problem]:
    try:
        parse(OwnWords(indices=tuple(words.new), more=words.more).catalogue(read_yaml(FILE)))
    except LexiconError as error:
        yield Problem(1, str(error).removeprefix(f"{FILE}: "))


@cache
def _package() -> Catalogue:
    return parse(read_yaml(FILE))


@cache
def _package_data() -> Mapping[str, dict[str, Any]]:
    return {entry["id"]: entry for entry in read_yaml(FILE)["indices"]}


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(names)
