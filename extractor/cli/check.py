"""`fakta check`: articles against the facts known of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from extractor.cli.answer import add_format, answer, check_format, write_text
from extractor.cli.articles import add_form, reading
from extractor.cli.terminal import (
    FINE,
    LOST,
    Commands,
    add_min_confidence,
    console,
    load,
    local,
    tell,
)

if TYPE_CHECKING:
    import argparse

    from extractor.facts.check import Checked, Pair
    from extractor.inputs import Extracts


def add(commands: Commands) -> None:
    """Add the command to `commands`."""
    check = commands.add_parser("check", help="compare articles with the facts known of them")
    check.add_argument(
        "paths", nargs="+", metavar="DIR|FILE", type=local, help="NAME.facts.yaml beside NAME.txt"
    )
    check.add_argument("--quiet", action="store_true", help="the table only, no differences")
    add_format(check)
    check.add_argument(
        "--baseline", metavar="FILE", type=Path, help="fail below the floors in this file instead"
    )
    check.add_argument("--update-baseline", action="store_true", help="raise the floors")
    check.add_argument("--allow-regression", action="store_true", help="lower them too")
    check.add_argument(
        "--strict", action="store_true", help="refuse an index that the catalogue lacks"
    )
    add_form(check)
    add_min_confidence(check, "less probable records become findings")
    check.set_defaults(work=_check, usage_error=check.error)


def _check(arguments: argparse.Namespace) -> int:
    if arguments.baseline is None and (arguments.update_baseline or arguments.allow_regression):
        arguments.usage_error("--update-baseline and --allow-regression need --baseline FILE")
    if arguments.allow_regression and not arguments.update_baseline:
        arguments.usage_error("--allow-regression needs --update-baseline")
    check_format(arguments)
    pairs, checked, failed = _checked(arguments)
    failed = _show(checked, arguments) != FINE or failed
    if arguments.baseline is not None:
        kept = _keeps_baseline(pairs, checked, arguments)
        return FINE if kept and not failed else LOST
    lost = any(verdict.fails for item in checked for verdict in item.verdicts)
    return LOST if lost or failed else FINE


def _checked(arguments: argparse.Namespace) -> tuple[list[Pair], list[Checked], bool]:
    """Return the readable pairs and what became of them, and whether any file failed."""
    from extractor.errors import InputError, KnownFactsError
    from extractor.facts.check import check, facts_files, read_pair
    from extractor.facts.load import doubts

    pairs: list[Pair] = []
    checked: list[Checked] = []
    made: Extracts | None = None
    failed = False
    files: dict[Path, None] = {}
    options = reading(arguments)
    for path in arguments.paths:
        try:
            files.update(dict.fromkeys(facts_files(path)))
        except InputError as error:
            tell(error)
            failed = True
    for path in files:
        try:
            pair = read_pair(path, options=options, strict=arguments.strict)
            for line in doubts(path, pair.known):
                tell(line)
            made = made or load()
            checked.append(check(pair, made, arguments.min_confidence))
            pairs.append(pair)
        except (InputError, KnownFactsError) as error:
            tell(error)
            failed = True
    return pairs, checked, failed


def _show(checked: list[Checked], arguments: argparse.Namespace) -> int:
    """Write the outcome; return the exit code that writing it makes."""
    from extractor.facts.tally import tally
    from extractor.report.checks import (
        as_data,
        differences_table,
        render_differences,
        render_tallies,
        tallies_table,
    )

    tallies = tally(verdict for item in checked for verdict in item.verdicts)
    if arguments.format == "json":
        import json

        told = json.dumps(as_data(checked, tallies), ensure_ascii=False, indent=2)
        return write_text(f"{told}\n", arguments)
    if arguments.format != "table" or arguments.out is not None:
        from extractor.report.rows import of_table

        table = tallies_table(tallies) if arguments.quiet else differences_table(checked)
        return answer(of_table(table), arguments)
    screen = console()
    render_tallies(tallies, screen)
    if not arguments.quiet:
        for item in checked:
            render_differences(item, screen)
    return FINE


def _keeps_baseline(
    pairs: list[Pair], checked: list[Checked], arguments: argparse.Namespace
) -> bool:
    """Tell whether the floors hold, after raising them if asked; what does not hold is told."""
    from extractor.errors import InputError
    from extractor.facts import baseline as gate
    from extractor.facts.tally import tally

    new = gate.measured(
        tally(verdict for item in checked for verdict in item.verdicts), gate.fingerprint(pairs)
    )
    try:
        if arguments.update_baseline:
            lines = gate.update(arguments.baseline, new, lower=arguments.allow_regression)
        else:
            lines = gate.shortfalls(gate.read_baseline(arguments.baseline), new)
    except InputError as error:
        lines = [str(error)]
    for line in lines:
        tell(line)
    return not lines
