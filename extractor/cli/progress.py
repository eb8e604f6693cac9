"""How far a run is: a bar at a terminal, a plain line now and then elsewhere."""

from __future__ import annotations

import sys
from time import monotonic
from typing import TYPE_CHECKING, Self

from extractor.cli.terminal import tell

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

_EVERY = 10.0


class Progress:
    """Tells on stderr how many articles were read, how fast, how long yet, how many rejected."""

    def __init__(self) -> None:
        self._bar: Bar | None = None
        self._task: TaskID | None = None
        self._total = self._read = self._new = self._rejected = 0
        self._resumed_bytes = 0
        self._started = self._told = monotonic()

    def begin(self, total_bytes: int) -> None:
        """Hear how many bytes of input there are."""
        self._total = total_bytes
        self._started = self._told = monotonic()
        if sys.stderr.isatty():
            self._bar = _bar()
            self._task = self._bar.add_task("", total=max(total_bytes, 1), told="")
            self._bar.start()

    def mend(self, files: list[str]) -> None:
        """Hear which files of a finished dataset are missing or changed."""
        tell(f"{', '.join(files)}: missing or changed; made anew, the others stay as they are")

    def advance(self, read: int, rejected: int, done_bytes: int, resumed: bool) -> None:
        """Hear that a shard is done, now or in an earlier run."""
        self._read += read
        self._rejected += rejected
        if resumed:
            self._resumed_bytes = done_bytes
        else:
            self._new += read
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, completed=done_bytes, told=self._line(done_bytes))
        elif monotonic() - self._told >= _EVERY:
            self._told = monotonic()
            print(self._line(done_bytes), file=sys.stderr, flush=True)

    def _line(self, done_bytes: int) -> str:
        seconds = max(monotonic() - self._started, 1e-9)
        speed = self._new / seconds
        done = done_bytes - self._resumed_bytes
        left = seconds * max(self._total - done_bytes, 0) / done if done > 0 else None
        parts = [f"{_grouped(self._read)} artikel", f"{speed:.1f}".replace(".", ",") + "/detik"]
        if left is not None:
            parts.append(f"sisa {_clock(left)}")
        parts.append(f"{_grouped(self._rejected)} ditolak")
        return ", ".join(parts)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.stop()


def _bar() -> Bar:
    from rich.console import Console
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn
    from rich.progress import Progress as Bar

    columns = (BarColumn(), TaskProgressColumn(), TextColumn("{task.fields[told]}"))
    return Bar(*columns, console=Console(stderr=True))


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}"
