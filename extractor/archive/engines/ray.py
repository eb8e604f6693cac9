"""A Ray cluster: actors that hold an extractor each, on whatever machines it has."""

import importlib
import threading
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from time import monotonic
from typing import Any

from extractor.archive.engines import LIFE
from extractor.archive.engines.ray_head import head_of
from extractor.archive.options import Options
from extractor.archive.tables import Result
from extractor.archive.work import ExtractsMany, Job, Make, work
from extractor.errors import DatasetError, InputError

_STARTS = 3
LOOK = 5.0
"""How often one looks whether the cluster is there, in seconds."""
PATIENCE = 60.0
"""How long a cluster may have no node: it may be on its way up again."""
START = 600.0
"""How long the first worker may take: other work may hold the processors."""
_AGAIN = "run the same command again: it goes on where it was"


class _Server:
    """What runs inside an actor."""

    def __init__(self, make: Make, options: Options) -> None:
        self._make = make
        self._options = options
        self._made: ExtractsMany | None = None

    def load(self) -> bool:
        """Make the extractor."""
        self._made = self._make()
        return True

    def work(self, job: Job) -> Result:
        """Return what becomes of the items of `job`."""
        assert self._made is not None
        return work(job, self._made, self._options)


@dataclass(slots=True)
class _Worker:
    actor: Any
    loaded: Any
    is_ready: bool = False
    job: Job | None = None
    result: Any = None
    done: int = 0


class RayEngine:
    """As many actors as `workers`, or as the cluster has processors, at `address`.

    Without an address a cluster of this machine alone is started. Only an actor that has loaded is
    given a job: one that waits for a node holds none. Raises InputError when Ray is not installed
    or not there; `wait` raises as `LocalEngine.wait` does, and DatasetError when the head is gone,
    for `PATIENCE` seconds there is no node, or for `START` seconds no actor that starts.
    """

    def __init__(
        self, workers: int | None, make: Make, options: Options, address: str | None = None
    ) -> None:
        try:
            ray: Any = importlib.import_module("ray")
        except ImportError as error:
            raise InputError("--engine ray needs Ray: pip install 'faktaberita[ray]'") from error
        self._ray = ray
        self._make = make
        self._options = options
        self._is_ours = not ray.is_initialized()
        if self._is_ours:
            self._connect(address)
        self._head = head_of(ray)
        self._actor = ray.remote(num_cpus=1, max_restarts=0, max_task_retries=0)(_Server)
        count = workers or int(ray.cluster_resources().get("CPU", 1))
        self._workers = [self._started() for _ in range(max(count, 1))]
        self._ahead: deque[Job] = deque()
        self._failed_starts = 0
        self._alive = self._started_at = monotonic()

    @property
    def actors(self) -> list[Any]:
        """The handles of the workers."""
        return [worker.actor for worker in self._workers]

    def has_room(self) -> bool:
        """Tell whether a worker waits for a job."""
        under_way = len(self._ahead) + sum(worker.job is not None for worker in self._workers)
        return under_way < len(self._workers)

    def is_busy(self) -> bool:
        """Tell whether a job is under way."""
        return bool(self._ahead) or any(worker.job is not None for worker in self._workers)

    def submit(self, job: Job) -> None:
        """Give `job` to a worker that waits, or to the next that has loaded."""
        self._ahead.append(job)
        self._feed()

    def wait(self) -> tuple[Job, Result | None]:
        """Return the next job that ended, and its result; None when its worker died."""
        while True:
            if self._head.is_gone:
                raise DatasetError(f"the head of the Ray cluster is gone; start it, and {_AGAIN}")
            awaited = {
                worker.result if worker.is_ready else worker.loaded: worker
                for worker in self._workers
                if worker.job is not None or not worker.is_ready
            }
            ended, _ = self._ray.wait(list(awaited), num_returns=1, timeout=LOOK)
            if not ended:
                self._refuse_to_wait_for_nothing()
                continue
            self._alive = monotonic()
            worker = awaited[ended[0]]
            if not worker.is_ready:
                self._loaded(worker)
                continue
            return self._ended(worker, ended[0])

    def _ended(self, worker: _Worker, result: Any) -> tuple[Job, Result | None]:
        job = worker.job
        assert job is not None
        try:
            found: Result = self._ray.get(result)
        except self._ray.exceptions.RayActorError:
            self._replace(worker)
            return job, None
        worker.job = None
        worker.done += 1
        if worker.done >= LIFE:
            self._ray.kill(worker.actor)
            self._replace(worker)
        self._feed()
        return job, found

    def _loaded(self, worker: _Worker) -> None:
        """Give a job to a worker that has loaded; put another in the place of one that died."""
        try:
            self._ray.get(worker.loaded)
        except self._ray.exceptions.RayActorError as error:
            self._failed_starts += 1
            if self._failed_starts > _STARTS * len(self._workers):
                raise DatasetError(
                    "workers of the Ray cluster die while they load: is there memory enough? "
                    f"--processes takes fewer; {_AGAIN}"
                ) from error
            self._replace(worker)
            return
        self._failed_starts = 0
        self._started_at = monotonic()
        worker.is_ready = True
        self._feed()

    def _refuse_to_wait_for_nothing(self) -> None:
        """Raise DatasetError when there is no node any more, or when no worker ever starts."""
        now = monotonic()
        if self._has_nodes():
            self._alive = now
        if now - self._alive > PATIENCE:
            raise DatasetError(f"no node of the Ray cluster is left; {_AGAIN}")
        if any(worker.is_ready for worker in self._workers):
            self._started_at = now
        if now - self._started_at > START:
            raise DatasetError(
                f"no worker of the Ray cluster has started in {START:g} seconds: are its "
                f"processors free? {_AGAIN}"
            )

    def _has_nodes(self) -> bool:
        """Tell whether a node is alive that has processors; False when nobody can tell in time."""
        nodes: list[dict[str, Any]] = []
        # What is asked is the head, which may be gone, and then nothing ever comes.
        asked = threading.Thread(target=lambda: nodes.extend(self._ray.nodes()), daemon=True)
        asked.start()
        asked.join(LOOK)
        return any(node["Alive"] and node["Resources"].get("CPU") for node in nodes)

    def close(self) -> None:
        """Stop all workers, whatever they do; a cluster that was there before stays."""
        self._head.close()
        if self._head.is_gone:
            # Nobody is there to stop them, and Ray would wait for one that is.
            return
        for worker in self._workers:
            # Of a cluster that has gone nothing can be stopped, and why it has gone is to be told.
            with suppress(Exception):
                self._ray.kill(worker.actor)
        if self._is_ours:
            self._ray.shutdown()

    def _connect(self, address: str | None) -> None:
        try:
            self._ray.init(
                address=address or "local",
                log_to_driver=False,
                configure_logging=False,
                **({} if address else {"include_dashboard": False}),
            )
        except (ConnectionError, ValueError, RuntimeError) as error:
            reason = " ".join(str(error).split())[:200]
            raise InputError(f"no Ray cluster at {address or 'this machine'}: {reason}") from error

    def _started(self) -> _Worker:
        actor = self._actor.remote(self._make, self._options)
        return _Worker(actor, actor.load.remote())

    def _feed(self) -> None:
        for worker in self._workers:
            if self._ahead and worker.is_ready and worker.job is None:
                worker.job = self._ahead.popleft()
                worker.result = worker.actor.work.remote(worker.job)

    def _replace(self, worker: _Worker) -> None:
        self._workers[self._workers.index(worker)] = self._started()
