"""`fakta view`: one page that shows articles and where each of their facts was read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from extractor.cli.articles import FILES, STDIN, add_reading, reading, sources
from extractor.cli.terminal import FINE, LOST, Commands, load, tell

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from extractor.inputs import Extracts
    from extractor.report.page import Seen


def add(commands: Commands) -> None:
    """Add the command to `commands`."""
    view = commands.add_parser("view", help="write a page that shows articles and their facts")
    view.add_argument("files", nargs="+", metavar="ARTICLE", help=f"{FILES}; - is stdin")
    view.add_argument("-o", "--out", metavar="PAGE", type=Path, required=True, help="page.html")
    add_reading(view)
    view.set_defaults(work=_view)


def _view(arguments: argparse.Namespace) -> int:
    from extractor.report.html import encoded
    from extractor.report.page import render_page

    failed: list[str] = []
    seen = list(_seen(arguments, failed))
    if not seen:
        return LOST
    try:
        arguments.out.write_bytes(encoded(render_page(seen)))
    except OSError as error:
        tell(f"{arguments.out}: {(error.strerror or str(error)).lower()}")
        return LOST
    return LOST if failed else FINE


def _seen(arguments: argparse.Namespace, failed: list[str]) -> Iterator[Seen]:
    """Yield the articles of the files that are named, judged if known facts lie beside them."""
    from extractor.errors import InputError, KnownFactsError
    from extractor.facts.load import facts_path
    from extractor.inputs import extract
    from extractor.report.page import Seen

    made: Extracts | None = None
    for name in arguments.files:
        known = None if name == STDIN else facts_path(Path(name))
        try:
            if known is not None and known.is_file():
                made = made or load()
                yield _judged(known, Path(name), made, arguments)
                continue
            for source in sources([name], arguments, failed):
                made = made or load()
                yield Seen(extract(made, source))
        except (InputError, KnownFactsError) as error:
            tell(error)
            failed.append(name)


def _judged(known: Path, path: Path, made: Extracts, arguments: argparse.Namespace) -> Seen:
    """Return the article in the file `path` with what became of the facts in the file `known`.

    Raises InputError and KnownFactsError.
    """
    from dataclasses import replace
    from datetime import date

    from extractor.facts.check import check, read_pair
    from extractor.report.page import Seen

    pair = read_pair(known, path, reading(arguments))
    if arguments.published:
        day = date.fromisoformat(arguments.published)
        pair = replace(pair, source=replace(pair.source, published=day))
    checked = check(pair, made)
    return Seen(checked.article, checked.verdicts)
