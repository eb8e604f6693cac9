"""Reading a known-facts file: every error names the file, the line and the reason."""

from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from extractor.archive.files import stem_of
from extractor.errors import KnownFactsError
from extractor.facts.known import KnownFacts

SUFFIX = ".facts.yaml"


def facts_path(article: Path) -> Path:
    """Return where the facts known of the article in the file `article` lie: beside it."""
    return article.with_name(stem_of(str(article)) + SUFFIX)


def load_facts(path: Path) -> KnownFacts:
    """Return the known facts in `path` (raises KnownFactsError: `file:line: reason`)."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise KnownFactsError(f"{path}:1: not UTF-8 at byte {error.start}") from error
    except OSError as error:
        raise KnownFactsError(f"{path}:1: {error.strerror or error}") from error
    return parse_facts(text, str(path))


def parse_facts(text: str, name: str) -> KnownFacts:
    """Return the known facts that `text` writes down; `name` stands for the file in errors."""
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
        content = yaml.safe_load(text)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise KnownFactsError(f"{name}:{line}: unreadable YAML: {error.problem}") from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        reason = " ".join(str(error).split())
        raise KnownFactsError(f"{name}:1: unreadable YAML: {reason}") from error
    if not isinstance(root, MappingNode):
        raise KnownFactsError(f"{name}:1: a facts file is a mapping that begins with `article:`")
    _refuse_doubled_keys(root, name)
    try:
        return KnownFacts.model_validate(content)
    except ValidationError as error:
        raise KnownFactsError(_told(error.errors(), root, name)) from error


def fact_lines(path: Path) -> dict[tuple[str, int], int]:
    """Return the line, counted from 1, of each fact in the readable facts file `path`.

    The key is the kind and the place among the facts of that kind, counted from 0.
    """
    root = yaml.compose(path.read_text(encoding="utf-8-sig"), Loader=yaml.SafeLoader)
    assert isinstance(root, MappingNode), "the facts were read before"
    lists = {key.value: value for key, value in root.value if isinstance(value, SequenceNode)}
    return {
        (kind, at): node.start_mark.line + 1
        for kind, facts in lists.items()
        for at, node in enumerate(facts.value)
    }


def _refuse_doubled_keys(node: Node, name: str) -> None:
    """YAML lets a later key silently win over an earlier one of the same name."""
    if isinstance(node, SequenceNode):
        for entry in node.value:
            _refuse_doubled_keys(entry, name)
    if isinstance(node, MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                line = key.start_mark.line + 1
                raise KnownFactsError(f"{name}:{line}: key {key.value!r} stands here twice")
            seen.add(str(key.value))
            _refuse_doubled_keys(value, name)


def _told(errors: list[ErrorDetails], root: Node, name: str) -> str:
    first = min(errors, key=lambda error: _node(root, error["loc"]).start_mark.line)
    node = _node(root, first["loc"])
    place = ".".join(str(part) for part in first["loc"])
    more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
    reason = f"{place}: {_reason(first, node)}" if place else _reason(first, node)
    return f"{name}:{node.start_mark.line + 1}: {reason}{more}"


def _reason(error: ErrorDetails, node: Node) -> str:
    if error["type"] == "extra_forbidden":
        return "unknown key"
    if error["type"] == "missing":
        return "this key is required"
    if error["type"] == "string_type" and isinstance(node, ScalarNode):
        read_as = node.tag.rpartition(":")[2]
        if read_as in ("int", "float", "bool", "timestamp"):
            return f'YAML reads {node.value} as {read_as}; quote it: "{node.value}"'
    message = error["msg"].removeprefix("Value error, ")
    shown = f" (got {node.value})" if isinstance(node, ScalarNode) else ""
    return f"{message}{shown}"


def _node(node: Node, loc: tuple[Any, ...]) -> Node:
    """Return the YAML node that a Pydantic error location names, or the nearest one around it."""
    for part in loc:
        inner = _child(node, part)
        if inner is None:
            break
        node = inner
    return node


def _child(node: Node, part: str | int) -> Node | None:
    if isinstance(node, SequenceNode) and isinstance(part, int) and part < len(node.value):
        entry: Node = node.value[part]
        return entry
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if key.value == part:
                # An empty value has its mark at the next token; the key's line is the right one.
                return value if isinstance(value, SequenceNode | MappingNode) else _at(key, value)
    return None


def _at(key: Node, value: ScalarNode) -> ScalarNode:
    return ScalarNode(value.tag, value.value, key.start_mark, value.end_mark)


__all__ = ["SUFFIX", "fact_lines", "facts_path", "load_facts", "parse_facts"]
