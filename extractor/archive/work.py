"""What a worker does with a shard: its items become articles or rejects, and those tables."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from extractor.archive.items import DefectError, Item, Reject
from extractor.archive.options import Options
from extractor.archive.prepare import prepare
from extractor.archive.tables import Placed, Result, result_of
from extractor.lexicon.own import OwnWords
from extractor.records import Article
from extractor.source import Source


class ExtractsMany(Protocol):
    """What makes the records of many articles; `extractor.Extractor` does."""

    def extract_many(self, texts: Iterable[Source]) -> Iterator[Article]:
        """Yield the article of each source, in order."""


Make = Callable[[], ExtractsMany]


def load(lexicon: OwnWords | None = None) -> ExtractsMany:
    """Return the extractor, which reads with the words `lexicon` too (raises ModelError)."""
    from extractor.extraction import Extractor

    return Extractor(lexicon=lexicon)


@dataclass(frozen=True, slots=True)
class Job:
    """Items for a worker: a shard, or one item of a shard that failed as a whole.

    `tries` counts how often that one is tried alone.
    """

    shard: int
    items: tuple[Item, ...]
    part: int | None = None
    tries: int = 0


def work(job: Job, made: ExtractsMany, options: Options) -> Result:
    """Return what becomes of the items of `job`; an article that fails costs itself only."""
    # Here, as it brings spaCy: whoever is in charge of the workers needs none.
    from extractor.assembly.confidence import sift

    prepared = [_prepared(item, options) for item in job.items]
    sources = {at: source for at, source in enumerate(prepared) if isinstance(source, Source)}
    outcomes = dict(zip(sources, _extracted(list(sources.values()), made), strict=True))
    articles: list[Placed] = []
    rejects: list[Reject] = []
    for at, item in enumerate(job.items):
        outcome = outcomes.get(at, prepared[at])
        if isinstance(outcome, Article):
            articles.append((sift(outcome, options.min_confidence), item.place))
        elif isinstance(outcome, DefectError):
            rejects.append(outcome.at(item.place, item.id))
        else:
            assert isinstance(outcome, Reject)
            rejects.append(outcome)
    return result_of(articles, rejects, options.format)


def _prepared(item: Item, options: Options) -> Source | Reject:
    if isinstance(item, Reject):
        return item
    try:
        return prepare(item, options)
    except Exception as error:  # noqa: BLE001 (a page may be beyond what an HTML library foresaw)
        return _failed(error).at(item.place, item.id)


def _extracted(sources: list[Source], made: ExtractsMany) -> list[Article | DefectError]:
    try:
        return list(made.extract_many(sources))
    except Exception:  # noqa: BLE001 (whatever it is, one article of the batch has it)
        return [_alone(source, made) for source in sources]


def _alone(source: Source, made: ExtractsMany) -> Article | DefectError:
    try:
        (article,) = made.extract_many([source])
    except Exception as error:  # noqa: BLE001 (told as a reject, with its words)
        return _failed(error)
    return article


def _failed(error: Exception) -> DefectError:
    reason = f"{type(error).__name__}: {' '.join(str(error).split())[:300]}"
    return DefectError("extraction-failed", reason)
