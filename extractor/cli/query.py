"""`fakta query`: SQL to a dataset."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.cli.answer import add_dataset, answer, opened
from extractor.cli.terminal import Commands

if TYPE_CHECKING:
    import argparse

_TABLES = """\
tables: articles regions indices scores ranks officials quotes dates findings rejects; places and
catalogue are what is known of regions and indices, copies the articles that have one text
example: fakta query data "select period, count(*) from scores group by all order by all"
"""


def add(commands: Commands) -> None:
    """Add the command to `commands`."""
    query = commands.add_parser("query", help="ask a dataset in SQL", epilog=_TABLES)
    add_dataset(query)
    query.add_argument("--files", action="store_true", help="SQL may read and write other files")
    query.add_argument("sql", metavar="SQL", help="what DuckDB understands")
    query.set_defaults(work=_query)


def _query(arguments: argparse.Namespace) -> int:
    from extractor.report.rows import Answer

    dataset = opened(arguments, reads_files=arguments.files)
    if arguments.format == "parquet":
        return answer(Answer((), (), lambda: dataset.arrow(arguments.sql)), arguments)
    columns, rows = dataset.ask(arguments.sql)
    return answer(Answer(columns, rows), arguments)
