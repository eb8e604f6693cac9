"""Mentions in and out of `Doc.spans`.

The span carries the mention: its label is the group, its `kb_id_` the normal form that a reader
looks for first, its `id_` all the other fields as JSON. That is plain spaCy data: it survives
`Doc.to_bytes`, `DocBin` and worker processes, which custom attributes do not.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar, get_type_hints
from weakref import WeakKeyDictionary

import srsly
from spacy.tokens import Doc, Span, SpanGroup

from extractor.mentions.kinds import Mention
from extractor.mentions.surface import Surface, is_private, surface

M = TypeVar("M", bound=Mention)

# What each kind's fields are never changes: read once, by group.
_MEANINGS: dict[str, tuple[str, ...]] = {}
_TYPES: dict[str, dict[str, Any]] = {}
# What was written as each group or read of it: many rules ask for the same mentions.
# Beside it the group; None for what is kept here only, as `doc` is private.
_read: WeakKeyDictionary[Doc, dict[str, tuple[SpanGroup | None, list[Any]]]] = WeakKeyDictionary()


class Named:
    """The names of one kind in an article, to ask in constant time which was named last."""

    def __init__(self, named: Iterable[tuple[int, str]]) -> None:
        """Take places and names, in the order of the text."""
        self._places: dict[str, list[int]] = {}
        for at, name in named:
            self._places.setdefault(name, []).append(at)

    def around(self, at: int) -> list[str]:
        """Return each name once: those before `at` or there, nearest first, then those behind."""
        before, behind = [], []
        for name, places in self._places.items():
            last = bisect_right(places, at)
            if last:
                before.append((-places[last - 1], name))
            else:
                behind.append((places[0], name))
        return [name for _, name in (*sorted(before), *sorted(behind))]


def write(doc: Doc, kind: type[M], mentions: Iterable[M]) -> None:
    """Set the span group of `kind` on `doc`, ordered by place in the text.

    A private document has its mentions for `read` alone.
    """
    ordered = sorted(mentions, key=lambda mention: (mention.start, mention.end))
    group = None
    if not is_private(doc):
        spans = [_span(doc, mention) for mention in ordered]
        group = doc.spans[kind.group] = SpanGroup(doc, name=kind.group, spans=spans)
    _groups(doc)[kind.group] = (group, ordered)


def read(doc: Doc, kind: type[M]) -> list[M]:
    """Return the mentions of `kind` that `doc` holds, in order; [] when none were written."""
    held, mentions = _groups(doc).get(kind.group, (None, []))
    if is_private(doc):
        return list(mentions)
    group = doc.spans.get(kind.group)
    if group is None:
        return []
    if len(mentions) != len(group) or held is not group:
        mentions = [_mention(span, kind) for span in group]
        _groups(doc)[kind.group] = (group, mentions)
    return list(mentions)


def char_bounds(doc: Doc, mention: Mention) -> tuple[int, int]:
    """Return the character offsets of `mention` in `doc.text`, end exclusive."""
    return bounds_in(surface(doc), mention)


def bounds_in(seen: Surface, mention: Mention) -> tuple[int, int]:
    """Return the character offsets of `mention` in the text of `seen`, end exclusive."""
    last = mention.end - 1
    lead, trail = mention.edges
    return seen.offsets[mention.start] + lead, seen.offsets[last] + len(seen.words[last]) - trail


def _groups(doc: Doc) -> dict[str, tuple[SpanGroup | None, list[Any]]]:
    known = _read.get(doc)
    if known is None:
        known = _read[doc] = {}
    return known


def _span(doc: Doc, mention: Mention) -> Span:
    names = _meaning(type(mention))
    values = {name: getattr(mention, name) for name in names}
    return Span(
        doc,
        mention.start,
        mention.end,
        label=mention.group,
        kb_id=str(values[names[0]]) if names else "",
        span_id=srsly.json_dumps({name: _plain(value) for name, value in values.items()}),
    )


def _mention(span: Span, kind: type[M]) -> M:
    stored = srsly.json_loads(span.id_)
    types = _types(kind)
    values = {name: _typed(stored[name], types[name]) for name in _meaning(kind)}
    return kind(start=span.start, end=span.end, **values)


def _meaning(kind: type[Mention]) -> tuple[str, ...]:
    if kind.group not in _MEANINGS:
        names = (field.name for field in fields(kind) if field.name not in ("start", "end"))
        _MEANINGS[kind.group] = tuple(names)
    return _MEANINGS[kind.group]


def _types(kind: type[Mention]) -> dict[str, Any]:
    if kind.group not in _TYPES:
        _TYPES[kind.group] = get_type_hints(kind)
    return _TYPES[kind.group]


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, Decimal | date) else value


def _typed(value: Any, kind: Any) -> Any:
    if value is None:
        return None
    if kind in (Decimal, Decimal | None):
        return Decimal(value)
    if kind == date | None:
        return date.fromisoformat(value)
    return value
