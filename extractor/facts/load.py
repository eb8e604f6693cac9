"""Reading a known-facts file: every error names the file, the line and the reason."""

from pathlib import Path

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from yaml.nodes import Node, ScalarNode

from extractor.archive.files import stem_of
from extractor.errors import KnownFactsError
from extractor.facts import remedies
from extractor.facts.known import (
    KINDS,
    KnownDate,
    KnownFacts,
    KnownOfficial,
    KnownQuote,
    KnownRank,
    KnownScore,
)
from extractor.facts.words import index_ids
from extractor.yaml_lines import Document, Problem, UnreadableError, read_document

SUFFIX = ".facts.yaml"
_MODELS: dict[str, type[BaseModel]] = {
    "scores": KnownScore,
    "ranks": KnownRank,
    "officials": KnownOfficial,
    "quotes": KnownQuote,
    "dates": KnownDate,
}
_QUOTED = ("int", "float", "bool", "timestamp")
# Kinds of errors that somebody makes who writes a number or a day as people do.
_WRITTEN = ("decimal", "date", "int", "value_error", "string")


def facts_path(article: Path) -> Path:
    """Return where the facts known of the article in the file `article` lie: beside it."""
    return article.with_name(stem_of(str(article)) + SUFFIX)


def load_facts(path: Path, *, strict: bool = False) -> KnownFacts:
    """Return the known facts in `path` (raises KnownFactsError, a line `file:line: reason` each).

    With `strict` an index that the catalogue lacks is refused too.
    """
    return parse_facts(_text(path), str(path), strict=strict)


def parse_facts(text: str, name: str, *, strict: bool = False) -> KnownFacts:
    """Return the known facts that `text` writes down; `name` stands for the file in errors."""
    document = _document(text, name)
    problems = list(document.problems)
    try:
        known = KnownFacts.model_validate(document.content, context={"strict": strict})
    except ValidationError as error:
        problems += (_problem(found, document) for found in error.errors())
    if problems:
        lines = (f"{name}:{p.line}: {p.reason}" for p in sorted(set(problems)))
        raise KnownFactsError("\n".join(lines))
    return known


def doubts(path: Path, known: KnownFacts) -> list[str]:
    """Return a line `file:line: reason` for each index in `known` that the catalogue lacks."""
    lines = fact_lines(path)
    told: dict[str, str] = {}
    for kind in ("indices", "scores", "ranks"):
        for at, fact in enumerate(getattr(known, kind)):
            name = fact if isinstance(fact, str) else fact.index
            if name and name not in told and not index_ids(name):
                told[name] = f"{path}:{lines[kind, at]}: {remedies.unknown_index(name)}"
    return list(told.values())


def fact_lines(path: Path) -> dict[tuple[str, int], int]:
    """Return the line, counted from 1, of each fact in the readable facts file `path`.

    The key is the kind and the place among the facts of that kind, counted from 0.
    """
    document = _document(_text(path), str(path))
    lists = document.content if isinstance(document.content, dict) else {}
    return {
        (kind, at): document.line((kind, at))
        for kind in KINDS
        for at in range(len(lists.get(kind) or ()))
    }


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise KnownFactsError(f"{path}:1: not UTF-8 at byte {error.start}") from error
    except OSError as error:
        raise KnownFactsError(f"{path}:1: {error.strerror or error}") from error


def _document(text: str, name: str) -> Document:
    try:
        document = read_document(text)
    except UnreadableError as error:
        line, reason = error.problem.line, error.problem.reason
        raise KnownFactsError(f"{name}:{line}: {reason}") from error
    if not isinstance(document.content, dict):
        raise KnownFactsError(f"{name}:1: a facts file is a mapping with lists such as `scores:`")
    return document


def _problem(error: ErrorDetails, document: Document) -> Problem:
    place = error["loc"]
    if error["type"] == "listed_twice":
        place = (error["ctx"]["kind"], error["ctx"]["at"])
    node = document.node(place)
    shown = ".".join(map(str, place))
    reason = _reason(error, node)
    return Problem(document.line(place), f"{shown}: {reason}" if shown else reason)


def _reason(error: ErrorDetails, node: Node | None) -> str:
    if not isinstance(node, ScalarNode):
        return reason_of(error, None)
    return reason_of(error, node.value, node.tag.rpartition(":")[2])


def reason_of(error: ErrorDetails, written: str | None, read_as: str = "str") -> str:
    """Return what is wrong and what was probably meant, in one line for people.

    `written` is the text of what is wrong, if it is one value, `read_as` what YAML takes it for.
    """
    if error["type"] in ("extra_forbidden", "invalid_key"):
        return f"unknown key{_meant_key(error)}"
    if error["type"] == "missing":
        return "this key is required"
    if error["type"] == "string_type" and read_as in _QUOTED:
        return f'YAML reads {written} as {read_as}; quote it: "{written}"'
    message = error["msg"].removeprefix("Value error, ")
    if error["type"].startswith("date"):
        message = "a day is written as 2025-01-04"
    remedy = ""
    if written is not None and error["type"].startswith(_WRITTEN) and "did you" not in message:
        remedy = remedies.for_value(written)
    shown = f" (got {written})" if written is not None and written not in message else ""
    return f"{message}{shown}{remedy}"


def _meant_key(error: ErrorDetails) -> str:
    place = error["loc"]
    model = _MODELS.get(str(place[0]), KnownFacts) if len(place) > 1 else KnownFacts
    return remedies.for_key(str(place[-1]), model.model_fields)


__all__ = [
    "SUFFIX",
    "doubts",
    "fact_lines",
    "facts_path",
    "load_facts",
    "parse_facts",
    "reason_of",
]
