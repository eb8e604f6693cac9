"""`fakta lexicon check`: a folder of own words, before anything is read with it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from extractor.cli.terminal import FINE, Commands, tell

if TYPE_CHECKING:
    import argparse

    from extractor.lexicon.own import OwnWords


def add(commands: Commands) -> None:
    """Add the command to `commands`."""
    lexicon = commands.add_parser("lexicon", help="check a folder of words of your own")
    actions = lexicon.add_subparsers(metavar="ACTION", required=True)
    check = actions.add_parser("check", help="tell what is in the folder, and what is wrong")
    check.add_argument("folder", metavar="DIR", type=Path)
    check.set_defaults(work=_check)


def _check(arguments: argparse.Namespace) -> int:
    from extractor.lexicon.own_files import read_own

    words = read_own(arguments.folder)
    for note in words.notes:
        tell(note)
    for name, count in _counts(words).items():
        if count:
            print(f"{name}: {count}")
    return FINE


def _counts(words: OwnWords) -> dict[str, int]:
    return {
        "indices": len(words.indices),
        "indices of the package with more names": len(words.more),
        "aliases of regions": len(words.aliases),
        "offices": sum(map(len, words.heads.values())),
        "short forms of offices": len(words.short),
        "given names": len(words.given),
        "family names": len(words.family),
        "nicknames": len(words.nicknames),
        "bodies": len(words.organisations),
    }
