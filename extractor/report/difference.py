"""The difference of two datasets: for people at a terminal, as plain data, and as one page."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import pyarrow as pa
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from extractor.archive.questions.difference import OUTCOMES, Change, Difference, Outcome
from extractor.archive.questions.two import SIDES, Side
from extractor.report.answers import HEADINGS, decimal, worded
from extractor.report.batch import LABELS
from extractor.report.html import render_template
from extractor.report.saying import said
from extractor.report.terminal import shortened

KINDS = {**LABELS, "rejects": "ditolak"}
OUTCOME_LABELS: dict[Outcome, str] = {
    "gained": "bertambah",
    "lost": "hilang",
    "changed": "berubah",
}
SIDE_LABELS: dict[Side, str] = {"old": "lama", "new": "baru"}
_MARKS: dict[Outcome, str] = {"gained": "+", "lost": "-", "changed": "~"}
_STYLES: dict[Outcome, str] = {"gained": "green", "lost": "red", "changed": "yellow"}
MOST_CHANGES = 3_000
"""How many changes a page shows, so that it stays quick."""
_SUBJECT = ("subject_kind", "subject_code", "subject_name")
_LONG = 200
_COLUMNS = pa.schema(
    [
        ("kind", pa.string()),
        ("outcome", pa.string()),
        ("article_id", pa.string()),
        ("index_name", pa.string()),
        ("old", pa.string()),
        ("new", pa.string()),
        ("differing", pa.string()),
        ("sentence", pa.string()),
        ("url", pa.string()),
        ("place", pa.string()),
    ]
)


@dataclass(frozen=True, slots=True)
class Altered:
    """An attribute that changed: what people call it, and its values before and after."""

    heading: str
    old: str
    new: str


def alterations(change: Change) -> list[Altered]:
    """Return what differs between the rows of `change`, for people; [] when one is missing."""
    if change.old is None or change.new is None:
        return []
    found = []
    for name in change.differing:
        if name in _SUBJECT[:-1] and _SUBJECT[-1] in change.differing:
            continue
        heading = HEADINGS["subject"] if name == _SUBJECT[-1] else HEADINGS.get(name, name)
        found.append(Altered(heading, *(_shown(name, row) for row in (change.old, change.new))))
    return found


def render_text(found: Difference, console: Console, *, quiet: bool = False) -> None:
    """Write `found` to `console`: counts by kind and index, then each change and its sentence."""
    for side in SIDES:
        console.print(Text(f"{SIDE_LABELS[side]}: {_made_by(found, side)}"), soft_wrap=True)
    counts = found.by_kind()
    table = _counts("Jenis")
    for kind, sides in found.rows.items():
        table.add_row(KINDS[kind], *(str(sides[side]) for side in SIDES), *_row(counts[kind]))
    console.print(table)
    indices = found.by_index()
    if indices:
        table = _counts("Indeks", sides=False)
        for name, count in indices.items():
            table.add_row(Text(shortened(name)), *_row(count))
        console.print(table)
    for told in found.lacking:
        console.print(Text(f"Tidak dibandingkan: {told}"), soft_wrap=True)
    for change in () if quiet else found.changes:
        _render_change(change, console)


def _render_change(change: Change, console: Console) -> None:
    line = Text(f"{_MARKS[change.outcome]} ", style=_STYLES[change.outcome])
    line.append(f"{change.article}: {KINDS[change.kind]}: {said(change.kind, change.row)}")
    console.print(line, soft_wrap=True)
    for altered in alterations(change):
        told = f"    {altered.heading}: {altered.old} → {altered.new}"
        console.print(Text(told), soft_wrap=True)
    if change.sentence:
        console.print(Text(f"    {change.sentence}", style="dim"), soft_wrap=True)


def as_data(found: Difference) -> dict[str, Any]:
    """Return `found` as plain data for JSON."""
    counts = found.by_kind()
    return {
        **{side: _made(found, side) for side in SIDES},
        "same": not found.changes,
        "kinds": {
            kind: {**found.rows[kind], **{name: counts[kind][name] for name in OUTCOMES}}
            for kind in found.rows
        },
        "indices": {
            name: {outcome: count[outcome] for outcome in OUTCOMES}
            for name, count in found.by_index().items()
        },
        "not_compared": list(found.lacking),
        "differences": [_plain(change) for change in found.changes],
    }


def as_table(found: Difference) -> pa.Table:
    """Return a row for each change, what differs in words."""
    rows = [
        {
            "kind": change.kind,
            "outcome": change.outcome,
            "article_id": change.article,
            "index_name": change.index or None,
            "old": None if change.old is None else said(change.kind, change.old),
            "new": None if change.new is None else said(change.kind, change.new),
            "differing": "; ".join(
                f"{one.heading}: {one.old} → {one.new}" for one in alterations(change)
            )
            or None,
            "sentence": change.sentence or None,
            "url": change.url,
            "place": change.place,
        }
        for change in found.changes
    ]
    return pa.Table.from_pylist(rows, schema=_COLUMNS)


def render_difference(found: Difference) -> str:
    """Return the HTML of a page about `found`."""
    counts = found.by_kind()
    total = sum(counts.values(), Counter())
    return render_template(
        "difference",
        title=" → ".join(found.folders[side].resolve().name for side in SIDES),
        sides=[(SIDE_LABELS[side], _made(found, side)) for side in SIDES],
        outcomes=OUTCOME_LABELS,
        marks=_MARKS,
        total=total,
        kinds=[(kind, KINDS[kind], found.rows[kind], counts[kind]) for kind in found.rows],
        indices=list(found.by_index().items()),
        lacking=found.lacking,
        changes=[_entry(change) for change in found.changes[:MOST_CHANGES]],
        left_out=max(0, len(found.changes) - MOST_CHANGES),
    )


def _entry(change: Change) -> dict[str, Any]:
    web = change.url and change.url.startswith(("https://", "http://"))
    return {
        "kind": change.kind,
        "label": KINDS[change.kind],
        "outcome": change.outcome,
        "index": change.index,
        "said": said(change.kind, change.row),
        "altered": alterations(change),
        "words": list(_words(change)),
        "where": change.url or change.place or change.article,
        # Only a web address is a link: an archive may hold "javascript:" for one.
        "url": change.url if web else None,
    }


def _words(change: Change) -> Iterator[tuple[str, bool]]:
    """Yield the pieces of the sentence, and whether the fact was read from them."""
    end = 0
    for start, to in change.marks:
        yield change.sentence[end:start], False
        yield change.sentence[start:to], True
        end = to
    if change.sentence[end:]:
        yield change.sentence[end:], False


def _counts(first: str, *, sides: bool = True) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1))
    table.add_column(first, no_wrap=True)
    for head in (*(SIDE_LABELS.values() if sides else ()), *OUTCOME_LABELS.values()):
        table.add_column(head, justify="right", no_wrap=True)
    return table


def _row(counts: Mapping[Outcome, int]) -> list[str]:
    return [str(counts[outcome]) for outcome in OUTCOMES]


def _made(found: Difference, side: Side) -> dict[str, Any]:
    manifest = found.manifests[side]
    told = {name: manifest.get(name) for name in ("version", "model", "lexicon")}
    return {"folder": str(found.folders[side]), **told}


def _made_by(found: Difference, side: Side) -> str:
    made = _made(found, side)
    return (
        f"{made['folder']} (faktaberita {made['version']}, model {made['model']}, "
        f"leksikon {made['lexicon']})"
    )


def _plain(change: Change) -> dict[str, Any]:
    old, new = (
        None if row is None else {name: _value(value) for name, value in row.items()}
        for row in (change.old, change.new)
    )
    return {
        "kind": change.kind,
        "outcome": change.outcome,
        "article": change.article,
        "index": change.index or None,
        "differing": list(change.differing),
        "old": old,
        "new": new,
        "sentence": change.sentence or None,
        "url": change.url,
        "place": change.place,
    }


def _value(value: Any) -> Any:
    if isinstance(value, Decimal):
        return float(value)
    return value.isoformat() if isinstance(value, date) else value


def _shown(name: str, row: Mapping[str, Any]) -> str:
    value = row[name]
    if value is None:
        return "–"
    if name == "value" and row.get("value_text"):
        return decimal(row["value_text"])
    if name == _SUBJECT[-1] and row.get("subject_code"):
        return f"{value} ({row['subject_code']})"
    if isinstance(value, float):
        return decimal(str(value))
    return shortened(str(worded(name, value)), _LONG)
