"""`fakta verify`: a dataset against official figures."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from extractor.cli.answer import add_dataset, answer, opened
from extractor.cli.terminal import FINE, LOST, Commands, tell

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
    verify.set_defaults(work=_verify)


def _verify(arguments: argparse.Namespace) -> int:
    from extractor.archive.questions.verify import read_figures, verify
    from extractor.report.answers import VERIFIED, verified_rows

    figures = read_figures(arguments.against)
    found = list(verify(opened(arguments), figures))
    answer(VERIFIED, verified_rows(found), arguments.format)
    lines = {
        verdict: {item.figure.line for item in found if item.verdict == verdict}
        for verdict in ("confirmed", "contradicted", "unknown")
    }
    # A figure that one article confirms and another contradicts is contradicted.
    lines["confirmed"] -= lines["contradicted"]
    tell(", ".join(f"{len(some)} {verdict}" for verdict, some in lines.items()))
    return LOST if lines["contradicted"] else FINE
