"""What benchmarks/rules.json tells of the rules is of these rules, and each has a use."""

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks import rules
from benchmarks.rules import AGAIN, ENOUGH, JSON, PAGE, SETS, Count
from extractor.lexicon.constructions import constructions
from extractor.links.weights import link_weights
from extractor.source import Source
from tests.reader import reader

NAMES = [construction.name for construction in constructions().constructions]
STALE = f"{JSON.name} and {PAGE.name} are of other rules or articles: {AGAIN}"


@pytest.fixture(scope="module")
def told() -> dict[str, Any]:
    content: dict[str, Any] = json.loads(JSON.read_text(encoding="utf-8"))
    return content


def test_it_tells_of_the_constructions_that_there_are(told: dict[str, Any]) -> None:
    there = set(told["constructions"])
    gone, new = there - set(NAMES), set(NAMES) - there
    assert not gone | new, f"{STALE} (gone: {sorted(gone)}, new: {sorted(new)})"
    assert list(told["constructions"]) == NAMES, STALE


def test_it_tells_of_the_features_that_there_are(told: dict[str, Any]) -> None:
    assert sorted(told["features"]) == rules.families(link_weights()), STALE


def test_it_tells_of_the_fixtures_that_there_are(told: dict[str, Any]) -> None:
    texts = {rules.key(source) for source in rules.known(rules.ROOT / "fixtures")}
    assert told["articles"]["fixtures"] == len(texts), STALE


@pytest.mark.parametrize("name", NAMES)
def test_each_construction_occurs_in_articles(name: str, told: dict[str, Any]) -> None:
    row = told["constructions"].get(name)
    assert row is not None, STALE
    assert row["all"] >= ENOUGH
    assert row["fixtures"] >= ENOUGH or row["examples"] or row["dev"], "it is told where"


def test_the_page_shows_it(told: dict[str, Any]) -> None:
    assert rules.tables(told) in PAGE.read_text(encoding="utf-8"), STALE


TEXT = "Indeks SPBE Kota Blitar naik dari 3,24 pada 2022 menjadi 3,40 (Baik) pada 2023."


def test_a_text_counts_once_in_a_set() -> None:
    found = rules.count([Source(TEXT, "a"), Source(f"{TEXT}\n", "b")], reader().nlp)
    assert len(found.texts) == 1
    assert list(found.pairs["value-period"].values()) == ["a"]


def counted(*texts: str) -> Count:
    """Return the count of articles that all have a bracket, which a fact was made of."""
    one = Count(set(texts))
    one.pairs["bracket"] = {text: f"id {text}" for text in texts}
    one.chosen["bracket"] = set(texts)
    one.ranks[True] = len(texts)
    return one


ALL = {"fixtures": ("a", "b"), "dev": ("a", "c"), "real": ("d",), "corpus": ("d", "e", "f")}


@pytest.fixture
def whole() -> dict[str, Any]:
    counts = {name: counted(*texts) for name, texts in ALL.items()}
    return rules.report(counts, link_weights(), {})


def test_an_article_of_several_sets_counts_once_in_all(whole: dict[str, Any]) -> None:
    row = whole["constructions"]["bracket"]
    assert {name: row[name] for name in SETS} == {"fixtures": 2, "dev": 2, "real": 1, "corpus": 3}
    assert (row["all"], row["facts"]) == (6, 6)
    assert row["examples"] == ["id d", "id e", "id f"], "fewer than three fixtures have it"


def test_without_the_other_sets_theirs_stay(whole: dict[str, Any]) -> None:
    again = rules.report({"fixtures": counted("a", "b")}, link_weights(), whole)
    assert json.dumps(again) == json.dumps(whole)
    more = rules.report({"fixtures": counted("a", "b", "g")}, link_weights(), whole)
    row = more["constructions"]["bracket"]
    assert (row["fixtures"], row["corpus"], row["all"], row["facts"]) == (3, 3, 7, 7)
    assert more["ranks without index"] == whole["ranks without index"] | {"fixtures": [0, 3]}


def test_what_is_new_is_unknown_of_the_other_sets(whole: dict[str, Any]) -> None:
    del whole["constructions"]["bracket"]
    del whole["features"]["between"]
    again = rules.report({"fixtures": counted("a", "b", "g")}, link_weights(), whole)
    lines = rules.tables(again).splitlines()
    assert "| bracket | 3 | – | – | – | 3 | 3 |" in lines
    assert "| between | 0 | – | – | – |" in lines


def test_of_the_other_sets_all_three_are_needed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "dev").mkdir()
    with pytest.raises(SystemExit) as stopped:
        rules.main(["--shared", str(tmp_path)])
    assert stopped.value.code == 2
    err = capsys.readouterr().err
    assert f"not there: {tmp_path / 'real'}, {tmp_path / 'corpus' / 'news.jsonl.gz'}" in err
    assert str(tmp_path / "dev") not in err
