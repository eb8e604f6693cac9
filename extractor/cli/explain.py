"""`fakta explain`: the decisions behind each score and rank, their words; what each number is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.cli.extract import read
from extractor.cli.terminal import FINE, LOST, Commands, console, day, tell

if TYPE_CHECKING:
    import argparse


def add(commands: Commands) -> None:
    """Add the command to `commands`."""
    explain = commands.add_parser("explain", help="show why scores and ranks are what they are")
    explain.add_argument("files", nargs="+", metavar="FILE", help="text, or .json; - is stdin")
    explain.add_argument(
        "--published", metavar="DATE", type=day, help="day of publication, 2025-01-04"
    )
    explain.set_defaults(work=_explain)


def _explain(arguments: argparse.Namespace) -> int:
    import extractor
    from extractor.errors import InputError
    from extractor.report.explanation import render

    made, screen, failed = None, console(), False
    for name in arguments.files:
        try:
            source = read(name, arguments.published)
            made = made or extractor.load()
            explanation = made.explain(source.text, id=source.id, published=source.published)
            render(explanation, screen)
        except InputError as error:
            tell(error)
            failed = True
    return LOST if failed else FINE
