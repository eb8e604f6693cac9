"""The command line of `fakta`: all commands, and what becomes of their errors.

Everything heavy is imported inside the functions that need it: `fakta --help` must not load torch.
"""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING

from extractor.cli import (
    batch,
    check,
    completion,
    conflicts,
    diff,
    doctor,
    draft,
    duplicates,
    explain,
    extract,
    lexicon,
    officials,
    query,
    quotes,
    ranks,
    report,
    review,
    schema,
    scores,
    series,
    serve,
    verify,
    view,
)
from extractor.cli.terminal import FINE, LOST, tell

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_COMMANDS = (
    *(extract, explain, view, draft, check),
    *(batch, doctor, report, scores, ranks, officials, quotes),
    *(series, conflicts, duplicates, verify, query, diff),
    *(serve, schema, completion),
    *(review, lexicon),
)

# They read nothing.
_WORDLESS = ("schema", "completion", "lexicon")

_EXAMPLE = """\
example:
  fakta extract berita.txt                       a table for people
  fakta extract --format jsonl *.txt > out.jsonl   one object a line
  cat berita.txt | fakta extract --published 2025-01-04 -
  fakta explain berita.txt                       why the scores and ranks are what they are
  fakta view berita.txt -o berita.html           a page that marks each fact where it stands
  fakta serve                                    the same over HTTP, for this machine alone
  fakta scores data --index SPBE --above 3       ask what `fakta batch` has made
  fakta draft berita.txt                         a facts file to put right, berita.facts.yaml
  fakta review berita/                           the facts of articles in the browser, to put right
  fakta check fixtures                           articles against the facts known of them

exit codes: 0 fine · 1 a known fact is missing or contradicted, or an input failed · 2 usage
"""


def run(argv: Sequence[str] | None = None) -> int:
    """Run the command with `argv` and return its exit code."""
    from extractor.errors import FaktaError

    arguments = parser().parse_args(argv)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            # News is UTF-8 whatever the locale; a lone surrogate from JSON is written as \\udXXX.
            reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        if getattr(arguments, "lexicon", None):
            from extractor.lexicon.own import use

            use(arguments.lexicon)
        work: Callable[[argparse.Namespace], int] = arguments.work
        code = work(arguments)
        sys.stdout.flush()
    except FaktaError as error:
        # No single input's fault: weights or lexicons are damaged, and every article would fail.
        tell(error)
        return LOST
    except BrokenPipeError:
        # The reader has enough ("| head"). What Python flushes at exit must go nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    return code


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line, with all commands."""
    command_line = argparse.ArgumentParser(
        prog="fakta",
        description="Facts from Indonesian news: regions, indices, scores, ranks, officials, "
        "quotes and dates.",
        epilog=_EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command_line.add_argument(
        "--version", action=_Version, nargs=0, help="show the version and exit"
    )
    commands = command_line.add_subparsers(metavar="COMMAND", required=True)
    for command in _COMMANDS:
        command.add(commands)
    for name, added in commands.choices.items():
        if name not in _WORDLESS:
            added.add_argument("--lexicon", metavar="DIR", help="words of your own: indices, names")
    return command_line


class _Version(argparse.Action):
    """Looks the version up only when asked: it lives in the package, which takes time to load."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object, **__: object) -> None:
        import extractor

        print(f"fakta {extractor.__version__}")
        parser.exit(FINE)
