"""`fakta draft`: a facts file for each article, from what the extractor reads in it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from extractor.cli.articles import STDIN, add_reading, reading, sources
from extractor.cli.terminal import FINE, LOST, Commands, add_min_confidence, load, tell

if TYPE_CHECKING:
    import argparse

    from extractor.inputs import Extracts
    from extractor.source import Source


def add(commands: Commands) -> None:
    """Add the command to `commands`."""
    draft = commands.add_parser("draft", help="write facts files to put right")
    draft.add_argument(
        "files", nargs="+", metavar="ARTICLE", help="txt md html json; of - to stdout"
    )
    draft.add_argument("--force", action="store_true", help="write over a facts file that is there")
    add_reading(draft)
    add_min_confidence(draft, "leave out less probable records")
    draft.set_defaults(work=_draft)


def _draft(arguments: argparse.Namespace) -> int:
    from extractor.errors import InputError, KnownFactsError

    made: Extracts | None = None
    failed: list[str] = []
    for name in arguments.files:
        try:
            if name == STDIN:
                for source in sources([name], arguments, failed):
                    made = made or load()
                    print(_drafted(made, source, arguments), end="")
                continue
            out = _out(Path(name), force=arguments.force)
            source = _source(Path(name), arguments)
            made = made or load()
            out.write_text(_drafted(made, source, arguments), encoding="utf-8")
            tell(f"{out}: written; check it with `fakta check {out}`")
        except (InputError, KnownFactsError) as error:
            tell(error)
            failed.append(name)
        except OSError as error:
            tell(f"{error.filename}: {(error.strerror or str(error)).lower()}")
            failed.append(name)
    return LOST if failed else FINE


def _source(path: Path, arguments: argparse.Namespace) -> Source:
    from dataclasses import replace
    from datetime import date

    from extractor.inputs import read_article

    source = read_article(path, reading(arguments))
    if arguments.published:
        return replace(source, published=date.fromisoformat(arguments.published))
    return source


def _out(path: Path, *, force: bool) -> Path:
    """Return where the facts of `path` go (raises InputError where others lie, or none may)."""
    from extractor.errors import InputError
    from extractor.facts.check import article_beside
    from extractor.facts.load import facts_path

    out = facts_path(path)
    if out.exists() and not force:
        raise InputError(f"{out}: is there already (--force writes over it)")
    if path.is_file() and article_beside(out) != path:
        raise InputError(f"{path}: {out.name} would belong to {article_beside(out).name}")
    return out


def _drafted(made: Extracts, source: Source, arguments: argparse.Namespace) -> str:
    from extractor.assembly.confidence import sift
    from extractor.facts.draft import draft
    from extractor.inputs import extract

    return draft(sift(extract(made, source), arguments.min_confidence))
