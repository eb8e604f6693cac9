"""`fakta extract`: what articles state."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING, Any, cast

from extractor.cli.answer import add_format, answer, check_format, write_text
from extractor.cli.articles import FILES, STDIN, add_reading, sources
from extractor.cli.terminal import FINE, LOST, Commands, add_min_confidence, console, load, tell

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from rich.console import Console

    from extractor.inputs import Extracts
    from extractor.records import Article

KINDS = ("scores", "ranks", "officials", "quotes", "regions", "indices", "dates", "findings")
_FLAT = ("csv", "xlsx", "parquet")


def add(commands: Commands) -> None:
    """Add the command to `commands`."""
    extract = commands.add_parser("extract", help="write what articles state")
    extract.add_argument("files", nargs="*", metavar="FILE", help=f"{FILES}; - is stdin (default)")
    add_format(extract, ("table", "json", "jsonl", *_FLAT))
    extract.add_argument(
        "--table", metavar="KIND", choices=KINDS, help="of csv, xlsx and parquet: scores, ranks, …"
    )
    add_reading(extract)
    add_min_confidence(extract, "less probable records become findings")
    extract.set_defaults(work=_extract)


def _extract(arguments: argparse.Namespace) -> int:
    check_format(arguments)
    if arguments.table and arguments.format not in _FLAT:
        arguments.usage_error(f"--table is for {', '.join(_FLAT)}: the others hold all kinds")
    failed: list[str] = []
    articles = _articles(arguments, failed)
    if arguments.format in _FLAT:
        code = _write_kind(articles, arguments)
    elif arguments.out is not None:
        told = _told(articles, arguments.format, console(StringIO()))
        code = write_text("".join(told), arguments)
    else:
        for piece in _told(articles, arguments.format, console()):
            print(piece, end="", flush=True)
        code = FINE
    return LOST if failed else code


def _write_kind(articles: Iterator[Article], arguments: argparse.Namespace) -> int:
    """Write the facts of one kind, a row each."""
    from extractor.archive.tables import to_tables
    from extractor.report.rows import of_table

    tables = cast(dict[str, Any], to_tables(articles))
    table = tables[arguments.table or KINDS[0]]
    flat = [name for name in table.column_names if name != "evidence"]
    return answer(of_table(table.select(flat)), arguments)


def _told(articles: Iterator[Article], format: str, screen: Console) -> Iterator[str]:
    """Yield what is written, in pieces, as the articles are read."""
    if format == "table":
        from extractor.report.terminal import render

        for article in articles:
            with screen.capture() as told:
                render(article, screen)
            yield told.get()
    elif format == "jsonl":
        for article in articles:
            yield f"{_json(article)}\n"
    else:
        separator = "["
        for article in articles:
            yield f"{separator}\n{_json(article)}"
            separator = ","
        yield "[]\n" if separator == "[" else "\n]\n"


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
