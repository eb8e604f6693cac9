"""From what a person says of a dataset's records, as facts are written down, to corrections."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError
from yaml.nodes import SequenceNode

from extractor.archive.questions.corrections.applied import Fact, spans_of
from extractor.archive.questions.corrections.file import (
    ACCEPTED,
    DELETED,
    Correction,
    Spans,
    digest_of,
)
from extractor.archive.questions.corrections.form import Kind, problems, told
from extractor.facts.compare import brief
from extractor.facts.draft import CHECKS, known_data
from extractor.facts.load import reason_of
from extractor.facts.match import Context
from extractor.facts.review import Item, turn
from extractor.facts.write import Data, flow
from extractor.yaml_lines import read_document

HEAD = (
    "# Koreksi atas dataset ini, oleh orang yang membaca beritanya; boleh disunting.\n"
    "# text: sidik teks berita; at: tempat di dalamnya; was: yang terbaca; becomes: yang benar.\n"
)
Facts = Mapping[Kind, Sequence[Fact]]
Fault = tuple[str, str]
"""The field of a fact, and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a person says of a fact: `row` is its number in the table, None for a new one."""

    kind: Kind
    data: Data
    row: int | None = None
    checked: bool = True
    gone: bool = False
    spans: Spans = ()


def items_of_rows(facts: Facts, context: Context) -> list[Item]:
    """Return `facts`, all of one article, least confident first; what was seen comes last."""
    items = [_item(kind, fact, context) for kind, rows in facts.items() for fact in rows]
    return sorted(items, key=turn)


def _item(kind: Kind, fact: Fact, context: Context) -> Item:
    record: Any = fact.record
    seen = fact.is_gone or fact.mark is not None
    is_other = fact.read is not None and fact.mark == "corrected"
    return Item(
        kind,
        known_data(record, context),
        "refused" if fact.is_gone else "kept" if seen else "draft",
        fact.n,
        None if seen else getattr(record, "confidence", None),
        spans_of(record),
        f"mesin membaca: {brief(fact.read)}" if is_other else "",  # type: ignore[arg-type]
    )


def corrections_of(
    article: str, said: Sequence[Said], facts: Facts, context: Context
) -> tuple[list[Correction], list[tuple[int, Fault]]]:
    """Return the corrections that `said` makes of `facts`, and faults by place in `said`.

    A fact of which nothing is said differently keeps the correction that it has.
    """
    made: list[Correction] = []
    faults: list[tuple[int, Fault]] = []
    digest = digest_of(context.text)
    for at, one in enumerate(said):
        fact = next((fact for fact in facts.get(one.kind, ()) if fact.n == one.row), None)
        if one.row is not None and fact is None:
            faults.append((at, ("", "tidak ada lagi di dataset")))
            continue
        try:
            correction = _correction(article, digest, one, fact, context)
        except _FaultyError as error:
            faults += ((at, fault) for fault in error.faults)
            continue
        if correction is not None:
            made.append(correction)
    return made, faults


class _FaultyError(ValueError):
    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__()
        self.faults = faults


def _correction(
    article: str, digest: str, one: Said, fact: Fact | None, context: Context
) -> Correction | None:
    if fact is None:
        return None if one.gone else _added(article, digest, one, context)
    if fact.read is None:
        # An added fact: it stays as it is, goes, or is told anew.
        if one.gone or fact.correction is None:
            return None
        changes = _changes(one, fact, context)
        if not changes:
            return fact.correction
        stated = {**told(one.kind, fact.record), **changes}
        return _checked(
            Correction(article, digest, one.kind, fact.correction.at, None, _without_none(stated))
        )
    before = fact.correction
    was = told(one.kind, fact.read)
    at = spans_of(fact.read)
    if one.gone:
        kept = before is not None and before.becomes == DELETED
        return before if kept else Correction(article, digest, one.kind, at, was, DELETED)
    if not one.checked:
        return None
    changes = _changes(one, fact, context)
    if not changes and fact.mark is not None:
        return before
    earlier = before.changes if before is not None and before.was is not None else None
    becomes = {**(earlier or {}), **changes}
    becomes = {name: value for name, value in becomes.items() if was.get(name) != value}
    return _checked(Correction(article, digest, one.kind, at, was, becomes or ACCEPTED))


def _added(article: str, digest: str, one: Said, context: Context) -> Correction:
    stated = _fields(one.kind, _known(one.kind, one.data), None, context, one.spans)
    spans = one.spans or ((0, min(1, len(context.text))),)
    if one.kind == "quotes" and "text" in stated:
        start = _place(context.text, str(stated["text"]), spans[0][0])
        spans = ((start, start + len(str(stated["text"]))),)
    return _checked(Correction(article, digest, one.kind, spans, None, _without_none(stated)))


def _checked(correction: Correction) -> Correction:
    if faults := list(problems(correction.kind, correction.fact)):
        raise _FaultyError(faults)
    return correction


def _changes(one: Said, fact: Fact, context: Context) -> dict[str, Any]:
    """Return the fields that are said otherwise, as corrections tell them."""
    before = known_data(fact.record, context)  # type: ignore[arg-type]
    if one.data == before:
        return {}
    now = _known(one.kind, one.data)
    try:
        known = _known(one.kind, before)
    except _FaultyError:
        known = None
    return _fields(one.kind, now, known, context, spans_of(fact.record))


def _known(kind: Kind, data: Data) -> Any:
    try:
        return CHECKS[kind].validate_python(data)
    except ValidationError as error:
        raise _FaultyError([_fault(found) for found in error.errors()]) from error


def _fault(found: Any) -> Fault:
    written = str(found["input"]) if isinstance(found["input"], str | int) else None
    return str(found["loc"][0]) if found["loc"] else "", reason_of(found, written)


def _fields(kind: Kind, now: Any, before: Any, context: Context, near: Spans) -> dict[str, Any]:
    """Return the fields in which `now` is not `before`, all that it states if that is None."""
    if isinstance(now, str):
        name = "code" if kind == "regions" else "index"
        return {} if now == before else {name: now}
    changes = {
        name: value
        for name in type(now).model_fields
        if _differs(name, value := getattr(now, name), before)
    }
    if kind == "quotes" and ("starts" in changes or "ends" in changes):
        changes["text"] = _quoted(context.text, now.starts, now.ends, near)
    changes.pop("starts", None)
    changes.pop("ends", None)
    return changes


def _differs(name: str, value: Any, before: BaseModel | None) -> bool:
    return value is not None if before is None else value != getattr(before, name)


def _quoted(text: str, starts: str, ends: str, near: Spans) -> str:
    """Return the words of `text` from `starts` to `ends`, those nearest to where it was read."""
    pattern = (
        f"{_loosely(starts)}(?:.*?{_loosely(ends)})?"
        if starts == ends
        else (f"{_loosely(starts)}.*?{_loosely(ends)}")
    )
    where = near[0][0] if near else 0
    found = sorted(re.finditer(pattern, text, re.DOTALL), key=lambda m: abs(m.start() - where))
    if not found:
        raise _FaultyError([("starts", "kata-kata ini tidak ada di dalam berita")])
    return found[0].group()


def _loosely(words: str) -> str:
    return r"\s+".join(map(re.escape, words.split()))


def _place(text: str, words: str, near: int) -> int:
    starts = [match.start() for match in re.finditer(re.escape(words), text)]
    return min(starts, key=lambda start: abs(start - near))


def _without_none(data: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if value is not None}


def corrections_text(text: str, before: Sequence[Correction], now: Sequence[Correction]) -> str:
    """Return the file `text`, which tells `before`, so that it tells `now`.

    Entries that stay keep their words and comments; new ones come behind.
    """
    head, entries = _entries(text, len(before))
    if entries is None:
        entries = [_entry(one) for one in before]
    lines = {one.line for one in now if one.line}
    kept = [entry for one, entry in zip(before, entries, strict=True) if one.line in lines]
    fresh = [_entry(one) for one in now if not one.line]
    parts = [part if part.endswith("\n") else f"{part}\n" for part in (*kept, *fresh)]
    return (head or HEAD) + "".join(parts)


def _entries(text: str, count: int) -> tuple[str, list[str] | None]:
    """Return what stands before the first entry of `text`, and each entry with its comments."""
    rows = text.lstrip("\ufeff").splitlines(keepends=True)
    root = read_document(text).root if count else None
    if root is None:
        remarks = "".join(row for row in rows if row.startswith("#"))
        return remarks, []
    if not isinstance(root, SequenceNode) or root.flow_style:
        return "", None
    starts = [_first_row(rows, node.start_mark.line) for node in root.value]
    # The remarks above the first entry are those of the file.
    first = root.value[0].start_mark.line
    starts[0] = first - (rows[first - 1].strip() == "-" if first else 0)
    ends = [*starts[1:], len(rows)]
    return "".join(rows[: starts[0]]), [
        "".join(rows[start:end]) for start, end in zip(starts, ends, strict=True)
    ]


def _first_row(rows: Sequence[str], at: int) -> int:
    while at and (rows[at - 1].lstrip().startswith("#") or rows[at - 1].strip() in ("", "-")):
        at -= 1
    return at


def _entry(one: Correction) -> str:
    return "".join(f"{lead}{key}: {flow(value)}\n" for lead, key, value in _lines(one))


def _lines(one: Correction) -> Iterator[tuple[str, str, Any]]:
    yield "- ", "article", one.article
    yield "  ", "text", one.digest
    yield "  ", "kind", one.kind
    yield "  ", "at", [f"{start}-{end}" for start, end in one.at]
    if one.was is not None:
        yield "  ", "was", dict(one.was)
    yield "  ", "becomes", one.becomes if isinstance(one.becomes, str) else dict(one.becomes)
