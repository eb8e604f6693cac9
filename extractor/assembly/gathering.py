"""Making records one by one: what cannot become a valid record becomes a finding, never nothing."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from pydantic import ValidationError

from extractor.records import Evidence, Finding, Record

R = TypeVar("R", bound=Record)
T = TypeVar("T")


def gather(
    items: Iterable[T],
    make: Callable[[T], R],
    evidence: Callable[[T], tuple[Evidence, ...]],
    findings: list[Finding],
) -> tuple[R, ...]:
    """Return `make(item)` for each item; a ValidationError goes to `findings` with its evidence."""
    made = []
    for item in items:
        try:
            made.append(make(item))
        except ValidationError as error:
            reason = "; ".join(fault["msg"] for fault in error.errors())
            findings.append(
                Finding(
                    code="invalid-record",
                    severity="error",
                    message=f"cannot become a record: {reason}",
                    evidence=evidence(item),
                )
            )
    return tuple(made)
