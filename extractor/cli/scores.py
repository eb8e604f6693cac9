"""`fakta scores`: who has which value on an index."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.cli.asking import add_question, answer_question

if TYPE_CHECKING:
    import argparse

    from extractor.cli.terminal import Commands

_EXAMPLE = (
    'fakta scores data --index SPBE --in "Jawa Tengah" --level kabupaten --above 3 --year 2023'
)


def add(commands: Commands) -> None:
    """Add the command to `commands`."""
    scores = add_question(commands, "scores", "who has which value on an index", _EXAMPLE)
    scores.add_argument("--above", metavar="X", help="values above 3,5")
    scores.add_argument("--below", metavar="X", help="values below 3,5")
    scores.add_argument("--between", metavar=("A", "B"), nargs=2, help="values from A to B")
    scores.add_argument("--predicate", metavar="GRADE", help="Memuaskan, BB, …")
    scores.add_argument("--aspect", metavar="NAME", help="a pillar; semua: with all pillars")
    scores.set_defaults(work=_scores)


def _scores(arguments: argparse.Namespace) -> int:
    from extractor.archive.questions.scores import scores
    from extractor.report.answers import SCORES

    return answer_question(
        arguments,
        scores,
        SCORES,
        above=arguments.above,
        below=arguments.below,
        between=arguments.between,
        predicate=arguments.predicate,
        aspect=arguments.aspect,
    )
