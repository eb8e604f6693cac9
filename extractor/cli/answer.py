"""What the commands that ask a dataset share."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.cli.steering import shown
from extractor.cli.terminal import FINE, LOST, add_min_confidence, console, local, tell

if TYPE_CHECKING:
    import argparse
    from typing import IO

    from extractor.archive.questions.dataset import Dataset
    from extractor.report.rows import Answer

FORMATS = ("table", "csv", "json", "xlsx", "parquet")
_BINARY = ("xlsx", "parquet")


def add_dataset(parser: argparse.ArgumentParser) -> None:
    """Add the arguments that name a dataset and the form of the answer."""
    parser.add_argument("dataset", metavar="DIR", type=local, help="what `fakta batch` has made")
    add_format(parser)
    add_min_confidence(parser, "leave out what is less probable")
    add_corrections(parser)


def add_corrections(parser: argparse.ArgumentParser) -> None:
    """Add the file of corrections."""
    parser.add_argument(
        "--corrections", metavar="FILE", type=Path, help="else DIR/corrections.yaml, if it is there"
    )


def add_format(parser: argparse.ArgumentParser, forms: tuple[str, ...] = FORMATS) -> None:
    """Add the form of the answer, one of `forms`, and the file that it is written to."""
    parser.add_argument("--format", choices=forms, help="table, or by the suffix of FILE")
    parser.add_argument("-o", "--out", metavar="FILE", type=Path, help="jawaban.xlsx; else stdout")
    parser.set_defaults(usage_error=parser.error, forms=forms)


def opened(arguments: argparse.Namespace, *, reads_files: bool = False) -> Dataset:
    """Return the dataset that the arguments name (raises DatasetError)."""
    check_format(arguments)
    return corrected(arguments, reads_files=reads_files)


def corrected(arguments: argparse.Namespace, *, reads_files: bool = False) -> Dataset:
    """Return the dataset with its corrections, those that do not fit told (raises FaktaError)."""
    from extractor.archive.questions.dataset import Dataset

    found = Dataset(
        arguments.dataset,
        arguments.min_confidence,
        reads_files=reads_files,
        corrections=arguments.corrections or True,
    )
    tell_unfit(found)
    return found


def tell_unfit(dataset: Dataset) -> None:
    """Tell the corrections that do not fit the articles of `dataset`."""
    for unfit in dataset.unfit:
        tell(f"{dataset.corrections}:{unfit}; not applied")


def check_format(arguments: argparse.Namespace) -> None:
    """Settle the form of the answer; end with a usage error when it cannot be written there."""
    if arguments.format is None and arguments.out is not None:
        arguments.format = arguments.out.suffix[1:].lower()
        if arguments.format not in arguments.forms[1:]:
            suffixes = ", ".join(f".{name}" for name in arguments.forms[1:])
            arguments.usage_error(f"{arguments.out}: give --format, or a suffix of {suffixes}")
    arguments.format = arguments.format or FORMATS[0]
    if arguments.format in _BINARY and arguments.out is None and sys.stdout.isatty():
        name = f"jawaban.{arguments.format}"
        arguments.usage_error(f"{arguments.format} is no text; name a file: -o {name}")


def answer(found: Answer, arguments: argparse.Namespace) -> int:
    """Write `found` in the form and to the file that the arguments name; return the exit code."""
    if arguments.out is None:
        _write(found, arguments.format, sys.stdout)
        return FINE
    try:
        with arguments.out.open("w", encoding="utf-8", newline="") as file:
            _write(found, arguments.format, file)
    except OSError as error:
        tell(f"{arguments.out}: {(error.strerror or str(error)).lower()}")
        return LOST
    return FINE


def write_text(text: str, arguments: argparse.Namespace) -> int:
    """Write `text` to the file that the arguments name, else stdout; return the exit code."""
    if arguments.out is None:
        sys.stdout.write(text)
        return FINE
    try:
        # Half of a surrogate pair has no form in UTF-8: a page has a reference for it.
        arguments.out.write_text(text, encoding="utf-8", errors="xmlcharrefreplace", newline="")
    except OSError as error:
        tell(f"{arguments.out}: {(error.strerror or str(error)).lower()}")
        return LOST
    return FINE


def tell_damaged(dataset: Dataset) -> int:
    """Tell the rows of `dataset` that are no record; return the exit code that this makes."""
    for told in dataset.damaged:
        tell(f"{dataset.folder / told}")
    return LOST if dataset.damaged else FINE


def _write(found: Answer, format: str, file: IO[str]) -> None:
    from extractor.report.rows import lines, render_rows, write_parquet

    if format == "table":
        render_rows(found, console(file))
    elif format == "parquet":
        write_parquet(found, file.buffer)  # type: ignore[attr-defined]
    elif format == "xlsx":
        from extractor.report.spreadsheet import write_xlsx

        if cut := write_xlsx(found, file.buffer):  # type: ignore[attr-defined]
            tell(f"{cut} cells are longer than Excel holds and were cut; csv has them whole")
    else:
        written = lines(found, format)
        file.writelines(map(shown, written) if file.isatty() else written)
