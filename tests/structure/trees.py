"""A segment tree as words, so that tests can say what they expect."""

from extractor.structure.segments import Segment
from extractor.structure.tree import segment_tree

Read = list[tuple[int, str]]


def words(text: str, segment: Segment) -> str:
    """Return what stands in `segment`."""
    return text[segment.start : segment.end]


def kinds(text: str) -> list[tuple[str, str]]:
    """Return the segments that stand below no other, each with its words."""
    return [(s.kind, words(text, s)) for s in segment_tree(text) if s.parent < 0]


def lists(text: str) -> list[tuple[list[str], Read]]:
    """Return the headings and the numbered items of each list."""
    segments = segment_tree(text)
    return [
        (
            [words(text, segments[heading]) for heading in owner.headings],
            [(s.number, words(text, s)) for s in segments if s.parent == at],
        )
        for at, owner in enumerate(segments)
        if owner.kind == "list"
    ]


def tables(text: str) -> list[list[list[str]]]:
    """Return the rows of each table, its header first."""
    segments = segment_tree(text)
    return [
        [
            [words(text, cell) for cell in segments if cell.parent == row]
            for row, segment in enumerate(segments)
            if segment.parent == at
        ]
        for at, table in enumerate(segments)
        if table.kind == "table"
    ]
