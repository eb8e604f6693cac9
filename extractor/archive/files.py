"""From what a user names (files, folders, patterns) to the files of an archive, in order."""

import glob
import hashlib
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from extractor.archive import storage
from extractor.archive.storage import is_address
from extractor.archive.streams import SUFFIXES
from extractor.errors import InputError

_TEXTUAL = (".txt", ".md", ".html", ".htm", ".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".warc")
_PACKED_INSIDE = (".parquet",)
_MAGIC = frozenset("*?[")


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file of the archive: its name as reached from the user's, its size and what is in it.

    `sha256` is empty for a file that cannot be read, and for one in object storage: that has an
    `etag`, which tells its content from another without reading it.
    """

    name: str
    bytes: int
    sha256: str
    etag: str = ""

    def noted(self, name: str) -> dict[str, Any]:
        """Return the file as a run notes it, under `name`."""
        noted = {**asdict(self), "name": name}
        if not self.etag:
            del noted["etag"]
        return noted

    def is_as(self, noted: dict[str, Any]) -> bool:
        """Tell whether the file has the content that a run has noted."""
        now, before = self.noted(self.name), dict(noted)
        return {**now, "name": ""} == {**before, "name": ""}


@dataclass(slots=True)
class Inputs:
    """The files to read, and how many others the folders hold, by suffix."""

    names: list[str] = field(default_factory=list)
    ignored: Counter[str] = field(default_factory=Counter)


def kind_of(name: str) -> str | None:
    """Return the suffix that tells how to read the file `name`, without its compression's."""
    path = Path(name.lower())
    if path.suffix in SUFFIXES:
        path = path.with_suffix("")
        return path.suffix if path.suffix in _TEXTUAL else None
    return path.suffix if path.suffix in (*_TEXTUAL, *_PACKED_INSIDE) else None


def stem_of(name: str) -> str:
    """Return the name of the file `name` without folder, suffix and compression's suffix."""
    path = Path(name)
    return Path(path.stem).stem if path.suffix.lower() in SUFFIXES else path.stem


def find(arguments: Iterable[str], without: Path | None = None) -> Inputs:
    """Return the files that `arguments` name, each once (raises InputError for one of nothing).

    A folder stands for all files below it with a known suffix; its other files are counted. What
    lies in the folder `without` is passed over: a run does not read what it writes.
    """
    own = os.path.realpath(without) if without else ""
    inputs = Inputs()
    seen: set[str] = set()
    for argument in arguments:
        for name in _expanded(argument, inputs.ignored, own):
            real = name if is_address(name) else os.path.realpath(name)
            if real not in seen and not (own and real.startswith(own + os.sep)):
                seen.add(real)
                inputs.names.append(name)
    if not inputs.names:
        raise InputError(f"{' '.join(arguments)}: no file of a known format")
    return inputs


def _expanded(argument: str, ignored: Counter[str], own: str) -> Iterator[str]:
    path = Path(argument)
    if is_address(argument):
        yield from _stored(argument, ignored)
    elif path.is_dir():
        yield from _below(argument, ignored, own)
    elif os.path.lexists(argument):
        yield argument
    elif _MAGIC & set(argument):
        found = sorted(glob.glob(argument, recursive=True))  # noqa: PTH207 (patterns may be absolute)
        if not found:
            raise InputError(f"{argument}: no file fits this pattern")
        for name in found:
            if Path(name).is_dir():
                # "**" names folders and their files: each file comes by itself.
                continue
            yield name
    else:
        raise InputError(f"{argument}: no such file or directory")


def _stored(address: str, ignored: Counter[str]) -> Iterator[str]:
    """Yield what `address` names in object storage, as `_expanded` does of this machine."""
    there = storage.look(address)
    if there == "file":
        yield address
    elif there == "folder":
        for name, _ in storage.below(address):
            inside = name.removeprefix(address.rstrip("/"))
            if kind_of(name) and "/." not in inside:
                yield name
            else:
                ignored[Path(name).suffix.lower() or "(none)"] += 1
    elif storage.is_pattern(address):
        found = storage.matching(address)
        if not found:
            raise InputError(f"{address}: no file fits this pattern")
        yield from found
    else:
        raise InputError(f"{address}: no such file or folder")


def _below(folder: str, ignored: Counter[str], own: str) -> Iterator[str]:
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and os.path.realpath(Path(root, name)) != own
        )
        for linked in [name for name in folders if Path(root, name).is_symlink()]:
            folders.remove(linked)
            ignored["(linked folder)"] += 1
        for name in sorted(names):
            if kind_of(name) and not name.startswith("."):
                yield str(Path(root, name))
            else:
                ignored[Path(name).suffix.lower() or "(none)"] += 1


def fingerprint(name: str) -> InputFile:
    """Return the size and digest of the file `name`; of one that cannot be read, its name only.

    Of one in object storage the size and entity tag (raises InputError when that is not reached).
    """
    if is_address(name):
        size, etag = storage.identity(name) or (0, "")
        return InputFile(name, size, "", etag)
    path = Path(name)
    try:
        if not path.is_file():
            return InputFile(name, 0, "")
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            return InputFile(name, file.tell(), digest)
    except OSError:
        return InputFile(name, 0, "")
