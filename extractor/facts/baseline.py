"""The gate: floors of accuracy over a corpus, and that corpus's fingerprint.

Floors go up by an update and down only when the caller says so. A corpus that changed without an
update is told too, or a shrunken corpus would pass for better accuracy.
"""

import hashlib
import json
import math
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

from pydantic import Field, ValidationError

from extractor.errors import InputError
from extractor.facts.check import Pair
from extractor.facts.files import replace_file
from extractor.facts.known import KINDS, Kind
from extractor.facts.tally import Tally
from extractor.records import Record

_DIGITS = 4
_NOISE = 1e-9
Share = Annotated[float, Field(ge=0, le=1)]


class Corpus(Record):
    """What the floors were measured on."""

    articles: int
    facts: int
    sha256: str


class Floor(Record):
    """The least F1 of one kind: of records that are the right fact, and of exact ones."""

    key: Share
    exact: Share


class Baseline(Record):
    """The content of a baseline file."""

    corpus: Corpus
    floors: dict[Kind, Floor]


def fingerprint(pairs: Iterable[Pair]) -> Corpus:
    """Return the fingerprint of a corpus: every name, fact and text, in the order of the names."""
    digest = hashlib.sha256()
    articles = facts = 0
    for pair in sorted(pairs, key=lambda pair: pair.facts_path.name):
        articles += 1
        facts += sum(len(pair.known.of(kind)) for kind in KINDS)
        for part in (pair.facts_path.name, pair.known.model_dump_json(), pair.source.text):
            digest.update(hashlib.sha256(part.encode("utf-8", "surrogatepass")).digest())
    return Corpus(articles=articles, facts=facts, sha256=digest.hexdigest())


def measured(tallies: Sequence[Tally], corpus: Corpus) -> Baseline:
    """Return the baseline that `tallies` reach; kinds without any fact have no floor."""
    floors = {
        tally.kind: Floor(key=_floored(tally.key.f1), exact=_floored(tally.exact.f1 or 0.0))
        for tally in tallies
        if tally.key.f1 is not None
    }
    return Baseline(corpus=corpus, floors=floors)


def shortfalls(old: Baseline, new: Baseline) -> list[str]:
    """Return a line for each floor of `old` that `new` does not reach, and for another corpus."""
    lines = []
    if new.corpus != old.corpus:
        lines.append(
            f"the corpus changed: {new.corpus.articles} articles with {new.corpus.facts} facts, "
            f"the baseline has {old.corpus.articles} with {old.corpus.facts}; "
            "run again with --update-baseline"
        )
    return lines + regressions(old, new)


def update(path: Path, new: Baseline, *, lower: bool) -> list[str]:
    """Write `new`; if that lowers a floor without leave, return what it would lower instead."""
    if path.exists() and not lower:
        lines = regressions(read_baseline(path), new)
        if lines:
            return [*lines, f"{path} stays as it was; --allow-regression lowers it"]
    write_baseline(path, new)
    return []


def regressions(old: Baseline, new: Baseline) -> list[str]:
    """Return a line for each floor of `old` that `new` does not reach."""
    lines = []
    for kind, floor in old.floors.items():
        reached = new.floors.get(kind, Floor(key=0, exact=0))
        for name in ("key", "exact"):
            least, now = getattr(floor, name), getattr(reached, name)
            if now < least - _NOISE:
                lines.append(f"{kind}: {name} F1 is {now:.4f}, the floor is {least:.4f}")
    return lines


def read_baseline(path: Path) -> Baseline:
    """Return the baseline in `path` (raises InputError: which file, and why not)."""
    try:
        return Baseline.model_validate_json(path.read_bytes())
    except OSError as error:
        raise InputError(f"{path}: {(error.strerror or str(error)).lower()}") from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise InputError(f"{path}: {place}: {first['msg']}") from error


def write_baseline(path: Path, baseline: Baseline) -> None:
    """Put `baseline` in the place of the file `path`, all of it or nothing."""
    replace_file(path, json.dumps(baseline.model_dump(mode="json"), indent=2) + "\n")


def _floored(share: float) -> float:
    """Round down, so that a floor is never above what was measured."""
    steps = 10.0**_DIGITS
    return math.floor(share * steps) / steps
