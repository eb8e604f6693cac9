"""`fakta verify`: a dataset against official figures."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from extractor.cli.answer import add_dataset, answer, opened, tell_damaged
from extractor.cli.articles import add_encoding
from extractor.cli.terminal import LOST, Commands, tell

if TYPE_CHECKING:
    import argparse


def add(commands: Commands) -> None:
    """Add the command to `commands`."""
    verify = commands.add_parser("verify", help="compare a dataset with figures you trust")
    add_dataset(verify)
    verify.add_argument(
        "--against",
        metavar="FILE",
        type=Path,
        required=True,
        help="CSV with columns for region, index, period and value",
    )
    add_encoding(verify)
    verify.set_defaults(work=_verify)


def _verify(arguments: argparse.Namespace) -> int:
    from extractor.archive.questions.tabled import verified_table
    from extractor.archive.questions.verify import read_figures, verify
    from extractor.errors import InputError
    from extractor.report.answers import VERIFIED
    from extractor.report.rows import of_table

    dataset = opened(arguments)
    refused: list[InputError] = []
    figures = read_figures(
        arguments.against, refused.append, dataset.stated_indices(), arguments.encoding
    )
    found = list(verify(dataset, figures))
    code = max(answer(of_table(verified_table(found), VERIFIED), arguments), tell_damaged(dataset))
    for error in refused:
        tell(error)
    lines = {
        verdict: {item.figure.line for item in found if item.verdict == verdict}
        for verdict in ("confirmed", "contradicted", "unknown")
    }
    # A figure that one article confirms and another contradicts is contradicted.
    lines["confirmed"] -= lines["contradicted"]
    unread = f", {len(refused)} not read" if refused else ""
    tell(", ".join(f"{len(some)} {verdict}" for verdict, some in lines.items()) + unread)
    return LOST if lines["contradicted"] or refused else code
