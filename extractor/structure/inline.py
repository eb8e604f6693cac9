"""Lists inside a line: `1. Rimba 2. Awan 3. Senja Kategori kabupaten: 1. Teluk 2. Muara 3. …`."""

import re
from dataclasses import dataclass

from extractor.structure.markers import Marker, inner_markers

_SENTENCE = re.compile(r"[.!?][”\"]?\s+(?=[A-Z“\"(])")
_NAMED_VALUE = re.compile(
    r".{3,70}?[\s:(=–-](?:\d+[.,]\d+(?:\s?(?:persen|poin|%))?|\d+\s?(?:persen|poin|%))\)?"
)
_HEAD_REACH = 60
_SHORT = 30


@dataclass(frozen=True, slots=True)
class InlineList:
    """A list inside a line, as characters of that line; an item is its number, start and end.

    `opening` are the words right before it that head it, () for none; `lead` is the sentence before
    them where they are short: `Nilai SPBE 2024. Kota: 1. …`.
    """

    start: int
    end: int
    opening: tuple[int, int] | tuple[()]
    lead: tuple[int, int] | tuple[()]
    items: tuple[tuple[int, int, int], ...]


def inline_lists(text: str) -> list[InlineList]:
    """Return the lists inside the line `text`, in order."""
    rows = inner_markers(text, lambda at: _is_headed(text, at))
    found: list[InlineList] = []
    floor = 0
    for at, row in enumerate(rows):
        if row[0].start < floor:
            continue  # letters inside the items of a numbered list
        follower = next((r[0].start for r in rows[at + 1 :] if r[0].start > row[-1].end), 0)
        last_end = _last_end(text, row[-1], follower)
        bounds = [*(marker.start for marker in row[1:]), last_end]
        items = tuple(
            (marker.number, marker.end, max(marker.end, len(text[:end].rstrip(" ,;"))))
            for marker, end in zip(row, bounds, strict=True)
        )
        opening = _opening(text, floor, row[0].start)
        lead: tuple[int, int] | tuple[()] = ()
        if opening and opening[1] - opening[0] < _SHORT:  # "Hasilnya: 1. …"
            lead = _opening(text, floor, opening[0])
        found.append(InlineList(row[0].start, last_end, opening, lead, items))
        floor = last_end
    return found


def _last_end(text: str, last: Marker, follower: int) -> int:
    """Return where the last item ends: with its sentence or its value, or before the next list."""
    stop = _SENTENCE.search(text, last.end)
    end = stop.start() + 1 if stop else len(text)
    if not follower or end < follower:
        return end
    if (own := _NAMED_VALUE.match(text, last.end, follower)) is not None:
        return own.end()
    return follower


def _is_headed(text: str, at: int) -> bool:
    """Whether a heading ends right before `at`, with a colon."""
    return text[max(0, at - _HEAD_REACH) : at].rstrip().endswith(":")


def _opening(text: str, floor: int, first: int) -> tuple[int, int] | tuple[()]:
    """Return the words from `floor` to the first item, of their last sentence only."""
    before = text[floor:first].rstrip()
    begins = [match.end() for match in _SENTENCE.finditer(before)]
    start = floor + (begins[-1] if begins else len(before) - len(before.lstrip(" ,;.")))
    return (start, floor + len(before)) if start < floor + len(before) else ()
