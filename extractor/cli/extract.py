"""`fakta extract`: what articles state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.cli.articles import FILES, STDIN, add_reading, sources
from extractor.cli.terminal import FINE, LOST, Commands, add_min_confidence, console, load, tell

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from extractor.inputs import Extracts
    from extractor.records import Article


def add(commands: Commands) -> None:
    """Add the command to `commands`."""
    extract = commands.add_parser("extract", help="write what articles state")
    extract.add_argument("files", nargs="*", metavar="FILE", help=f"{FILES}; - is stdin (default)")
    extract.add_argument("--format", choices=("table", "json", "jsonl"), default="table")
    add_reading(extract)
    add_min_confidence(extract, "less probable records become findings")
    extract.set_defaults(work=_extract)


def _extract(arguments: argparse.Namespace) -> int:
    failed: list[str] = []
    articles = _articles(arguments, failed)
    if arguments.format == "table":
        from extractor.report.terminal import render

        screen = console()
        for article in articles:
            render(article, screen)
    elif arguments.format == "jsonl":
        for article in articles:
            print(_json(article), flush=True)
    else:
        separator = "["
        for article in articles:
            print(f"{separator}\n{_json(article)}", end="")
            separator = ","
        print("[]" if separator == "[" else "\n]")
    return LOST if failed else FINE


def _json(article: Article) -> str:
    import json

    return json.dumps(article.model_dump(mode="json"), ensure_ascii=False)


def _articles(arguments: argparse.Namespace, failed: list[str]) -> Iterator[Article]:
    """Yield the articles of the files that are named; one that cannot be read is told and noted."""
    from extractor.assembly.confidence import sift
    from extractor.errors import InputError
    from extractor.inputs import extract

    made: Extracts | None = None
    for source in sources(arguments.files or [STDIN], arguments, failed):
        made = made or load()
        try:
            article = extract(made, source)
        except InputError as error:
            tell(error)
            failed.append(source.id)
        else:
            yield sift(article, arguments.min_confidence)
