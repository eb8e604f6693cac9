"""`fakta series`: the values of an index for regions, period by period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.cli.answer import add_dataset, answer, opened, tell_damaged
from extractor.cli.terminal import FINE, LOST, Commands, tell

if TYPE_CHECKING:
    import argparse


def add(commands: Commands) -> None:
    """Add the command to `commands`."""
    series = commands.add_parser("series", help="the values of an index for a region")
    add_dataset(series)
    series.add_argument("--index", metavar="NAME", required=True, help="SPBE, or its full name")
    series.add_argument(
        "--region",
        metavar="NAME",
        action="append",
        required=True,
        help='"Kota Jambi", or 15.71; may be given several times',
    )
    series.add_argument("--aspect", metavar="NAME", help="a pillar of the index")
    series.set_defaults(work=_series)


def _series(arguments: argparse.Namespace) -> int:
    from extractor.archive.questions.naming import named_index
    from extractor.archive.questions.series import series
    from extractor.archive.questions.tabled import series_table
    from extractor.errors import InputError
    from extractor.report.answers import SERIES
    from extractor.report.rows import of_table

    dataset = opened(arguments)
    named_index(arguments.index, dataset.stated_indices())
    points, code = [], FINE
    for region in arguments.region:
        try:
            found = series(dataset, arguments.index, region, arguments.aspect)
        except InputError as error:
            tell(error)
            code = LOST
            continue
        if not found:
            tell(f"no article states {arguments.index} of {region}")
        points += found
    written = answer(of_table(series_table(points), SERIES), arguments)
    return max(code, written, tell_damaged(dataset))
