"""What a person goes through: the facts of a file beside what the extractor reads, doubts first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from extractor.facts.compare import Verdict, brief, compare
from extractor.facts.draft import drafted
from extractor.facts.kept import Kept
from extractor.facts.known import KINDS, Fact, Kind, KnownFacts
from extractor.facts.match import predicted
from extractor.facts.write import Data, data_of
from extractor.records import Article

State = Literal["new", "draft", "kept", "refused"]
"""Read and in no file; in the file and not checked; in the file; read, but the file is complete."""

Spans = tuple[tuple[int, int], ...]
_SURE = 1.0


@dataclass(frozen=True, slots=True)
class Item:
    """A fact to look at: `order` is its place in the file, `spans` where it was read.

    `confidence` is None for what nobody put a number on.
    """

    kind: Kind
    data: Data
    state: State
    order: int
    confidence: float | None = None
    spans: Spans = ()
    note: str = ""


def items_of(article: Article, known: KnownFacts | None, kept: Kept) -> list[Item]:
    """Return the facts in `known` and those that `article` states besides, least confident first.

    What is to be looked at stands before what a person has seen.
    """
    seen = known or KnownFacts()
    verdicts = compare(article, seen.model_copy(update={"complete": True}))
    items: list[Item] = []
    for kind in KINDS:
        mine = [verdict for verdict in verdicts if verdict.kind == kind]
        items += _listed(kind, seen, mine, kept, article.text)
        items += _besides(kind, article, mine, complete=seen.complete)
    return sorted(items, key=turn)


def turn(item: Item) -> tuple[bool, bool, float, int, int]:
    """Return the place of `item` among others: what is open first, the least sure on top."""
    sure = _SURE if item.confidence is None else item.confidence
    place = item.spans[0][0] if item.spans else 0
    is_open = item.state in ("new", "draft")
    return (not is_open, item.state == "refused", sure if is_open else 0.0, place, item.order)


def _listed(
    kind: Kind, known: KnownFacts, verdicts: Sequence[Verdict], kept: Kept, text: str
) -> Iterator[Item]:
    """Yield the facts of the file."""
    for at, fact in enumerate(known.of(kind)):
        verdict = next((v for v in verdicts if v.known is fact), None)
        doubt = kept.confidence(kind, fact)
        yield Item(
            kind,
            data_of(fact),
            "kept" if doubt is None else "draft",
            at,
            doubt,
            _spans(verdict, text),
            _note(fact, verdict),
        )


def _besides(
    kind: Kind, article: Article, verdicts: Sequence[Verdict], *, complete: bool
) -> Iterator[Item]:
    """Yield what was read and is in no file."""
    lines = drafted(article, kind)
    records = predicted(article, kind)
    unknown = {id(v.predicted) for v in verdicts if v.verdict == "unexpected"}
    for at, line in lines.items():
        record = records[at]
        if id(record) in unknown:
            yield Item(
                kind,
                line.data,
                "refused" if complete else "new",
                len(records) + at,
                getattr(record, "confidence", None),
                tuple((piece.start, piece.end) for piece in record.evidence),
                line.remark if line.out else "",
            )


def _spans(verdict: Verdict | None, text: str) -> Spans:
    if verdict is None:
        return ()
    if verdict.predicted is not None and verdict.verdict != "contradicted":
        return tuple((piece.start, piece.end) for piece in verdict.predicted.evidence)
    start = text.find(verdict.sentence) if verdict.sentence else -1
    return ((start, start + len(verdict.sentence)),) if start >= 0 else ()


def _note(fact: Fact, verdict: Verdict | None) -> str:
    if verdict is None or verdict.verdict == "confirmed":
        return ""
    if verdict.predicted is None:
        return "tidak terbaca oleh mesin"
    if verdict.verdict == "inexact":
        read = (f"{name} {getattr(verdict.predicted, name)}" for name in verdict.differing)
        return f"mesin membaca: {', '.join(read)}"
    return f"mesin membaca: {brief(verdict.predicted)}"
