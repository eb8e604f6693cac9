"""Each slot has one module, named for it, and nothing else finds candidates for it."""

import ast
from importlib import import_module
from pathlib import Path
from typing import get_args

import pytest

from extractor import links
from extractor.links.candidates import Slot

ROOM = Path(links.__file__).parent
SLOTS = get_args(Slot)
FINDER = "_candidates"


def found_in(path: Path) -> list[str]:
    """Return the slots that the public functions of a module find candidates for."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    named = [node.name for node in tree.body if isinstance(node, ast.FunctionDef)]
    finders = [name for name in named if name.endswith(FINDER) and not name.startswith("_")]
    return [name.removesuffix(FINDER) for name in finders]


@pytest.mark.parametrize("slot", SLOTS)
def test_a_slot_is_found_by_the_module_of_its_name(slot: str) -> None:
    assert callable(getattr(import_module(f"extractor.links.slots.{slot}"), f"{slot}{FINDER}"))


def test_no_slot_is_found_in_two_modules() -> None:
    found = {path: found_in(path) for path in sorted(ROOM.rglob("*.py"))}
    assert sorted(slot for slots in found.values() for slot in slots) == sorted(SLOTS)


def test_a_choice_is_made_by_the_linker_and_shared_by_rankings_alone() -> None:
    writers = {
        path.relative_to(ROOM).as_posix()
        for path in ROOM.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Subscript) and ast.unparse(target.value).endswith(".decisions")
    }
    assert writers == {"linker.py", "places/rankings.py"}
