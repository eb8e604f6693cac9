"""`fakta officials`: who holds which office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.cli.asking import add_question, answer_question

if TYPE_CHECKING:
    import argparse

    from extractor.cli.terminal import Commands

_EXAMPLE = 'fakta officials data --in "Jawa Tengah" --office Bupati --sort level'


def add(commands: Commands) -> None:
    """Add the command to `commands`."""
    officials = add_question(commands, "officials", "who holds which office", _EXAMPLE)
    officials.add_argument("--name", metavar="WORDS", help="that the name has")
    officials.add_argument("--office", metavar="WORDS", help="that the office has: Wali Kota")
    officials.set_defaults(work=_officials)


def _officials(arguments: argparse.Namespace) -> int:
    from extractor.archive.questions.officials import officials
    from extractor.report.answers import OFFICIALS

    return answer_question(
        arguments, officials, OFFICIALS, name=arguments.name, office=arguments.office
    )
