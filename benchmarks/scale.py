"""A large archive, made of a small one, from end to end: killed half-way, gone on with, asked.

Prints what became of memory, of speed, and how long each question takes. Run:

    python -m benchmarks.scale NEWS.jsonl.gz [ARTICLES] [--folder DIR] [--seed N]

DIR, or a folder that is removed in the end, gets the archive, 2.5 kB an article, and the dataset.
"""

import argparse
import csv
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb

from benchmarks.swapping import write_archive

PROCESSES = 2
EVERY = 1.0
PARTS = 4
FAKTA = (sys.executable, "-m", "extractor")
QUESTIONS: dict[str, tuple[str, ...]] = {
    "scores": ("--index", "IPM", "--in", "Jawa Tengah", "--year", "2015..", "--limit", "50"),
    "ranks": ("--top", "3", "--limit", "50"),
    "officials": ("--office", "Bupati", "--limit", "50"),
    "quotes": ("--about", "inflasi", "--limit", "50"),
    "series": ("--index", "IPM", "--region", "Kota Surabaya"),
    "conflicts": (),
    "duplicates": (),
    "query": ('select "index", count(*), avg(value) from scores group by all order by 2 desc',),
    "verify": ("--against", "figures.csv"),
    "report": ("-o", "report.html"),
    "doctor": (),
}


@dataclass(slots=True)
class Course:
    """What a run did, looked at every second: shards done, megabytes in charge and of a worker."""

    moments: list[tuple[float, int, float, float]] = field(default_factory=list)

    def look(self, begun: float, process: int, shards: Path) -> int:
        """Note the state of `process`, and return how many shards are done."""
        done = sum(1 for one in shards.glob("[0-9]*") if one.name.isdecimal())
        sizes = [_resident(child) for child in _children(process)]
        now = time.monotonic() - begun
        self.moments.append((now, done, _resident(process), max(sizes, default=0.0)))
        return done

    def parts(self) -> list[list[tuple[float, int, float, float]]]:
        """Return the moments in parts of about as many shards each."""
        counts = [moment[1] for moment in self.moments]
        first, last = counts[0], max(counts)
        parts: list[list[tuple[float, int, float, float]]] = [[] for _ in range(PARTS)]
        for moment in self.moments:
            # In the end the shards go, when the tables are put together.
            if moment[1] >= first:
                parts[(moment[1] - first) * PARTS // max(last - first + 1, 1)].append(moment)
        return [part for part in parts if len(part) > 1]


def main() -> int:
    """Print the tables; return 1 when a command fails."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive")
    parser.add_argument("articles", nargs="?", type=int, default=200_000)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    archive = os.path.realpath(arguments.archive)
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        root = str(Path.cwd())
        os.environ["PYTHONPATH"] = os.pathsep.join([root, os.environ.get("PYTHONPATH", "")])
        os.chdir(folder)
        size = write_archive(archive, Path("archive.jsonl"), arguments.articles, arguments.seed)
        print(f"{arguments.articles:,} articles, {size / 1e6:,.0f} MB, seed {arguments.seed}\n")
        return _batch(arguments.articles) or _ask()


def _batch(articles: int) -> int:
    """Run `fakta batch`, kill it half-way, go on with it; print memory and speed."""
    half = articles // 128 // 2
    print(
        "| run | shards | articles/s | in charge, MB | largest worker, MB |\n|---|---|---|---|---|"
    )
    for name, stop in (("to the kill", half), ("gone on with", None)):
        course, code = _run(stop)
        for part in course.parts():
            (start, first, *_), (end, last, *_) = part[0], part[-1]
            speed = (last - first) * 128 / (end - start) if end > start else 0.0
            main, worker = (statistics.median(one[at] for one in part) for at in (2, 3))
            print(f"| {name} | {first} to {last} | {speed:.1f} | {main:.0f} | {worker:.0f} |")
        print(
            f"| {name}, whole | {course.moments[-1][0]:.0f} s | | {_most(course, 2)} at most | "
            f"{_most(course, 3)} at most |",
            flush=True,
        )
        if code:
            return code
    return 0


def _run(stop: int | None) -> tuple[Course, int]:
    """Run to the end, or until `stop` shards are done; return its course and whether it failed."""
    command = [*FAKTA, "batch", "archive.jsonl", "--out", "data", "--processes", str(PROCESSES)]
    with Path("batch.log").open("w", encoding="utf-8") as quiet:
        begun, course = time.monotonic(), Course()
        process = subprocess.Popen(
            [*command, "--allow-rejects"], stdout=quiet, stderr=quiet, start_new_session=True
        )
        while process.poll() is None:
            done = course.look(begun, process.pid, Path("data", ".run", "shards"))
            if stop is not None and done >= stop:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
                return course, 0
            time.sleep(EVERY)
    if process.returncode:
        print(Path("batch.log").read_text(encoding="utf-8"), file=sys.stderr)
    return course, process.returncode


def _most(course: Course, at: int) -> str:
    return f"{max(moment[at] for moment in course.moments):.0f}"


def _ask() -> int:
    """Print how long each question takes, and how much memory."""
    _write_figures()
    bytes_ = sum(path.stat().st_size for path in Path("data").iterdir())
    rows = _rows("select count(*) from 'data/scores.parquet'")[0][0]
    print(f"\n{bytes_ / 1e6:,.0f} MB of dataset, {rows:,} scores\n")
    print("| question | seconds | MB | exit |\n|---|---|---|---|")
    failed = 0
    for command, told in QUESTIONS.items():
        begun = time.monotonic()
        process = subprocess.Popen(
            [*FAKTA, command, "data", *told], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )
        assert process.stderr is not None
        errors = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = code = os.waitstatus_to_exitcode(status)
        seconds = time.monotonic() - begun
        print(f"| {command} | {seconds:.1f} | {usage.ru_maxrss / 1e3:.0f} | {code} |", flush=True)
        if b"Traceback" in errors or code not in (0, 1):
            failed = 1
            print(errors.decode(errors="replace"), file=sys.stderr)
    return failed


def _write_figures() -> None:
    """Write a hundred figures of the dataset, to be verified, some of them wrong."""
    found = _rows(
        "select subject_code, \"index\", period, value from 'data/scores.parquet' where value is "
        "not null and length(period) = 4 and subject_code is not null order by all limit 100"
    )
    with Path("figures.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("kode", "indeks", "tahun", "nilai"))
        for at, (code, index, period, value) in enumerate(found):
            rows.writerow((code, index, period, value + (at % 10 == 0)))


def _rows(sql: str) -> list[tuple[Any, ...]]:
    return duckdb.connect().execute(sql).fetchall()


def _children(process: int) -> Sequence[int]:
    """Return the processes below `process`."""
    found: list[int] = []
    for task in Path(f"/proc/{process}/task").glob("*"):
        try:
            children = [int(pid) for pid in (task / "children").read_text().split()]
        except OSError:
            continue
        found += children
        for child in children:
            found += _children(child)
    return found


def _resident(process: int) -> float:
    try:
        lines = Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1e3 for line in lines if line.startswith("VmRSS:")), 0.0)


if __name__ == "__main__":
    sys.exit(main())
