"""`fakta review`: articles beside their facts in the browser, to accept, correct, delete, add."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from extractor.cli.terminal import LOST, Commands, local, tell

if TYPE_CHECKING:
    import argparse

_HOST = "127.0.0.1"


def add(commands: Commands) -> None:
    """Add the command to `commands`."""
    review = commands.add_parser("review", help="put facts right in the browser, saved as files")
    review.add_argument(
        "paths",
        nargs="+",
        metavar="DIR|ARTICLE|DATASET",
        type=local,
        help="NAME.facts.yaml goes beside an article, corrections.yaml into a dataset",
    )
    review.add_argument(
        "--corrections", metavar="FILE", type=Path, help="of a dataset: where they are kept"
    )
    review.add_argument(
        "--limit", metavar="N", type=_count, help="of a dataset: the least sure articles (200)"
    )
    review.add_argument(
        "--article", metavar="ID", action="append", help="of a dataset: this one alone"
    )
    review.add_argument("--port", type=int, default=8001, help="on this machine alone (8001)")
    review.set_defaults(work=_review)


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError
    return number


def _review(arguments: argparse.Namespace) -> int:
    try:
        from extractor.cli.serve import port_problem
        from extractor.serve.review import create_desk as _  # noqa: F401 (is the extra there?)
    except ModuleNotFoundError as error:
        tell(f"{error.name} is not installed; run: pip install 'faktaberita[serve]'")
        return LOST
    from extractor.errors import FaktaError

    first, *others = arguments.paths
    # One whose run has not ended says so itself.
    is_dataset = not others and any((first / name).exists() for name in ("manifest.json", ".run"))
    if not is_dataset and (option := _of_dataset(arguments)):
        tell(f"{option} is for a dataset; {first} is none")
        return LOST
    try:
        if problem := port_problem(_HOST, arguments.port):
            tell(problem)
            return LOST
        return _rows(arguments) if is_dataset else _files(arguments)
    except FaktaError as error:
        tell(error)
        return LOST


def _of_dataset(arguments: argparse.Namespace) -> str | None:
    """Return an option that was given and only a dataset has."""
    given = {name: getattr(arguments, name) for name in ("corrections", "limit", "article")}
    return next((f"--{name}" for name, value in given.items() if value is not None), None)


def _files(arguments: argparse.Namespace) -> int:
    from functools import partial

    from extractor.cli.serve import served
    from extractor.lexicon.own import own_words
    from extractor.serve.review import Desk, articles_of, create_desk
    from extractor.serve.worker import Workers, load

    paths = articles_of(arguments.paths)
    with Workers(partial(load, own_words())) as workers:
        app = create_desk(Desk(paths, workers.read))
        return served(app, _HOST, arguments.port)


def _rows(arguments: argparse.Namespace) -> int:
    from extractor.cli.serve import served
    from extractor.serve.dataset import DatasetDesk
    from extractor.serve.review import create_desk

    limit = {} if arguments.limit is None else {"limit": arguments.limit}
    desk = DatasetDesk(
        arguments.paths[0], arguments.corrections, ids=arguments.article or (), **limit
    )
    for unfit in desk.unfit:
        tell(f"{desk.path}:{unfit}; not applied")
    if len(desk) < desk.of:
        tell(f"{len(desk)} of {desk.of} articles, the least sure first (--limit, --article)")
    tell(f"corrections are kept in {desk.path}")
    return served(create_desk(desk), _HOST, arguments.port)
