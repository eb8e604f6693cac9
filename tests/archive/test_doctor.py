"""What is told of datasets that are not whole: by `fakta doctor`, and by whatever reads them."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from extractor import cli
from extractor.archive.doctor import diagnose
from extractor.archive.options import Options
from extractor.archive.questions.dataset import Dataset
from extractor.archive.run import run
from extractor.errors import DatasetError
from tests.archive import fakes
from tests.archive.makers import NEWS, json_lines
from tests.articles import PROVENANCE

OPTIONS = Options(shard_items=2, any_language=True)


class Stops(fakes.Inline):
    def wait(self) -> object:  # type: ignore[override]
        if len(self.shards) == 2:
            raise KeyboardInterrupt
        return super().wait()


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("extractor.archive.provenance.provenance", lambda: PROVENANCE)
    rows = [{"id": f"a{at}", "text": f"Kata{at} {NEWS}"} for at in range(8)]
    Path("a.jsonl").write_bytes(json_lines(rows))
    make()
    return tmp_path / "data"


def make(out: str = "data", options: Options = OPTIONS, engine: fakes.Inline | None = None) -> None:
    watcher, start = fakes.Silent(), lambda: engine or fakes.Inline(options)
    run(["a.jsonl"], Path(out), start, PROVENANCE, options, watcher)


def found(folder: str = "data") -> list[tuple[str, str]]:
    problems = diagnose(Path(folder), PROVENANCE).problems
    return [(problem.where, problem.kind) for problem in problems]


def test_a_sound_dataset_has_no_problem(capsys: pytest.CaptureFixture[str]) -> None:
    assert found() == []
    assert cli.main(["doctor", "data"]) == 0
    assert capsys.readouterr() == ("", "fakta: data: sound, 8 articles\n")


def test_what_is_lost_or_changed_is_told_with_what_to_do(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (data / "ranks.parquet").unlink()
    (data / "scores.parquet").write_bytes(b"PAR1")
    (data / "dates.parquet").write_bytes((data / "quotes.parquet").read_bytes())
    content = bytearray((data / "articles.parquet").read_bytes())
    content[100] ^= 1
    (data / "articles.parquet").write_bytes(content)
    kinds = dict(found())
    assert kinds == {
        "articles.parquet": "changed",
        "scores.parquet": "damaged",
        "ranks.parquet": "missing",
        "dates.parquet": "damaged",
    }
    assert cli.main(["doctor", "data", "--format", "csv"]) == 1
    out, err = capsys.readouterr()
    assert "ranks.parquet,hilang,jalankan lagi perintah `fakta batch` yang sama" in out
    assert err == "fakta: data: 4 problems\n"
    make()
    assert found() == []


def test_rows_that_are_not_there_are_told(data: Path) -> None:
    other = Options(shard_items=2, any_language=True, max_characters=60)
    make("other", other)
    (data / "officials.parquet").write_bytes(Path("other/officials.parquet").read_bytes())
    problems = diagnose(data, PROVENANCE).problems
    assert [problem.told for problem in problems] == ["has 0 rows, not 8"]


def test_a_run_that_has_not_ended_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(KeyboardInterrupt):
        make("half", engine=Stops(OPTIONS))
    assert found("half") == [("half", "unfinished")]
    Path("half/.run/shards/000001/articles.parquet").unlink()
    assert found("half") == [("half", "unfinished"), ("half/.run", "damaged-shards")]
    assert cli.main(["doctor", "half"]) == 1
    assert "1 bagian rusak" in capsys.readouterr().out


def test_a_run_at_work_is_told() -> None:
    class Watched(fakes.Inline):
        def wait(self) -> object:  # type: ignore[override]
            assert found("busy") == [("busy", "at-work")]
            return super().wait()

    make("busy", engine=Watched(OPTIONS))


def test_what_stands_in_the_way_of_mending_is_told(data: Path) -> None:
    (data / "ranks.parquet").unlink()
    other = PROVENANCE.model_copy(update={"version": "99"})
    Path("a.jsonl").rename("b.jsonl")
    kinds = [problem.kind for problem in diagnose(data, other).problems]
    assert kinds == ["missing", "other-version", "input-gone"]
    Path("a.jsonl").write_bytes(b"{}")
    assert found() == [("ranks.parquet", "missing"), ("a.jsonl", "input-changed")]


def test_older_datasets_have_no_digests(data: Path) -> None:
    manifest = json.loads((data / "manifest.json").read_text(encoding="utf-8"))
    del manifest["digests"]
    (data / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    assert found() == [("manifest.json", "no-digests")]
    assert diagnose(data, PROVENANCE).is_sound
    manifest["counts"]["extracted"] = 600
    (data / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    assert found()[0] == ("manifest.json", "counts")


@pytest.mark.parametrize("folder", ["nowhere", "."])
def test_what_is_no_dataset_is_told(folder: str) -> None:
    assert found(folder) == [(folder, "no-dataset")]


def mkdir(data: Path) -> None:
    (data / "ranks.parquet").mkdir()


def hurts() -> dict[str, Callable[[Path], object]]:
    def manifest(content: str) -> Callable[[Path], object]:
        return lambda data: (data / "manifest.json").write_text(content, encoding="utf-8")

    return {
        "no manifest": lambda data: (data / "manifest.json").unlink(),
        "manifest {": manifest("{"),
        "manifest {}": manifest("{}"),
        "manifest null": manifest("null"),
        "manifest []": manifest("[]"),
        "manifest of nulls": manifest('{"options": null, "counts": null}'),
        "no table": lambda data: (data / "scores.parquet").unlink(),
        "empty table": lambda data: (data / "articles.parquet").write_bytes(b""),
        "cut table": lambda data: (data / "scores.parquet").write_bytes(
            (data / "scores.parquet").read_bytes()[:-30]
        ),
        "a folder": lambda data: (
            (data / "ranks.parquet").unlink(),
            (data / "ranks.parquet").mkdir(),
        ),
        "fewer rows": lambda data: (data / "officials.parquet").write_bytes(
            (data / "officials.parquet").read_bytes()[:0] + (data / "scores.parquet").read_bytes()
        ),
    }


@pytest.mark.parametrize("hurt", hurts())
@pytest.mark.parametrize(
    "command",
    [
        ["query", "data", "select 1"],
        ["series", "data", "--index", "SPBE", "--region", "Kota Jambi"],
        ["conflicts", "data"],
        ["verify", "data", "--against", "resmi.csv"],
        ["report", "data", "-o", "page.html"],
        ["doctor", "data"],
    ],
    ids=lambda command: command[0],
)
def test_whatever_reads_a_hurt_dataset_has_a_message(
    data: Path, capsys: pytest.CaptureFixture[str], hurt: str, command: list[str]
) -> None:
    Path("resmi.csv").write_text("kode,indeks,tahun,nilai\n15.71,SPBE,2024,4.32\n")
    hurts()[hurt](data)
    assert cli.main(command) == 1
    told = capsys.readouterr().err
    assert told.startswith("fakta: ")
    assert told.count("\n") == 1


@pytest.mark.parametrize("sql", ["", "  ", "-- c", ";", "/* */"])
def test_a_question_that_asks_nothing_is_told(capsys: pytest.CaptureFixture[str], sql: str) -> None:
    assert cli.main(["query", "data", sql]) == 1
    assert capsys.readouterr().err == "fakta: query: there is no question in it\n"


def test_damage_inside_a_table_is_told_when_it_is_read(data: Path) -> None:
    path = data / "articles.parquet"
    content = bytearray(path.read_bytes())
    content[4:400] = b"\xff" * 396
    path.write_bytes(content)
    with pytest.raises(DatasetError, match=r"articles.parquet: is not as it was written"):
        Dataset(data).ask("select text from articles")
