"""Answers harm no terminal, spreadsheet or other file, and nothing in them is lost."""

import csv
import io
import json
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from rich.table import Table
from rich.text import Text

from extractor import cli
from extractor.archive.options import Options
from extractor.archive.run import run
from extractor.cli.terminal import console, tell
from tests.archive import fakes
from tests.archive.makers import NEWS, json_lines
from tests.articles import PROVENANCE

STEERING = "\x1b[2J\x07\x9b31m\u202e\u2066"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("safe")
    title = f"=1+1{STEERING} Judul"
    (folder / "a.jsonl").write_bytes(json_lines([{"id": "@a", "text": NEWS, "title": title}]))
    options = Options(any_language=True)
    out, engine = folder / "data", fakes.Inline(options)
    run([str(folder / "a.jsonl")], out, lambda: engine, PROVENANCE, options, fakes.Silent())
    return out


def ask(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = cli.main(["query", *map(str, arguments)])
    return code, *capsys.readouterr()


def test_a_table_holds_nothing_that_steers_the_terminal(
    data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _, plain, _ = ask(capsys, data, "select title from articles")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    _, table, _ = ask(capsys, data, "select title from articles")
    _, lines, _ = ask(capsys, data, "select title from articles", "--format", "csv")
    for out in (plain, table, lines):
        assert not set(STEERING) & set(out.replace("\x1b[1m", "").replace("\x1b[0m", "")) - set(
            "[2J31m"
        )
        assert "=1+1[2J31m Judul" in out


def test_widths_of_what_is_left_out_are_right() -> None:
    file = io.StringIO()
    table = Table("Judul")
    table.add_row(Text(STEERING + "abc" + STEERING))
    console(file).print(table)
    assert "│ [2J31mabc[2J31m │" in file.getvalue()


def test_messages_hold_nothing_that_steers_the_terminal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    tell(f"{STEERING}.txt: tidak ada\nlagi")
    assert capsys.readouterr().err == "fakta: [2J31m.txt: tidak ada\nfakta: lagi\n"


def test_data_for_programs_is_exact(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = ask(capsys, data, "select id, title from articles", "--format", "json")
    assert json.loads(out) == [{"id": "@a", "title": f"=1+1{STEERING} Judul"}]


def test_texts_that_look_like_formulas_are_texts_in_csv(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = "'=1+1' as a, '@a', '+cmd|x', '-2+3', '\tx', '-0,12', '+5', -0.12, '2024-01-05', 'a=1'"
    _, out, _ = ask(capsys, data, f"select {said}", "--format", "csv")
    _, row = csv.reader(io.StringIO(out))
    assert row == [
        *("'=1+1", "'@a", "'+cmd|x", "'-2+3", "'\tx"),
        *("-0,12", "+5", "-0.12", "2024-01-05", "a=1"),
    ]


def test_columns_of_one_name_are_all_there(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sql = "select 1 as a, 2 as a, 3 as a_2, 4 as a"
    _, out, _ = ask(capsys, data, sql, "--format", "json")
    assert json.loads(out) == [{"a": 1, "a_3": 2, "a_2": 3, "a_4": 4}]
    _, out, _ = ask(capsys, data, sql, "--format", "csv")
    assert out == "a,a_3,a_2,a_4\n1,2,3,4\n"
    assert ask(capsys, data, sql, "-o", tmp_path / "a.parquet")[0] == 0
    assert pq.read_table(tmp_path / "a.parquet").to_pylist() == [
        {"a": 1, "a_3": 2, "a_2": 3, "a_4": 4}
    ]


@pytest.mark.parametrize(
    "sql",
    [
        "select * from read_text('{other}')",
        "select * from '{other}'",
        "from glob('{parent}/*')",
        "copy articles to '{parent}/x.csv'",
        "copy articles to '{data}/scores.parquet'",
        "select 1; copy articles to '{data}/scores.parquet'",
        "explain analyze copy articles to '{data}/scores.parquet'",
        "prepare p as copy articles to '{data}/scores.parquet'",
        "attach '{parent}/x.db'",
        "export database '{parent}/x'",
        "install httpfs",
        "set enable_external_access = true",
        "set allowed_directories = ['/']",
        "drop view scores",
        "select * from sql",
        "select * from STEERING",
    ],
)
@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_sql_asks_and_reaches_no_other_file(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], sql: str, form: str
) -> None:
    other = tmp_path / "rahasia.csv"
    other.write_text("rahasia\n1\n", encoding="utf-8")
    before = {path: path.read_bytes() for path in data.iterdir()}
    asked = sql.format(other=other, parent=tmp_path, data=data)
    code, out, err = ask(capsys, data, asked, "--format", form, "-o", tmp_path / f"out.{form}")
    assert (code, out) == (1, "")
    assert err.startswith("fakta: query: ")
    assert "rahasia" not in out
    assert {path: path.read_bytes() for path in data.iterdir()} == before
    written = {path.name for path in tmp_path.iterdir()} - {f"out.{form}"}
    assert written == {"rahasia.csv"}


def test_sql_reaches_other_files_when_it_is_asked_for(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "resmi.csv").write_text("kode,nilai\n15.71,4\n", encoding="utf-8")
    sql = f"select count(*) as n from articles, '{tmp_path / 'resmi.csv'}'"
    code, out, _ = ask(capsys, data, "--files", sql, "--format", "csv")
    assert (code, out) == (0, "n\n1\n")


@pytest.mark.parametrize(
    "sql",
    [
        "select count(*) from scores",
        "from articles",
        "describe scores",
        "summarize articles",
        "with a as (from articles) select * from a",
        "pivot officials on office using count(*)",
        "select 1; select 2",
    ],
)
def test_all_that_asks_is_answered(
    data: Path, capsys: pytest.CaptureFixture[str], sql: str
) -> None:
    assert ask(capsys, data, sql)[0] == 0
