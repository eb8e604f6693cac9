"""What a page lists of an article: one entry for each fact, finding and lost known fact."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from extractor.facts.compare import Outcome, Verdict
from extractor.facts.known import shown
from extractor.lexicon.levels import level_words
from extractor.lexicon.reasons import reasons
from extractor.records import (
    Article,
    DateRef,
    Evidence,
    Finding,
    Index,
    Official,
    Quote,
    Rank,
    Region,
    Score,
)
from extractor.report.doubt import doubt
from extractor.report.terminal import days_of, place_of, scope_of, shortened, value_of


@dataclass(frozen=True, slots=True)
class Section:
    """A kind of fact on the page: its name in the code, its heading, its tag in the text."""

    kind: str
    label: str
    tag: str


SECTIONS = (
    Section("scores", "Skor", "skor"),
    Section("ranks", "Peringkat", "per"),
    Section("regions", "Wilayah", "wil"),
    Section("indices", "Indeks", "ind"),
    Section("officials", "Pejabat", "pjb"),
    Section("quotes", "Kutipan", "kut"),
    Section("dates", "Tanggal", "tgl"),
    Section("findings", "Catatan", "cat"),
)
VERDICTS: dict[Outcome, tuple[str, str]] = {
    "confirmed": ("✓", "sesuai"),
    "inexact": ("≈", "kurang tepat"),
    "missing": ("−", "tidak ditemukan"),
    "contradicted": ("≠", "bertentangan"),
    "unexpected": ("+", "tidak dikenal"),
}
_WORDS = 120
_SEVERITIES = {"info": "info", "warning": "peringatan", "error": "galat"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of the fact list.

    `spans` are the characters of the article that it came from. A `quiet` entry marks them only
    when it is chosen: nothing was read there, a known fact is merely expected. `why` is what its
    `rule` means, `doubt` tells why it is shown faint.
    """

    id: str
    kind: str
    head: str
    value: str = ""
    details: tuple[str, ...] = ()
    rule: str = ""
    why: str = ""
    spans: tuple[tuple[int, int], ...] = ()
    verdict: Outcome | None = None
    note: str = ""
    quiet: bool = False
    severity: str = ""
    doubt: str = ""


def entries_of(
    article: Article, verdicts: Sequence[Verdict] = (), prefix: str = ""
) -> tuple[Entry, ...]:
    """Return the entries of `article` in the order of `SECTIONS`; ids begin with `prefix`.

    `verdicts` are those of `compare(article, known)`: a record carries its own, and a known fact
    without a record is an entry of its own behind the records of its kind.
    """
    by_record = {id(verdict.predicted): verdict for verdict in verdicts if verdict.predicted}
    names = {index.id: index.acronym or index.name for index in article.indices}
    entries: list[Entry] = []
    for section in SECTIONS:
        records: Sequence[Any] = getattr(article, section.kind)
        for number, record in enumerate(records):
            told = _TELLERS[type(record)](record, names)
            entries.append(
                Entry(
                    id=f"{prefix}{section.kind}-{number}",
                    kind=section.kind,
                    spans=_spans(record.evidence),
                    **(told | _judged(by_record.get(id(record)))),
                )
            )
        lost = [v for v in verdicts if v.kind == section.kind and v.predicted is None]
        entries += _missing(lost, article.text, f"{prefix}{section.kind}-lost")
    return tuple(entries)


def _spans(evidence: Sequence[Evidence]) -> tuple[tuple[int, int], ...]:
    return tuple((piece.start, piece.end) for piece in evidence)


def _judged(verdict: Verdict | None) -> dict[str, Any]:
    if verdict is None:
        return {}
    known = f"diketahui: {shown(verdict.known)}" if verdict.known is not None else ""
    note = "" if verdict.verdict == "confirmed" else known
    return {"verdict": verdict.verdict, "note": note}


