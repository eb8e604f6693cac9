"""Markers of list items: `1.`, `2)`, `(3)`, `a.`, bullets; at the head of a line or inside one."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_HEAD = re.compile(
    r"(?:(?:[Nn]o\.? ?)?(?P<number>\d{1,3}) ?[.)]\)?(?!\d)|\((?P<closed>\d{1,3})\)"
    r"|(?P<letter>[a-z])[.)]"
    r"|(?P<bullet>[-–—•▪◦*·●○■➢✓>]+)|(?P<hash>#)(?P<rank>\d{1,3}))\s*(?=[^\s\d)]|\d{4}\b)"
)
# Inside a line a number counts the items only before a name, and may be glued to what ends before.
_INNER = re.compile(r"(?<![\d.,(/])\(?(?P<number>\d{1,2})[.)] ?(?=[A-Z“\"(])")
_LETTER = re.compile(r"(?<![^\s:;,])\(?(?P<letter>[a-z])[.)] ?(?=[A-Z“\"])")
# A bullet may be glued to what ends before; a hyphen is one only when it is: "Rimba- Awan- Senja".
_BULLET = re.compile(r"(?:[•▪◦●○■➢✓*]|(?<=[^\s-])-(?=\s)) ?(?=[A-Z“\"(])")
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker at `start:end`, the item's words behind it; `number` is 0 for a bullet.

    `style` is how it is written: what closes it (`.`, `)`), or the bullet.
    """

    start: int
    end: int
    kind: str
    number: int
    style: str = ""


def head_marker(text: str) -> Marker | None:
    """Return the marker that the line `text` begins with, None when it has none."""
    match = _HEAD.match(text)
    if match is None:
        return None
    style = match["hash"] or match.group().rstrip()[-1]
    digits = match["number"] or match["closed"] or match["rank"]
    if digits:
        return Marker(0, match.end(), "number", int(digits), style)
    if match["letter"]:
        return Marker(0, match.end(), "letter", ord(match["letter"]) - ord("a") + 1, style)
    return Marker(0, match.end(), "bullet", 0, style)


def inner_markers(text: str, headed: Callable[[int], bool] = lambda _: False) -> list[list[Marker]]:
    """Return the rows of markers that count through items inside the line `text`.

    A row counts up or down by ones (one number may lack its mark) and has three markers at least:
    `1. A 2. B 3. C`; two from 1 on are one where a heading ends right before (`headed` of the
    first). Bullets are a row where nothing is counted: `• A• B• C`.
    """
    numbers = [
        Marker(m.start(), m.end(), "number", int(m["number"])) for m in _INNER.finditer(text)
    ]
    letters = [
        Marker(m.start(), m.end(), "letter", ord(m["letter"]) - ord("a") + 1)
        for m in _LETTER.finditer(text)
    ]
    counted = [*_rows(numbers, headed), *_rows(letters, headed)]
    if counted:
        return sorted(counted, key=lambda row: row[0].start)
    bullets = [Marker(m.start(), m.end(), "bullet", 0) for m in _BULLET.finditer(text)]
    return [bullets] if len(bullets) >= _FEWEST else []


def _rows(markers: list[Marker], headed: Callable[[int], bool]) -> Iterator[list[Marker]]:
    row: list[Marker] = []
    step = last = 0
    for at, marker in enumerate(markers):
        moved = marker.number - last if row else 0
        follows = markers[at + 1].number - last if row and at + 1 < len(markers) else 0
        begins = abs(moved) == 1 or (moved == 2 * follows and abs(follows) == 1)
        if row and (_goes_on(row, moved, step) if step else begins):
            row.append(marker)
            step = step or (moved if abs(moved) == 1 else follows)
            last = last if moved == -step else marker.number
            continue
        if _is_row(row, headed):
            yield row
        row, step, last = [marker], 0, marker.number
    if _is_row(row, headed):
        yield row


def _goes_on(row: list[Marker], moved: int, step: int) -> bool:
    """Whether a number goes on with a row: the next one, one after it, or the one passed over.

    `1. A 2. B 4. D 3. C 5. E`: the numbers are the places.
    """
    if moved in (step, 2 * step):
        return True
    counted = {marker.number for marker in row}
    return moved == -step and row[-1].number - step not in counted


def _is_row(row: list[Marker], headed: Callable[[int], bool]) -> bool:
    counts = [marker.number for marker in row] == [1, 2]
    return len(row) >= _FEWEST or (counts and headed(row[0].start))
