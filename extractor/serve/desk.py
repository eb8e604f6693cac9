"""What a desk is: articles that a reviewer goes through, as the page asks for and saves them."""

import hashlib
from collections.abc import Sequence
from dataclasses import asdict
from decimal import Decimal
from itertools import accumulate
from typing import Any, Protocol

from pydantic import BaseModel, ConfigDict

from extractor.facts.known import Kind
from extractor.facts.review import Item
from extractor.facts.write import Data


class SavedFact(BaseModel):
    """A fact to keep; `checked` when a person has looked at it.

    Of a dataset all facts are sent, those too that are `gone`: `row` is the number in the table,
    None of one that is added, `spans` where it stands, counted as JavaScript counts.
    """

    model_config = ConfigDict(extra="forbid")

    kind: Kind
    data: str | dict[str, Any]
    checked: bool = True
    gone: bool = False
    row: int | None = None
    spans: tuple[tuple[int, int], ...] = ()


class Saved(BaseModel):
    """All facts of an article; `version` is that of the file which they were made from.

    Of a dataset, `copies` asks that what is said holds for the copies of the article, too.
    """

    model_config = ConfigDict(extra="forbid")

    facts: list[SavedFact]
    complete: bool
    version: str
    copies: bool = False


class Reviewed(Protocol):
    """Articles to go through; `of_dataset` tells whether rows or a file is put right."""

    of_dataset: bool

    def __len__(self) -> int:
        """Return how many articles there are."""

    def about(self) -> list[dict[str, Any]]:
        """Return the name of each article, and whether a person has seen it."""

    def open(self, number: int) -> dict[str, Any]:
        """Return the article `number` with its facts (raises FaktaError)."""

    def save(self, number: int, saved: Saved) -> dict[str, Any]:
        """Write what was said of article `number`; tell the version, `problems` or a `reason`."""

    def find(self, parts: list[str]) -> tuple[list[int], int]:
        """Return the articles whose name or text has all of `parts`, and how many they are."""


def shown(items: Sequence[Item], text: str) -> list[dict[str, Any]]:
    """Return `items` as JSON holds them, their spans counted as JavaScript counts."""
    widths = [0, *accumulate(1 + (ord(character) > 0xFFFF) for character in text)]
    shown = []
    for item in items:
        told = asdict(item)
        told["data"] = _plain(item.data)
        told["spans"] = [(widths[start], widths[end]) for start, end in item.spans]
        shown.append(told)
    return shown


def _plain(data: Data) -> Data:
    if isinstance(data, str):
        return data
    return {
        name: f"{value:f}" if isinstance(value, Decimal) else value for name, value in data.items()
    }


def digest(content: bytes) -> str:
    """Return what tells the content of a file from another."""
    return hashlib.sha256(content).hexdigest()
