"""The command `fakta`: reads arguments, calls the rooms, prints.

Data goes to stdout, messages to stderr.
Everything heavy is imported inside the functions that need it: `fakta --help` must not load torch.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from rich.console import Console

    from extractor.facts.check import Checked, Pair
    from extractor.inputs import Extracts
    from extractor.records import Article
    from extractor.source import Source

FINE, LOST, USAGE = 0, 1, 2
_WIDTH = 120

_EXAMPLE = """\
example:
  fakta extract berita.txt                       a table for people
  fakta extract --format jsonl *.txt > out.jsonl   one object a line
  cat berita.txt | fakta extract --published 2025-01-04 -
  fakta check fixtures                           articles against the facts known of them

exit codes: 0 fine · 1 a known fact is missing or contradicted, or an input failed · 2 usage
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command with `argv` and return its exit code."""
    from extractor.errors import FaktaError

    arguments = _parser().parse_args(argv)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            # News is UTF-8 whatever the locale; a lone surrogate from JSON is written as \\udXXX.
            reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        work: Callable[[argparse.Namespace], int] = arguments.work
        code = work(arguments)
        sys.stdout.flush()
    except FaktaError as error:
        # No single input's fault: weights or lexicons are damaged, and every article would fail.
        _tell(error)
        return LOST
    except BrokenPipeError:
        # The reader has enough ("| head"). What Python flushes at exit must go nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="fakta",
        description="Facts from Indonesian news: regions, indices, scores, ranks, officials, "
        "quotes and dates.",
        epilog=_EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="show the version and exit")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    _add_extract(commands)
    _add_check(commands)
    schema = commands.add_parser("schema", help="write the JSON Schema of an article's records")
    schema.set_defaults(work=_schema)
    return parser


def _add_extract(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    extract = commands.add_parser("extract", help="write what articles state")
    extract.add_argument(
        "files", nargs="*", metavar="FILE", help="text, or .json with a text; - is stdin (default)"
    )
    extract.add_argument("--format", choices=("table", "json", "jsonl"), default="table")
    extract.add_argument(
        "--published", metavar="DATE", type=_day, help="day of publication, 2025-01-04"
    )
    extract.set_defaults(work=_extract)


def _add_check(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    check = commands.add_parser("check", help="compare articles with the facts known of them")
    check.add_argument(
        "paths", nargs="+", metavar="DIR|FILE", type=Path, help="NAME.facts.yaml beside NAME.txt"
    )
    check.add_argument("--quiet", action="store_true", help="the table only, no differences")
    check.add_argument("--format", choices=("table", "json"), default="table")
    check.add_argument(
        "--baseline", metavar="FILE", type=Path, help="fail below the floors in this file instead"
    )
    check.add_argument("--update-baseline", action="store_true", help="raise the floors")
    check.add_argument("--allow-regression", action="store_true", help="lower them too")
    check.set_defaults(work=_check, usage_error=check.error)


class _Version(argparse.Action):
    """Looks the version up only when asked: it lives in the package, which takes time to load."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object, **__: object) -> None:
        import extractor

        print(f"fakta {extractor.__version__}")
        parser.exit(FINE)


def _day(text: str) -> str:
    from datetime import date

    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day; write it as 2025-01-04") from None


def _load() -> Extracts:
    import extractor

    return extractor.load()


def _tell(message: object) -> None:
    print(f"fakta: {message}", file=sys.stderr)


def _console() -> Console:
    from rich.console import Console

    if sys.stdout.isatty():
        return Console(file=sys.stdout)
    return Console(file=sys.stdout, width=_WIDTH, color_system=None, force_terminal=False)


def _schema(_: argparse.Namespace) -> int:
    from extractor.records.schema import article_schema

    print(article_schema(), end="")
    return FINE


def _extract(arguments: argparse.Namespace) -> int:
    failed: list[str] = []
    articles = _articles(arguments.files or ["-"], arguments.published, failed)
    if arguments.format == "table":
        from extractor.report.terminal import render

        console = _console()
        for article in articles:
            render(article, console)
    elif arguments.format == "jsonl":
        for article in articles:
            print(_json(article), flush=True)
    else:
        separator = "["
        for article in articles:
            print(f"{separator}\n{_json(article)}", end="")
            separator = ","
        print("[]" if separator == "[" else "\n]")
    return LOST if failed else FINE


def _json(article: Article) -> str:
    import json

    return json.dumps(article.model_dump(mode="json"), ensure_ascii=False)


def _articles(names: list[str], published: str | None, failed: list[str]) -> Iterator[Article]:
    """Yield the articles of the files `names`; one that cannot be read is told and noted."""
    from extractor.errors import InputError
    from extractor.inputs import extract

    made: Extracts | None = None
    for name in names:
        try:
            source = _read(name, published)
            made = made or _load()
            article = extract(made, source)
        except InputError as error:
            _tell(error)
            failed.append(name)
        else:
            yield article


def _read(name: str, published: str | None) -> Source:
    from dataclasses import replace
    from datetime import date

    from extractor.inputs import parse_article, read_article

    if name == "-":
        source = parse_article(sys.stdin.buffer.read(), name="stdin", id="stdin")
    else:
        source = read_article(Path(name))
    day = date.fromisoformat(published) if published else source.published
    return replace(source, published=day)


def _check(arguments: argparse.Namespace) -> int:
    if arguments.baseline is None and (arguments.update_baseline or arguments.allow_regression):
        arguments.usage_error("--update-baseline and --allow-regression need --baseline FILE")
    if arguments.allow_regression and not arguments.update_baseline:
        arguments.usage_error("--allow-regression needs --update-baseline")
    pairs, checked, failed = _checked(arguments.paths)
    _show(checked, arguments)
    if arguments.baseline is not None:
        kept = _keeps_baseline(pairs, checked, arguments)
        return FINE if kept and not failed else LOST
    lost = any(verdict.fails for item in checked for verdict in item.verdicts)
    return LOST if lost or failed else FINE


def _checked(paths: list[Path]) -> tuple[list[Pair], list[Checked], bool]:
    """Return the readable pairs and what became of them, and whether any file failed."""
    from extractor.errors import InputError, KnownFactsError
    from extractor.facts.check import check, facts_files, read_pair

    pairs: list[Pair] = []
    checked: list[Checked] = []
    made: Extracts | None = None
    failed = False
    files: dict[Path, None] = {}
    for path in paths:
        try:
            files.update(dict.fromkeys(facts_files(path)))
        except InputError as error:
            _tell(error)
            failed = True
    for path in files:
        try:
            pair = read_pair(path)
            made = made or _load()
            checked.append(check(pair, made))
            pairs.append(pair)
        except (InputError, KnownFactsError) as error:
            _tell(error)
            failed = True
    return pairs, checked, failed


def _show(checked: list[Checked], arguments: argparse.Namespace) -> None:
    from extractor.facts.tally import tally
    from extractor.report.checks import as_data, render_differences, render_tallies

    tallies = tally(verdict for item in checked for verdict in item.verdicts)
    if arguments.format == "json":
        import json

        print(json.dumps(as_data(checked, tallies), ensure_ascii=False, indent=2))
        return
    console = _console()
    render_tallies(tallies, console)
    if not arguments.quiet:
        for item in checked:
            render_differences(item, console)


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
        _tell(line)
    return not lines


if __name__ == "__main__":
    sys.exit(main())
