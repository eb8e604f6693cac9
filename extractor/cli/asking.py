"""What the questions without SQL share: `fakta scores`, `ranks`, `officials` and `quotes`."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from extractor.cli.answer import add_dataset, answer, opened
from extractor.cli.terminal import Commands, tell

if TYPE_CHECKING:
    from collections.abc import Callable

    from extractor.archive.questions.asking import Asked, Found
    from extractor.report.answers import Shown

_PERIODS = "2023, 2021-2023, 2023-06, 2023-06..2024-01, 2021.., ..2023"


def add_question(commands: Commands, name: str, help: str, example: str) -> argparse.ArgumentParser:
    """Add the command `name` with what all questions may ask for, and return its parser."""
    parser = commands.add_parser(
        name,
        help=help,
        epilog=f"example: {example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add_dataset(parser)
    parser.add_argument("--index", metavar="NAME", help="SPBE, or its full name")
    parser.add_argument(
        "--in", metavar="NAME", dest="within", help='"Jawa Tengah", or 33: it and all inside'
    )
    parser.add_argument("--region", metavar="NAME", help='"Kota Jambi", or 15.71: it alone')
    parser.add_argument("--subject", metavar="WORDS", help="that the name of a body has")
    parser.add_argument(
        "--level",
        metavar="LEVEL",
        help="provinsi, kabupaten, kota, kecamatan, lembaga, negara; several: kabupaten/kota",
    )
    parser.add_argument("--year", "--period", metavar="WHEN", dest="period", help=_PERIODS)
    parser.add_argument("--each", action="store_true", help="a row for each article that says so")
    parser.add_argument("--sort", metavar="COLUMN", help="value, confidence, articles, …")
    parser.add_argument("--descending", action="store_true", help="from the end of that order")
    parser.add_argument("--limit", metavar="N", type=int, help="the most rows")
    return parser


def asked_of(arguments: argparse.Namespace) -> Asked:
    """Return what the arguments ask of any kind of fact."""
    from extractor.archive.questions.asking import Asked

    return Asked(
        index=arguments.index,
        within=arguments.within,
        region=arguments.region,
        subject=arguments.subject,
        level=arguments.level,
        period=arguments.period,
        each=arguments.each,
        sort=_column(arguments.sort) if arguments.sort else None,
        descending=arguments.descending,
        limit=arguments.limit,
    )


def _column(told: str) -> str:
    """Return the column that `told` names, as programs or as people call it."""
    from extractor.errors import InputError
    from extractor.lexicon.nearest import meant
    from extractor.report.answers import HEADINGS

    names = {heading.casefold(): name for name, heading in reversed(HEADINGS.items())}
    names |= {name: name for name in HEADINGS}
    if told.casefold() not in names:
        perhaps = meant(told, [(name, name) for name in names])
        raise InputError(f"sort {told!r}: is no column{perhaps}")
    return names[told.casefold()]


def answer_question(
    arguments: argparse.Namespace,
    ask: Callable[..., Found],
    shown: Shown,
    **more: Any,
) -> int:
    """Ask the dataset, write what was found and tell what was left out; return the exit code."""
    from extractor.report.rows import of_table

    found = ask(opened(arguments), **more, **asked_of(arguments))
    code = answer(of_table(found.table, shown), arguments)
    if not found.of:
        tell("nothing of that kind is stated")
    elif found.of > len(found):
        tell(f"{len(found)} of {found.of} rows; --limit sets how many")
    if found.undated:
        tell(f"{found.undated} facts without a period were left out (--year)")
    if found.parts:
        tell(f"{found.parts} facts about pillars were left out; --aspect semua has them, too")
    return code
