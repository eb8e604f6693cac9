"""`fakta schema`: the JSON Schema of an article's records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.cli.terminal import FINE, Commands

if TYPE_CHECKING:
    import argparse


def add(commands: Commands) -> None:
    """Add the command to `commands`."""
    schema = commands.add_parser("schema", help="write the JSON Schema of an article's records")
    schema.set_defaults(work=_schema)


def _schema(_: argparse.Namespace) -> int:
    from extractor.records.schema import article_schema

    print(article_schema(), end="")
    return FINE
