"""`fakta quotes`: who said what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.cli.asking import add_question, answer_question

if TYPE_CHECKING:
    import argparse

    from extractor.cli.terminal import Commands

_EXAMPLE = 'fakta quotes data --in "Jawa Tengah" --about stunting --year 2024'


def add(commands: Commands) -> None:
    """Add the command to `commands`."""
    quotes = add_question(commands, "quotes", "who said what, in which office", _EXAMPLE)
    quotes.add_argument("--speaker", metavar="WORDS", help="that the speaker's name has")
    quotes.add_argument("--about", metavar="WORDS", help="that are said")
    quotes.add_argument("--kind", choices=("direct", "indirect"), help="in whose words")
    quotes.set_defaults(work=_quotes)


def _quotes(arguments: argparse.Namespace) -> int:
    from extractor.archive.questions.quotes import quotes
    from extractor.report.answers import QUOTES

    return answer_question(
        arguments,
        quotes,
        QUOTES,
        speaker=arguments.speaker,
        about=arguments.about,
        kind=arguments.kind,
    )
