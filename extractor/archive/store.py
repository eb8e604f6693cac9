"""The folder of a dataset: what is done, what it was made of, and the tables in the end.

`.run/` holds the work under way: `run.json` says what the run is, `shards/000000/` what became of a
shard. A shard's folder has its name only when all of it is written. The tables are put together
from the shards, `manifest.json` comes last, and then `.run/` goes.
"""

import errno
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from extractor.archive.schema import schemas
from extractor.archive.shards import Shard
from extractor.archive.tables import Result
from extractor.errors import DatasetError

MANIFEST = "manifest.json"
_RUN, _MARKER = "run.json", "shard.json"
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_ROW_GROUP_ROWS, _ROW_GROUP_BYTES = 50_000, 64 << 20


class Store:
    """A dataset's folder `out`; every method raises DatasetError when it cannot be written."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.work = out / ".run"
        self._shards = self.work / "shards"

    def open(self) -> None:
        """Make the folder; refuse one that holds something else."""
        with told(self.out):
            ours = self.work.is_dir() or (self.out / MANIFEST).is_file()
            if not ours and self.out.is_dir() and any(self.out.iterdir()):
                raise DatasetError(f"{self.out}: holds other files; name an empty folder")
            self._shards.mkdir(parents=True, exist_ok=True)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep a second run out of the folder as long as this one lives."""
        with told(self.out), (self.work / "lock").open("w", encoding="utf-8") as file:
            with suppress(ImportError):  # there are systems without these locks
                import fcntl

                try:
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError as error:
                    message = f"{self.out}: another run is at work there; wait for its end"
                    raise DatasetError(message) from error
            yield

    def begin(self, run: dict[str, Any]) -> None:
        """Note what the run is, or make sure that the one under way is the same."""
        before = self._noted()
        if before is None:
            self._write(self.work / _RUN, _json(run))
        elif before != run:
            raise DatasetError(
                f"{self.out}: was begun {_difference(before, run)}; go on with what it was begun "
                "with, or name another folder, or delete this one to begin anew"
            )

    def _noted(self) -> dict[str, Any] | None:
        manifest = self.manifest()
        if manifest is not None:
            return {name: manifest[name] for name in manifest if name not in ("counts", "tables")}
        noted: dict[str, Any] | None = _read(self.work / _RUN)
        return noted

    def manifest(self) -> dict[str, Any] | None:
        """Return what the finished run wrote about itself; None when none has finished."""
        manifest: dict[str, Any] | None = _read(self.out / MANIFEST)
        return manifest

    def done(self, shard: Shard) -> dict[str, Any] | None:
        """Return the counts of `shard` when it is done (DatasetError when it was another)."""
        marker: dict[str, Any] | None = _read(self._folder(shard.number) / _MARKER)
        if marker is not None and marker["digest"] != shard.digest:
            raise DatasetError(
                f"{self.out}: shard {shard.number} was made of other articles: the inputs change "
                "while they are read; delete the folder to begin anew"
            )
        return marker

    def put(self, shard: Shard, result: Result) -> dict[str, Any]:
        """Write `result`, the whole of `shard`, and return its counts."""
        folder = self._folder(shard.number)
        unfinished = folder.with_suffix(".part")
        marker = {
            "digest": shard.digest,
            "read": result.read,
            "extracted": result.extracted,
            "rejected": dict(sorted(result.rejected.items())),
        }
        with told(self.out):
            shutil.rmtree(unfinished, ignore_errors=True)
            unfinished.mkdir()
            for name, table in result.tables.items():
                if table.num_rows:
                    with _synced(unfinished / f"{name}.parquet") as file:
                        pq.write_table(table, file, compression="zstd")
            for name, lines in result.lines.items():
                with _synced(unfinished / f"{name}.jsonl") as file:
                    file.write(lines)
            with _synced(unfinished / _MARKER) as file:
                file.write(_json(marker).encode())
            unfinished.rename(folder)
        return marker

    def finish(self, count: int, manifest: dict[str, Any], format: str) -> dict[str, Any]:
        """Put the tables together from `count` shards, write the manifest and clear up.

        Returns the manifest with the rows of each table.
        """
        tables = {}
        with told(self.out):
            for name in schemas() if format == "parquet" else ("articles", "rejects"):
                final = self.out / f"{name}.{format}"
                unfinished = self.work / final.name
                parts = [self._folder(number) / final.name for number in range(count)]
                if format == "parquet":
                    tables[name] = _merge_tables(parts, unfinished, schemas()[name])
                else:
                    tables[name] = _merge_lines(parts, unfinished)
                unfinished.replace(final)
            manifest = {**manifest, "tables": tables}
            self._write(self.out / MANIFEST, _json(manifest))
        self.clear()
        return manifest

    def clear(self) -> None:
        """Remove what only a run under way needs."""
        shutil.rmtree(self.work, ignore_errors=True)

    def _folder(self, number: int) -> Path:
        return self._shards / f"{number:06}"

    def _write(self, path: Path, content: str) -> None:
        with told(self.out):
            unfinished = self.work / f"{path.name}.part"
            with _synced(unfinished) as file:
                file.write(content.encode())
            unfinished.replace(path)


def _merge_tables(parts: list[Path], path: Path, schema: pa.Schema) -> int:
    """Write the rows of `parts`, those that exist, to `path`; return how many there are."""
    rows = 0
    with _synced(path) as file, pq.ParquetWriter(file, schema, compression="zstd") as writer:
        group: list[pa.Table] = []
        for part in parts:
            if part.exists():
                group.append(pq.read_table(part, schema=schema))
                rows += group[-1].num_rows
            large = sum(table.nbytes for table in group) > _ROW_GROUP_BYTES
            if large or sum(table.num_rows for table in group) > _ROW_GROUP_ROWS:
                writer.write_table(pa.concat_tables(group))
                group = []
        if group:
            writer.write_table(pa.concat_tables(group))
    return rows


def _merge_lines(parts: list[Path], path: Path) -> int:
    lines = 0
    with _synced(path) as file:
        for part in parts:
            content = part.read_bytes() if part.exists() else b""
            lines += content.count(b"\n")
            file.write(content)
    return lines


@contextmanager
def told(out: Path) -> Iterator[None]:
    """Turn an OSError into a DatasetError that says what to do."""
    try:
        yield
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        if error.errno in _FULL:
            reason = f"{reason}; make room"
        raise DatasetError(
            f"{error.filename or out}: {reason}, then run the same command again: it goes on "
            "where it was"
        ) from error


@contextmanager
def _synced(path: Path) -> Iterator[Any]:
    """Yield a new file that is on the disk itself when this ends."""
    with path.open("wb") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())


def _read(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise DatasetError(f"{path}: damaged ({error}); delete the folder to begin anew") from error


def _json(content: Any) -> str:
    return json.dumps(content, ensure_ascii=True, indent=2) + "\n"


def _difference(before: dict[str, Any], now: dict[str, Any]) -> str:
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
