"""The article's text cut where the words of facts begin and end, ready to be written as HTML."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractor.report.entries import SECTIONS, Entry

_ORDER = {
    kind: place
    for place, kind in enumerate(
        ("regions", "indices", "dates", "officials", "scores", "ranks", "quotes")
    )
}
_TAGS = {section.kind: section.tag for section in SECTIONS}


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text under the same facts.

    `kind` is that of the shortest fact over it ("" for none): of a score's words, its region is
    shown as a region. `facts` are the ids of all entries over it; `tag` stands behind the last
    run of a mention; `notes` are the findings that end here.
    """

    start: int
    text: str
    kind: str = ""
    facts: tuple[str, ...] = ()
    quoted: bool = False
    severity: str = ""
    tag: str = ""
    notes: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class _Span:
    """Sorts with the span that is to be shown first: findings and quiet entries are no kind."""

    length: int
    order: int
    end: int
    number: int


def paragraphs(text: str, entries: Sequence[Entry]) -> list[list[Run]]:
    """Return the lines of `text`, each as runs; joined again they are `text`, to the character."""
    lines: list[list[Run]] = [[]]
    for run in _runs(text, entries):
        if run.text == "\n":
            lines.append([])
        else:
            lines[-1].append(run)
    return lines


def _runs(text: str, entries: Sequence[Entry]) -> Iterable[Run]:
    opening: dict[int, list[_Span]] = {}
    closing: dict[int, list[_Span]] = {}
    for number, entry in enumerate(entries):
        order = _ORDER.get(entry.kind, len(_ORDER)) if not entry.quiet else len(_ORDER)
        for start, end in entry.spans:
            span = _Span(end - start, order, end, number)
            opening.setdefault(start, []).append(span)
            closing.setdefault(end, []).append(span)
    breaks = {at for place, char in enumerate(text) if char == "\n" for at in (place, place + 1)}
    cuts = sorted({0, len(text), *opening, *closing, *breaks})
    active: list[_Span] = []
    for start, end in pairwise(cuts):
        gone = closing.get(start, [])
        active = [span for span in active if span not in gone] + opening.get(start, [])
        yield _run(text, start, end, sorted(active), entries)


def _run(text: str, start: int, end: int, active: Sequence[_Span], entries: Sequence[Entry]) -> Run:
    # A chosen mention is what is shortest here; a quote is what all else stands in.
    told = [span for span in active if span.order < len(_ORDER)]
    inner = [span for span in told if entries[span.number].kind != "quotes"] or told
    over = [entries[span.number] for span in active]
    kind = entries[inner[0].number].kind if inner else ""
    ids = dict.fromkeys(entry.id for entry in over)
    notes = [entries[span.number] for span in active if span.end == end]
    severities = [entry.severity for entry in over if entry.severity]
    return Run(
        start=start,
        text=text[start:end],
        kind=kind,
        facts=tuple(ids),
        quoted=any(entry.kind == "quotes" and not entry.quiet for entry in over),
        severity=min(severities, default="", key=("error", "warning", "info").index),
        tag=_TAGS[kind] if inner and inner[0].end == end else "",
        notes=tuple(note for note in dict.fromkeys(notes) if note.kind == "findings"),
    )
