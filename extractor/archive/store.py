"""The folder of a dataset: what is done, what it was made of, and the tables in the end.

`.run/` holds the work under way: `run.json` says what the run is, `shards/000000/` what became of a
shard. A shard's folder has its name only when all of it is written, and `shard.json` in it tells
what files it has. The tables are put together from the shards, `manifest.json` comes last, and then
`.run/` goes. A file that is missing or not as it was is made anew, and nothing else is.
"""

import errno
import hashlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from extractor.archive.merge import merge, names_of, sha256_of, synced
from extractor.archive.notes import (
    difference,
    digest_of,
    read_manifest,
    read_marker,
    read_run,
    written,
)
from extractor.archive.shards import Shard
from extractor.archive.tables import Result
from extractor.errors import DatasetError

MANIFEST, WORK = "manifest.json", ".run"
CORRECTIONS = "corrections.yaml"
"""What people have put right; no run writes or removes it."""
RUN, _MARKER = "run.json", "shard.json"
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
# What a manifest tells beside what the run is.
_OUTCOME = ("counts", "tables", "digests")


class Store:
    """A dataset's folder `out`; every method raises DatasetError when it cannot be written."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.work = out / WORK
        self._shards = self.work / "shards"
        self._run = ""

    def open(self) -> None:
        """Make the folder; refuse one that holds something else."""
        with told(self.out):
            ours = self.work.is_dir() or (self.out / MANIFEST).is_file()
            others = self.out.iterdir() if self.out.is_dir() else ()
            if not ours and any(path.name != CORRECTIONS for path in others):
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

    def is_at_work(self) -> bool:
        """Tell whether a run is at work in the folder now."""
        try:
            with self.locked():
                return False
        except DatasetError as error:
            return isinstance(error.__cause__, BlockingIOError)

    def begin(self, run: dict[str, Any]) -> None:
        """Note what the run is, or make sure that the one under way is the same."""
        before = self.noted()
        if before is None:
            self._write(self.work / RUN, run)
        elif before != run:
            anew = "delete this one to begin anew"
            if (self.out / CORRECTIONS).is_file():
                anew = f"delete all in it but {CORRECTIONS} to begin anew"
            raise DatasetError(
                f"{self.out}: was begun {difference(before, run)}; go on with what it was begun "
                f"with, or name another folder, or {anew}"
            )
        self._run = digest_of(run)

    def noted(self) -> dict[str, Any] | None:
        """Return what the run is that the folder is of, None when it is of none yet."""
        manifest = self.manifest()
        if manifest is not None:
            return {name: manifest[name] for name in manifest if name not in _OUTCOME}
        return read_run(self.work / RUN)

    def manifest(self) -> dict[str, Any] | None:
        """Return what the finished run wrote about itself; None when none has finished."""
        return read_manifest(self.out / MANIFEST)

    def reopen(self) -> list[str]:
        """Make a finished run one under way when files of it are missing or changed.

        Returns their names. What is as it was stays where it is.
        """
        manifest = self.manifest()
        assert manifest is not None
        digests = manifest.get("digests", {})
        lost = [name for name in digests if sha256_of(self.out / name) != digests[name]]
        format = manifest["options"].get("format")
        lost += [
            file
            for name in names_of(format)
            if (file := f"{name}.{format}") not in digests and not (self.out / file).is_file()
        ]
        if lost:
            run = {name: manifest[name] for name in manifest if name not in _OUTCOME}
            self._write(self.work / RUN, run)
            with told(self.out):
                (self.out / MANIFEST).replace(self.work / MANIFEST)
        return lost

    def done(self, shard: Shard) -> dict[str, Any] | None:
        """Return the counts of `shard` when it is done and all of it is there.

        Raises DatasetError when it was another.
        """
        marker = self._marker(shard.number)
        if marker is None or marker["run"] != self._run:
            return None
        if marker["digest"] != shard.digest:
            raise DatasetError(
                f"{self.out}: shard {shard.number} was made of other articles: the inputs change "
                "while they are read; delete the folder to begin anew"
            )
        return marker if self._is_whole(shard.number, marker) else None

    def damaged_shards(self) -> tuple[int, int]:
        """Return how many shards were begun, and how many of them are not whole."""
        numbers = [int(path.name) for path in self._shards.glob("[0-9]*") if path.name.isdecimal()]
        whole = [
            number
            for number in numbers
            if (marker := self._marker(number)) and self._is_whole(number, marker)
        ]
        return len(numbers), len(numbers) - len(whole)

    def _is_whole(self, number: int, marker: dict[str, Any]) -> bool:
        files = marker["files"].items()
        folder = self._folder(number)
        return all(sha256_of(folder / name) == file["sha256"] for name, file in files)

    def put(self, shard: Shard, result: Result) -> dict[str, Any]:
        """Write `result`, the whole of `shard`, and return its counts."""
        folder = self._folder(shard.number)
        unfinished = folder.with_suffix(".part")
        marker: dict[str, Any] = {
            "digest": shard.digest,
            "run": self._run,
            "read": result.read,
            "extracted": result.extracted,
            "rejected": dict(sorted(result.rejected.items())),
            "files": {},
        }
        with told(self.out):
            shutil.rmtree(unfinished, ignore_errors=True)
            unfinished.mkdir()
            for name, (content, rows) in _files(result).items():
                with synced(unfinished / name) as file:
                    file.write(content)
                digest = hashlib.sha256(content).hexdigest()
                marker["files"][name] = {"rows": rows, "sha256": digest}
            with synced(unfinished / _MARKER) as file:
                file.write(written(marker))
            # What stands there is not whole, or of another run.
            shutil.rmtree(folder, ignore_errors=True)
            unfinished.rename(folder)
        return marker

    def finish(self, count: int, manifest: dict[str, Any], format: str) -> dict[str, Any]:
        """Put the tables together from `count` shards, write the manifest and clear up.

        Returns the manifest with the rows and digests of the tables.
        """
        before = _manifest_if_sound(self.work / MANIFEST)
        digests = before.get("digests", {}) if before else {}
        tables, fresh = {}, {}
        with told(self.out):
            for name in names_of(format):
                final = self.out / f"{name}.{format}"
                parts, tables[name] = self._parts(final.name, count)
                fresh[final.name] = sha256_of(final) or ""
                if not fresh[final.name] or digests.get(final.name) != fresh[final.name]:
                    fresh[final.name] = self._put_together(parts, tables[name], final)
            manifest = {**manifest, "tables": tables, "digests": fresh}
            self._write(self.out / MANIFEST, manifest)
        self.clear()
        return manifest

    def _put_together(self, parts: list[Path], rows: int, final: Path) -> str:
        unfinished = self.work / final.name
        found = merge(parts, unfinished)
        if found != rows:
            raise DatasetError(
                f"{unfinished}: {found} rows where the shards have {rows}; run the same command "
                "again: it makes anew what has changed"
            )
        unfinished.replace(final)
        return sha256_of(final) or ""

    def _parts(self, name: str, count: int) -> tuple[list[Path], int]:
        """Return the files `name` of the shards, and how many rows those say they have."""
        parts, rows = [], 0
        for number in range(count):
            marker = self._marker(number)
            if marker is None:
                raise DatasetError(
                    f"{self._folder(number)}: was there and is gone; run the same command again"
                )
            if name in marker["files"]:
                parts.append(self._folder(number) / name)
                rows += marker["files"][name]["rows"]
        return parts, rows

    def _marker(self, number: int) -> dict[str, Any] | None:
        return read_marker(self._folder(number) / _MARKER)

    def clear(self) -> None:
        """Remove what only a run under way needs."""
        shutil.rmtree(self.work, ignore_errors=True)

    def _folder(self, number: int) -> Path:
        return self._shards / f"{number:06}"

    def _write(self, path: Path, content: dict[str, Any]) -> None:
        with told(self.out):
            unfinished = self.work / f"{path.name}.part"
            with synced(unfinished) as file:
                file.write(written(content))
            unfinished.replace(path)


def _files(result: Result) -> dict[str, tuple[bytes, int]]:
    """Return the content of each file of a shard by its name, and how many rows it has."""
    files = {}
    for name, table in result.tables.items():
        if table.num_rows:
            sink = pa.BufferOutputStream()
            pq.write_table(table, sink, compression="zstd")
            files[f"{name}.parquet"] = (sink.getvalue().to_pybytes(), table.num_rows)
    for name, lines in result.lines.items():
        files[f"{name}.jsonl"] = (lines, lines.count(b"\n"))
    return files


def _manifest_if_sound(path: Path) -> dict[str, Any] | None:
    with suppress(DatasetError):
        return read_manifest(path)
    return None


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
