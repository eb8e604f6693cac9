"""Counting verdicts: precision, recall and F1 of each kind, for the key and for exactness."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from extractor.facts.compare import OUTCOMES, Outcome, Verdict
from extractor.facts.known import KINDS, Kind


@dataclass(frozen=True, slots=True)
class Rates:
    """Precision, recall and F1; None where there was nothing to divide by."""

    precision: float | None
    recall: float | None
    f1: float | None

    @classmethod
    def of(cls, right: int, known: int, found: int) -> "Rates":
        """Return the rates of `right` facts among `known` and `found` ones."""
        f1 = 2 * right / (known + found) if known + found else None
        return cls(right / found if found else None, right / known if known else None, f1)


@dataclass(frozen=True, slots=True)
class Tally:
    """How the facts of one kind came out.

    `found` counts the predicted records that were judged: of articles whose facts are not
    complete, only those that match or contradict a known fact.
    """

    kind: Kind
    counts: dict[Outcome, int]

    @property
    def known(self) -> int:
        """Return how many facts of the kind are known."""
        return sum(self.counts.values()) - self.counts["unexpected"]

    @property
    def found(self) -> int:
        """Return how many predicted records were judged."""
        return sum(self.counts.values()) - self.counts["missing"]

    @property
    def key(self) -> Rates:
        """Return the rates of records that are the right fact, exact or not."""
        right = self.counts["confirmed"] + self.counts["inexact"]
        return Rates.of(right, self.known, self.found)

    @property
    def exact(self) -> Rates:
        """Return the rates of records that agree in every attribute the known fact states."""
        return Rates.of(self.counts["confirmed"], self.known, self.found)


def tally(verdicts: Iterable[Verdict]) -> tuple[Tally, ...]:
    """Return one tally for each kind, in the order of the kinds."""
    counted = Counter((verdict.kind, verdict.verdict) for verdict in verdicts)
    return tuple(
        Tally(kind, {outcome: counted[kind, outcome] for outcome in OUTCOMES}) for kind in KINDS
    )
