"""Many articles through worker processes: in order, a few batches at a time, none lost."""

from collections import deque
from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass, field
from itertools import islice

from extractor.failure import Failure
from extractor.records import Article
from extractor.source import Source
from extractor.workers import Pool

Outcome = Article | Failure
Read = Callable[[list[Source]], list[Outcome]]
"""What a worker does with a batch: one outcome for each source, in order."""

# Batches under way for each worker, those done that wait for an earlier one included.
_AHEAD = 3


@dataclass(slots=True)
class _Batch:
    """Sources and what has become of each so far."""

    sources: list[Source]
    outcomes: dict[int, Outcome] = field(default_factory=dict)

    def is_done(self) -> bool:
        return len(self.outcomes) == len(self.sources)


@dataclass(frozen=True, slots=True)
class _Job:
    """The sources of a batch from place `first` on; `again` when their worker died before."""

    batch: int
    first: int
    sources: list[Source]
    again: bool = False


def stream(
    sources: Iterable[Source], make: Callable[[], Read], *, processes: int, batch_size: int
) -> Generator[Outcome, None, None]:
    """Yield the outcome of each source, in order; `make` gives a worker its way to read.

    When a worker dies, each article of its batch is read once more, alone: the one that kills its
    worker again becomes a Failure. Raises WorkerError when workers cannot even start.
    """
    waiting = iter(sources)
    batches: dict[int, _Batch] = {}
    todo: deque[_Job] = deque()
    pool: Pool[_Job, list[Outcome]] | None = None
    read = told = 0
    try:
        while True:
            while len(batches) < _AHEAD * processes and (
                batch := list(islice(waiting, batch_size))
            ):
                batches[read] = _Batch(batch)
                todo.append(_Job(read, 0, batch))
                read += 1
            if not batches:
                return
            pool = pool or Pool(processes, _Maker(make))
            while todo and pool.has_room():
                pool.submit(todo.popleft())
            job, outcomes = pool.wait()
            again = _settle(batches[job.batch], job, outcomes)
            todo.extendleft(reversed(again))
            while todo and pool.has_room():
                pool.submit(todo.popleft())
            while told in batches and batches[told].is_done():
                batch_done = batches.pop(told)
                told += 1
                yield from (batch_done.outcomes[at] for at in range(len(batch_done.sources)))
    finally:
        if pool is not None:
            pool.close()


def _settle(batch: _Batch, job: _Job, outcomes: list[Outcome] | None) -> list[_Job]:
    """Note what became of `job`; return the jobs that try again what a dead worker had."""
    if outcomes is not None:
        batch.outcomes.update(enumerate(outcomes, start=job.first))
        return []
    if not job.again:
        singly = enumerate(job.sources, start=job.first)
        return [_Job(job.batch, at, [source], again=True) for at, source in singly]
    for at, source in enumerate(job.sources, start=job.first):
        reason = "the worker process died twice while it read this article"
        batch.outcomes[at] = Failure(source, "killed", reason)
    return []


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes what does a job out of what reads a batch."""

    make: Callable[[], Read]

    def __call__(self) -> Callable[[_Job], list[Outcome]]:
        read = self.make()
        return lambda job: read(job.sources)
