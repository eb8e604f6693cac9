"""How facts stand in their file, so that saving leaves alone what nobody has touched."""

from collections.abc import Mapping
from dataclasses import dataclass

from yaml.nodes import Node, SequenceNode

from extractor.facts.draft import CHECK, REMARKS
from extractor.facts.known import KINDS, Fact, Kind, KnownFacts
from extractor.yaml_lines import read_document


@dataclass(frozen=True, slots=True)
class Kept:
    """The first comments of a file, and the lines of its facts with the comments at them."""

    remarks: tuple[str, ...] = ()
    lines: Mapping[tuple[Kind, Fact], str] | None = None

    def line(self, kind: Kind, fact: Fact) -> str:
        """Return how `fact` stands in the file, "" where it fills no line of its own."""
        return (self.lines or {}).get((kind, fact), "")

    def confidence(self, kind: Kind, fact: Fact) -> float | None:
        """Return how sure the draft was of `fact`, None once a person has checked it."""
        _, mark, told = self.line(kind, fact).rpartition(f"# {CHECK}")
        number = told.strip().removesuffix("%").strip()
        return int(number) / 100 if mark and number.isdecimal() else None


def kept_of(text: str, known: KnownFacts) -> Kept:
    """Return how the facts in `known` stand in `text`, the content of their file."""
    rows = text.lstrip("\ufeff").splitlines()
    remarks: list[str] = []
    for row in rows:
        if not row.startswith("#"):
            break
        remarks.append(row.removeprefix("#").strip())
    document = read_document(text)
    lines: dict[tuple[Kind, Fact], str] = {}
    for kind in KINDS:
        node = document.node((kind,))
        if not isinstance(node, SequenceNode) or node.flow_style:
            continue
        for fact, entry in zip(known.of(kind), node.value, strict=True):
            if line := _line(entry, rows):
                lines[kind, fact] = line
    return Kept(tuple(remark for remark in remarks if remark not in REMARKS), lines)


def _line(node: Node, rows: list[str]) -> str:
    """Return the line that `node` fills alone, under the comments that stand right above it."""
    first = node.start_mark.line
    if node.end_mark.line != first or not rows[first].lstrip().startswith("- "):
        return ""
    above = first
    while above and rows[above - 1].lstrip().startswith("#"):
        above -= 1
    return "\n".join(row.strip() for row in rows[above : first + 1])
