"""A Ray cluster of several nodes, of which some go."""

import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import ray
from ray.cluster_utils import Cluster

from extractor.archive.engines import ray as engine
from extractor.archive.engines.ray import RayEngine
from extractor.archive.options import Options
from extractor.archive.run import run
from extractor.archive.tables import Result
from extractor.archive.work import Job
from extractor.errors import DatasetError
from tests.archive import fakes
from tests.archive.makers import NEWS, json_lines
from tests.articles import PROVENANCE

pytestmark = pytest.mark.slow

OPTIONS = Options(shard_items=4, any_language=True)


# A node that does not answer is found lost in seconds, not in half a minute.
_QUICK = {
    "health_check_initial_delay_ms": 500,
    "health_check_period_ms": 500,
    "health_check_timeout_ms": 1000,
    "health_check_failure_threshold": 2,
}


@pytest.fixture(scope="module")
def head() -> Iterator[Cluster]:
    """Yield a cluster whose head only keeps it together, with no other node yet."""
    with importing():
        made = started()
        yield made
        made.shutdown()


def started() -> Any:
    about = {"num_cpus": 0, "include_dashboard": False, "_system_config": _QUICK}
    return Cluster(initialize_head=True, head_node_args=about)


@contextmanager
def importing() -> Iterator[None]:
    """Let the processes of a cluster import what this one does."""
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join([str(Path.cwd()), *sys.path])
    yield
    os.environ.pop("PYTHONPATH")
    if before is not None:
        os.environ["PYTHONPATH"] = before


@pytest.fixture
def cluster(head: Cluster) -> Iterator[Cluster]:
    """Yield `head`, and take the nodes away that it got."""
    yield head
    shutdown: Any = ray.shutdown
    shutdown()
    for node in list(head.worker_nodes):
        head.remove_node(node)


@pytest.fixture
def whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Return the content of an undisturbed run."""
    rows = [{"id": f"a{at}", "text": f"Kata{at} {NEWS}"} for at in range(60)]
    (tmp_path / "a.jsonl").write_bytes(json_lines(rows))
    monkeypatch.chdir(tmp_path)
    go("whole", fakes.Inline(OPTIONS))
    return contents("whole")


def go(out: str, made: Any) -> dict[str, Any]:
    return run(["a.jsonl"], Path(out), lambda: made, PROVENANCE, OPTIONS, fakes.Silent())


def contents(out: str) -> dict[str, str]:
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in Path(out).glob("*.*")
    }


class Losing(RayEngine):
    """Loses nodes when some shards are done; may get others.

    Its workers are patient: whoever does the rest in no time is done before a lost node is gone.
    """

    def __init__(self, cluster: Cluster, lost: list[Any], workers: int, after: int = 4) -> None:
        self.cluster, self.lost, self.after, self.ended = cluster, lost, after, 0
        super().__init__(workers, fakes.patient, OPTIONS, cluster.address)

    def wait(self) -> tuple[Job, Result | None]:
        self.ended += 1
        if self.ended == self.after:
            for node in self.lost:
                self.cluster.remove_node(node, allow_graceful=False)
        return super().wait()


def test_a_node_lost_in_the_middle_costs_nothing(cluster: Cluster, whole: dict[str, str]) -> None:
    nodes = [cluster.add_node(num_cpus=1) for _ in range(3)]
    losing = Losing(cluster, nodes[:1], workers=3)
    go("lost", losing)
    assert losing.ended > losing.after
    assert contents("lost") == whole


def test_without_a_node_the_run_ends_in_time_and_can_be_gone_on_with(
    cluster: Cluster, whole: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "LOOK", 1.0)
    monkeypatch.setattr(engine, "PATIENCE", 4.0)
    nodes = [cluster.add_node(num_cpus=1) for _ in range(2)]
    begun = time.monotonic()
    with pytest.raises(DatasetError, match="no node of the Ray cluster is left; run the same"):
        go("lost", Losing(cluster, nodes, workers=2))
    assert time.monotonic() - begun < 120
    go("lost", fakes.Inline(OPTIONS))
    assert contents("lost") == whole


def test_a_cluster_without_free_processors_is_told(
    cluster: Cluster, whole: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "LOOK", 1.0)
    monkeypatch.setattr(engine, "START", 4.0)
    cluster.add_node(num_cpus=1)
    ray.init(address=cluster.address, log_to_driver=False, configure_logging=False)
    holder: Any = ray.remote(num_cpus=1)(fakes.Quick).remote()
    ray.get(holder.__ray_ready__.remote())
    with pytest.raises(DatasetError, match="no worker of the Ray cluster has started in 4 seconds"):
        go("full", RayEngine(1, fakes.quick, OPTIONS, cluster.address))


@pytest.mark.parametrize("comes_back", [False, True], ids=["gone", "started anew"])
def test_a_lost_head_is_told_in_time_and_the_run_can_be_gone_on_with(
    comes_back: bool, whole: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = str(Path(__file__).parents[2])
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([root, *sys.path]))

    def begun(address: str) -> "subprocess.Popen[str]":
        command = [sys.executable, "-m", "tests.archive.ray_driver", address, "lost"]
        return subprocess.Popen(command, stderr=subprocess.PIPE, text=True)

    made = started()
    try:
        for _ in range(2):
            made.add_node(num_cpus=1)
        driver = begun(made.address)
        while not list(Path("lost").glob(".run/shards/00000[2-9]")):
            assert driver.poll() is None, "it ended before anything was done"
            time.sleep(0.1)
        made.head_node.kill_gcs_server()
        lost = time.monotonic()
        if comes_back:
            time.sleep(5)
            made.head_node.start_gcs_server()
        _, told = driver.communicate(timeout=120)
        assert (driver.returncode, time.monotonic() - lost < 90) == (1, True)
        assert "fakta: the head of the Ray cluster is gone; start it, and run the same" in told
    finally:
        made.shutdown()
    made = started()
    try:
        made.add_node(num_cpus=2)
        assert begun(made.address).wait(timeout=120) == 0
    finally:
        made.shutdown()
    assert contents("lost") == whole
