"""`fakta series`: the values of an index for a region, period by period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.cli.answer import add_dataset, answer, opened
from extractor.cli.terminal import FINE, Commands, tell

if TYPE_CHECKING:
    import argparse


def add(commands: Commands) -> None:
    """Add the command to `commands`."""
    series = commands.add_parser("series", help="the values of an index for a region")
    add_dataset(series)
    series.add_argument("--index", metavar="NAME", required=True, help="SPBE, or its full name")
    series.add_argument("--region", metavar="NAME", required=True, help='"Kota Jambi", or 15.71')
    series.add_argument("--aspect", metavar="NAME", help="a pillar of the index")
    series.set_defaults(work=_series)


def _series(arguments: argparse.Namespace) -> int:
    from extractor.archive.questions.series import series
    from extractor.report.answers import SERIES, series_rows

    dataset = opened(arguments)
    points = series(dataset, arguments.index, arguments.region, arguments.aspect)
    if not points:
        tell(f"no article states {arguments.index} of {arguments.region}")
    answer(SERIES, series_rows(points), arguments.format)
    return FINE
