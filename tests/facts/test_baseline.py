import json
from pathlib import Path

import pytest

from extractor.errors import InputError
from extractor.facts.baseline import (
    Baseline,
    Corpus,
    Floor,
    fingerprint,
    measured,
    read_baseline,
    regressions,
    shortfalls,
    update,
)
from extractor.facts.check import read_pair
from extractor.facts.compare import Verdict
from extractor.facts.tally import tally
from tests import articles as a

CORPUS = Corpus(articles=1, facts=2, sha256="x")


def baseline(key: float, exact: float, corpus: Corpus = CORPUS) -> Baseline:
    return Baseline(corpus=corpus, floors={"regions": Floor(key=key, exact=exact)})


def test_floors_are_rounded_down_and_only_for_kinds_with_facts() -> None:
    found = Verdict(kind="regions", verdict="confirmed", known="15", predicted=a.region())
    lost = Verdict(kind="regions", verdict="missing", known="16")
    new = measured(tally([found, found, lost]), CORPUS)
    assert new.floors == {"regions": Floor(key=0.8, exact=0.8)}
    third = measured(tally([found, lost, lost, lost, lost]), CORPUS)
    assert third.floors["regions"].key == 0.3333


@pytest.mark.parametrize(
    ("key", "exact", "lines"),
    [
        (0.9, 0.8, []),
        (1.0, 1.0, []),
        (0.8999, 0.8, ["regions: key F1 is 0.8999, the floor is 0.9000"]),
        (0.9, 0.7, ["regions: exact F1 is 0.7000, the floor is 0.8000"]),
    ],
)
def test_a_floor_holds_or_is_told(key: float, exact: float, lines: list[str]) -> None:
    assert regressions(baseline(0.9, 0.8), baseline(key, exact)) == lines


def test_a_kind_that_is_gone_falls_short() -> None:
    assert len(regressions(baseline(0.9, 0.8), Baseline(corpus=CORPUS, floors={}))) == 2


def test_another_corpus_is_told_even_when_floors_hold() -> None:
    other = Corpus(articles=1, facts=1, sha256="y")
    (line,) = shortfalls(baseline(0.5, 0.5), baseline(1, 1, other))
    assert "1 articles with 1 facts" in line
    assert "--update-baseline" in line


def test_an_update_raises_but_lowers_only_with_leave(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    assert update(path, baseline(0.5, 0.5), lower=False) == []
    assert update(path, baseline(0.9, 0.6), lower=False) == []
    lines = update(path, baseline(1, 0.5), lower=False)
    assert any("exact F1" in line for line in lines)
    assert read_baseline(path) == baseline(0.9, 0.6)
    assert update(path, baseline(1, 0.5), lower=True) == []
    assert read_baseline(path) == baseline(1, 0.5)
    assert [entry.name for entry in tmp_path.iterdir()] == ["baseline.json"]


def test_a_failed_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "baseline.json"
    update(path, baseline(0.5, 0.5), lower=False)

    def refuse(self: Path, target: Path) -> Path:
        raise OSError("disk full")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="disk full"):
        update(path, baseline(0.9, 0.9), lower=False)
    assert read_baseline(path) == baseline(0.5, 0.5)
    assert [entry.name for entry in tmp_path.iterdir()] == ["baseline.json"]


@pytest.mark.parametrize(
    "content",
    ["", "[]", '{"corpus": {}, "floors": {}}', None],
    ids=["empty", "list", "no-corpus", "absent"],
)
def test_a_broken_baseline_is_told(tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "baseline.json"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=r"baseline\.json: "):
        read_baseline(path)


def test_a_floor_is_a_share(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    content = baseline(1, 1).model_dump(mode="json")
    content["floors"]["regions"]["key"] = 1.01
    path.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(InputError, match=r"floors\.regions\.key"):
        read_baseline(path)


def corpus(folder: Path, text: str = "Teks", facts: str = "") -> Corpus:
    folder.mkdir(exist_ok=True)
    (folder / "x.txt").write_text(text, encoding="utf-8")
    (folder / "x.facts.yaml").write_text(f"article: x\n{facts}", encoding="utf-8")
    return fingerprint([read_pair(folder / "x.facts.yaml")])


def test_the_fingerprint_is_of_names_facts_and_texts(tmp_path: Path) -> None:
    first = corpus(tmp_path / "a")
    assert first == corpus(tmp_path / "b"), "where the files lie is no difference"
    assert first == corpus(tmp_path / "a", facts="# a comment\n")
    assert first != corpus(tmp_path / "a", text="Teks lain")
    more = corpus(tmp_path / "a", facts="regions: ['15']\n")
    assert (more.articles, more.facts) == (1, 1)
    assert more.sha256 != first.sha256
