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
from extractor.workers import deaf

# spaCy keeps the places of the words that it has seen: some megabytes in a thousand articles.
LIFE = 5_000
# How often one looks whether a process that loads is still there.
_LOOK = 0.1
Maker = Callable[[], Extracts]
"""Makes the extractor, in the process that will use it."""


class TookTooLongError(FaktaError):
    """The article was not read within the time that one may take."""


class BusyError(FaktaError):
    """No process became free within the time that an article may take."""


class Workers:
    """Processes that read articles. `close` ends them; usable as a context manager.

    `make` is called once in each of `count` processes, and must be importable from there. After
    `life` articles another process takes the place of one, as soon as it has loaded.
    """

    def __init__(self, make: Maker, count: int = 1, life: int = LIFE) -> None:
        self._make = make
        self._free: queue.SimpleQueue[_Worker] = queue.SimpleQueue()
        self._all = [_Worker(make, life) for _ in range(count)]
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
    """A process that reads; another follows when it had to be stopped, or has lived long enough."""

    def __init__(self, make: Maker, life: int) -> None:
        self._make = make
        self._life = life
        self._process = _Process(make)
        self._heir: _Process | None = None
        self._done = 0

    def read(self, source: Source, left: float, seconds: float) -> Article:
        try:
            answer = self._process.ask(source, left)
        except (EOFError, OSError) as error:
            self._restart()
            raise RuntimeError("the process that read the article died") from error
        if answer is None and not self.is_ready():
            raise BusyError(f"the process that reads was not loaded within {seconds:g} seconds")
        if answer is None:
            self._restart()
            raise TookTooLongError(f"not read within {seconds:g} seconds")
        self._age()
        if isinstance(answer, Exception):
            raise answer
        return answer

    def is_ready(self) -> bool:
        return self._process.loaded.is_set()

    def stop(self) -> None:
        self._process.stop()
        if self._heir is not None:
            self._heir.stop()

    def _restart(self) -> None:
        self._process.stop()
        self._process, self._heir = self._heir or _Process(self._make), None
        self._done = 0

    def _age(self) -> None:
        """Let another process follow after so many articles, once it has loaded."""
        self._done += 1
        if self._heir is None:
            self._heir = _Process(self._make) if self._done >= self._life else None
        elif self._heir.loaded.is_set():
            self._restart()
        elif not self._heir.is_alive():
            # There was no room for two: the old one goes on for another life.
            self._heir.stop()
            self._heir, self._done = None, 0


class _Process:
    def __init__(self, make: Maker) -> None:
        # Spawned, not forked: a fork in the middle of another thread's work may inherit its locks.
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self.loaded = context.Event()
        given = (make, theirs, self.loaded)
        self._process = context.Process(target=_serve, args=given, daemon=True)
        with deaf():
            self._process.start()
        theirs.close()

    def is_alive(self) -> bool:
        return self._process.is_alive()

    def ask(self, source: Source, seconds: float) -> Article | Exception | None:
        """Return the answer to `source`, None when there is none within `seconds`.

        Raises EOFError or OSError when the process died.
        """
        until = time.monotonic() + seconds
        while not self.loaded.wait(min(_LOOK, max(0.0, until - time.monotonic()))):
            if not self.is_alive():
                raise EOFError("died while it loaded")
            if time.monotonic() >= until:
                return None
        self._pipe.send(source)
        if not self._pipe.poll(max(0.0, until - time.monotonic())):
            return None
        answer: Article | Exception = self._pipe.recv()
        return answer

    def stop(self) -> None:
        self._process.kill()
        self._process.join()
        self._pipe.close()


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
