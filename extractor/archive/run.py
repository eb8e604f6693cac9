"""A run over an archive: from inputs to a dataset, however often it is interrupted."""

import os
import shutil
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from extractor.archive.engines import Engine
from extractor.archive.files import InputFile, Inputs, find, fingerprint
from extractor.archive.items import DefectError, Item, Raw
from extractor.archive.options import Options
from extractor.archive.readers import read
from extractor.archive.seen import Seen
from extractor.archive.shards import Shard, shards
from extractor.archive.store import Store, told
from extractor.archive.tables import Result, result_of
from extractor.archive.work import Job
from extractor.records import Provenance

STDIN = "-"
# About how much more comes out of a compressed file: for the time left, nothing else.
_EXPANSION = 4
# An article that kills its worker is given up after so many times alone.
_TRIES = 2
_PLAIN = (".txt", ".md", ".html", ".htm", ".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".warc")


class Watcher(Protocol):
    """Whoever is told how far a run is; all counts are of the whole run, resumed parts included."""

    def mend(self, files: list[str]) -> None:
        """Hear which files of a finished dataset are missing or changed, and made anew."""

    def begin(self, total_bytes: int) -> None:
        """Hear how many bytes of input there are."""

    def advance(self, read: int, rejected: int, done_bytes: int, resumed: bool) -> None:
        """Hear that a shard is done: its counts, and the bytes of input that have been read."""


@dataclass(slots=True)
class Totals:
    """What a run has done so far; `read` is `extracted` plus all of `rejected`."""

    read: int = 0
    extracted: int = 0
    rejected: dict[str, int] = field(default_factory=dict)
    shards: int = 0

    def add(self, marker: dict[str, Any]) -> None:
        """Add the counts of a shard."""
        self.read += marker["read"]
        self.extracted += marker["extracted"]
        for code, count in marker["rejected"].items():
            self.rejected[code] = self.rejected.get(code, 0) + count
        self.shards += 1


def run(
    arguments: list[str],
    out: Path,
    start: Callable[[], Engine],
    provenance: Provenance,
    options: Options,
    watcher: Watcher,
    stdin: tuple[BinaryIO, str] | None = None,
) -> dict[str, Any]:
    """Read the archive that `arguments` name into the folder `out` and return the manifest.

    `stdin` is the stream for the argument `-`, and the suffix that says what it is. A folder with
    a run that was interrupted is gone on with; one that is complete is left as it is.
    Raises InputError for arguments that name nothing, DatasetError for a folder of something else
    or of another run, or one that cannot be written.
    """
    store = Store(out)
    store.open()
    with store.locked():
        inputs = _inputs(arguments, store, stdin)
        files = [fingerprint(name) for name in inputs.names]
        shown = _shown(files, store)
        about = _about(inputs, files, shown, provenance, options)
        store.begin(about)
        manifest = store.manifest()
        if manifest is not None:
            lost = store.reopen()
            if not lost:
                store.clear()
                return manifest
            watcher.mend(lost)
        watcher.begin(sum(file.bytes for file in files))
        with Seen(store.work / "seen.sqlite") as seen:
            runner = _Runner(store, options, watcher)
            cut = shards(map(seen.once, runner.items(files, shown)), options)
            totals = runner.run(cut, start)
        counts = {
            "read": totals.read,
            "extracted": totals.extracted,
            "rejected": sum(totals.rejected.values()),
            "rejected_by_code": dict(sorted(totals.rejected.items())),
            "passed": runner.passed.total(),
            "passed_by_kind": dict(sorted(runner.passed.items())),
        }
        return store.finish(totals.shards, {**about, "counts": counts}, options.format)


def _inputs(arguments: list[str], store: Store, stdin: tuple[BinaryIO, str] | None) -> Inputs:
    if STDIN not in arguments or stdin is None:
        return find(arguments, store.out)
    stream, suffix = stdin
    # Kept, so that it has a size and a digest like any other file, and can be read again.
    kept = store.work / f"stdin{suffix}"
    with told(store.out), kept.open("wb") as file:
        shutil.copyfileobj(stream, file)
    others = [argument for argument in arguments if argument != STDIN]
    inputs = find(others, store.out) if others else Inputs()
    inputs.names.append(str(kept))
    return inputs


def _about(
    inputs: Inputs,
    files: list[InputFile],
    shown: list[str],
    provenance: Provenance,
    options: Options,
) -> dict[str, Any]:
    """Return what makes this run this run and no other."""
    return {
        **provenance.model_dump(),
        "options": options.as_data(),
        "inputs": [file.noted(name) for file, name in zip(files, shown, strict=True)],
        "ignored": dict(sorted(inputs.ignored.items())),
    }


def _shown(files: list[InputFile], store: Store) -> list[str]:
    """Return the names of `files` as people know them.

    What came from stdin lies in the store. A file that this run, or its begun part, has read under
    another name (`./a.jsonl`, its absolute path) keeps the name that it had.
    """
    names = [file.name.removeprefix(f"{store.work}/") for file in files]
    before = (store.noted() or {}).get("inputs", [])
    if len(before) == len(files) and all(map(_is_same, files, before)):
        return [file["name"] for file in before]
    return names


def _is_same(file: InputFile, before: dict[str, Any]) -> bool:
    if not (file.sha256 or file.etag):
        return os.path.normpath(file.name) == os.path.normpath(str(before["name"]))
    if not file.is_as(before):
        return False
    return Path(file.name).name == Path(str(before["name"])).name


def _renamed(item: Item, name: str, shown: str) -> Item:
    place = replace(item.place, file=shown)
    if isinstance(item, Raw):
        # Without an id of its own an article is called by its place, or by its file.
        ids = {str(item.place): str(place), name: shown}
        return replace(item, place=place, id=ids.get(item.id, item.id))
    return replace(item, place=place)


class _Runner:
    def __init__(self, store: Store, options: Options, watcher: Watcher) -> None:
        self._store = store
        self._options = options
        self._watcher = watcher
        self._totals = Totals()
        self._done_bytes = 0.0
        self._again: deque[Job] = deque()
        self._open: dict[int, Shard] = {}
        self._pieces: dict[int, dict[int, Result]] = {}
        self.passed: Counter[str] = Counter()
        """What was no article by its kind; complete when all items have come."""

    def items(self, files: Iterable[InputFile], shown: Iterable[str]) -> Iterator[Item]:
        """Yield the items of all files, with an eye on how many bytes are through."""
        through = 0
        for file, name in zip(files, shown, strict=True):
            packed = not file.name.endswith(_PLAIN)
            for item in read(file.name, self._options, passed=self.passed):
                if isinstance(item, Raw):
                    size = len(item.body) / (_EXPANSION if packed else 1)
                    self._done_bytes = min(self._done_bytes + size, through + file.bytes)
                yield item if name == file.name else _renamed(item, file.name, name)
            through += file.bytes
            self._done_bytes = through

    def run(self, cut: Iterator[Shard], start: Callable[[], Engine]) -> Totals:
        """Have all shards done that are not; the engine starts when there is one."""
        todo = self._todo(cut)
        first = next(todo, None)
        if first is None:
            return self._totals
        engine = start()
        try:
            self._drive(engine, first, todo)
        finally:
            engine.close()
        return self._totals

    def _drive(self, engine: Engine, first: Job, todo: Iterator[Job]) -> None:
        ahead: Job | None = first
        while ahead is not None or self._again or engine.is_busy():
            while engine.has_room() and (self._again or ahead is not None):
                if self._again:
                    engine.submit(self._again.popleft())
                elif ahead is not None:
                    engine.submit(ahead)
                    # Read while the workers work, not while they wait.
                    ahead = next(todo, None)
            if engine.is_busy():
                self._ended(*engine.wait())

    def _todo(self, cut: Iterator[Shard]) -> Iterator[Job]:
        for shard in cut:
            marker = self._store.done(shard)
            if marker is not None:
                self._count(marker, resumed=True)
            else:
                self._open[shard.number] = shard
                yield Job(shard.number, shard.items)

    def _ended(self, job: Job, result: Result | None) -> None:
        if job.part is None:
            if result is not None:
                self._put(job.shard, result)
            else:
                # One of the items may have killed the worker: each gets one of its own.
                self._pieces[job.shard] = {}
                self._again.extend(
                    Job(job.shard, (item,), part, tries=1) for part, item in enumerate(job.items)
                )
            return
        if result is None and job.tries < _TRIES:
            # What killed it may have come from outside: memory, or a machine that is taken away.
            self._again.append(replace(job, tries=job.tries + 1))
            return
        if result is None:
            (item,) = job.items
            killed = DefectError(
                "worker-killed", f"the process that read it alone was killed, {_TRIES} times"
            )
            result = result_of([], [killed.at(item.place, item.id)], self._options.format)
        pieces = self._pieces[job.shard]
        pieces[job.part] = result
        if len(pieces) == len(self._open[job.shard].items):
            whole = Result()
            for part in range(len(pieces)):
                whole.add(pieces[part])
            del self._pieces[job.shard]
            self._put(job.shard, whole)

    def _put(self, number: int, result: Result) -> None:
        self._count(self._store.put(self._open.pop(number), result), resumed=False)

    def _count(self, marker: dict[str, Any], *, resumed: bool) -> None:
        self._totals.add(marker)
        rejected = sum(marker["rejected"].values())
        self._watcher.advance(marker["read"], rejected, int(self._done_bytes), resumed)
