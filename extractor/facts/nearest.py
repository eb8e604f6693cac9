"""The record that is nearest to a known fact which no record states."""

from collections.abc import Iterator
from decimal import Decimal

from extractor.facts import words
from extractor.facts.known import Fact, Kind
from extractor.facts.match import Found, predicted
from extractor.records import Article, DateRef, Quote, Subject
from extractor.records.period import days

_FIELDS = (
    *("name", "code", "id", "subject", "index", "aspect", "comparison", "value", "basis"),
    *(
        "predicate",
        "position",
        "position_end",
        "scope",
        "out_of",
        "category",
        "period",
        "office",
        "speaker",
    ),
)


def nearest(fact: Fact, kind: Kind, article: Article) -> Found | None:
    """Return the record of `kind` that shares most with `fact`; None if none shares anything.

    Of records that share as much, the one that says least besides; of those, the first.
    """
    sought = set(_of_fact(fact, kind))
    best: Found | None = None
    most = (0, 0)
    for record in predicted(article, kind):
        said = set(_of_record(record))
        likeness = (len(sought & said), -len(said))
        if sought & said and (best is None or likeness > most):
            best, most = record, likeness
    return best


def _of_fact(fact: Fact, kind: Kind) -> Iterator[tuple[str, str]]:
    """Yield what `fact` says, each as a field and a comparable word."""
    if isinstance(fact, str):
        yield from _told("index" if kind == "indices" else "code", fact)
        return
    for field in type(fact).model_fields:
        value = getattr(fact, field)
        if field in ("starts", "ends", "text"):
            yield from (("words", word) for word in words.words(value))
        elif field == "date":
            yield from (("day", str(day)) for day in days(value))
        elif value is not None and field in _FIELDS:
            yield from _told(field, value)


def _of_record(record: Found) -> Iterator[tuple[str, str]]:
    for field in _FIELDS:
        value = getattr(record, field, None)
        if value is not None:
            yield from _told("index" if field == "id" else field, value)
    if isinstance(record, Quote | DateRef):
        yield from (("words", word) for word in words.words(record.text))
    if isinstance(record, DateRef):
        yield from (("day", str(day)) for day in (record.start, record.end))


def _told(field: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, Subject):
        value = value.code or value.name
    if isinstance(value, Decimal):
        value = f"{value.normalize():f}"
    if field in ("name", "office", "speaker"):
        yield from ((field, word) for word in words.words(str(value)))
    elif field == "index":
        ids = words.index_ids(str(value)) or (str(value),)
        yield from ((field, words.slug(id)) for id in ids)
    else:
        yield field, str(value).casefold()
