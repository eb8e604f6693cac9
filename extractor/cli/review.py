"""`fakta review`: articles beside their facts in the browser, to accept, correct, delete, add."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from extractor.cli.terminal import LOST, Commands, tell

if TYPE_CHECKING:
    import argparse

_HOST = "127.0.0.1"


def add(commands: Commands) -> None:
    """Add the command to `commands`."""
    review = commands.add_parser("review", help="put facts right in the browser, saved as files")
    review.add_argument(
        "paths", nargs="+", metavar="DIR|ARTICLE", type=Path, help="NAME.facts.yaml goes beside"
    )
    review.add_argument("--port", type=int, default=8001, help="on this machine alone (8001)")
    review.set_defaults(work=_review)


def _review(arguments: argparse.Namespace) -> int:
    from functools import partial

    from extractor.errors import InputError

    try:
        from extractor.cli.serve import port_problem, served
        from extractor.serve.review import Desk, articles_of, create_desk
    except ModuleNotFoundError as error:
        tell(f"{error.name} is not installed; run: pip install 'faktaberita[serve]'")
        return LOST
    from extractor.lexicon.own import own_words
    from extractor.serve.worker import Workers, load

    try:
        paths = articles_of(arguments.paths)
    except InputError as error:
        tell(error)
        return LOST
    if problem := port_problem(_HOST, arguments.port):
        tell(problem)
        return LOST
    with Workers(partial(load, own_words())) as workers:
        app = create_desk(Desk(paths, workers.read))
        return served(app, _HOST, arguments.port)
