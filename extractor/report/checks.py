"""The outcome of a check: for people at a terminal, and as plain data."""

import json
from collections.abc import Sequence
from typing import Any

import pyarrow as pa
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from extractor.facts.check import Checked
from extractor.facts.compare import OUTCOMES, Verdict
from extractor.facts.known import shown
from extractor.facts.tally import Rates, Tally

_HEADS = ("ok", "inexact", "missing", "contra-\ndicted", "unex-\npected")
_MARKS = {"inexact": "~", "missing": "-", "contradicted": "!", "unexpected": "+"}
_STYLES = {"missing": "red", "contradicted": "red", "inexact": "yellow", "unexpected": "cyan"}

_RATES = ("precision", "recall", "f1")
_TALLIES = pa.schema(
    [
        ("kind", pa.string()),
        ("known", pa.int64()),
        ("found", pa.int64()),
        *((f"{name}_{field}", pa.float64()) for name in ("key", "exact") for field in _RATES),
        *((str(outcome), pa.int64()) for outcome in OUTCOMES),
    ]
)
_DIFFERENCES = pa.schema(
    [
        ("article", pa.string()),
        ("line", pa.int64()),
        ("kind", pa.string()),
        ("verdict", pa.string()),
        ("known", pa.string()),
        ("predicted", pa.string()),
        ("differing", pa.string()),
        ("sentence", pa.string()),
    ]
)


def render_tallies(tallies: Sequence[Tally], console: Console) -> None:
    """Write one row for each kind: counts, rates of the key, rates of exactness, verdicts."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1))
    table.add_column("kind", no_wrap=True)
    exact = ("exact\nP", "exact\nR", "exact\nF1")
    for head in ("known", "found", "key\nP", "key\nR", "key\nF1", *exact, *_HEADS):
        table.add_column(head, justify="right", no_wrap=True)
    for tally in tallies:
        rates = [*_shares(tally.key), *_shares(tally.exact)]
        counts = [str(tally.counts[outcome]) for outcome in OUTCOMES]
        table.add_row(tally.kind, str(tally.known), str(tally.found), *rates, *counts)
    console.print(table)


def render_differences(checked: Checked, console: Console) -> None:
    """Write each verdict that is no confirmation: article, line, what differs, the sentence."""
    for verdict in checked.verdicts:
        if verdict.verdict == "confirmed":
            continue
        place = f"{checked.pair.article_path}:{verdict.line}"
        line = Text(f"{_MARKS[verdict.verdict]} {place}: ")
        line.append(f"{verdict.verdict} {verdict.kind}", style=_STYLES[verdict.verdict])
        line.append(f": {verdict.told()}")
        console.print(line, soft_wrap=True)
        if verdict.sentence:
            console.print(Text(f"    {verdict.sentence}", style="dim"), soft_wrap=True)


def as_data(checked: Sequence[Checked], tallies: Sequence[Tally]) -> dict[str, Any]:
    """Return the outcome as plain data for JSON."""
    return {
        "kinds": {tally.kind: _tally_data(tally) for tally in tallies},
        "differences": [
            {"article": str(item.pair.article_path), **_verdict_data(verdict)}
            for item in checked
            for verdict in item.verdicts
            if verdict.verdict != "confirmed"
        ],
    }


def tallies_table(tallies: Sequence[Tally]) -> pa.Table:
    """Return a row for each kind: counts, rates of the key and of exactness, verdicts."""
    rows = []
    for tally in tallies:
        rates = {
            f"{name}_{field}": getattr(rate, field)
            for name, rate in (("key", tally.key), ("exact", tally.exact))
            for field in _RATES
        }
        counts = {str(outcome): tally.counts[outcome] for outcome in OUTCOMES}
        rows.append(
            {"kind": tally.kind, "known": tally.known, "found": tally.found, **rates, **counts}
        )
    return pa.Table.from_pylist(rows, schema=_TALLIES)


def differences_table(checked: Sequence[Checked]) -> pa.Table:
    """Return a row for each verdict that is no confirmation, what was read as JSON."""
    rows = [
        {
            "article": str(item.pair.article_path),
            **data,
            "predicted": data["predicted"] and json.dumps(data["predicted"], ensure_ascii=False),
            "differing": ", ".join(data["differing"]) or None,
        }
        for item in checked
        for verdict in item.verdicts
        if verdict.verdict != "confirmed"
        for data in (_verdict_data(verdict),)
    ]
    return pa.Table.from_pylist(rows, schema=_DIFFERENCES)


def _tally_data(tally: Tally) -> dict[str, Any]:
    rates = {
        name: {"precision": rate.precision, "recall": rate.recall, "f1": rate.f1}
        for name, rate in (("key", tally.key), ("exact", tally.exact))
    }
    counts = {str(outcome): count for outcome, count in tally.counts.items()}
    return {"known": tally.known, "found": tally.found, **rates, **counts}


def _verdict_data(verdict: Verdict) -> dict[str, Any]:
    return {
        "line": verdict.line,
        "kind": verdict.kind,
        "verdict": verdict.verdict,
        "known": shown(verdict.known) if verdict.known is not None else None,
        "predicted": verdict.predicted.model_dump(mode="json") if verdict.predicted else None,
        "differing": list(verdict.differing),
        "sentence": verdict.sentence,
    }


def _shares(rates: Rates) -> list[str]:
    shares = (rates.precision, rates.recall, rates.f1)
    return ["–" if share is None else f"{100 * share:.1f}" for share in shares]
