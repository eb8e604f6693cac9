"""Reading in processes of their own, which can be stopped when an article takes too long."""

import gc
import multiprocessing
import queue
import signal
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Event

from extractor.errors import FaktaError, InputError
from extractor.inputs import Extracts, extract
from extractor.lexicon.own import OwnWords
from extractor.records import Article
from extractor.source import Source

Maker = Callable[[], Extracts]
"""Makes the extractor, in the process that will use it."""


class TookTooLongError(FaktaError):
    """The article was not read within the time that one may take."""


class BusyError(FaktaError):
    """No process became free within the time that an article may take."""


class Workers:
    """Processes that read articles. `close` ends them; usable as a context manager.

    `make` is called once in each of `count` processes, and must be importable from there.
    """

    def __init__(self, make: Maker, count: int = 1) -> None:
        self._make = make
        self._free: queue.SimpleQueue[_Worker] = queue.SimpleQueue()
        self._all = [_Worker(make) for _ in range(count)]
        for worker in self._all:
            self._free.put(worker)

    def read(self, source: Source, seconds: float) -> Article:
        """Return the article of `source`; may be called from several threads.

        Raises InputError for what cannot be read, TookTooLongError and BusyError after `seconds`.
        """
        until = time.monotonic() + seconds
        try:
            worker = self._free.get(timeout=seconds)
        except queue.Empty as error:
            raise BusyError(f"no worker was free within {seconds:g} seconds") from error
        try:
            return worker.read(source, max(0.0, until - time.monotonic()), seconds)
        finally:
            self._free.put(worker)

    def ready(self) -> bool:
        """Tell whether an article would be read at once: a process has its model and lexicons."""
        return any(worker.is_ready() for worker in self._all)

    def close(self) -> None:
        """End the processes."""
        for worker in self._all:
            worker.stop()

    def __enter__(self) -> "Workers":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class _Worker:
    """One process; started again with the next article after it had to be stopped."""

    def __init__(self, make: Maker) -> None:
        self._make = make
        self._start()

    def read(self, source: Source, left: float, seconds: float) -> Article:
        try:
            self._pipe.send(source)
            if not self._pipe.poll(left):
                raise TookTooLongError(f"not read within {seconds:g} seconds")
            answer: Article | Exception = self._pipe.recv()
        except (EOFError, OSError) as error:
            self._restart()
            raise RuntimeError("the process that read the article died") from error
        except TookTooLongError:
            self._restart()
            raise
        if isinstance(answer, Exception):
            raise answer
        return answer

    def is_ready(self) -> bool:
        return self._loaded.is_set()

    def stop(self) -> None:
        self._process.kill()
        self._process.join()
        self._pipe.close()

    def _start(self) -> None:
        # Spawned, not forked: a fork in the middle of another thread's work may inherit its locks.
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._loaded = context.Event()
        given = (self._make, theirs, self._loaded)
        self._process = context.Process(target=_serve, args=given, daemon=True)
        self._process.start()
        theirs.close()

    def _restart(self) -> None:
        self.stop()
        self._start()


def load(lexicon: OwnWords | None = None) -> Extracts:
    """Return the package's extractor, which reads with the words `lexicon` too."""
    from extractor.extraction import Extractor

    return Extractor(lexicon=lexicon)


def _serve(make: Maker, pipe: Connection, loaded: Event) -> None:
    # Ctrl-C reaches the whole group; the parent ends this process when it is done.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    made = make()
    # Lexicons and model stay as long as the process: they need not be looked through again.
    gc.freeze()
    loaded.set()
    while True:
        try:
            source: Source = pipe.recv()
        except EOFError:
            return
        try:
            pipe.send(extract(made, source))
        except InputError as error:
            pipe.send(error)
        except Exception as error:  # noqa: BLE001 (the caller is told; the process goes on)
            pipe.send(RuntimeError(f"{type(error).__name__}: {error}"))
