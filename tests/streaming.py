"""Readers for tests of worker processes: quick, and they fail as their texts say."""

import os
import signal
from pathlib import Path

from extractor.errors import ModelError
from extractor.failure import Failure
from extractor.records import Article, Provenance
from extractor.source import Source
from extractor.stream import Outcome, Read

_PROVENANCE = Provenance(version="0", model="0" * 16, lexicon="0" * 16)


def make() -> Read:
    """Return a reader that takes its texts for orders."""
    return lambda sources: [_read(source) for source in sources]


def lacking() -> Read:
    """Fail as a worker without its model does."""
    raise ModelError("the weights are missing")


def dying() -> Read:
    """Die before the first article."""
    os.kill(os.getpid(), signal.SIGKILL)
    return make()


def _read(source: Source) -> Outcome:
    order, _, argument = source.text.partition(" ")
    if order == "fail":
        return Failure(source, "error", "as told")
    if order == "die" or (order == "die-once" and not Path(argument).exists()):
        if argument:
            Path(argument).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return Article(id=source.id, text=source.text, provenance=_PROVENANCE)
