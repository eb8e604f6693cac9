"""The sheet of records to judge by reading, and its verdicts counted."""

import gzip
import json
import sys
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

import extractor
from benchmarks import precision
from tests import articles as a
from tests.reader import reader

ROWS: list[dict[str, Any]] = [
    {
        "id": "spbe",
        "title": "Skor SPBE naik",
        "published": "2024-01-13",
        "text": "Indeks SPBE Kota Blitar naik dari 3,24 pada 2022 menjadi 3,40 (Baik) pada 2023.\n"
        "“Kami siap maju,” kata Wali Kota Blitar Bimo Adi, Jumat (12/1/2024).",
    },
    {"id": "ipm", "published": "", "text": "IPM Kota Tegal 2023 mencapai 77,02, kata warga."},
    {"id": "rank", "text": "Kota Batu menempati peringkat ke-6 SPBE nasional pada 2023."},
]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "own.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in ROWS)
    return path


def run(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> None:
    monkeypatch.setattr(sys, "argv", ["precision", *map(str, arguments)])
    precision.main()


def read(archive: Path, *without: Path) -> list[str]:
    """Return the articles of all thirds."""
    thirds = [precision.articles_of(archive, third, without) for third in range(3)]
    return sorted(source.id for source in chain.from_iterable(thirds) if source.id)


def test_each_article_lies_in_one_third(archive: Path) -> None:
    assert read(archive) == ["ipm", "rank", "spbe"]


def test_articles_that_lie_in_a_folder_are_left_out(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "known.txt").write_text(ROWS[1]["text"].replace(" ", "\n"), encoding="utf-8")
    assert read(archive, tmp_path / "none", tmp_path) == ["rank", "spbe"]


def test_a_sheet_is_written_judged_and_counted(
    archive: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    made = reader()
    monkeypatch.setattr(extractor, "load", lambda: made)
    rows: list[dict[str, Any]] = []
    for third in range(3):
        out = tmp_path / f"{third}.jsonl"
        run(monkeypatch, archive, "--third", third, "--out", out)
        again = out.read_text("utf-8")
        run(monkeypatch, archive, "--third", third, "--out", out)
        assert out.read_text("utf-8") == again, "the same seed draws the same"
        rows += [json.loads(line) for line in again.splitlines()]
    assert {row["kind"] for row in rows} == {"scores", "ranks", "officials", "quotes"}
    values = {row["record"].get("value") for row in rows if row["kind"] == "scores"}
    assert values == {3.24, 3.4, 77.02}
    texts = {one["id"]: one["text"] for one in ROWS}
    for row in rows:
        assert row["context"] in texts[row["article"]]
        assert row["evidence"]
        assert all(piece in row["context"] for piece in row["evidence"])
        assert (row["verdict"], row["cause"]) == ("", "")
        assert row["published"] == ("2024-01-13" if row["article"] == "spbe" else "")
    capsys.readouterr()
    scores = [row for row in rows if row["kind"] == "scores"]
    for row, verdict in zip(scores, ("right", "partly", "wrong"), strict=True):
        row.update(verdict=verdict, cause="" if verdict == "right" else "period")
    judged = tmp_path / "judged.jsonl"
    judged.write_text("\n".join(map(json.dumps, scores)) + "\n", encoding="utf-8")
    run(monkeypatch, "--told", judged)
    assert capsys.readouterr().out.splitlines() == [
        "scores: n 3, right 1 (6%-79%), partly 1, wrong 1",
        "  2 period",
    ]


def test_there_is_nothing_to_do_without_an_archive(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        run(monkeypatch)
    assert stopped.value.code == 2
    assert "ARCHIVE" in capsys.readouterr().err


def test_of_a_kind_with_many_records_an_article_gives_two(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(precision.SIZES, "scores", 5)
    told = a.Told(lambda text: {"scores": tuple(a.score(value=str(at)) for at in range(4))})
    articles = [told.extract(a.TEXT, id=name) for name in ("x", "y", "z")]
    rows = precision.sheet(articles, seed=1)
    names = [row["article"] for row in rows]
    assert len(names) == 5
    assert max(map(names.count, names)) == 2
    assert {row["of"] for row in rows} == {12}
    assert rows == precision.sheet(articles, seed=1)
    assert rows != precision.sheet(articles, seed=2)


def test_what_was_not_judged_does_not_count() -> None:
    rows = [{"kind": "ranks", "verdict": verdict, "cause": ""} for verdict in ("", "right")]
    assert list(precision.told(rows)) == ["ranks: n 1, right 1 (21%-100%), partly 0, wrong 0"]


@pytest.mark.parametrize(
    ("hits", "count", "low", "high"),
    [(0, 0, 0, 1), (0, 10, 0, 0.278), (10, 10, 0.722, 1), (81, 263, 0.255, 0.366)],
)
def test_intervals_are_wilson_s(hits: int, count: int, low: float, high: float) -> None:
    assert precision.wilson(hits, count) == pytest.approx((low, high), abs=0.0006)
