"""The table of probabilities by way of reading."""

from typing import Any

import pytest

from extractor.errors import LexiconError
from extractor.lexicon.confidence import confidences, read_confidences

SOUND: dict[str, Any] = {
    "officials": {"default": 0.5},
    "quotes": {"default": 0.25, "colon": 1},
}
BROKEN: dict[str, Any] = {
    "no-kind": {"officials": {"default": 0.5}},
    "no-default": {**SOUND, "quotes": {"colon": 1}},
    "no-number": {**SOUND, "quotes": {"default": "often"}},
    "no-mapping": {**SOUND, "quotes": [0.5]},
    "above-1": {**SOUND, "quotes": {"default": 1.5}},
    "below-0": {**SOUND, "officials": {"default": -0.1}},
}


def test_a_way_that_is_not_listed_has_the_default_of_its_kind() -> None:
    known = read_confidences(SOUND)
    assert known.of("quotes", "colon") == 1
    assert (known.of("quotes", "new"), known.of("officials", "new")) == (0.25, 0.5)


def test_what_is_found_by_name_is_surer_than_what_is_carried_on() -> None:
    known = confidences()
    assert known.of("quotes", "name-verb") > known.of("quotes", "last-speaker")


@pytest.mark.parametrize("case", BROKEN)
def test_refuses(case: str) -> None:
    with pytest.raises(LexiconError, match=r"confidence\.yaml"):
        read_confidences(BROKEN[case])
