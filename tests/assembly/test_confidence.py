"""Records below a confidence become findings."""

import math

import pytest

from extractor.assembly.confidence import check_confidence, sift
from tests import articles as a

FULL = a.article(
    scores=(a.score(confidence=0.6), a.score(confidence=0.9), a.score(value=None, confidence=0.5)),
    ranks=(a.rank(confidence=0.6),),
    officials=(a.official(confidence=0.6),),
    quotes=(a.quote(confidence=0.6), a.quote(speaker=None, confidence=0.5)),
    regions=(a.region(),),
)


def test_nothing_is_lost() -> None:
    strict = sift(FULL, 0.61)
    assert [score.confidence for score in strict.scores] == [0.9]
    assert (strict.ranks, strict.officials, strict.quotes) == ((), (), ())
    assert strict.regions == FULL.regions
    assert len(strict.findings) == 6
    assert {finding.code for finding in strict.findings} == {"not-settled"}
    assert [finding.message for finding in strict.findings] == [
        "not settled: 4.32 of Kota Jambi on spbe? (60%)",
        "not settled: Memuaskan of Kota Jambi on spbe? (50%)",
        "not settled: place 4 of Kota Jambi on spbe? (60%)",
        "not settled: said by Sri Wulan? (60%)",
        "not settled: said by nobody? (50%)",
        "not settled: Sri Wulan as Wali Kota Jambi? (60%)",
    ]
    doubted = [*(one.evidence for one in FULL.scores), *(one.evidence for one in FULL.quotes)]
    assert set(doubted) <= {finding.evidence for finding in strict.findings}


def test_what_has_the_confidence_itself_stays() -> None:
    assert sift(FULL, 0.5) == FULL
    assert len(sift(FULL, 0.6).findings) == 2


@pytest.mark.parametrize("minimum", [-0.01, 1.01, math.nan])
def test_a_confidence_is_from_0_to_1(minimum: float) -> None:
    with pytest.raises(ValueError, match="from 0 to 1"):
        check_confidence(minimum)
