"""`fakta conflicts`: articles that contradict each other."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from extractor.cli.answer import add_dataset, answer, opened, tell_damaged
from extractor.cli.terminal import Commands

if TYPE_CHECKING:
    import argparse


def add(commands: Commands) -> None:
    """Add the command to `commands`."""
    conflicts = commands.add_parser("conflicts", help="articles that contradict each other")
    add_dataset(conflicts)
    conflicts.set_defaults(work=_conflicts)


def _conflicts(arguments: argparse.Namespace) -> int:
    from extractor.archive.questions.conflicts import rank_conflicts, score_conflicts
    from extractor.archive.questions.tabled import conflict_table
    from extractor.report.answers import CONFLICTS
    from extractor.report.rows import of_table

    dataset = opened(arguments)
    table = conflict_table(chain(score_conflicts(dataset), rank_conflicts(dataset)))
    return max(answer(of_table(table, CONFLICTS), arguments), tell_damaged(dataset))
