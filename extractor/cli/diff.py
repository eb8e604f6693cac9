"""`fakta diff`: what two datasets state differently."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.cli.answer import FORMATS, add_format, answer, check_format, write_text
from extractor.cli.terminal import (
    FINE,
    LOST,
    USAGE,
    Commands,
    add_min_confidence,
    confidence,
    console,
    local,
    tell,
)

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from extractor.archive.questions.difference import Difference

_EXAMPLE = """\
example: fakta diff data-lama data-baru -o beda.html
         fakta diff .venv-lama .venv-baru --corpus arsip.jsonl -o beda.html
exit codes: 0 both state the same · 1 they differ · 2 no two datasets, or wrong use
"""


def add(commands: Commands) -> None:
    """Add the command to `commands`."""
    import argparse

    diff = commands.add_parser(
        "diff",
        help="what two datasets state differently: gained, lost, changed",
        epilog=_EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    diff.add_argument("old", metavar="OLD", type=local, help="what `fakta batch` has made")
    diff.add_argument("new", metavar="NEW", type=local, help="likewise, perhaps by another version")
    diff.add_argument(
        "--corpus",
        metavar="INPUT",
        action="append",
        help="what two versions are to read; OLD and NEW are then the environments they are in",
    )
    add_format(diff, (*FORMATS, "html"))
    diff.add_argument(
        "--kind", metavar="KIND", action="append", default=[], help="scores, ranks, …; else all"
    )
    diff.add_argument("--index", metavar="NAME", help="SPBE, or its full name; else all")
    diff.add_argument(
        "--moved", metavar="P", type=confidence, help="also where confidence moved by P or more"
    )
    diff.add_argument("--quiet", action="store_true", help="the counts only, no changes")
    add_min_confidence(diff, "leave out what is less probable")
    diff.set_defaults(work=_diff)


def _diff(arguments: argparse.Namespace) -> int:
    from extractor.cli.versions import datasets_of
    from extractor.errors import DatasetError, InputError

    check_format(arguments)
    try:
        if arguments.corpus is None:
            return _compare(arguments.old, arguments.new, arguments)
        with datasets_of(arguments.old, arguments.new, arguments.corpus) as (old, new):
            return _compare(old, new, arguments)
    except (DatasetError, InputError) as error:
        # 1 is the answer that both differ: whoever waits for it must not take this for one.
        tell(error)
        return USAGE


def _compare(old: Path, new: Path, arguments: argparse.Namespace) -> int:
    from extractor.archive.questions.difference import Compared, difference

    asked = Compared(arguments.kind, arguments.index, arguments.moved, arguments.min_confidence)
    found = difference(old, new, asked)
    if _write(found, arguments) != FINE:
        return USAGE
    return LOST if found.changes else FINE


def _write(found: Difference, arguments: argparse.Namespace) -> int:
    from extractor.report import difference as report
    from extractor.report.rows import of_table

    if arguments.format == "html":
        return write_text(report.render_difference(found), arguments)
    if arguments.format == "json":
        import json

        told = json.dumps(report.as_data(found), ensure_ascii=False, indent=2, default=str)
        return write_text(f"{told}\n", arguments)
    if arguments.format == "table" and arguments.out is None:
        report.render_text(found, console(), quiet=arguments.quiet)
        return FINE
    return answer(of_table(report.as_table(found)), arguments)
