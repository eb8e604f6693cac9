"""What all commands share: exit codes, messages, the console, the extractor."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from extractor.cli.steering import shown

if TYPE_CHECKING:
    from typing import IO

    from rich.console import Console

    from extractor.inputs import Extracts

FINE, LOST, USAGE = 0, 1, 2
_WIDTH = 120


class Commands(Protocol):
    """Where a command adds its own parser: what `ArgumentParser.add_subparsers` returns."""

    def add_parser(self, name: str, **options: Any) -> argparse.ArgumentParser:
        """Return a new parser for the command `name`."""


def tell(message: object) -> None:
    """Write `message` to stderr, each line of it with the name of the command."""
    for line in str(message).splitlines():
        print(f"fakta: {shown(line)}", file=sys.stderr)


def console(file: IO[str] | None = None) -> Console:
    """Return a console on `file` or stdout; plain and of a fixed width unless at a terminal."""
    from extractor.cli.screen import Screen

    file = file or sys.stdout
    if file.isatty():
        return Screen(file=file)
    return Screen(file=file, width=_WIDTH, color_system=None, force_terminal=False)


def load() -> Extracts:
    """Return the extractor (raises ModelError)."""
    import extractor

    return extractor.load()


def add_min_confidence(parser: argparse.ArgumentParser, effect: str) -> None:
    """Add `--min-confidence`; `effect` tells what becomes of what is less probable."""
    parser.add_argument("--min-confidence", metavar="P", type=confidence, default=0.0, help=effect)


def confidence(text: str) -> float:
    """Return the confidence `text`, 0 to 1; the type of an argument."""
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no confidence; write one from 0 to 1, 0.8")
    return value


def local(text: str) -> Path:
    """Return the path `text`, which is no address; the type of an argument."""
    from extractor.archive.storage import is_address

    if is_address(text):
        raise argparse.ArgumentTypeError(f"{text}: name a folder of this machine; copy it there")
    return Path(text)


def day(text: str) -> str:
    """Return the day `text` in ISO form; the type of an argument."""
    from datetime import date

    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day; write it as 2025-01-04") from None
