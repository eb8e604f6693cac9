"""Asking for more: records below a confidence become findings, so that nothing is lost."""

from extractor.assembly.findings import in_order
from extractor.records import Article, Finding, Official, Quote, Rank, Score

Weighed = Score | Rank | Official | Quote
"""The records that have a confidence."""


def check_confidence(minimum: float) -> float:
    """Return `minimum` unchanged (ValueError unless it is from 0 to 1)."""
    if not 0 <= minimum <= 1:
        raise ValueError(f"a confidence is from 0 to 1, not {minimum}")
    return minimum


def sift(article: Article, minimum: float) -> Article:
    """Return `article` with a finding in the place of each record less probable than `minimum`."""
    weighed: list[Weighed] = [*article.scores, *article.ranks]
    weighed += [*article.officials, *article.quotes]
    doubted = [record for record in weighed if record.confidence < minimum]
    if not doubted:
        return article
    kept = {
        "scores": tuple(one for one in article.scores if one.confidence >= minimum),
        "ranks": tuple(one for one in article.ranks if one.confidence >= minimum),
        "officials": tuple(one for one in article.officials if one.confidence >= minimum),
        "quotes": tuple(one for one in article.quotes if one.confidence >= minimum),
    }
    findings = in_order([*article.findings, *map(_finding, doubted)])
    return article.model_copy(update={**kept, "findings": findings})


def _finding(record: Weighed) -> Finding:
    return Finding(
        code="not-settled",
        severity="info",
        message=f"not settled: {_asked(record)}? ({record.confidence:.0%})",
        evidence=record.evidence,
    )


def _asked(record: Weighed) -> str:
    """Return what a finding asks of `record`, for people."""
    match record:
        case Score():
            held = record.predicate if record.value is None else f"{record.value:f}"
            return f"{held} of {record.subject.name} on {record.index}"
        case Rank():
            return f"place {record.position} of {record.subject.name} on {record.index}"
        case Official():
            return f"{record.name} as {record.office}"
        case Quote():
            return f"said by {record.speaker or 'nobody'}"
