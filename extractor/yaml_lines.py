"""YAML with the lines that its parts stand on: what is wrong is told where it is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

_DIGITS = re.compile(r"\d+")
_TIMESTAMP = "tag:yaml.org,2002:timestamp"
_TEXT = "tag:yaml.org,2002:str"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """What is wrong on a line, counted from 1."""

    line: int
    reason: str


class UnreadableError(Exception):
    """The text is no YAML at all; `problem` tells where and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.reason)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML document: its content, the nodes it was made from, what YAML itself lets pass."""

    content: Any
    root: Node | None
    problems: tuple[Problem, ...]

    def node(self, place: Sequence[str | int]) -> Node | None:
        """Return the node at `place`, or the nearest one around it; None in an empty document."""
        node = self.root
        for part in place:
            inner = _child(node, part) if node is not None else None
            if inner is None:
                break
            node = inner
        return node

    def line(self, place: Sequence[str | int]) -> int:
        """Return the line of what is at `place`."""
        node = self.node(place)
        return node.start_mark.line + 1 if node is not None else 1


def read_document(text: str) -> Document:
    """Return the document that `text` writes (raises UnreadableError).

    Problems are a key that stands twice, where YAML lets the later one win, and a decimal comma in
    `{value: 3,2}`, which YAML reads as two entries. A day that no month has is text.
    """
    loader = yaml.SafeLoader(text)
    try:
        root = loader.get_single_node()
        problems = sorted(_mended(root, loader)) if root is not None else []
        content = loader.construct_document(root) if root is not None else None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise UnreadableError(Problem(line, f"unreadable YAML: {error.problem}")) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        reason = " ".join(str(error).split())
        raise UnreadableError(Problem(1, f"unreadable YAML: {reason}")) from error
    finally:
        loader.dispose()
    return Document(content, root, tuple(problems))


def _mended(node: Node, loader: yaml.SafeLoader) -> Iterator[Problem]:
    """Yield what is wrong in `node`, and take it out so that the rest can be read."""
    if isinstance(node, ScalarNode) and node.tag == _TIMESTAMP:
        try:
            loader.construct_yaml_timestamp(node)
        except ValueError:
            node.tag = _TEXT
    if isinstance(node, SequenceNode):
        for entry in node.value:
            yield from _mended(entry, loader)
    if isinstance(node, MappingNode):
        yield from _mended_mapping(node)
        for key, value in node.value:
            yield from _mended(key, loader)
            yield from _mended(value, loader)


def _mended_mapping(node: MappingNode) -> Iterator[Problem]:
    kept: list[tuple[Node, Node]] = []
    seen: set[str] = set()
    for key, value in node.value:
        line = key.start_mark.line + 1
        if kept and _is_fraction(key, value) and _is_number(kept[-1][1]):
            name, whole = kept[-1][0].value, kept[-1][1].value
            yield Problem(
                line,
                f"{name}: {whole},{key.value} has a decimal comma; "
                f"did you mean {name}: {whole}.{key.value}?",
            )
            continue
        if str(key.value) in seen:
            yield Problem(line, f"key {key.value!r} stands here twice")
            continue
        seen.add(str(key.value))
        kept.append((key, value))
    node.value = kept


def _is_number(node: Node) -> bool:
    return isinstance(node, ScalarNode) and bool(_DIGITS.fullmatch(node.value.lstrip("-+")))


def _is_fraction(key: Node, value: Node) -> bool:
    return _is_number(key) and isinstance(value, ScalarNode) and not value.value


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
