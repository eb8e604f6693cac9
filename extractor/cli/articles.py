"""The articles that a command is given: files of any format, or stdin."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from extractor.cli.terminal import day, tell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extractor.archive.options import Options
    from extractor.source import Source

FILES = "txt md html json jsonl csv tsv parquet warc, also .gz and .zst"
STDIN = "-"


def add_reading(parser: argparse.ArgumentParser) -> None:
    """Add the options that say how files are to be read."""
    parser.add_argument(
        "--published", metavar="DATE", type=day, help="day of publication, 2025-01-04"
    )
    add_form(parser)


def add_form(parser: argparse.ArgumentParser) -> None:
    """Add the options that say what form files have: `--encoding`, `--map`."""
    add_encoding(parser)
    parser.add_argument(
        "--map", metavar="FIELD=NAME", action="append", default=[], help="text=isi_berita"
    )


def add_encoding(parser: argparse.ArgumentParser) -> None:
    """Add the option that says what files are written in."""
    parser.add_argument(
        "--encoding", metavar="NAME", type=_encoding, help="of the files, such as cp1252; UTF-8"
    )


def reading(arguments: argparse.Namespace) -> Options:
    """Return how the arguments say that files are to be read (raises InputError)."""
    from dataclasses import replace

    from extractor.archive.fields import parse_names
    from extractor.inputs import OPTIONS

    return replace(OPTIONS, encoding=arguments.encoding, names=parse_names(arguments.map))


def sources(
    names: Iterable[str], arguments: argparse.Namespace, failed: list[str]
) -> Iterator[Source]:
    """Yield the articles in the files `names`; what is none is told, and its file noted."""
    from dataclasses import replace
    from datetime import date

    from extractor.inputs import read_articles, read_stream, told
    from extractor.source import Source

    options = reading(arguments)
    day = date.fromisoformat(arguments.published) if arguments.published else None
    for name in names:
        found = (
            read_stream(sys.stdin.buffer, "stdin", options)
            if name == STDIN
            else read_articles(name, options)
        )
        for source in found:
            if isinstance(source, Source):
                yield replace(source, published=day or source.published)
            else:
                tell(told(source))
                failed.append(name)


def _encoding(text: str) -> str:
    import codecs

    try:
        # Python's own tables of bytes to bytes, such as "hex", are none.
        "".encode(text)
        return codecs.lookup(text).name
    except LookupError:
        raise argparse.ArgumentTypeError(f"{text!r} is no encoding; one is cp1252") from None
