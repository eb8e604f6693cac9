"""A Ray cluster: actors that hold an extractor each, on whatever machines it has."""

import importlib
from dataclasses import dataclass
from typing import Any

from extractor.archive.engines import LIFE
from extractor.archive.options import Options
from extractor.archive.tables import Result
from extractor.archive.work import ExtractsMany, Job, Make, work
from extractor.errors import DatasetError, InputError

_STARTS = 3


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
    job: Job | None = None
    result: Any = None
    done: int = 0


class RayEngine:
    """As many actors as `workers`, or as the cluster has processors, at `address`.

    Without an address a cluster of this machine alone is started. Raises InputError when Ray is
    not installed or not there; `wait` raises as `LocalEngine.wait` does.
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
        self._actor = ray.remote(num_cpus=1, max_restarts=0, max_task_retries=0)(_Server)
        count = workers or int(ray.cluster_resources().get("CPU", 1))
        self._workers = [self._started() for _ in range(max(count, 1))]
        self._failed_starts = 0

    @property
    def actors(self) -> list[Any]:
        """The handles of the workers."""
        return [worker.actor for worker in self._workers]

    def has_room(self) -> bool:
        """Tell whether a worker waits for a job."""
        return any(worker.job is None for worker in self._workers)

    def is_busy(self) -> bool:
        """Tell whether a job is under way."""
        return any(worker.job is not None for worker in self._workers)

    def submit(self, job: Job) -> None:
        """Give `job` to a worker that waits."""
        self._give(next(worker for worker in self._workers if worker.job is None), job)

    def wait(self) -> tuple[Job, Result | None]:
        """Return the next job that ended, and its result; None when its worker died."""
        while True:
            busy = {worker.result: worker for worker in self._workers if worker.job is not None}
            (ended,), _ = self._ray.wait(list(busy), num_returns=1)
            worker = busy[ended]
            job = worker.job
            assert job is not None
            try:
                self._ray.get(worker.loaded)
                self._failed_starts = 0
            except self._ray.exceptions.RayActorError:
                self._start_again(worker, job)
                continue
            try:
                result: Result = self._ray.get(ended)
            except self._ray.exceptions.RayActorError:
                self._workers[self._workers.index(worker)] = self._started()
                return job, None
            worker.job = None
            worker.done += 1
            if worker.done >= LIFE:
                self._ray.kill(worker.actor)
                self._workers[self._workers.index(worker)] = self._started()
            return job, result

    def close(self) -> None:
        """Stop all workers, whatever they do; a cluster that was there before stays."""
        for worker in self._workers:
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

    def _give(self, worker: _Worker, job: Job) -> None:
        worker.job = job
        worker.result = worker.actor.work.remote(job)

    def _start_again(self, worker: _Worker, job: Job) -> None:
        """Put a new worker in the place of one that died while it loaded; it gets `job`."""
        self._failed_starts += 1
        if self._failed_starts > _STARTS * len(self._workers):
            raise DatasetError(
                "workers of the Ray cluster die while they load: is there memory enough? "
                "--processes takes fewer; then run the same command again"
            )
        heir = self._started()
        self._workers[self._workers.index(worker)] = heir
        self._give(heir, job)
