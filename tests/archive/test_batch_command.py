"""`fakta batch`: what it takes, what it prints, how it exits."""

import argparse
import io
import sys
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from extractor import cli
from extractor.archive.options import Options
from extractor.cli import batch, progress
from extractor.cli.progress import Progress
from tests.archive import fakes
from tests.archive.makers import NEWS, json_lines
from tests.articles import PROVENANCE

ENGLISH = (
    "The council said on Monday that the new bridge would be opened before the end of the year, "
    "and that the people who live on the other side of the river had been waiting for a decade."
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    def engine(_: argparse.Namespace, options: Options) -> Callable[[], fakes.Inline]:
        return lambda: fakes.Inline(options)

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(batch, "_engine", engine)
    monkeypatch.setattr("extractor.archive.provenance.provenance", lambda: PROVENANCE)
    rows = [{"no": 1, "x": NEWS, "date": "04/05/2024"}, {"no": 2, "x": ENGLISH}]
    Path("a.jsonl").write_bytes(json_lines(rows))
    return tmp_path


def go(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = cli.main(["batch", *arguments])
    out, err = capsys.readouterr()
    return code, out, err


def ask(sql: str) -> list[tuple[object, ...]]:
    return duckdb.connect().execute(sql).fetchall()


def test_rejects_are_told_and_fail_unless_allowed(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ("a.jsonl", "--out", "data", "--map", "text=x", "--map", "id=no")
    code, out, err = go(capsys, *arguments)
    assert code == 1
    assert "Dibaca 2 = diekstrak 1 + ditolak 1" in out
    assert "│ not-indonesian │      1 │" in out
    assert err.startswith("fakta: 1 rejected, see data/rejects.parquet")
    code, again, err = go(capsys, *arguments, "--allow-rejects")
    assert (code, again, err) == (0, out, "")
    assert ask("select id, published::varchar from 'data/articles.parquet'") == [
        ("1", "2024-05-04")
    ]


def test_options_reach_the_run(capsys: pytest.CaptureFixture[str]) -> None:
    rows = [{"x": NEWS, "date": "04/05/2024"}, {"x": "It is a big city."}]
    Path("a.jsonl").write_bytes(json_lines(rows))
    more = ("--date-order", "mdy", "--any-language", "--max-characters", "50")
    code, out, _ = go(capsys, "a.jsonl", "--out", "data", "--map", "text=x", *more)
    assert code == 1
    assert "too-long" in out
    assert ask("select published from 'data/articles.parquet'") == [(None,)]


def test_lines_of_json_go_to_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    go(capsys, "a.jsonl", "--out", "data", "--map", "text=x", "--format", "jsonl")
    assert len(Path("data/articles.jsonl").read_text(encoding="utf-8").splitlines()) == 1


def test_stdin_is_read(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(f'isi\n"{NEWS}"\n'.encode()))
    monkeypatch.setattr(sys, "stdin", stdin)
    code, out, _ = go(capsys, "-", "--stdin-format", "csv", "--out", "data")
    assert (code, "Dibaca 1 = diekstrak 1 + ditolak 0" in out) == (0, True)


def test_other_files_in_a_folder_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    Path("arsip").mkdir()
    Path("arsip/a.txt").write_text(NEWS, encoding="utf-8")
    Path("arsip/foto.jpg").write_bytes(b"x")
    _, out, _ = go(capsys, "arsip", "--out", "data")
    assert "tidak dibaca: 1 .jpg" in out


@pytest.mark.parametrize(
    ("arguments", "code", "reason"),
    [
        (["nowhere", "--out", "data"], 1, "nowhere: no such file or directory"),
        (["a.jsonl", "--out", "data", "--map", "isi"], 1, "--map isi: write FIELD=NAME"),
        (["a.jsonl", "--out", "."], 1, ".: holds other files"),
    ],
)
def test_wrong_arguments_are_told(
    capsys: pytest.CaptureFixture[str], arguments: list[str], code: int, reason: str
) -> None:
    found, _, err = go(capsys, *arguments)
    assert found == code
    assert err.startswith(f"fakta: {reason}")


@pytest.mark.parametrize("arguments", [["a.jsonl"], ["a.jsonl", "--out", "d", "--processes", "0"]])
def test_usage_errors_exit_with_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        cli.main(["batch", *arguments])
    assert stop.value.code == 2


def test_ctrl_c_stops_and_says_how_to_go_on(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("extractor.archive.run.run", interrupted)
    code, _, err = go(capsys, "a.jsonl", "--out", "data")
    assert code == 1
    assert "it goes on where it was" in err


def test_progress_is_a_bar_at_a_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "100")
    with Progress() as told:
        told.begin(1_000)
        told.advance(128, 3, 500, False)
    shown = capsys.readouterr().err
    assert "50%" in shown
    assert "128 artikel" in shown
    assert "3 ditolak" in shown


def test_progress_is_a_plain_line_now_and_then(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter([0.0, 0.0, 5.0, 20.0, 20.0, 20.0])
    monkeypatch.setattr(progress, "monotonic", lambda: next(clock))
    with Progress() as told:
        told.begin(10_000)
        told.advance(1_000, 2, 1_000, True)
        told.advance(200, 1, 3_000, False)
    assert capsys.readouterr().err == "1.200 artikel, 10,0/detik, sisa 0:01:10, 3 ditolak\n"


def test_less_probable_records_are_findings_of_the_dataset(
    capsys: pytest.CaptureFixture[str],
) -> None:
    arguments = ("a.jsonl", "--out", "data", "--map", "text=x", "--any-language")
    assert go(capsys, *arguments, "--min-confidence", "0.91")[0] == 0
    assert ask("select count(*) from 'data/officials.parquet'") == [(0,)]
    assert ask("select distinct code from 'data/findings.parquet'") == [("not-settled",)]
