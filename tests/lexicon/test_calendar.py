from typing import Any

import pytest

from extractor.errors import LexiconError
from extractor.lexicon import calendar
from extractor.lexicon.resource import read_yaml

CONTENT: dict[str, Any] = read_yaml("calendar.yaml")
BROKEN = {
    "no_mapping": [],
    "missing": {name: value for name, value in CONTENT.items() if name != "months"},
    "unknown": CONTENT | {"jam": ["pukul"]},
    "eleven_months": CONTENT | {"months": CONTENT["months"][:11]},
    "month_twice": CONTENT | {"months": [*CONTENT["months"][:11], ["Mei"]]},
    "no_text": CONTENT | {"laws": [False]},
    "empty": CONTENT | {"laws": []},
    "twice": CONTENT | {"laws": ["UU", "UU"]},
    "no_number": CONTENT | {"days_away": {"kemarin": "-1"}},
}


@pytest.mark.parametrize("case", BROKEN)
def test_refuses(case: str) -> None:
    with pytest.raises(LexiconError, match=r"calendar\.yaml"):
        calendar.parse(BROKEN[case])


MONTHS = {"Januari": 1, "Pebruari": 2, "MEI": 5, "Agt.": 8, "Nopember": 11, "Des": 12}
WEEKDAYS = {"Senin": 0, "Jum'at": 4, "Jum’at": 4, "AHAD": 6, "Minggu": 6}


@pytest.mark.parametrize("word", MONTHS)
def test_month(word: str) -> None:
    assert calendar.load().month(word) == MONTHS[word]


@pytest.mark.parametrize("word", WEEKDAYS)
def test_weekday(word: str) -> None:
    assert calendar.load().weekday(word) == WEEKDAYS[word]
