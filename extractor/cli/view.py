"""`fakta view`: one page that shows articles and where each of their facts was read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from extractor.cli.extract import read
from extractor.cli.terminal import FINE, LOST, Commands, day, load, tell

if TYPE_CHECKING:
    import argparse

    from extractor.inputs import Extracts
    from extractor.report.page import Seen


def add(commands: Commands) -> None:
    """Add the command to `commands`."""
    view = commands.add_parser("view", help="write a page that shows articles and their facts")
    view.add_argument("files", nargs="+", metavar="ARTICLE", help="text, or .json; - is stdin")
    view.add_argument("-o", "--out", metavar="PAGE", type=Path, required=True, help="page.html")
    view.add_argument(
        "--published", metavar="DATE", type=day, help="day of publication, 2025-01-04"
    )
    view.set_defaults(work=_view)


def _view(arguments: argparse.Namespace) -> int:
    from extractor.errors import InputError, KnownFactsError
    from extractor.report.html import encoded
    from extractor.report.page import render_page

    made: Extracts | None = None
    seen: list[Seen] = []
    failed = False
    for name in arguments.files:
        try:
            made = made or load()
            seen.append(_seen(name, arguments.published, made))
        except (InputError, KnownFactsError) as error:
            tell(error)
            failed = True
    if not seen:
        return LOST
    try:
        arguments.out.write_bytes(encoded(render_page(seen)))
    except OSError as error:
        tell(f"{arguments.out}: {(error.strerror or str(error)).lower()}")
        return LOST
    return LOST if failed else FINE


def _seen(name: str, published: str | None, made: Extracts) -> Seen:
    """Return the article of the file `name`, judged if its known facts lie beside it.

    Raises InputError and KnownFactsError.
    """
    from dataclasses import replace
    from datetime import date

    from extractor.facts.check import check, read_pair
    from extractor.facts.load import SUFFIX
    from extractor.inputs import extract
    from extractor.report.page import Seen

    path = Path(name)
    known = path.with_name(path.stem + SUFFIX)
    if name == "-" or not known.is_file():
        return Seen(extract(made, read(name, published)))
    pair = read_pair(known, path)
    if published:
        pair = replace(pair, source=replace(pair.source, published=date.fromisoformat(published)))
    checked = check(pair, made)
    return Seen(checked.article, checked.verdicts)
