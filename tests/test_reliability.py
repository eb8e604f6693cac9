"""The arithmetic of the reliability table."""

from pathlib import Path

import pytest

import extractor
from benchmarks import reliability
from benchmarks.reliability import Bin, Row, bins_of, calibration_error, interval, table
from extractor.facts.check import check, read_pair
from tests import articles as a


def rows(*told: tuple[float, bool], article: str = "") -> list[Row]:
    return [
        Row(article or f"a{at}", "scores", confidence, right)
        for at, (confidence, right) in enumerate(told)
    ]


def test_bins_have_as_many_records_each_in_the_order_of_confidence() -> None:
    found = bins_of(rows((0.9, True), (0.5, False), (0.7, True), (0.6, False)), 2)
    assert [(one.count, one.observed) for one in found] == [(2, 0.0), (2, 1.0)]
    assert [one.predicted for one in found] == pytest.approx([0.55, 0.8])


@pytest.mark.parametrize("count", [1, 7, 10, 23, 100])
def test_bins_differ_by_one_at_most_and_hold_all(count: int) -> None:
    sizes = [one.count for one in bins_of(rows(*[(0.5, True)] * count))]
    assert sum(sizes) == count
    assert len(sizes) == min(count, 10)
    assert max(sizes) - min(sizes) <= 1


def test_the_error_is_the_mean_distance_by_records() -> None:
    bins = [Bin(3, 0.9, 0.7), Bin(1, 0.5, 0.9)]
    assert calibration_error(bins) == pytest.approx((3 * 0.2 + 0.4) / 4)
    assert calibration_error([]) == 0


def test_what_is_always_right_as_said_has_no_error() -> None:
    sure = rows(*[(1.0, True)] * 20)
    assert calibration_error(bins_of(sure)) == 0
    assert interval(sure, rounds=50) == (0, 0)


def test_the_interval_is_the_same_each_time_and_holds_the_error() -> None:
    told = rows(*[(0.8, at % 5 > 0) for at in range(200)])
    low, high = interval(told, rounds=100)
    assert (low, high) == interval(told, rounds=100)
    assert 0 < low < high < 0.3


def test_articles_are_drawn_as_a_whole() -> None:
    alone = rows(*[(0.8, at % 2 > 0) for at in range(60)], article="a")
    assert len(set(interval(alone, rounds=50))) == 1
    assert len(set(interval(rows(*[(0.8, at % 2 > 0) for at in range(60)]), rounds=50))) == 2


def test_a_table_has_its_bins_and_its_error() -> None:
    lines = list(table("scores", rows((0.9, True), (0.5, False))))
    assert lines[0] == "scores: 2 records of 2 articles"
    assert [line.split() for line in lines[2:4]] == [
        ["1", "0.500", "0.000"],
        ["1", "0.900", "1.000"],
    ]
    assert lines[4].startswith("expected calibration error 0.300 (")
    assert list(table("ranks", [])) == ["ranks: no records"]


FACTS = """\
article: a1
complete: {complete}
scores: [{{subject: "15.71", index: SPBE, value: "4.32"}}]
officials: [{{name: Sri Wulan, office: Bupati Jambi}}]
quotes: [{{starts: Ini hasil, ends: kerja semua, speaker: Orang Lain}}]
"""


def judged(folder: Path, complete: str) -> list[Row]:
    (folder / "a.txt").write_text(a.TEXT, encoding="utf-8")
    (folder / "a.facts.yaml").write_text(FACTS.format(complete=complete), encoding="utf-8")
    records = {
        "indices": (a.index(),),
        "scores": (a.score(confidence=0.7), a.score(value="4", confidence=0.6)),
        "officials": (a.official(confidence=0.8),),
        "quotes": (a.quote(confidence=0.5),),
        "dates": (a.day(),),
    }
    checked = check(read_pair(folder / "a.facts.yaml"), a.Told(lambda text: records))
    return list(reliability.rows_of(checked))


def test_records_are_right_by_key_by_name_and_by_speaker(tmp_path: Path) -> None:
    assert {(row.kind, row.confidence, row.right) for row in judged(tmp_path, "true")} == {
        ("scores", 0.7, True),
        ("scores", 0.6, False),
        ("officials", 0.8, True),
        ("quotes", 0.5, False),
    }


def test_only_articles_whose_facts_are_all_known_count(tmp_path: Path) -> None:
    assert judged(tmp_path, "false") == []


def test_the_command_reads_folders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    judged(tmp_path, "true")
    fake = a.Told(lambda text: {"scores": (a.score(confidence=0.7),)})
    monkeypatch.setattr(extractor, "load", lambda: fake)
    assert reliability.main([str(tmp_path)]) == 0
    out = capsys.readouterr().out
    assert "scores: 1 records of 1 articles" in out
    assert "all: 1 records of 1 articles" in out
