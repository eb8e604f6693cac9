"""What the commands that ask a dataset share."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.cli.terminal import add_min_confidence, console

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Sequence

    from extractor.archive.questions.dataset import Dataset


def add_dataset(parser: argparse.ArgumentParser) -> None:
    """Add the arguments that name a dataset and the form of the answer."""
    parser.add_argument("dataset", metavar="DIR", type=Path, help="what `fakta batch` has made")
    parser.add_argument("--format", choices=("table", "csv", "json"), default="table")
    add_min_confidence(parser, "leave out what is less probable")


def opened(arguments: argparse.Namespace) -> Dataset:
    """Return the dataset that the arguments name (raises DatasetError)."""
    from extractor.archive.questions.dataset import Dataset

    return Dataset(arguments.dataset, arguments.min_confidence)


def answer(
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
    format: str,
    *,
    all_columns: bool = False,
) -> None:
    """Write `rows` to stdout as a table, CSV or JSON; a table may leave out empty columns."""
    from extractor.report.rows import lines, render_rows

    if format == "table":
        render_rows(columns, rows, console(), all_columns=all_columns)
    else:
        sys.stdout.writelines(lines(columns, rows, format))
