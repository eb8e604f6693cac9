"""Extractors that say little, quickly, and misbehave on command; importable by workers."""

import os
import signal
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from extractor.archive.options import Options
from extractor.archive.tables import Result
from extractor.archive.work import ExtractsMany, Job, work
from extractor.errors import ModelError
from extractor.records import Article
from extractor.source import Source
from tests import articles as a


class Quick:
    """States the first word of a text as an official."""

    def extract_many(self, texts: Iterable[Source]) -> Iterator[Article]:
        for source in texts:
            if "RACUN" in source.text:
                os.kill(os.getpid(), signal.SIGKILL)
            if "GALAT" in source.text:
                raise ValueError(f"GALAT in {source.id}")
            if "SEKALI" in source.text:
                die_once(Path(source.text.split()[-1]))
            word = source.text.split()[0]
            official = a.official(name=word, office="Wali Kota", evidence=a.at(word, source.text))
            yield a.article(
                id=source.id,
                text=source.text,
                title=source.title,
                published=source.published,
                url=source.url,
                publisher=source.publisher,
                officials=(official,),
            )


class Patient(Quick):
    """Takes a quarter of a second for each text, as long as something needs to go wrong."""

    def extract_many(self, texts: Iterable[Source]) -> Iterator[Article]:
        for article in super().extract_many(texts):
            time.sleep(0.25)
            yield article


def die_once(mark: Path) -> None:
    """Kill this process, unless one was killed for `mark` before."""
    if not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)


def quick() -> ExtractsMany:
    return Quick()


def patient() -> ExtractsMany:
    return Patient()


def broken() -> ExtractsMany:
    raise ModelError("the weights are damaged")


def dying() -> ExtractsMany:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


class Inline:
    """An engine without workers: each job is done at once."""

    def __init__(self, options: Options, made: ExtractsMany | None = None) -> None:
        self.options = options
        self.made = made or Quick()
        self.jobs: list[Job] = []
        self.shards: list[int] = []

    def has_room(self) -> bool:
        return not self.jobs

    def is_busy(self) -> bool:
        return bool(self.jobs)

    def submit(self, job: Job) -> None:
        self.jobs.append(job)

    def wait(self) -> tuple[Job, Result | None]:
        job = self.jobs.pop()
        self.shards.append(job.shard)
        return job, work(job, self.made, self.options)

    def close(self) -> None:
        self.jobs.clear()


class Silent:
    """A watcher that keeps what it hears."""

    def __init__(self) -> None:
        self.read = self.resumed = 0
        self.mended: list[str] = []

    def mend(self, files: list[str]) -> None:
        self.mended += files

    def begin(self, total_bytes: int) -> None:
        assert total_bytes >= 0

    def advance(self, read: int, rejected: int, done_bytes: int, resumed: bool) -> None:
        assert rejected <= read
        assert done_bytes >= 0
        self.read += read
        self.resumed += read if resumed else 0
