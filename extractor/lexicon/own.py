"""A user's own words beside those of the package: indices, aliases, offices, names, bodies.

All that reads in one process reads with the same words, for the lexicons are looked up from
everywhere. They come from `use`, or from the folder that `FAKTA_LEXICON` names.
"""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extractor.errors import LexiconError

VARIABLE = "FAKTA_LEXICON"


@dataclass(frozen=True, slots=True)
class OwnWords:
    """The words of a folder, validated; plain data, so that workers get them as they are.

    `indices` are new entries of the catalogue, `more` what is added to those of the package by id.
    `aliases` are names of regions with their codes, `heads` those of offices by class, `short`
    their short forms. `notes` tell what is allowed and worth a look. `digest` is of the files.
    """

    folder: str = ""
    digest: str = ""
    indices: tuple[dict[str, Any], ...] = ()
    more: Mapping[str, Mapping[str, list[Any]]] = field(default_factory=dict)
    aliases: tuple[tuple[str, tuple[str, ...]], ...] = ()
    heads: Mapping[Any, tuple[str, ...]] = field(default_factory=dict)
    short: Mapping[str, str] = field(default_factory=dict)
    given: tuple[str, ...] = ()
    family: tuple[str, ...] = ()
    nicknames: Mapping[str, str] = field(default_factory=dict)
    organisations: tuple[dict[str, Any], ...] = ()
    notes: tuple[str, ...] = ()

    def catalogue(self, data: dict[str, Any]) -> dict[str, Any]:
        """Return the content of the catalogue's file with these indices before its own."""
        added = [extended(entry, self.more.get(entry["id"], {})) for entry in data["indices"]]
        return {**data, "indices": [*self.indices, *added]}


def extended(entry: dict[str, Any], more: Mapping[str, list[Any]]) -> dict[str, Any]:
    """Return `entry` with the members of its lists that `more` adds."""
    return {**entry, **{key: [*entry.get(key, ()), *added] for key, added in more.items()}}


class _State:
    words: OwnWords | None = None
    pinned = False


def own_words() -> OwnWords:
    """Return the words of this process (raises LexiconError when `FAKTA_LEXICON` names none)."""
    if _State.words is None:
        folder = os.environ.get(VARIABLE)
        _State.words = _read(Path(folder)) if folder else OwnWords()
    return _State.words


def use(words: OwnWords | str | Path) -> OwnWords:
    """Let this process read with `words`, or with those of the folder that is named.

    Raises LexiconError for a folder with something wrong in it, with file, line and remedy; and
    when an extractor with other words was made in this process before.
    """
    wanted = words if isinstance(words, OwnWords) else _read(Path(words))
    current = _State.words
    if current is None:
        _State.words = wanted
        return wanted
    if wanted.digest == current.digest:
        return current
    if _State.pinned:
        held = f"the words of {current.folder}" if current.folder else "no words of its own"
        raise LexiconError(
            f"{wanted.folder}: an extractor with {held} is in this process already, and one "
            f"process has one lexicon; name the folder in {VARIABLE}, or load with it first"
        )
    _State.words = wanted
    _forget()
    return wanted


def pin() -> None:
    """Let the words of this process stay: there is an extractor that reads with them."""
    own_words()
    _State.pinned = True


def _read(folder: Path) -> OwnWords:
    from extractor.lexicon.own_files import read_own

    return read_own(folder)


def _forget() -> None:
    """Clear what was looked up before: every cache of the package is made from lexicons."""
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] == "extractor":
            for value in list(vars(module).values()):
                if hasattr(value, "cache_clear"):
                    value.cache_clear()
