"""`fakta ranks`: who holds which place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.cli.asking import add_question, answer_question

if TYPE_CHECKING:
    import argparse

    from extractor.cli.terminal import Commands

_EXAMPLE = 'fakta ranks data --index IPM --in "Jawa Barat" --top 10 --year 2021-2024'


def add(commands: Commands) -> None:
    """Add the command to `commands`."""
    ranks = add_question(commands, "ranks", "who holds which place in a ranking", _EXAMPLE)
    ranks.add_argument("--top", metavar="N", type=int, help="the first N places")
    ranks.add_argument("--bottom", metavar="N", type=int, help="the last N places")
    ranks.add_argument("--aspect", metavar="NAME", help="a pillar; semua: with all pillars")
    ranks.set_defaults(work=_ranks)


def _ranks(arguments: argparse.Namespace) -> int:
    from extractor.archive.questions.ranks import ranks
    from extractor.report.answers import RANKS

    return answer_question(
        arguments,
        ranks,
        RANKS,
        top=arguments.top,
        bottom=arguments.bottom,
        aspect=arguments.aspect,
    )
