"""A draft of a facts file: what the extractor read in an article, for a person to put right."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from pydantic import TypeAdapter, ValidationError

from extractor.facts.known import (
    KINDS,
    IndexName,
    Kind,
    KnownDate,
    KnownOfficial,
    KnownQuote,
    KnownRank,
    KnownScore,
    RegionCode,
)
from extractor.facts.match import Context, Found, is_index
from extractor.facts.write import Data, Line, facts_text
from extractor.lexicon.indices import catalogue
from extractor.records import Article, DateRef, Index, Official, Quote, Rank, Region, Score, Subject
from extractor.records.period import shortest

_QUOTED_WORDS = 4
_SURE = 0.995
_WORD = re.compile(r"\w+")
CHECK = "periksa:"
REMARKS = (
    "Draf dari `fakta draft`: periksa tiap baris, hapus yang salah, tambah yang kurang.",
    "Persen di belakang baris: seberapa yakin. Bila daftarnya sudah lengkap, tulis complete: true.",
)
CHECKS: Mapping[Kind, TypeAdapter[Any]] = {
    "regions": TypeAdapter(RegionCode),
    "indices": TypeAdapter(IndexName),
    "scores": TypeAdapter(KnownScore),
    "ranks": TypeAdapter(KnownRank),
    "officials": TypeAdapter(KnownOfficial),
    "quotes": TypeAdapter(KnownQuote),
    "dates": TypeAdapter(KnownDate),
}
"""What a facts file asks of a fact of each kind."""


def draft(article: Article) -> str:
    """Return the content of a facts file with all that `article` states.

    A record of less than full confidence has a remark; one that a facts file refuses (a place
    beyond those who are ranked) stands there as a comment with the reason.
    """
    head = {
        "article": article.id,
        "published": article.published.isoformat() if article.published else None,
        "complete": False,
    }
    lists = {kind: list(drafted(article, kind).values()) for kind in KINDS}
    return facts_text(head, lists, REMARKS)


def drafted(article: Article, kind: Kind) -> dict[int, Line]:
    """Return a line for each record of `kind` in `article` by its place there, none twice."""
    context = Context.of(article)
    found: dict[int, Line] = {}
    for at, record in enumerate(getattr(article, kind)):
        data = known_data(record, context)
        if isinstance(record, Quote):
            data = _distinct(record, data, found.values())
        if all(line.data != data for line in found.values()):
            fault = _fault(kind, data)
            found[at] = Line(data, fault or _remark(record), out=bool(fault))
    return found


def known_data(record: Found, context: Context) -> Data:
    """Return what somebody would write down who knows the fact that `record` states."""
    return _TELLERS[type(record)](record, context)


def _fault(kind: Kind, data: Data) -> str:
    """Return why a facts file would refuse `data`, "" if it would not."""
    try:
        CHECKS[kind].validate_python(data)
    except ValidationError as error:
        first = error.errors()[0]["msg"]
        return " ".join(first.removeprefix("Value error, ").split())
    return ""


def _remark(record: Found) -> str:
    confidence: float = getattr(record, "confidence", 1.0)
    return f"{CHECK} {confidence * 100:.0f} %" if confidence < _SURE else ""


def _subject(subject: Subject) -> str:
    if subject.kind in ("region", "country") and subject.code:
        return subject.code
    return subject.name


def _index_name(id: str | None, context: Context) -> str | None:
    """Return the shortest name of the index `id` that a facts file understands."""
    if id is None:
        return None
    entry = catalogue().get(id)
    listed = (entry.acronym, entry.name) if entry else ()
    names = (name for name in (*reversed(context.indices.get(id, ())), *listed) if name)
    fitting = (name for name in names if is_index(name, id, context))
    return next((name for name in fitting if not _fault("indices", name)), id)


def _score(score: Score, context: Context) -> Data:
    return {
        "subject": _subject(score.subject),
        "index": _index_name(score.index, context),
        "value": score.value,
        **({"comparison": score.comparison} if score.comparison != "eq" else {}),
        **_stated(score, "aspect", "basis", "period", "predicate"),
    }


def _rank(rank: Rank, context: Context) -> Data:
    index = _index_name(rank.index, context)
    return {
        "subject": _subject(rank.subject),
        **({"index": index} if index else {}),
        "position": rank.position,
        **_stated(rank, "position_end", "aspect", "scope", "out_of", "category", "period"),
    }


def _region(region: Region, _: Context) -> Data:
    return region.code


def _index(index: Index, context: Context) -> Data:
    return _index_name(index.id, context) or index.name


def _official(official: Official, _: Context) -> Data:
    return {**_stated(official, "name", "office"), "acting": official.acting}


def _quote(quote: Quote, _: Context) -> Data:
    return _quoted(quote, _QUOTED_WORDS)


def _quoted(quote: Quote, words: int) -> Data:
    """Return `quote` by its first and last `words`."""
    spans = [match.span() for match in _WORD.finditer(quote.text)] or [(0, len(quote.text))]
    return {
        "starts": quote.text[spans[0][0] : spans[:words][-1][1]],
        "ends": quote.text[spans[-words:][0][0] : spans[-1][1]],
        **({"kind": quote.kind} if quote.kind != "direct" else {}),
        "speaker": quote.speaker,
    }


def _distinct(quote: Quote, data: Data, lines: Iterable[Line]) -> Data:
    """Return `data`, or all words of `quote` where another one begins and ends with its few."""
    assert isinstance(data, dict)
    key = (data["starts"], data["ends"])
    others = [line.data for line in lines if isinstance(line.data, dict)]
    if all((other["starts"], other["ends"]) != key for other in others):
        return data
    return _quoted(quote, len(quote.text))


def _date(found: DateRef, _: Context) -> Data:
    return {"text": found.text, "date": shortest(found.start, found.end)}


def _stated(record: Found, *names: str) -> dict[str, Any]:
    values = {name: getattr(record, name) for name in names}
    return {name: value for name, value in values.items() if value is not None}


_TELLERS: dict[type, Callable[[Any, Context], Data]] = {
    Score: _score,
    Rank: _rank,
    Region: _region,
    Index: _index,
    Official: _official,
    Quote: _quote,
    DateRef: _date,
}
