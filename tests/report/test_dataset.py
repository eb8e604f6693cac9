"""The report of a dataset, as HTML."""

import re
from pathlib import Path

import pytest

from extractor import cli
from extractor.archive.questions.dataset import Dataset
from extractor.errors import DatasetError
from extractor.report import points
from extractor.report.dataset import render_dataset
from tests.report.datasets import HOSTILE, made


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("report"))


@pytest.fixture(scope="module")
def html(folder: Path) -> str:
    return render_dataset(Dataset(folder))


def test_points_join_what_articles_agree_on(folder: Path) -> None:
    found, total = points.score_points(Dataset(folder))
    told = [
        (point.index, point.fact.subject.code, point.fact.period, point.number, point.articles)
        for point in found
        if point.fact.subject.kind == "region"
    ]
    assert told == [
        ("ikp", "15", "2024", 71.2, 1),
        ("IPM", "33.74", "2024", 84.1, 1),
        ("KLA", "15.71", "2025", None, 1),
        ("KLA", "33.74", "2025", None, 1),
        ("SPBE", "15.71", "2023", 4.27, 1),
        ("SPBE", "15.71", "2024", 4.32, 1),
        ("SPBE", "15.71", "2024", 4.1, 1),
        ("SPBE", "33.74", "2024", 3.9, 2),
    ]
    assert total == len(found) == 9
    both = next(point for point in found if point.articles == 2)
    assert [source.publisher for source in both.sources] == ["Harian B", "Harian B"]
    assert [source.sentence for source in both.sources] == ["33.74 spbe 2024 3.9"] * 2


def test_more_points_than_a_page_holds_are_counted(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(points, "MOST_POINTS", 2)
    monkeypatch.setattr("extractor.report.dataset.MOST_POINTS", 2)
    found, total = points.score_points(Dataset(folder))
    # Those of most articles are kept: the body's score is in all, one value in two.
    assert (sorted(point.articles for point in found), total) == ([2, 5], 9)
    assert "7 nilai lain, dari artikel paling sedikit, tidak dimuat" in render_dataset(
        Dataset(folder)
    )


def test_more_contradictions_than_a_page_holds_are_counted(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("extractor.report.dataset._VERSIONS", 1)
    assert "dan 1 nilai lain" in render_dataset(Dataset(folder))
    monkeypatch.setattr("extractor.report.dataset._CONFLICTS", 0)
    page = render_dataset(Dataset(folder))
    assert "1 lainnya: <code>fakta conflicts</code>" in page
    assert dict(re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", page))["pertentangan"] == "1"


def test_what_was_read_reconciles(html: str) -> None:
    tiles = dict(re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", html))
    assert (tiles["artikel dibaca"], tiles["ditolak"], tiles["skor"]) == ("6", "1", "14")
    assert tiles["pertentangan"] == "1"


def test_rows_carry_what_charts_and_filters_need(html: str) -> None:
    rows = re.findall(r'<tr id="scores-\d" .*?</tr>', html, re.DOTALL)
    (top,) = [row for row in rows if 'data-shown="4,32"' in row]
    assert 'data-level="kota" data-province="Jambi"' in top
    assert 'data-index="SPBE"' in top
    assert 'data-subject="Kota 15.71" data-year="2024"' in top
    assert 'data-number="4.32"' in top
    assert "<q>15.71 spbe 2024 4.32 Memuaskan</q>" in top
    assert '<a href="https://a.id/1"' in top


def test_hostile_values_stay_text_and_only_web_addresses_are_links(html: str) -> None:
    assert HOSTILE not in html
    assert html.count("<script") - html.count('"<script') >= 2
    body = html[html.index("<body>") : html.index("<script>", html.index("<body>"))]
    assert "<img" not in body
    assert "<script" not in body
    assert 'href="javascript:' not in body
    assert "javascript:alert(3)" in body


def test_the_page_is_light_enough_to_be_sent(html: str) -> None:
    assert len(html.encode()) < 2_000_000


def test_same_dataset_gives_the_same_report(folder: Path, html: str) -> None:
    assert render_dataset(Dataset(folder)) == html


def test_the_command_writes_the_page_or_tells_why_not(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "report.html"
    assert cli.main(["report", str(folder), "-o", str(page)]) == 0
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert cli.main(["report", str(tmp_path), "-o", str(page)]) == 1
    assert capsys.readouterr().err == f"fakta: {tmp_path}: no dataset\n"
    away = tmp_path / "away" / "report.html"
    assert cli.main(["report", str(folder), "-o", str(away)]) == 1
    assert capsys.readouterr().err == f"fakta: {away}: no such file or directory\n"


def test_no_dataset_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="no dataset"):
        render_dataset(Dataset(tmp_path))


def test_less_sure_values_are_faint_or_left_out(tmp_path: Path) -> None:
    folder = made(tmp_path, confidence=0.6)
    html = render_dataset(Dataset(folder))
    assert html.count(' class="doubtful"') == html.count("Yakin 60 %") > 0
    strict = render_dataset(Dataset(folder, 0.61))
    assert "Yakin 60 %" not in strict
    assert "hanya yang yakin paling sedikit 61 %" in strict
    assert re.search(r"<dt>skor</dt><dd>0</dd>", strict)
