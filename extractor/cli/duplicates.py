"""`fakta duplicates`: articles that have one text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.cli.answer import add_format, answer, check_format
from extractor.cli.terminal import Commands, local, tell

if TYPE_CHECKING:
    import argparse


def add(commands: Commands) -> None:
    """Add the command to `commands`."""
    duplicates = commands.add_parser("duplicates", help="articles that have one text")
    duplicates.add_argument(
        "dataset", metavar="DIR", type=local, help="what `fakta batch` has made"
    )
    add_format(duplicates)
    duplicates.set_defaults(work=_duplicates)


def _duplicates(arguments: argparse.Namespace) -> int:
    from extractor.archive.questions.dataset import Dataset
    from extractor.archive.questions.duplicates import duplicates
    from extractor.report.answers import DUPLICATES
    from extractor.report.rows import of_table

    check_format(arguments)
    # An article has its text, whatever its facts were corrected to.
    found = duplicates(Dataset(arguments.dataset, corrections=False))
    code = answer(of_table(found, DUPLICATES), arguments)
    texts = len(found["text_id"].unique())
    tell(f"articles with a text in common: {found.num_rows}, texts: {texts}")
    return code
