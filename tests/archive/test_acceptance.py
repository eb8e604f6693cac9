"""A large archive with planted defects: run undisturbed, killed time and again, on a cluster."""

import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from extractor.archive.engines.ray import RayEngine
from extractor.archive.options import Options
from extractor.archive.provenance import provenance
from extractor.archive.run import run
from extractor.archive.tables import Result
from extractor.archive.work import Job, load
from tests.archive import fakes
from tests.archive.big import ARTICLES, Archive, Defects

pytestmark = pytest.mark.slow

KILLS = 10
SEED = 2_000
_PATIENCE = 600.0


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return Archive(tmp_path_factory.mktemp("big") / "arsip")


@pytest.fixture(scope="module")
def whole(archive: Archive) -> Path:
    """Return the dataset of an undisturbed run."""
    process = start(archive, "whole")
    _, errors = process.communicate(timeout=_PATIENCE)
    assert process.returncode == 1, errors
    assert "60 rejected, see whole/rejects.parquet" in errors
    return archive.folder.parent / "whole"


def start(archive: Archive, out: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "extractor.cli", "batch", "arsip", "--out", out]
    return subprocess.Popen(
        [*command, "--processes", "2"],
        cwd=archive.folder.parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def contents(folder: Path) -> dict[str, str]:
    """Return a digest of each file of a dataset."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def done(out: Path) -> int:
    """Return how many shards of a run under way are done."""
    return len(list((out / ".run" / "shards").glob("*/shard.json")))


def kill_after(process: "subprocess.Popen[str]", out: Path, shards: int, delay: float) -> None:
    """Kill `process` some time after as many `shards` are done, and see its workers go too."""
    patience = time.monotonic() + _PATIENCE
    while done(out) < shards:
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < patience
        time.sleep(0.02)
    time.sleep(delay)
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=_PATIENCE)
    assert process.returncode == -signal.SIGKILL
    while any(_group(process.pid)):
        assert time.monotonic() < patience, "workers were left behind"
        time.sleep(0.02)


def _group(leader: int) -> Iterator[int]:
    """Yield the processes of a session that are still at work."""
    try:
        os.killpg(leader, 0)
        yield leader
    except ProcessLookupError:
        return


def test_every_defect_is_a_reject_with_its_reason_and_nothing_else_is(
    archive: Archive, whole: Path
) -> None:
    rows = pq.read_table(whole / "rejects.parquet").to_pylist()
    found: Defects = {(row["file"], row["line"], row["code"]) for row in rows}
    assert found == archive.defects
    assert len(rows) == 60
    assert all(row["reason"] for row in rows)
    counts = json.loads((whole / "manifest.json").read_text(encoding="utf-8"))["counts"]
    assert (counts["read"], counts["extracted"], counts["rejected"]) == (2_060, ARTICLES, 60)
    articles = pq.read_table(whole / "articles.parquet", columns=["id", "published"])
    assert len(set(articles["id"].to_pylist())) == articles.num_rows == ARTICLES
    assert pq.read_metadata(whole / "scores.parquet").num_rows > ARTICLES / 4


def test_a_run_killed_ten_times_ends_like_an_undisturbed_one(archive: Archive, whole: Path) -> None:
    chance = random.Random(SEED)
    out = archive.folder.parent / "killed"
    shards = len(list(range(0, 2_060, Options().shard_items)))
    # Of the first half, and soon: what ten runs do before they are killed is not all there is.
    targets = sorted(chance.randrange(shards // 2) for _ in range(KILLS))
    for target in targets:
        process = start(archive, "killed")
        kill_after(process, out, max(target, done(out)), chance.uniform(0.0, 0.75))
        assert not (out / "manifest.json").exists()
    process = start(archive, "killed")
    process.communicate(timeout=_PATIENCE)
    assert process.returncode == 1
    assert contents(out) == contents(whole)


class Unlucky(RayEngine):
    """Loses one of its workers in the middle of the run."""

    ended = 0

    def wait(self) -> tuple[Job, Result | None]:
        self.ended += 1
        if self.ended == 5:
            self._ray.kill(self.actors[0])
        return super().wait()


def test_a_cluster_gives_the_same_tables_though_a_worker_is_killed(
    archive: Archive, whole: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(archive.folder.parent)
    engines: list[Unlucky] = []

    def unlucky() -> Unlucky:
        engines.append(Unlucky(2, load, Options()))
        return engines[0]

    manifest: dict[str, Any] = run(
        ["arsip"], Path("cluster"), unlucky, provenance(), Options(), fakes.Silent()
    )
    assert manifest["counts"]["rejected"] == 60
    assert engines[0].ended > 5
    assert contents(archive.folder.parent / "cluster") == contents(whole)
