"""`fakta report`: a page about a dataset, with charts and the tables behind them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from extractor.cli.answer import add_corrections, corrected, tell_damaged
from extractor.cli.terminal import LOST, Commands, add_min_confidence, local, tell

if TYPE_CHECKING:
    import argparse


def add(commands: Commands) -> None:
    """Add the command to `commands`."""
    report = commands.add_parser("report", help="write a page about a dataset")
    report.add_argument("dataset", metavar="DIR", type=local, help="what `fakta batch` has made")
    report.add_argument("-o", "--out", metavar="PAGE", type=Path, required=True, help="report.html")
    add_min_confidence(report, "leave out what is less probable")
    add_corrections(report)
    report.set_defaults(work=_report)


def _report(arguments: argparse.Namespace) -> int:
    from extractor.report.dataset import render_dataset
    from extractor.report.html import encoded

    dataset = corrected(arguments)
    page = encoded(render_dataset(dataset))
    try:
        arguments.out.write_bytes(page)
    except OSError as error:
        tell(f"{arguments.out}: {(error.strerror or str(error)).lower()}")
        return LOST
    return tell_damaged(dataset)
