"""Runs that end, are interrupted, are gone on with, or are refused."""

import errno
import hashlib
import io
import json
import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from extractor.archive.engines import Engine
from extractor.archive.engines.local import LocalEngine
from extractor.archive.files import InputFile
from extractor.archive.options import Options
from extractor.archive.run import run
from extractor.archive.schema import schemas
from extractor.archive.tables import Result
from extractor.archive.work import Job, Make
from extractor.errors import DatasetError, InputError, ModelError
from tests.archive import fakes
from tests.archive.makers import NEWS, json_lines
from tests.articles import PROVENANCE

OPTIONS = Options(shard_items=4, any_language=True)


@pytest.fixture(autouse=True)
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    rows = [{"id": f"a{at}", "text": f"Kata{at} {NEWS}"} for at in range(20)]
    rows[7]["text"] = " "
    rows[13]["id"] = "a3"
    Path("a.jsonl").write_bytes(json_lines(rows) + b"rusak\n")
    Path("b.txt").write_text(NEWS, encoding="utf-8")
    return tmp_path


def go(
    *inputs: str,
    options: Options = OPTIONS,
    engine: Engine | None = None,
    out: str = "out",
    watcher: fakes.Silent | None = None,
    stdin: bytes | None = None,
) -> dict[str, Any]:
    return run(
        list(inputs or ("a.jsonl", "b.txt")),
        Path(out),
        lambda: engine or fakes.Inline(options),
        PROVENANCE,
        options,
        watcher or fakes.Silent(),
        (io.BytesIO(stdin), ".jsonl") if stdin is not None else None,
    )


