"""Rules in words."""

from typing import Any, get_args

import pytest

from extractor.errors import LexiconError
from extractor.lexicon.confidence import confidences
from extractor.lexicon.reasons import read_reasons, reasons
from extractor.records.finding import FindingCode

SOUND: dict[str, Any] = {
    "slots": {"subject": "siapa", "index": "apa"},
    "places": {"default": "entah", "clause": "di sini"},
    "rules": {"colon": "Titik dua."},
    "findings": {"value-off-scale": "Di luar skala"},
}
WORDS = {
    "subject:clause/b index:topic": "Siapa: di sini; apa: entah.",
    "subject:clause": "Siapa: di sini.",
    "colon": "Titik dua.",
    "scope:clause": "",
    "unknown": "",
    "": "",
}


@pytest.mark.parametrize("rule", WORDS)
def test_a_rule_is_a_sentence(rule: str) -> None:
    assert read_reasons(SOUND).sentence(rule) == WORDS[rule]


def test_every_way_to_find_a_speaker_has_its_sentence() -> None:
    ways = [way for way in confidences().table["quotes"] if way != "default"]
    assert [way for way in ways if not reasons().sentence(way)] == []


def test_every_finding_has_its_words() -> None:
    assert list(reasons().findings) == list(get_args(FindingCode))


@pytest.mark.parametrize(
    "broken", [{**SOUND, "places": {}}, {**SOUND, "rules": ["x"]}, {"slots": {}}, []]
)
def test_refuses(broken: Any) -> None:
    with pytest.raises(LexiconError, match=r"reasons\.yaml"):
        read_reasons(broken)
