"""Processes on this machine that do jobs: one thread each, started once, replaced when they die."""

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Any, Generic, TypeVar

from extractor.errors import FaktaError, WorkerError

J = TypeVar("J")
R = TypeVar("R")

# A fork would copy the locks of threads that are not copied themselves.
_SPAWN = multiprocessing.get_context("spawn")
_THREADS = ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS")
_STARTS = 3
_READY = "ready"
# How a worker ends that came by way of the script which starts workers.
_UNGUARDED = 78
_GUARD = (
    "workers import the script that starts them, and this one would start workers again; put what "
    'it does behind `if __name__ == "__main__":`'
)


@dataclass(slots=True)
class _Worker(Generic[J]):
    process: SpawnProcess
    pipe: Connection
    job: J | None = None
    is_ready: bool = False
    done: int = 0


class Pool(Generic[J, R]):
    """`processes` workers; `make` gives each the function that does a job. Both are pickled.

    After `life` jobs, if that is given, a worker is replaced by a new one.

    Errors: a FaktaError of `make` is raised by `wait`, WorkerError when workers die at their start
    time and again, or cannot import the script that starts them. The function itself must not
    raise, and returns anything but None.
    """

    def __init__(
        self, processes: int, make: Callable[[], Callable[[J], R]], life: int | None = None
    ) -> None:
        _check_script()
        self._life = life
        self._start: Callable[[], _Worker[J]] = lambda: _started(make)
        self._workers = [self._start() for _ in range(max(processes, 1))]
        self._failed_starts = 0

    @property
    def pids(self) -> list[int]:
        """The ids of the workers' processes."""
        return [worker.process.pid or 0 for worker in self._workers]

    def has_room(self) -> bool:
        """Tell whether a worker waits for a job."""
        return any(worker.job is None for worker in self._workers)

    def is_busy(self) -> bool:
        """Tell whether a job is under way."""
        return any(worker.job is not None for worker in self._workers)

    def submit(self, job: J) -> None:
        """Give `job` to a worker that waits."""
        # One that is ready would wait, one that loads its model would be waited for.
        waiting = [worker for worker in self._workers if worker.job is None]
        _give(max(waiting, key=lambda worker: worker.is_ready), job)

    def wait(self) -> tuple[J, R | None]:
        """Return the next job that ended, and its result; None when its worker died."""
        while True:
            busy = [worker for worker in self._workers if worker.job is not None]
            readable = wait([worker.pipe for worker in busy])
            worker = next(worker for worker in busy if worker.pipe in readable)
            job, message = worker.job, _received(worker.pipe)
            assert job is not None
            if isinstance(message, FaktaError):
                raise message
            if message == _READY:
                worker.is_ready = True
                self._failed_starts = 0
            elif message is not None:
                worker.job = None
                worker.done += 1
                if worker.done == self._life:
                    self._heir(worker)
                return job, message
            elif self._replaced(worker, job):
                return job, None

    def close(self) -> None:
        """Stop all workers, whatever they do."""
        for worker in self._workers:
            _end(worker)

    def _replaced(self, worker: _Worker[J], job: J) -> bool:
        """Put a new worker in the place of a dead one; tell whether `job` may be the reason.

        A worker that died while it loaded had not seen the job yet: its heir gets it.
        """
        heir = self._heir(worker)
        if worker.is_ready:
            return True
        self._failed_starts += 1
        if worker.process.exitcode == _UNGUARDED:
            raise WorkerError(_GUARD)
        if self._failed_starts > _STARTS * len(self._workers):
            code = worker.process.exitcode
            raise WorkerError(
                f"workers die while they load (exit code {code}): is there memory enough?"
            )
        _give(heir, job)
        return False

    def _heir(self, worker: _Worker[J]) -> _Worker[J]:
        """Return the new worker that stands where `worker` stood."""
        _end(worker)
        heir = self._start()
        self._workers[self._workers.index(worker)] = heir
        return heir


def _check_script() -> None:
    """End a worker that is on its way to start workers; raise WorkerError where none can start."""
    if getattr(multiprocessing.current_process(), "_inheriting", False):
        sys.exit(_UNGUARDED)
    script = sys.modules.get("__main__")
    file = getattr(script, "__file__", None)
    if getattr(script, "__spec__", None) is None and file and not Path(file).exists():
        raise WorkerError(f"workers import the script that starts them, and {file} is no file")


@contextmanager
def deaf() -> Iterator[None]:
    """Let processes that are started in here not hear Ctrl-C, from their first moment on.

    It reaches the whole group, and who is in charge decides.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    # The first process takes the resource tracker with it, whose start unblocks the signal for all
    # that come after (seen in Python 3.11): it has to be there already.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _started(make: Callable[[], Callable[[Any], Any]]) -> _Worker[Any]:
    here, there = _SPAWN.Pipe()
    process = _SPAWN.Process(target=_serve, args=(there, make), daemon=True)
    with deaf():
        process.start()
    there.close()
    return _Worker(process, here)


def _end(worker: _Worker[Any]) -> None:
    worker.process.kill()
    worker.process.join()
    worker.pipe.close()


def _give(worker: _Worker[J], job: J) -> None:
    worker.job = job
    # One that is dead already is found by `wait`.
    with suppress(BrokenPipeError, ConnectionResetError):
        worker.pipe.send(job)


def _received(pipe: Connection) -> Any:
    try:
        return pipe.recv()
    except (EOFError, ConnectionResetError):
        return None


def _serve(pipe: Connection, make: Callable[[], Callable[[Any], Any]]) -> None:
    """Do job after job; the life of a worker."""
    # Ctrl-C reaches the whole group: the one in charge decides.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_die_with_parent, daemon=True).start()
    os.environ.update(dict.fromkeys(_THREADS, "1"))
    with suppress(EOFError, BrokenPipeError):
        try:
            do = make()
        except FaktaError as error:
            pipe.send(error)
            return
        # Lexicons and model stay as long as the worker: they need not be looked through again.
        gc.freeze()
        pipe.send(_READY)
        while True:
            pipe.send(do(pipe.recv()))


def _die_with_parent() -> None:
    """End with the parent: a worker that nobody waits for must not stay behind."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
