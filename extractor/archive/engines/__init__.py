"""Where the work is done: on this machine's processors, or on a cluster."""

from typing import Protocol

from extractor.archive.tables import Result
from extractor.archive.work import Job

# spaCy frees the words of a memory zone but keeps their places in its table, which grows in steps.
# A worker that has done so many jobs, some five thousand articles, makes room for a new one.
LIFE = 40


class Engine(Protocol):
    """Runs jobs in workers, each with an extractor of its own.

    A worker that dies gives None for its job and is replaced.
    """

    def has_room(self) -> bool:
        """Tell whether a worker waits for a job."""

    def is_busy(self) -> bool:
        """Tell whether a job is under way."""

    def submit(self, job: Job) -> None:
        """Give `job` to a worker that waits."""

    def wait(self) -> tuple[Job, Result | None]:
        """Return the next job that ended, and its result; None when its worker died."""

    def close(self) -> None:
        """Stop all workers, whatever they do."""
