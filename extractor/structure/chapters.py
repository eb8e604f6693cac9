"""Numbered headings with text below: `1. Rimba`, a paragraph or two, `2. Awan`, and so on."""

from collections.abc import Sequence

from extractor.structure.markers import Marker, head_marker
from extractor.structure.segments import Line

_HEADING = 90
_FEWEST = 3
_LONGEST = 8  # lines with words
_CLOSED = (".", "!", "?", ":", ",", ";", "”", '"')


def numbered_heads(lines: Sequence[Line], at: int, first: Marker) -> list[tuple[int, Marker]]:
    """Return the headings that count on, up or down, from the one at line `at`; [] for too few.

    Each is short, stands on a line of its own, and has some lines of text below, none of them
    marked alike.
    """
    if first.kind != "number" or not _is_heading(lines[at]):
        return []
    found = [(at, first)]
    told = 0
    for place in range(at + 1, len(lines)):
        line = lines[place]
        if line.blank:
            continue
        marker = head_marker(line.text)
        if marker is None or (marker.kind, marker.style) != (first.kind, first.style):
            told += 1
            if told > _LONGEST:
                break
        elif not (told and _counts_on(marker, found) and _is_heading(line)):
            break
        else:
            found.append((place, marker))
            told = 0
    return found if len(found) >= _FEWEST else []


def _is_heading(line: Line) -> bool:
    return len(line.text) <= _HEADING and not line.text.endswith(_CLOSED)


def _counts_on(marker: Marker, found: Sequence[tuple[int, Marker]]) -> bool:
    """Whether a number is the next in the direction that those before count in."""
    step = marker.number - found[-1][1].number
    before = found[-1][1].number - found[-2][1].number if len(found) > 1 else step
    return abs(step) == 1 and step == before