def rows_of(table: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = pq.read_table(f"out/{table}.parquet").to_pylist()
    return rows


def contents(out: str) -> dict[str, str]:
    """Return a digest of each file of a dataset."""
    return {
        str(path.relative_to(out)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(Path(out).rglob("*"))
        if path.is_file()
    }


class Stops(fakes.Inline):
    """An engine that is interrupted after some shards."""

    def __init__(self, options: Options, after: int) -> None:
        super().__init__(options)
        self.after = after

    def wait(self) -> Any:
        if len(self.shards) == self.after:
            raise KeyboardInterrupt
        return super().wait()


def test_totals_reconcile_and_tables_hold_them() -> None:
    manifest = go()
    counts = manifest["counts"]
    assert counts == {
        "read": 22,
        "extracted": 19,
        "rejected": 3,
        "rejected_by_code": {"bad-json": 1, "duplicate-id": 1, "empty": 1},
        "passed": 0,
        "passed_by_kind": {},
    }
    assert manifest["tables"]["articles"] == manifest["tables"]["officials"] == 19
    assert manifest == json.loads(Path("out/manifest.json").read_text(encoding="utf-8"))
    for name, schema in schemas().items():
        table = pq.read_table(f"out/{name}.parquet")
        assert table.schema.equals(schema)
        assert table.num_rows == manifest["tables"][name]
    rejects = rows_of("rejects")
    assert [(row["line"], row["code"], row["id"]) for row in rejects] == [
        (8, "empty", "a7"),
        (14, "duplicate-id", "a3"),
        (21, "bad-json", None),
    ]
    assert "a.jsonl:4" in rejects[1]["reason"]
    assert sorted(path.name for path in Path("out").iterdir()) == sorted(
        ["manifest.json", *(f"{name}.parquet" for name in schemas())]
    )


@pytest.mark.parametrize("after", range(6))
def test_an_interrupted_run_ends_like_an_undisturbed_one(after: int) -> None:
    whole = go(out="whole")
    with pytest.raises(KeyboardInterrupt):
        go(engine=Stops(OPTIONS, after))
    watcher = fakes.Silent()
    engine = fakes.Inline(OPTIONS)
    assert go(engine=engine, watcher=watcher) == whole
    assert engine.shards == list(range(after, 6))
    assert (watcher.read, watcher.resumed) == (22, 4 * after)
    assert contents("out") == contents("whole")


def test_a_finished_run_is_left_as_it_is() -> None:
    first = go()
    engine = fakes.Inline(OPTIONS)
    assert go(engine=engine) == first
    assert engine.shards == []
    assert not Path("out/.run").exists()


@pytest.mark.parametrize("finished", [True, False])
def test_another_run_is_refused_with_what_to_do(finished: bool) -> None:
    if finished:
        go()
    else:
        with pytest.raises(KeyboardInterrupt):
            go(engine=Stops(OPTIONS, 2))
    with pytest.raises(DatasetError, match=r"with date_order None \(now 'mdy'\).*delete this"):
        go(options=replace(OPTIONS, date_order="mdy"))
    with pytest.raises(DatasetError, match=r"with the input b\.txt, which is not there now"):
        go("a.jsonl")
    other = PROVENANCE.model_copy(update={"version": "99"})
    with pytest.raises(DatasetError, match="another version"):
        run(["a.jsonl"], Path("out"), lambda: fakes.Inline(OPTIONS), other, OPTIONS, fakes.Silent())
    Path("b.txt").write_text(NEWS.upper(), encoding="utf-8")
    with pytest.raises(DatasetError, match=r"another content of b\.txt"):
        go()


def test_inputs_that_change_under_way_are_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    def blind(name: str) -> InputFile:
        return InputFile(name, 1, "same")

    monkeypatch.setattr("extractor.archive.run.fingerprint", blind)
    with pytest.raises(KeyboardInterrupt):
        go(engine=Stops(OPTIONS, 2))
    text = Path("a.jsonl").read_text(encoding="utf-8")
    Path("a.jsonl").write_text(text.replace("Kata1 ", "Lain1 "), encoding="utf-8")
    with pytest.raises(DatasetError, match="shard 0 was made of other articles"):
        go()


def test_a_folder_of_other_things_is_refused() -> None:
    Path("out").mkdir()
    Path("out/foto.jpg").write_bytes(b"x")
    with pytest.raises(DatasetError, match="holds other files"):
        go()
    with pytest.raises(DatasetError, match="not a directory"):
        go(out="b.txt")


def test_two_runs_at_once_are_refused() -> None:
    class Nested(fakes.Inline):
        def wait(self) -> Any:
            with pytest.raises(DatasetError, match="another run is at work"):
                go()
            return super().wait()

    assert go(engine=Nested(OPTIONS))["counts"]["read"] == 22


FILES = ["articles.parquet", "officials.parquet", "ranks.parquet", "rejects.parquet"]


def lose(path: Path) -> None:
    path.unlink()


def empty(path: Path) -> None:
    path.write_bytes(b"")


def change(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


@pytest.mark.parametrize("hurt", [lose, empty, change])
@pytest.mark.parametrize("name", FILES)
def test_a_file_of_a_finished_dataset_is_made_anew_and_no_other(
    name: str, hurt: Callable[[Path], None]
) -> None:
    whole = go(out="whole")
    assert go() == whole
    times = {path: path.stat().st_mtime_ns for path in Path("out").glob("*.parquet")}
    hurt(Path("out", name))
    watcher = fakes.Silent()
    assert go(watcher=watcher) == whole
    assert watcher.mended == [name]
    assert contents("out") == contents("whole")
    now = {path: path.stat().st_mtime_ns for path in Path("out").glob("*.parquet")}
    assert [path.name for path in times if times[path] != now[path]] == [name]
    assert not Path("out/.run").exists()


def test_mending_that_is_interrupted_is_gone_on_with() -> None:
    whole = go(out="whole")
    go()
    Path("out/officials.parquet").unlink()
    with pytest.raises(KeyboardInterrupt):
        go(engine=Stops(OPTIONS, 3))
    assert not Path("out/manifest.json").exists()
    assert go() == whole
    assert contents("out") == contents("whole")


def test_a_finished_dataset_of_lines_is_mended_too() -> None:
    options = replace(OPTIONS, format="jsonl")
    whole = go(options=options)
    before = contents("out")
    change(Path("out/articles.jsonl"))
    assert go(options=options) == whole
    assert contents("out") == before


def broken_shards() -> list[Callable[[Path], object]]:
    return [
        lambda shard: (shard / "shard.json").unlink(),
        lambda shard: (shard / "shard.json").write_text("{}", encoding="utf-8"),
        lambda shard: (shard / "shard.json").write_text("null", encoding="utf-8"),
        lambda shard: (shard / "articles.parquet").unlink(),
        lambda shard: empty(shard / "articles.parquet"),
        lambda shard: change(shard / "officials.parquet"),
        lambda shard: shutil.rmtree(shard),
    ]


@pytest.mark.parametrize("number", range(len(broken_shards())))
def test_a_shard_that_is_not_whole_is_made_anew_and_no_other(number: int) -> None:
    whole = go(out="whole")
    with pytest.raises(KeyboardInterrupt):
        go(engine=Stops(OPTIONS, 4))
    broken_shards()[number](Path("out/.run/shards/000001"))
    engine = fakes.Inline(OPTIONS)
    assert go(engine=engine) == whole
    assert engine.shards == [1, 4, 5]
    assert contents("out") == contents("whole")


@pytest.mark.parametrize("content", [None, "{", "{}", "null"])
def test_a_run_whose_record_is_lost_keeps_its_shards(content: str | None) -> None:
    whole = go(out="whole")
    with pytest.raises(KeyboardInterrupt):
        go(engine=Stops(OPTIONS, 2))
    record = Path("out/.run/run.json")
    if content is None:
        record.unlink()
    else:
        record.write_text(content, encoding="utf-8")
    engine = fakes.Inline(OPTIONS)
    assert go(engine=engine) == whole
    assert engine.shards == [2, 3, 4, 5]


def test_shards_of_a_run_that_nobody_knows_are_not_mixed_in() -> None:
    with pytest.raises(KeyboardInterrupt):
        go(engine=Stops(OPTIONS, 2))
    Path("out/.run/run.json").unlink()
    other = replace(OPTIONS, max_characters=500)
    engine = fakes.Inline(other)
    go(options=other, engine=engine)
    assert engine.shards == [0, 1, 2, 3, 4, 5]


def test_shards_that_go_while_the_run_ends_are_told() -> None:
    class Robbed(fakes.Inline):
        def close(self) -> None:
            Path("out/.run/shards/000002/articles.parquet").unlink()

    with pytest.raises(DatasetError, match="run the same command again"):
        go(engine=Robbed(OPTIONS))
    assert go()["tables"]["articles"] == 19


@pytest.mark.parametrize("content", ["{", "{}", "null", "[]", '{"version": 1}'])
def test_a_damaged_manifest_is_told(content: str) -> None:
    go()
    Path("out/manifest.json").write_text(content, encoding="utf-8")
    with pytest.raises(DatasetError, match=r"manifest\.json: damaged .*delete the folder"):
        go()


def test_a_file_under_another_name_is_the_same_input(tmp_path: Path) -> None:
    whole = go(out="whole")
    with pytest.raises(KeyboardInterrupt):
        go("./a.jsonl", str(tmp_path / "b.txt"), engine=Stops(OPTIONS, 2))
    first = [file["name"] for file in json.loads(Path("out/.run/run.json").read_text())["inputs"]]
    assert first == ["./a.jsonl", str(tmp_path / "b.txt")]
    engine = fakes.Inline(OPTIONS)
    assert go(engine=engine)["counts"] == whole["counts"]
    assert engine.shards == [2, 3, 4, 5]
    assert {row["file"] for row in rows_of("articles")} == set(first)
    assert go(str(tmp_path / "a.jsonl"), "../" + tmp_path.name + "/b.txt")["inputs"][0]["name"] == (
        "./a.jsonl"
    )


@pytest.mark.parametrize("stage", ["shard.json", "articles.parquet", "manifest.json"])
def test_a_full_disk_stops_cleanly_and_can_be_gone_on_from(
    stage: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = go(out="whole")
    real, writes = os.fsync, []

    def full(descriptor: int) -> None:
        name = Path(f"/proc/self/fd/{descriptor}").readlink().name
        writes.append(name)
        if name.startswith(stage) and len(writes) > 4:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(descriptor)

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(DatasetError, match="make room, then run the same command again"):
            go()
    assert go() == whole
    assert contents("out") == contents("whole")


def test_lines_of_json_instead_of_tables() -> None:
    options = replace(OPTIONS, format="jsonl")
    with pytest.raises(KeyboardInterrupt):
        go(options=options, engine=Stops(options, 2))
    manifest = go(options=options)
    lines = Path("out/articles.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(lines) == manifest["tables"]["articles"] == 19
    assert json.loads(lines[0])["officials"][0]["name"] == "Kata0"
    refused = Path("out/rejects.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["code"] for line in refused] == ["empty", "duplicate-id", "bad-json"]


def test_stdin_is_an_input_like_any_other() -> None:
    content = Path("a.jsonl").read_bytes() + json_lines([{"text": NEWS}])
    with pytest.raises(KeyboardInterrupt):
        go("-", stdin=content, engine=Stops(OPTIONS, 2))
    manifest = go("-", stdin=content)
    assert manifest["inputs"][0]["name"] == "stdin.jsonl"
    articles = rows_of("articles")
    assert {row["file"] for row in articles} == {"stdin.jsonl"}
    assert articles[-1]["id"] == "stdin.jsonl:22"
    with pytest.raises(DatasetError, match=r"another content of stdin\.jsonl"):
        go("-", stdin=content + b"\n")


def test_a_run_does_not_read_what_it_writes() -> None:
    first = go(".", out="./out")
    assert go(".", out="./out") == first
    with pytest.raises(InputError, match="no such file"):
        go("nowhere")


def local(make: Make = fakes.quick, processes: int = 2, **more: int) -> LocalEngine:
    return LocalEngine(processes, make, OPTIONS, **more)


def test_processes_give_the_same_tables() -> None:
    go(out="whole")
    go(engine=local())
    assert contents("out") == contents("whole")


def test_workers_are_renewed_in_time() -> None:
    go(out="whole")
    engine = local(processes=1, life=2)
    first = engine.pids
    go(engine=engine)
    assert engine.pids != first
    assert contents("out") == contents("whole")


def test_an_article_that_fails_or_kills_costs_itself_only() -> None:
    rows = [{"id": f"a{at}", "text": f"Kata{at} {NEWS}"} for at in range(12)]
    rows[2]["text"] += " GALAT"
    rows[5]["text"] += " RACUN"
    rows[9]["text"] += f" SEKALI {Path('mark').absolute()}"
    Path("c.jsonl").write_bytes(json_lines(rows))
    counts = go("c.jsonl", engine=local())["counts"]
    assert counts["rejected_by_code"] == {"extraction-failed": 1, "worker-killed": 1}
    assert counts["extracted"] == 10
    rejects = [tuple(row[name] for name in ("id", "line", "reason")) for row in rows_of("rejects")]
    assert rejects[0] == ("a2", 3, "ValueError: GALAT in a2")
    assert rejects[1] == ("a5", 6, "the process that read it alone was killed, 2 times")


class Preempted(fakes.Inline):
    """Loses its worker as often as told, whatever that does."""

    def __init__(self, options: Options, alone: int) -> None:
        super().__init__(options)
        self.alone = alone

    def wait(self) -> tuple[Job, Result | None]:
        job = self.jobs[0]
        if job.shard == 1 and (job.part is None or (job.part == 2 and job.tries <= self.alone)):
            return self.jobs.pop(), None
        return super().wait()


def test_an_article_is_given_up_only_after_it_failed_alone_twice() -> None:
    whole = go(out="whole")
    assert go(engine=Preempted(OPTIONS, alone=1)) == whole
    assert contents("out") == contents("whole")
    counts = go(out="twice", engine=Preempted(OPTIONS, alone=2))["counts"]
    assert counts["rejected_by_code"]["worker-killed"] == 1


def test_a_page_that_no_library_can_read_costs_itself_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def unforeseen(*_: object) -> None:
        raise RecursionError("too deep")

    Path("c.html").write_text(f"<p>{NEWS}</p>", encoding="utf-8")
    monkeypatch.setattr("extractor.archive.page.read_page", unforeseen)
    counts = go("b.txt", "c.html")["counts"]
    assert counts["rejected_by_code"] == {"extraction-failed": 1}
    assert rows_of("rejects")[0]["reason"] == "RecursionError: too deep"


def test_workers_that_cannot_start_stop_the_run() -> None:
    with pytest.raises(ModelError, match="damaged"):
        go(engine=local(fakes.broken))
    with pytest.raises(DatasetError, match="die while they load"):
        go(engine=local(fakes.dying, 1))
    assert go()["counts"]["read"] == 22
