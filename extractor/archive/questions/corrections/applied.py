"""Corrections applied to the rows of a dataset: which rows go, which come in their place."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import InvalidOperation
from typing import Any

import pyarrow as pa
from pydantic import ValidationError

from extractor.archive.questions.corrections.file import DELETED, Correction, Mark, digest_of
from extractor.archive.questions.corrections.form import (
    KINDS,
    Data,
    FieldError,
    Kind,
    changed,
    made,
    same,
    sure,
    told,
)
from extractor.archive.schema import flat, kinds, record_of, schemas
from extractor.records import Evidence, Record

Ask = Callable[[str, Sequence[Any]], Iterator[dict[str, Any]]]
"""Answers SQL with question marks: the rows by column."""
_KEY = pa.schema([("article_id", pa.string()), ("n", pa.int32())])
_MARK = pa.field("corrected", pa.string())
_CHANGED = "the text is another one now; read the article again (fakta review)"
_GONE = "no such article"
_BEYOND = "a place lies beyond the end of the text"
_SAID = "these words do not stand in the article"


@dataclass(frozen=True, slots=True)
class Unfit:
    """A correction that is not applied, and why."""

    correction: Correction
    reason: str

    def __str__(self) -> str:
        one = self.correction
        return f"{one.line}: {one.kind} of {one.article}: {self.reason}"


@dataclass(slots=True)
class Fact:
    """A row of an article, as it is after corrections: `mark` is what they made of it.

    `read` is the record as it was read, None for one that was not.
    """

    n: int
    record: Record
    mark: Mark | None = None
    correction: Correction | None = None
    is_gone: bool = False
    read: Record | None = None


@dataclass(slots=True)
class Applied:
    """Which rows of the tables go (article and number), which come, and what did not fit."""

    gone: dict[Kind, list[dict[str, Any]]] = field(default_factory=dict)
    fresh: dict[Kind, list[dict[str, Any]]] = field(default_factory=dict)
    unfit: list[Unfit] = field(default_factory=list)

    def add(self, article: str, kind: Kind, facts: Iterable[Fact]) -> None:
        """Note what became of the `facts` of an article."""
        for fact in facts:
            if fact.read and (fact.is_gone or fact.mark):
                self.gone.setdefault(kind, []).append({"article_id": article, "n": fact.n})
            if fact.mark and not fact.is_gone:
                key = {"article_id": article, "n": fact.n}
                row = {**key, **flat(fact.record), "corrected": fact.mark}
                self.fresh.setdefault(kind, []).append(row)

    def tables(self, kind: Kind) -> dict[str, pa.Table]:
        """Return what the SQL of `rows` asks: the rows of `kind` that come, the keys that go."""
        fresh, gone = self.fresh.get(kind, []), self.gone.get(kind, [])
        return {
            f"corrected_{kind}": pa.Table.from_pylist(fresh, schema=schemas()[kind].append(_MARK)),
            f"gone_{kind}": pa.Table.from_pylist(gone, schema=_KEY),
        }

    def rows(self, kind: Kind, read: str) -> str:
        """Return the SQL for the rows that the SQL `read` gives of `kind`, corrections applied."""
        marked = f"select *, null::varchar as corrected from ({read})"
        if not (self.fresh.get(kind) or self.gone.get(kind)):
            return marked
        return (
            f"select * from ({marked} anti join gone_{kind} using (article_id, n) "
            f"union all by name select * from corrected_{kind}) order by article_id, n"
        )


def applied(corrections: Sequence[Correction], ask: Ask) -> Applied:
    """Return what `corrections` make of the tables that `ask` answers from."""
    outcome = Applied()
    ids = list(dict.fromkeys(one.article for one in corrections))
    wanted = "where {} in (select unnest(?))"
    texts = {
        row["id"]: row["text"]
        for row in ask(f"select id, text from articles {wanted.format('id')}", [ids])
    }
    for kind in KINDS:
        mine = [one for one in corrections if one.kind == kind]
        if not mine:
            continue
        where = wanted.format("article_id")
        rows = ask(f"select * from {kind} {where} order by article_id, n", [ids])
        by_article: dict[str, list[Fact]] = {}
        for row in rows:
            by_article.setdefault(row["article_id"], []).extend(fact_of(kind, row))
        for article in dict.fromkeys(one.article for one in mine):
            facts = by_article.get(article, [])
            about = [one for one in mine if one.article == article]
            outcome.unfit += put_right(facts, about, texts.get(article))
            outcome.add(article, kind, facts)
    outcome.unfit.sort(key=lambda unfit: unfit.correction.line)
    return outcome


def put_right(
    facts: list[Fact], corrections: Iterable[Correction], text: str | None
) -> list[Unfit]:
    """Apply `corrections` to the `facts` of one kind and article, whose text is `text`.

    Returns those that do not fit. None stands for an article that is not there.
    """
    unfit = []
    taken: set[int] = set()
    for one in corrections:
        try:
            _apply(one, facts, _evidence(one, text), taken, text or "")
        except ValidationError as error:
            unfit.append(Unfit(one, error.errors()[0]["msg"].removeprefix("Value error, ")))
        except FieldError as error:
            unfit.append(Unfit(one, str(error)))
    return unfit


def fact_of(kind: Kind, row: dict[str, Any]) -> Iterator[Fact]:
    """Yield what a row of the table of `kind` states, nothing for one that is no record."""
    try:
        record = record_of(kinds()[kind], row)
        yield Fact(row["n"], record, read=record)
    except (ValidationError, InvalidOperation):
        # What is no record is told by whoever asks for it.
        return


def _evidence(one: Correction, text: str | None) -> tuple[Evidence, ...]:
    """Return the pieces of `text` that `one` stands on (raises FieldError when it does not)."""
    if text is None:
        raise FieldError("article", _GONE)
    if digest_of(text) != one.digest:
        raise FieldError("text", _CHANGED)
    if any(end > len(text) for _, end in one.at):
        raise FieldError("at", _BEYOND)
    return tuple(Evidence(start=a, end=b, text=text[a:b]) for a, b in one.at)


def _apply(
    one: Correction,
    facts: list[Fact],
    evidence: tuple[Evidence, ...],
    taken: set[int],
    text: str,
) -> None:
    changes = dict(one.changes or {})
    if one.kind == "quotes" and changes.get("text") and one.was is not None:
        evidence = _said(str(changes["text"]), evidence, text)
    found = _meant(one, facts, taken) if one.was is not None else None
    if one.becomes == DELETED:
        if found is not None:
            found.is_gone, found.correction = True, one
            taken.add(found.n)
        return
    if found is not None:
        if one.changes is None:
            record = sure(found.record)
        else:
            kept: Any = getattr(found.record, "evidence")  # noqa: B009 (records that have some)
            pieces = evidence if changes.get("text") and one.kind == "quotes" else kept
            record = sure(changed(one.kind, found.record, changes, pieces))
    else:
        # The same text read by another build: what was said of it holds.
        record = sure(made(one.kind, one.fact, evidence))
        found = _stated(one.kind, record, facts)
        if found is None:
            found = Fact(max((fact.n for fact in facts), default=-1) + 1, record)
            facts.append(found)
        else:
            record = sure(found.record)
    found.record, found.mark, found.correction = record, one.mark, one
    taken.add(found.n)


def _meant(one: Correction, facts: Sequence[Fact], taken: set[int]) -> Fact | None:
    """Return the fact that `one` is about: of those that say what it was, the one at its place."""
    wanted: Data = one.was or {}
    normal = told(one.kind, made(one.kind, wanted, (Evidence(start=0, end=1, text="."),)))
    like = []
    for fact in facts:
        says = told(one.kind, fact.record)
        if fact.n not in taken and (same(says, wanted) or same(says, normal)):
            like.append(fact)
    placed = (fact for fact in like if spans_of(fact.record) == one.at)
    return next(placed, None) or next(iter(like), None)


def _stated(kind: Kind, record: Record, facts: Sequence[Fact]) -> Fact | None:
    """Return the fact that says what `record` does, where there is one."""
    wanted = told(kind, record)
    return next((f for f in facts if not f.is_gone and same(told(kind, f.record), wanted)), None)


def spans_of(record: Any) -> tuple[tuple[int, int], ...]:
    """Return where the evidence of `record` stands."""
    return tuple((piece.start, piece.end) for piece in record.evidence)


def _said(words: str, before: Sequence[Evidence], text: str) -> tuple[Evidence, ...]:
    """Return where `words` stand in `text`, nearest to where the evidence was (FieldError)."""
    starts = []
    at = text.find(words)
    while at >= 0:
        starts.append(at)
        at = text.find(words, at + 1)
    if not starts:
        raise FieldError("text", _SAID)
    start = min(starts, key=lambda start: abs(start - before[0].start))
    return (Evidence(start=start, end=start + len(words), text=words),)
