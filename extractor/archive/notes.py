"""What a run notes of itself, as JSON: read again only when it is whole and of the right form."""

import hashlib
import json
from pathlib import Path
from typing import Any, NotRequired

from pydantic import ConfigDict, TypeAdapter, ValidationError

# pydantic asks for this one before Python 3.12.
from typing_extensions import TypedDict

from extractor.errors import DatasetError


class Input(TypedDict):
    """An input file; `sha256` is empty for one in object storage, or that could not be read."""

    name: str
    bytes: int
    sha256: str
    etag: NotRequired[str]


class Run(TypedDict):
    """What makes a run this run and no other."""

    __pydantic_config__ = ConfigDict(extra="allow")  # type: ignore[misc]

    version: str
    model: str
    lexicon: str
    options: dict[str, Any]
    inputs: list[Input]
    ignored: dict[str, int]


class Counts(TypedDict):
    """What was read; `passed` is missing in datasets of older versions."""

    read: int
    extracted: int
    rejected: int
    rejected_by_code: dict[str, int]
    passed: NotRequired[int]
    passed_by_kind: NotRequired[dict[str, int]]


class Manifest(Run):
    """A run that has finished: `tables` are rows by name, `digests` SHA-256 by file.

    Datasets of older versions have no digests.
    """

    counts: Counts
    tables: dict[str, int]
    digests: NotRequired[dict[str, str]]


class Part(TypedDict):
    """A file of a shard."""

    rows: int
    sha256: str


class Marker(TypedDict):
    """What became of a shard: `digest` is that of its items, `run` that of the run."""

    digest: str
    run: str
    read: int
    extracted: int
    rejected: dict[str, int]
    files: dict[str, Part]


_RUN, _MANIFEST, _MARKER = TypeAdapter(Run), TypeAdapter(Manifest), TypeAdapter(Marker)


def read_manifest(path: Path) -> dict[str, Any] | None:
    """Return the manifest in the file `path`, None when there is none (raises DatasetError)."""
    return _read(path, _MANIFEST)


def read_run(path: Path) -> dict[str, Any] | None:
    """Return what the run in the file `path` is, None when that is not there or damaged."""
    return _if_sound(path, _RUN)


def read_marker(path: Path) -> dict[str, Any] | None:
    """Return what became of a shard, None when that is not there or damaged."""
    return _if_sound(path, _MARKER)


def digest_of(run: dict[str, Any]) -> str:
    """Return what tells the run from others in few letters."""
    return hashlib.sha256(written(run)).hexdigest()[:32]


def written(content: dict[str, Any]) -> bytes:
    """Return `content` as it is written to a file."""
    return (json.dumps(content, ensure_ascii=True, indent=2) + "\n").encode()


def difference(before: dict[str, Any], now: dict[str, Any]) -> str:
    """Return what is not the same any more, in words."""
    for name in ("version", "model", "lexicon"):
        if before.get(name) != now[name]:
            return f"with another {name} of faktaberita ({before.get(name)}, now {now[name]})"
    for name, value in now["options"].items():
        if (was := before["options"].get(name)) != value:
            return f"with {name} {was!r} (now {value!r})"
    was_files = {file["name"]: file for file in before["inputs"]}
    now_files = {file["name"]: file for file in now["inputs"]}
    for name in [*was_files, *now_files]:
        if name not in now_files:
            return f"with the input {name}, which is not there now"
        if name not in was_files:
            return f"without the input {name}"
        if was_files[name] != now_files[name]:
            return f"with another content of {name}"
    return "with other inputs, or in another order"


def _if_sound(path: Path, form: TypeAdapter[Any]) -> dict[str, Any] | None:
    try:
        return _read(path, form)
    except DatasetError:
        return None


def _read(path: Path, form: TypeAdapter[Any]) -> dict[str, Any] | None:
    try:
        content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        form.validate_python(content, strict=True)
    except FileNotFoundError:
        return None
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        reason = f"{where}: {first['msg']}" if where else first["msg"]
        raise DatasetError(f"{path}: damaged ({reason}); {_REMEDY}") from error
    except (OSError, ValueError, RecursionError) as error:
        raise DatasetError(f"{path}: damaged ({error}); {_REMEDY}") from error
    return content


_REMEDY = "delete the folder to begin anew"