def _missing(verdicts: Sequence[Verdict], text: str, prefix: str) -> Iterator[Entry]:
    for number, verdict in enumerate(verdicts):
        assert verdict.known is not None
        yield Entry(
            id=f"{prefix}-{number}",
            kind=verdict.kind,
            head=shown(verdict.known),
            verdict=verdict.verdict,
            spans=_sentence_span(text, verdict),
            quiet=True,
        )


def _sentence_span(text: str, verdict: Verdict) -> tuple[tuple[int, int], ...]:
    """Return where the sentence stands that the verdict names; () when it names none."""
    if not verdict.sentence:
        return ()
    line_start = 0
    for _ in range(verdict.line - 1):
        line_start = text.index("\n", line_start) + 1
    start = text.index(verdict.sentence, line_start)
    return ((start, start + len(verdict.sentence)),)


def _score(score: Score, names: dict[str, str]) -> dict[str, Any]:
    value = value_of(score)
    index = names.get(score.index, score.index)
    details = (index, score.aspect, score.period, score.predicate if value else None)
    return {
        "head": score.subject.name,
        "value": value or score.predicate or "",
        "details": _stated(*details, score.assessor and f"penilai: {score.assessor}"),
        "rule": score.rule,
        "why": reasons().sentence(score.rule),
        "doubt": doubt(score.confidence, score.rule),
    }


def _rank(rank: Rank, names: dict[str, str]) -> dict[str, Any]:
    index = names.get(rank.index, rank.index) if rank.index else None
    return {
        "head": rank.subject.name,
        "value": place_of(rank),
        "details": _stated(index, rank.aspect, scope_of(rank), rank.category, rank.period),
        "rule": rank.rule,
        "why": reasons().sentence(rank.rule),
        "doubt": doubt(rank.confidence, rank.rule),
    }


def _region(region: Region, _: dict[str, str]) -> dict[str, Any]:
    return {
        "head": region.name,
        "value": region.code,
        "details": (level_words().shown[region.level],),
    }


def _index(index: Index, _: dict[str, str]) -> dict[str, Any]:
    return {"head": index.name, "value": index.acronym or "", "details": (index.id,)}


def _official(official: Official, _: dict[str, str]) -> dict[str, Any]:
    subject = official.subject.name if official.subject else None
    acting = "penjabat sementara" if official.acting else None
    return {
        "head": official.name,
        "details": _stated(official.office, subject, acting),
        "doubt": doubt(official.confidence),
    }


def _quote(quote: Quote, _: dict[str, str]) -> dict[str, Any]:
    kind = "langsung" if quote.kind == "direct" else "tidak langsung"
    said = f"{quote.text}" if quote.kind == "indirect" else f"“{quote.text}”"
    return {
        "head": said,
        "details": _stated(quote.speaker or "penutur tidak disebut", quote.verb, kind, quote.date),
        "rule": quote.rule,
        "why": reasons().sentence(quote.rule),
        "doubt": doubt(quote.confidence, quote.rule),
    }


def _date(date: DateRef, _: dict[str, str]) -> dict[str, Any]:
    return {"head": date.text, "value": days_of(str(date.start), str(date.end))}


def _finding(finding: Finding, _: dict[str, str]) -> dict[str, Any]:
    pieces = dict.fromkeys(" ".join(piece.text.split()) for piece in finding.evidence)
    words = " … ".join(pieces)
    quoted = f": “{shortened(words, _WORDS)}”" if words else ""
    return {
        "head": f"{reasons().findings[finding.code]}{quoted}",
        "details": (_SEVERITIES[finding.severity], finding.code),
        "why": finding.message,
        "severity": finding.severity,
    }


def _stated(*parts: str | None) -> tuple[str, ...]:
    return tuple(part for part in parts if part)


_TELLERS: dict[type, Callable[[Any, dict[str, str]], dict[str, Any]]] = {
    Score: _score,
    Rank: _rank,
    Region: _region,
    Index: _index,
    Official: _official,
    Quote: _quote,
    DateRef: _date,
    Finding: _finding,
}
