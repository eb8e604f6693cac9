"""A finished dataset copied to object storage: its tables, and its manifest last.

Whoever finds a manifest there finds all of its tables. What is there and the same stays.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from extractor.archive import storage
from extractor.archive.merge import names_of
from extractor.archive.notes import read_manifest
from extractor.archive.store import CORRECTIONS, MANIFEST
from extractor.errors import DatasetError

_CHUNK = 1 << 23


@dataclass(frozen=True, slots=True)
class Copied:
    """How many files were copied, and their bytes; none where all were there."""

    files: int
    bytes: int


def check(address: str) -> None:
    """Raise DatasetError when no dataset can be copied to `address`.

    There may be a dataset, or what is left of one that was being copied. Raises InputError when
    the storage does not answer.
    """
    if storage.look(address) == "file":
        raise DatasetError(f"{address}: is a file; name a folder")
    others = set(_there(address)) - _names()
    if others:
        raise DatasetError(f"{address}: holds other files ({min(others)}); name an empty folder")


def copy(folder: Path, address: str) -> Copied:
    """Copy the finished dataset in `folder` to the folder `address`.

    Raises DatasetError when `folder` holds none or `address` something else, InputError when
    the storage does not answer; the same again goes on with it.
    """
    check(address)
    manifest = read_manifest(folder / MANIFEST)
    if manifest is None:
        raise DatasetError(f"{folder}: no finished dataset")
    names = [*manifest["digests"], MANIFEST]
    there = _there(address)
    if MANIFEST in there:
        sizes = {name: (folder / name).stat().st_size for name in names}
        is_same = storage.content(_in(address, MANIFEST)) == (folder / MANIFEST).read_bytes()
        if is_same and all(there.get(name) == size for name, size in sizes.items()):
            return Copied(0, 0)
        # From here on, and until all is there, there is no dataset.
        storage.remove(_in(address, MANIFEST))
    for name in sorted(set(there) & _names() - {*names, CORRECTIONS}):
        storage.remove(_in(address, name))
    size = sum(
        _copied(folder / name, _in(address, name), manifest["digests"].get(name)) for name in names
    )
    return Copied(len(names), size)


def _names() -> set[str]:
    tables = (f"{name}.{form}" for form in ("parquet", "jsonl") for name in names_of(form))
    return {*tables, MANIFEST, CORRECTIONS}


def _there(address: str) -> dict[str, int]:
    """Return what lies below `address`, by its name from there, with its size."""
    start = len(address.rstrip("/")) + 1
    return {name[start:]: size for name, size in storage.below(address)}


def _in(address: str, name: str) -> str:
    return f"{address.rstrip('/')}/{name}"


def _copied(path: Path, address: str, digest: str | None) -> int:
    """Copy the file `path` to `address`, and return its size."""
    content, size = hashlib.sha256(), 0
    with path.open("rb") as file, storage.writing(address) as stream:
        while chunk := file.read(_CHUNK):
            content.update(chunk)
            size += len(chunk)
            stream.write(chunk)
    if digest is not None and content.hexdigest() != digest:
        storage.remove(address)
        raise DatasetError(f"{path}: is not what the run wrote; run the same command again")
    return size
