"""When a predicted record is a known fact: one rule for each kind, key and attributes apart.

`same` decides the key: whether the two are the same fact at all. `differing` names the further
attributes that the known fact states and the predicted record has otherwise.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from extractor.facts import words
from extractor.facts.known import (
    Fact,
    Kind,
    KnownDate,
    KnownFact,
    KnownOfficial,
    KnownQuote,
    KnownRank,
    KnownScore,
)
from extractor.facts.names import Names
from extractor.lexicon.comparing import comparing_words
from extractor.records import (
    Article,
    DateRef,
    Index,
    Official,
    Quote,
    Rank,
    Region,
    Score,
    Subject,
)
from extractor.records.period import days

Found = Region | Index | Score | Rank | Official | Quote | DateRef
"""A predicted record of a kind that can be known."""


@dataclass(frozen=True)
class Context:
    """What a rule may look up: the article's text, the names of its indices by id, of subjects."""

    text: str
    indices: Mapping[str, tuple[str, ...]]
    names: Names

    @classmethod
    def of(cls, article: Article) -> "Context":
        """Return the context of `article`."""
        named = {
            index.id: tuple(name for name in (index.name, index.acronym) if name)
            for index in article.indices
        }
        return cls(article.text, named, Names.of(article.text))


@dataclass(frozen=True)
class Rule:
    """How one kind is compared."""

    same: Callable[[Any, Any, Context], bool]
    differing: Callable[[Any, Any], tuple[str, ...]]


def predicted(article: Article, kind: Kind) -> Sequence[Found]:
    """Return the records of `kind` in `article`."""
    records: Sequence[Found] = getattr(article, kind)
    return records


def is_index(name: str | None, id: str | None, context: Context) -> bool:
    """Tell whether the known `name` may mean the predicted index `id`."""
    if name is None or id is None:
        return name is None and id is None
    if id in words.index_ids(name):
        return True
    known = words.slug(name)
    return any(words.slug(other) == known for other in (id, *context.indices.get(id, ())))


def is_subject(name: str, subject: Subject, context: Context) -> bool:
    """Tell whether the known `name` is the predicted subject: its code, else one of its names."""
    if subject.kind in ("organisation", "locality"):
        return name == subject.code or context.names.alike(name, subject.name)
    return name == subject.code or words.folded(name) == words.folded(subject.name)


def _same_region(known: str, found: Region, context: Context) -> bool:
    return known == found.code


def _same_index(known: str, found: Index, context: Context) -> bool:
    return is_index(known, found.id, context)


def _same_topic(known: KnownScore | KnownRank, found: Score | Rank, context: Context) -> bool:
    """Tell whether the two are of one subject, on one index, alike of a part or of the whole."""
    return (
        is_subject(known.subject, found.subject, context)
        and is_index(known.index, found.index, context)
        and (known.aspect is None) == (found.aspect is None)
    )


def _same_score(known: KnownScore, found: Score, context: Context) -> bool:
    if known.comparison != found.comparison or known.value != found.value:
        return False
    if known.value is None and not _alike(known.predicate, found.predicate):
        return False
    return _same_topic(known, found, context)


def _same_rank(known: KnownRank, found: Rank, context: Context) -> bool:
    places = (known.position, known.position_end) == (found.position, found.position_end)
    return places and _same_topic(known, found, context)


def _same_official(known: KnownOfficial, found: Official, context: Context) -> bool:
    return words.folded(known.name) == words.folded(found.name)


def _same_quote(known: KnownQuote, found: Quote, context: Context) -> bool:
    return (
        known.kind == found.kind
        and words.begins(found.text, known.starts)
        and words.ends(found.text, known.ends)
    )


def _same_date(known: KnownDate, found: DateRef, context: Context) -> bool:
    first, last = days(known.date)
    exact = (first, last) == (found.start, found.end)
    vague = comparing_words().month_parts.intersection(words.words(known.text))
    within = bool(vague) and first <= found.start and found.end <= last
    return (exact or within) and _overlaps(known.text, found, context.text)


def _overlaps(text: str, found: DateRef, article: str) -> bool:
    """Tell whether `text` stands in the article where the date was found."""
    if text.casefold() in found.text.casefold() or found.text.casefold() in text.casefold():
        return True
    at = article.find(text)
    while at >= 0:
        if any(e.start < at + len(text) and at < e.end for e in found.evidence):
            return True
        at = article.find(text, at + 1)
    return False


def _alike(known: str | None, found: str | None) -> bool:
    if known is None or found is None:
        return known is None and found is None
    return words.plain(known) == words.plain(found)


def _differs(known: KnownFact, found: Found, names: Sequence[str]) -> tuple[str, ...]:
    stated = [name for name in names if name in known.model_fields_set]
    return tuple(n for n in stated if not _equal(n, getattr(known, n), getattr(found, n)))


_FORMS: Mapping[str, Callable[[str], str]] = {
    "category": words.ranked_class,
    "scope": words.ranked_scope,
}


def _equal(name: str, known: object, found: object) -> bool:
    if isinstance(known, str) and isinstance(found, str):
        form = _FORMS.get(name, words.plain)
        return form(known) == form(found)
    return known == found


def told_day(fact: Fact | Found) -> tuple[date, date] | None:
    """Return the days of a date, known or found; None for what is no date."""
    if isinstance(fact, KnownDate):
        return days(fact.date)
    return (fact.start, fact.end) if isinstance(fact, DateRef) else None


def contradicts(known: Fact, found: Found, context: Context) -> bool:
    """Tell whether `found` says another value of what `known` is about: subject, index, period."""
    if isinstance(known, KnownScore) and isinstance(found, Score):
        comparable = (known.value is None) == (found.value is None) and (
            known.basis in (None, found.basis)
        )
    elif isinstance(known, KnownRank) and isinstance(found, Rank):
        comparable = True
    else:
        return False
    same = known.period in (None, found.period) and _same_aspect(known, found)
    return comparable and same and _same_topic(known, found, context)


def _same_aspect(known: KnownScore | KnownRank, found: Score | Rank) -> bool:
    return _alike(known.aspect, found.aspect)


def _nothing(known: object, found: object) -> tuple[str, ...]:
    return ()


def _score_differs(known: KnownScore, found: Score) -> tuple[str, ...]:
    return _differs(known, found, ("aspect", "basis", "period", "predicate"))


def _rank_differs(known: KnownRank, found: Rank) -> tuple[str, ...]:
    return _differs(known, found, ("aspect", "scope", "out_of", "category", "period"))


def _official_differs(known: KnownOfficial, found: Official) -> tuple[str, ...]:
    differing = _differs(known, found, ("acting",))
    if known.office and words.office_core(known.office) != words.office_core(found.office):
        return ("office", *differing)
    return differing


def _quote_differs(known: KnownQuote, found: Quote) -> tuple[str, ...]:
    return _differs(known, found, ("speaker",))


RULES: Mapping[Kind, Rule] = {
    "regions": Rule(_same_region, _nothing),
    "indices": Rule(_same_index, _nothing),
    "scores": Rule(_same_score, _score_differs),
    "ranks": Rule(_same_rank, _rank_differs),
    "officials": Rule(_same_official, _official_differs),
    "quotes": Rule(_same_quote, _quote_differs),
    "dates": Rule(_same_date, _nothing),
}
