"""Own sentences for training, drawn from the patterns of `own_sentences.yaml`, as tokens."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import yaml

from models.corpus import Sentence, Token

_SLOT = re.compile(r"\{(\w+)\}")
_BEFORE = re.compile(r"[\"“'‘(\[]")
_AFTER = re.compile(r"[\"”'’)\],;:?!.%]")
_INITIALS = re.compile(r"(?:[A-Z]\.)+$")


def draw(path: Path, seed: int, expansions: dict[str, int]) -> list[Sentence]:
    """Return the sentences drawn from the patterns in `path`, each pattern in its turn.

    `expansions` says how many words each multi-word token of the treebanks expands to.
    """
    data: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    chance = random.Random(seed)
    kept = frozenset(data["abbreviations"])
    patterns = islice(cycle(data["sentences"]), data["draws"])
    lines = (_fill(pattern, data["slots"], chance) for pattern in patterns)
    return [tuple(_tokens(line, kept, expansions)) for line in lines]


def _fill(pattern: str, slots: dict[str, list[str]], chance: random.Random) -> str:
    while slot := _SLOT.search(pattern):
        pattern = pattern[: slot.start()] + chance.choice(slots[slot[1]]) + pattern[slot.end() :]
    return pattern[0].upper() + pattern[1:]


def _tokens(line: str, kept: frozenset[str], expansions: dict[str, int]) -> Iterator[Token]:
    for word in line.split(" "):
        parts = list(_split(word, kept))
        for place, part in enumerate(parts, start=1):
            yield Token(part, expansions.get(part.lower(), 1), space=place == len(parts))


def _split(word: str, kept: frozenset[str]) -> Iterator[str]:
    while len(word) > 1 and _BEFORE.match(word):
        yield word[0]
        word = word[1:]
    after: list[str] = []
    while len(word) > 1 and _AFTER.match(word[-1]):
        if word in kept or _INITIALS.match(word):
            break
        after.append(word[-1])
        word = word[:-1]
    yield word
    yield from reversed(after)
