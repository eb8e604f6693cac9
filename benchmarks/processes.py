"""One worker process beside two: throughput, processor time and memory."""

import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from functools import partial
from pathlib import Path
from statistics import median

from extractor.extraction import make_read
from extractor.lexicon.own import OwnWords
from extractor.source import Source
from extractor.stream import Outcome
from extractor.workers import Pool

Sources = list[Source]
_SHARE = 16
_ROUNDS = 3


def compare(texts: list[str]) -> Iterator[str]:
    """Yield the lines of the table; every round lets one worker and then two read `texts`."""
    sources = [Source(text, str(at)) for at, text in enumerate(texts)]
    jobs = [sources[at : at + _SHARE] for at in range(0, len(sources), _SHARE)]
    with ExitStack() as stack:
        pools: list[Pool[Sources, list[Outcome]]] = []
        for count in (1, 2):
            pools.append(
                stack.enter_context(closing(Pool(count, partial(make_read, None, OwnWords()))))
            )
            _drive(pools[-1], [sources[:2]] * count)  # until all have their model
        rounds = [[_round(pool, jobs) for pool in pools] for _ in range(_ROUNDS)]
        one, two = (list(zip(*costs, strict=True)) for costs in zip(*rounds, strict=True))
        for name, (walls, cpus) in (("one process", one), ("two processes", two)):
            rate = len(texts) / median(walls)
            each = median(cpus) / len(texts) * 1000
            yield f"{name:<26} {each:>10.1f} {rate:>10.1f}"
        ratios = sorted(a / b for a, b in zip(one[0], two[0], strict=True))
        dearer = sum(two[1]) / sum(one[1])
        spread = f"{ratios[0]:.2f}-{ratios[-1]:.2f}"
        yield f"two processes are {median(ratios):.2f} times one on the clock ({spread});"
        yield f"an article costs {dearer:.2f} times the processor time while both run"
        yield f"peak memory of a worker: {max(map(_peak, pools[1].pids)):.0f} MB"


def _round(pool: Pool[Sources, list[Outcome]], jobs: list[Sources]) -> tuple[float, float]:
    """Return seconds on the clock and of the workers' processor time."""
    wall, cpu = time.perf_counter(), sum(map(_cpu, pool.pids))
    _drive(pool, jobs)
    return time.perf_counter() - wall, sum(map(_cpu, pool.pids)) - cpu


def _drive(pool: Pool[Sources, list[Outcome]], jobs: list[Sources]) -> None:
    waiting = iter(jobs)
    left = len(jobs)
    while left:
        while pool.has_room() and (job := next(waiting, None)):
            pool.submit(job)
        pool.wait()
        left -= 1


def _cpu(pid: int) -> float:
    """Return the processor time of a process, as Linux tells it in hundredths of seconds."""
    behind_name = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(behind_name[11]) + int(behind_name[12])) / 100


def _peak(pid: int) -> float:
    """Return the most memory that a process ever held, in megabytes."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024
