"""Processes on this machine, one extractor and one thread each."""

from collections.abc import Callable
from dataclasses import dataclass

from extractor.archive.engines import LIFE
from extractor.archive.options import Options
from extractor.archive.tables import Result
from extractor.archive.work import Job, Make, work
from extractor.errors import DatasetError, WorkerError
from extractor.workers import Pool


class LocalEngine(Pool[Job, Result]):
    """`processes` workers; `make` is what gives each its extractor, importable by name.

    After `life` jobs a worker is replaced by a new one.

    Errors: a FaktaError of `make` is raised by `wait`, DatasetError when workers die at their
    start time and again.
    """

    def __init__(self, processes: int, make: Make, options: Options, life: int = LIFE) -> None:
        super().__init__(processes, _Maker(make, options), life)

    def wait(self) -> tuple[Job, Result | None]:
        """Return the next job that ended, and its result; None when its worker died."""
        try:
            return super().wait()
        except WorkerError as error:
            remedy = "--processes takes fewer; then run the same command again"
            raise DatasetError(f"{error} {remedy}") from error


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes what does a job, in the worker."""

    make: Make
    options: Options

    def __call__(self) -> Callable[[Job], Result]:
        made = self.make()
        return lambda job: work(job, made, self.options)
