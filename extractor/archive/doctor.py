"""What is wrong with a dataset, finished or not, and whether it can be mended."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from extractor.archive.files import fingerprint
from extractor.archive.merge import names_of, sha256_of, table_problem
from extractor.archive.notes import difference, read_manifest, read_run
from extractor.archive.questions.dataset import Dataset
from extractor.archive.store import CORRECTIONS, MANIFEST, RUN, WORK, Store
from extractor.errors import DatasetError, InputError
from extractor.records import Provenance

Kind = Literal[
    "no-dataset",
    "at-work",
    "unfinished",
    "damaged-shards",
    "damaged-manifest",
    "missing",
    "damaged",
    "changed",
    "counts",
    "no-digests",
    "input-gone",
    "input-changed",
    "input-unreached",
    "other-version",
    "bad-correction",
    "unfit-correction",
]
# What can be mended by the command that made the dataset, if its inputs and version are there.
_MENDED = ("missing", "damaged", "changed", "unfinished", "damaged-shards")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, where, and in the words or numbers of the place."""

    where: str
    kind: Kind
    told: str = ""


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """All that is wrong with a dataset; `articles` it has when it is finished, else None."""

    problems: tuple[Problem, ...]
    articles: int | None = None

    @property
    def is_sound(self) -> bool:
        """Tell whether all that can be compared is as it was written."""
        return all(problem.kind == "no-digests" for problem in self.problems)


def diagnose(folder: Path, provenance: Provenance) -> Diagnosis:
    """Return what is wrong with the dataset in `folder`; all of it is read.

    `provenance` is that of this version, which can go on with what it has made itself.
    """
    store = Store(folder)
    try:
        manifest = read_manifest(folder / MANIFEST)
    except DatasetError as error:
        return Diagnosis((Problem(MANIFEST, "damaged-manifest", str(error)),))
    if manifest is not None:
        found = list(_of_files(folder, manifest))
        articles: int | None = manifest["counts"]["extracted"]
    elif store.work.is_dir():
        found, articles = list(_of_run(store)), None
    else:
        return Diagnosis((Problem(str(folder), "no-dataset"),))
    if manifest is not None and manifest["options"].get("format") == "parquet" and not found:
        found += _of_corrections(folder)
    run = manifest or read_run(folder / WORK / RUN)
    if run and any(problem.kind in _MENDED for problem in found):
        found += _of_inputs(run, provenance)
    return Diagnosis(tuple(found), articles)


def _of_files(folder: Path, manifest: dict[str, Any]) -> Iterator[Problem]:
    format = manifest["options"].get("format", "parquet")
    counts, digests = manifest["counts"], manifest.get("digests")
    for name in names_of(format):
        file = f"{name}.{format}"
        path = folder / file
        digest = sha256_of(path)
        if digest is None:
            yield Problem(file, "missing")
        elif digests is not None and digests.get(file) == digest:
            continue
        elif format == "parquet" and (told := table_problem(path, manifest["tables"].get(name))):
            yield Problem(file, "damaged", told)
        elif digests is not None:
            yield Problem(file, "changed")
    for table, counted in (("articles", "extracted"), ("rejects", "rejected")):
        if manifest["tables"].get(table) != counts[counted]:
            told = f"{counts[counted]} {counted}, {manifest['tables'].get(table)} in {table}"
            yield Problem(MANIFEST, "counts", told)
    if digests is None:
        yield Problem(MANIFEST, "no-digests")


def _of_corrections(folder: Path) -> Iterator[Problem]:
    """Yield what is wrong with the corrections of the sound dataset in `folder`."""
    if not (folder / CORRECTIONS).is_file():
        return
    try:
        dataset = Dataset(folder)
    except InputError as error:
        for line in str(error).removeprefix(f"{folder}/").split(f"\n{folder}/"):
            where, _, told = line.partition(": ")
            yield Problem(where, "bad-correction", told)
        return
    for unfit in dataset.unfit:
        line, _, told = str(unfit).partition(": ")
        yield Problem(f"{CORRECTIONS}:{line}", "unfit-correction", told)


def _of_run(store: Store) -> Iterator[Problem]:
    if store.is_at_work():
        yield Problem(str(store.out), "at-work")
        return
    begun, damaged = store.damaged_shards()
    yield Problem(str(store.out), "unfinished", str(begun))
    if damaged:
        yield Problem(str(store.work), "damaged-shards", str(damaged))


def _of_inputs(run: dict[str, Any], provenance: Provenance) -> Iterator[Problem]:
    now = {**run, **provenance.model_dump()}
    if any(run[name] != now[name] for name in ("version", "model", "lexicon")):
        yield Problem(MANIFEST, "other-version", difference(run, now))
    for noted in run["inputs"]:
        try:
            file = fingerprint(noted["name"])
        except InputError as error:
            reason = str(error).removeprefix(f"{noted['name']}: ")
            yield Problem(noted["name"], "input-unreached", reason)
            continue
        if file.is_as(noted):
            continue
        is_there = file.sha256 or file.etag or not (noted["sha256"] or noted.get("etag"))
        yield Problem(noted["name"], "input-changed" if is_there else "input-gone")
