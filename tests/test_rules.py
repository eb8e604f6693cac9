"""What benchmarks/rules.json tells of the rules is of these rules, and each has a use."""

import json
from typing import Any

import pytest

from benchmarks.rules import ENOUGH, JSON, PAGE, tables
from extractor.lexicon.constructions import constructions

NAMES = [construction.name for construction in constructions().constructions]

# Too rare to be borne out so far: to be seen in more articles, or to go.
RARE = {"each-value"}


@pytest.fixture(scope="module")
def told() -> dict[str, Any]:
    content: dict[str, Any] = json.loads(JSON.read_text(encoding="utf-8"))
    return content


def test_it_tells_of_the_constructions_that_there_are(told: dict[str, Any]) -> None:
    assert list(told["constructions"]) == NAMES, "make rules SHARED=../shared"


@pytest.mark.parametrize(
    "name",
    [pytest.param(name, marks=[pytest.mark.xfail] if name in RARE else []) for name in NAMES],
)
def test_each_construction_occurs_in_articles(name: str, told: dict[str, Any]) -> None:
    row = told["constructions"][name]
    assert row["all"] >= ENOUGH
    assert row["fixtures"] >= ENOUGH or row["examples"] or row["dev"], "it is told where"


def test_the_page_shows_it(told: dict[str, Any]) -> None:
    assert tables(told) in PAGE.read_text(encoding="utf-8")
