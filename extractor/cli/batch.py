"""`fakta batch`: an archive to a dataset."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

from extractor.cli.articles import add_form
from extractor.cli.terminal import FINE, LOST, Commands, add_min_confidence, console, local, tell

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable
    from pathlib import Path

    from extractor.archive.engines import Engine
    from extractor.archive.options import Options

_STDIN_FORMATS = ("jsonl", "csv", "tsv", "txt", "html", "json", "warc", "parquet")


def add(commands: Commands) -> None:
    """Add the command to `commands`."""
    batch = commands.add_parser("batch", help="read an archive of news into tables")
    batch.add_argument(
        "inputs",
        nargs="+",
        metavar="INPUT",
        help="files, folders, patterns, also in object storage (s3://bucket/key, gs://…), or - for "
        "stdin: txt md html json jsonl csv tsv warc, also .gz and .zst, and parquet",
    )
    batch.add_argument("--out", metavar="DIR", type=local, required=True, help="the dataset")
    batch.add_argument(
        "--copy-to", metavar="ADDRESS", help="when it is finished: s3://bucket/folder, gs://…"
    )
    batch.add_argument("--format", choices=("parquet", "jsonl"), default="parquet")
    batch.add_argument(
        "--processes", metavar="N", type=_count, help="how many workers; one for each processor"
    )
    batch.add_argument(
        "--date-order", choices=("dmy", "mdy"), help="what 04/05/2024 means; else each file tells"
    )
    add_form(batch)
    batch.add_argument("--any-language", action="store_true", help="not only Indonesian")
    batch.add_argument("--max-characters", metavar="N", type=_count, help="the longest article")
    add_min_confidence(batch, "less probable records become findings")
    batch.add_argument("--stdin-format", choices=_STDIN_FORMATS, default="jsonl")
    batch.add_argument("--allow-rejects", action="store_true", help="rejects are no failure")
    batch.add_argument("--engine", choices=("local", "ray"), default="local")
    batch.add_argument("--ray-address", metavar="ADDRESS", help="of a Ray cluster; or a new one")
    batch.set_defaults(work=_batch)


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError
    return number


def _batch(arguments: argparse.Namespace) -> int:
    from extractor.archive.provenance import provenance
    from extractor.archive.run import run
    from extractor.cli.progress import Progress
    from extractor.report.batch import render

    options = _options(arguments)
    if arguments.copy_to is not None:
        from extractor.archive.copying import check

        check(arguments.copy_to)
    with Progress() as progress:
        try:
            manifest = run(
                arguments.inputs,
                arguments.out,
                _engine(arguments, options),
                provenance(),
                options,
                progress,
                (sys.stdin.buffer, f".{arguments.stdin_format}"),
            )
        except KeyboardInterrupt:
            tell("stopped; run the same command again: it goes on where it was")
            return LOST
    render(manifest, console())
    if arguments.copy_to is not None:
        _copy(arguments)
    if options.format == "parquet":
        _tell_corrections(arguments.out)
    counts: dict[str, Any] = manifest["counts"]
    if counts["rejected"] and not arguments.allow_rejects:
        where = arguments.out / f"rejects.{options.format}"
        tell(f"{counts['rejected']} rejected, see {where} (--allow-rejects makes that no failure)")
        return LOST
    return FINE


def _copy(arguments: argparse.Namespace) -> None:
    from extractor.archive.copying import copy

    copied = copy(arguments.out, arguments.copy_to)
    done = f"{copied.files} files, {copied.bytes} bytes" if copied.files else "all was there"
    tell(f"copied to {arguments.copy_to}: {done}")


def _tell_corrections(folder: Path) -> None:
    """Tell what has become of the corrections in the dataset `folder`, where there are some."""
    from extractor.archive.store import CORRECTIONS

    if not (folder / CORRECTIONS).is_file():
        return
    from extractor.archive.questions.dataset import Dataset
    from extractor.cli.answer import tell_unfit
    from extractor.errors import InputError

    try:
        dataset = Dataset(folder)
    except InputError as error:
        tell(error)
        return
    tell_unfit(dataset)
    fitting = dataset.corrected - len(dataset.unfit)
    tell(f"{folder / CORRECTIONS}: {fitting} of {dataset.corrected} corrections apply")


def _options(arguments: argparse.Namespace) -> Options:
    from extractor.archive.fields import parse_names
    from extractor.archive.options import Options

    given = {"max_characters": arguments.max_characters} if arguments.max_characters else {}
    return Options(
        names=parse_names(arguments.map),
        date_order=arguments.date_order,
        encoding=arguments.encoding,
        any_language=arguments.any_language,
        format=arguments.format,
        min_confidence=arguments.min_confidence,
        **given,
    )


def _engine(arguments: argparse.Namespace, options: Options) -> Callable[[], Engine]:
    from functools import partial

    from extractor.archive.work import load
    from extractor.lexicon.own import own_words

    make = partial(load, own_words())
    if arguments.engine == "ray":
        from extractor.archive.engines.ray import RayEngine

        return lambda: RayEngine(arguments.processes, make, options, arguments.ray_address)
    from extractor.archive.engines.local import LocalEngine

    processes = arguments.processes or os.cpu_count() or 1
    return lambda: LocalEngine(processes, make, options)
