"""Tests of whole constructions as data: `constructions.yaml` beside this file."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_FILE = Path(__file__).with_name("constructions.yaml")


@dataclass(frozen=True)
class Told:
    """A text with what it tells: rows of a subject with a place and class, or value and period."""

    id: str
    text: str
    rows: frozenset[tuple[Any, ...]]
    fails: str


@cache
def told(kind: str) -> tuple[Told, ...]:
    """Return the texts of `kind`, in the order of the file."""
    known = yaml.safe_load(_FILE.read_text("utf-8"))[kind]
    return tuple(
        Told(
            one["id"],
            one["text"],
            frozenset(tuple(part.strip() for part in row.split("|")) for row in one["told"]),
            one.get("fails", ""),
        )
        for one in known
    )
