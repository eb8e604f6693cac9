"""Only the command prints: a room that wrote to stdout would spoil the data of every caller."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "extractor"
ROOMS = sorted(path for path in PACKAGE.rglob("*.py") if PACKAGE / "cli" not in path.parents)


def writes(source: str) -> list[int]:
    """Return the lines of `source` that print, or take hold of a standard stream."""
    lines = []
    for node in ast.walk(ast.parse(source)):
        called = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        if called and node.func.id in ("print", "input"):  # type: ignore[attr-defined]
            lines.append(node.lineno)  # type: ignore[attr-defined]
        if isinstance(node, ast.Attribute) and node.attr in ("stdout", "stderr"):
            lines.append(node.lineno)
    return lines


@pytest.mark.parametrize("path", ROOMS, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_room_does_not_print(path: Path) -> None:
    assert writes(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("source", ["print(1)", "import sys\nsys.stdout.write('')"])
def test_the_check_sees_what_it_looks_for(source: str) -> None:
    assert len(writes(source)) == 1
