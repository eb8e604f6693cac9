"""`fakta conflicts`: articles that contradict each other."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from extractor.cli.answer import add_dataset, answer, opened
from extractor.cli.terminal import FINE, Commands

if TYPE_CHECKING:
    import argparse


def add(commands: Commands) -> None:
    """Add the command to `commands`."""
    conflicts = commands.add_parser("conflicts", help="articles that contradict each other")
    add_dataset(conflicts)
    conflicts.set_defaults(work=_conflicts)


def _conflicts(arguments: argparse.Namespace) -> int:
    from extractor.archive.questions.conflicts import rank_conflicts, score_conflicts
    from extractor.report.answers import CONFLICTS, conflict_rows

    dataset = opened(arguments)
    rows = chain(conflict_rows(score_conflicts(dataset)), conflict_rows(rank_conflicts(dataset)))
    answer(CONFLICTS, rows, arguments.format)
    return FINE
