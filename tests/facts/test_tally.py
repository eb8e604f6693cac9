from typing import get_args

import pytest

from extractor.facts.compare import OUTCOMES, Outcome, Verdict
from extractor.facts.tally import tally
from tests import articles as a


def verdict(outcome: Outcome) -> Verdict:
    fact = None if outcome == "unexpected" else "15.71"
    record = None if outcome == "missing" else a.region()
    return Verdict(kind="regions", verdict=outcome, known=fact, predicted=record)


def test_rates_count_every_outcome_once() -> None:
    counts = {"confirmed": 4, "inexact": 2, "missing": 1, "contradicted": 1, "unexpected": 3}
    verdicts = [verdict(o) for o in get_args(Outcome) for _ in range(counts[o])]
    regions, *others = tally(verdicts)
    assert (regions.known, regions.found) == (8, 10)
    assert regions.key.precision == pytest.approx(6 / 10)
    assert regions.key.recall == pytest.approx(6 / 8)
    assert regions.key.f1 == pytest.approx(12 / 18)
    assert regions.exact.f1 == pytest.approx(8 / 18)
    assert all(other.key.f1 is None and not any(other.counts.values()) for other in others)


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_a_lone_verdict_divides_by_nothing_but_what_is_there(outcome: Outcome) -> None:
    (only, *_) = tally([verdict(outcome)])
    assert (only.key.precision is None) == (outcome == "missing")
    assert (only.key.recall is None) == (outcome == "unexpected")
    assert only.key.f1 == (1.0 if outcome in ("confirmed", "inexact") else 0.0)
