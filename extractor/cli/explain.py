"""`fakta explain`: the decisions behind each score and rank, their words; what each number is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.cli.articles import FILES, add_reading, sources
from extractor.cli.terminal import FINE, LOST, Commands, console, tell

if TYPE_CHECKING:
    import argparse


def add(commands: Commands) -> None:
    """Add the command to `commands`."""
    explain = commands.add_parser("explain", help="show why scores and ranks are what they are")
    explain.add_argument("files", nargs="+", metavar="FILE", help=f"{FILES}; - is stdin")
    add_reading(explain)
    explain.set_defaults(work=_explain)


def _explain(arguments: argparse.Namespace) -> int:
    import extractor
    from extractor.errors import InputError
    from extractor.report.explanation import render

    made, screen = None, console()
    failed: list[str] = []
    for source in sources(arguments.files, arguments, failed):
        made = made or extractor.load()
        try:
            explanation = made.explain(source.text, id=source.id, published=source.published)
        except InputError as error:
            tell(error)
            failed.append(source.id)
        else:
            render(explanation, screen)
    return LOST if failed else FINE
