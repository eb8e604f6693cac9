"""Inputs in object storage, and datasets that are copied there."""

import errno
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from extractor import cli
from extractor.archive import copying, storage
from extractor.archive.doctor import diagnose
from extractor.archive.files import find, fingerprint
from extractor.archive.items import Reject
from extractor.archive.options import Options
from extractor.archive.readers import read
from extractor.archive.run import run
from extractor.errors import DatasetError, InputError
from tests.archive import fakes, s3
from tests.archive.makers import NEWS, gz, json_lines, page, parquet, warc_record, zst
from tests.articles import PROVENANCE

pytestmark = pytest.mark.skipif(s3.SERVER is None, reason="no moto_server; make sets one up")
OPTIONS = Options(shard_items=4, any_language=True)
KEYS = {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_REGION": "us-east-1"}


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with s3.serving() as address:
        yield address


@pytest.fixture
def bucket(
    server: str, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Iterator[s3.Bucket]:
    for name, value in {**KEYS, "AWS_ENDPOINT_URL": server}.items():
        monkeypatch.setenv(name, value)
    storage.forget()
    yield s3.Bucket(server, f"b{abs(hash(request.node.name))}")
    storage.forget()


def rows(count: int = 9) -> list[dict[str, Any]]:
    return [{"id": f"a{at}", "text": f"Kata{at} {NEWS}"} for at in range(count)]


def go(
    *inputs: str, out: Path, engine: fakes.Inline | None = None, options: Options = OPTIONS
) -> dict[str, Any]:
    made = engine or fakes.Inline(options)
    return run(list(inputs), out, lambda: made, PROVENANCE, options, fakes.Silent())


def table(out: Path, name: str, *columns: str) -> list[tuple[Any, ...]]:
    found = pq.read_table(out / f"{name}.parquet").to_pylist()
    return [tuple(row[column] for column in columns) for row in found]


def crawl() -> bytes:
    records = [warc_record(page(f"Laman{at} {NEWS}"), f"https://a.id/{at}") for at in range(3)]
    return b"".join(map(gz, records))


def archive() -> dict[str, bytes]:
    """Return files of every kind, one of them damaged in the middle."""
    lines = json_lines(rows())
    days = [gz(json_lines([{"text": f"Hari{day} {NEWS}"}])) for day in range(3)]
    days[1] = days[1][:20] + b"\xff" * 20 + days[1][40:]
    return {
        "a/baris.jsonl": lines + b"rusak\n",
        "a/hari.jsonl.gz": b"".join(days),
        "b.tsv": f"judul\tisi\nSatu\tTabel {NEWS}\n".encode(),
        "crawl.warc.gz": crawl(),
        "halaman.html": page(f"Halaman {NEWS}"),
        "kosong.txt": b"",
        "nama lain + [1]%20.txt": f"Teks {NEWS}".encode(),
        "z.parquet": parquet({"isi": [f"Kolom{at} {NEWS}" for at in range(70)]}),
        "zst.csv.zst": zst(f'isi\n"Kemasan {NEWS}"\n'.encode()),
        "foto.jpg": b"x",
        ".tersembunyi/d.txt": b"x",
    }


def test_a_bucket_is_read_as_a_folder_is(bucket: s3.Bucket, tmp_path: Path) -> None:
    here = tmp_path / "arsip"
    for name, content in archive().items():
        (here / name).parent.mkdir(parents=True, exist_ok=True)
        (here / name).write_bytes(content)
        bucket.put(f"arsip/{name}", content)
    address = f"s3://{bucket.name}/arsip"
    names, options = sorted(archive())[1:], Options(any_language=True)
    local = go(*(str(here / name) for name in names), out=tmp_path / "here", options=options)
    stored = go(*(f"{address}/{name}" for name in names), out=tmp_path / "there", options=options)
    assert stored["counts"] == local["counts"]
    assert stored["counts"]["extracted"] == 9 + 2 + 1 + 3 + 1 + 1 + 70 + 1
    for name, columns in (
        ("articles", ("text", "title", "published", "line")),
        ("rejects", ("code", "line")),
    ):
        assert table(tmp_path / "there", name, *columns) == table(tmp_path / "here", name, *columns)
    files = Counter(table(tmp_path / "there", "articles", "file"))
    assert files[(f"{address}/nama lain + [1]%20.txt",)] == 1


def test_a_folder_and_a_pattern_stand_for_their_files(bucket: s3.Bucket) -> None:
    for name, content in archive().items():
        bucket.put(f"arsip/{name}", content)
    base = f"s3://{bucket.name}/arsip"
    inputs = find([f"{base}/", f"{base}/b.tsv"])
    assert inputs.names == [
        f"{base}/{name}"
        for name in sorted(archive())
        if name not in ("foto.jpg",) and name[0] > "."
    ]
    assert inputs.ignored == {".jpg": 1, ".txt": 1}
    assert find([f"{base}/**/*.jsonl*"]).names == [
        f"{base}/a/baris.jsonl",
        f"{base}/a/hari.jsonl.gz",
    ]
    assert find([f"{base}/?.tsv", f"{base}/[y-z].parquet"]).names == [
        f"{base}/b.tsv",
        f"{base}/z.parquet",
    ]
    assert find([f"s3://{bucket.name}/*/*.html"]).names == [f"{base}/halaman.html"]
    assert len(find([f"{base}/**"]).names) == len(archive())
    assert find([f"{base}/foto.jpg"]).names == [f"{base}/foto.jpg"], "named, it stays to be refused"


class StopsError(Exception):
    """Stands for a kill."""


class Stopping(fakes.Inline):
    """Ends the process, as it were, at the second shard."""

    def wait(self) -> Any:
        if self.shards:
            raise StopsError
        return super().wait()


def test_a_run_that_was_killed_is_gone_on_with_unless_an_input_changed(
    bucket: s3.Bucket, tmp_path: Path
) -> None:
    address = bucket.put("a.jsonl", json_lines(rows()))
    for out in ("out", "other"):
        with pytest.raises(StopsError):
            go(address, out=tmp_path / out, engine=Stopping(OPTIONS))
    bucket.put("a.jsonl", json_lines(rows()))
    engine = fakes.Inline(OPTIONS)
    manifest = go(address, out=tmp_path / "out", engine=engine)
    assert (manifest["counts"]["extracted"], engine.shards) == (9, [1, 2])
    (noted,) = manifest["inputs"]
    assert (noted["name"], noted["sha256"], len(noted["etag"]) > 30) == (address, "", True)
    changed = rows()
    changed[8]["text"] = changed[8]["text"].upper()
    bucket.put("a.jsonl", json_lines(changed))
    for out in ("out", "other"):
        with pytest.raises(DatasetError, match="with another content of s3://"):
            go(address, out=tmp_path / out)


def test_the_doctor_tells_inputs_that_changed_or_are_gone(
    bucket: s3.Bucket, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    address = bucket.put("a.jsonl", json_lines(rows()))
    go(address, out=out)
    (out / "ranks.parquet").unlink()

    def kinds() -> list[str]:
        return [problem.kind for problem in diagnose(out, PROVENANCE).problems]

    assert kinds() == ["missing"]
    bucket.put("a.jsonl", json_lines(rows(8)))
    assert kinds() == ["missing", "input-changed"]
    bucket.remove("a.jsonl")
    assert kinds() == ["missing", "input-gone"]
    monkeypatch.setattr(storage, "identity", _unreachable)
    assert kinds() == ["missing", "input-unreached"]


def _unreachable(address: str) -> None:
    raise InputError(f"{address}: no connection")


def test_a_file_that_is_gone_meanwhile_is_a_reject(bucket: s3.Bucket) -> None:
    address = f"s3://{bucket.name}/a.jsonl"
    assert fingerprint(address).etag == ""
    for name in (address, address.replace("jsonl", "parquet"), address.replace("jsonl", "warc.gz")):
        (item,) = read(name, OPTIONS)
        assert isinstance(item, Reject)
        assert (item.code, item.reason) == ("unreadable", "no such file")


@pytest.mark.parametrize("name", ["a.jsonl", "a.parquet", "a.warc.gz", "a.csv.zst"])
def test_a_connection_that_is_lost_ends_the_run_and_costs_no_article(
    name: str, bucket: s3.Bucket, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = {
        "a.jsonl": json_lines(rows()),
        "a.parquet": parquet({"isi": [f"Kolom{at} {NEWS}" for at in range(9)]}),
        "a.warc.gz": crawl(),
        "a.csv.zst": zst(f'isi\n"Kemasan {NEWS}"\n'.encode()),
    }[name]
    address = bucket.put(name, content)

    def lost(self: storage.Stored, buffer: memoryview) -> int:
        with storage.told(address):
            raise OSError(errno.EIO, "AWS Error NETWORK_CONNECTION: curlCode: 6; Details: gone")

    with monkeypatch.context() as patched:
        patched.setattr(storage.Stored, "readinto", lost)
        with pytest.raises(InputError, match=r"no connection \(gone\)"):
            go(address, out=tmp_path / "out")
    assert go(address, out=tmp_path / "out")["counts"]["rejected"] == 0


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("s3://tidak-ada/arsip", "no such bucket"),
        ("s3://{bucket}/tidak-ada", "no such file or folder"),
        ("s3://{bucket}/*.pdf", "no file fits this pattern"),
        ("s3://*/a.txt", "a pattern begins behind the bucket"),
        ("s3:///a.txt", "names no bucket"),
        ("https://a.id/b.html", "only addresses of object storage are read, s3:// and gs://"),
        ("s3://kunci:rahasia@{bucket}/a.txt", "s3://…@{bucket}/a.txt: no credentials in an"),
    ],
)
def test_what_an_address_does_not_name_is_told(
    address: str,
    reason: str,
    bucket: s3.Bucket,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    address, reason = (told.format(bucket=bucket.name) for told in (address, reason))
    assert cli.main(["batch", address, "--out", str(tmp_path / "out")]) == 1
    told = capsys.readouterr().err
    assert reason in told
    assert "rahasia" not in told
    assert "Traceback" not in told
    if "@" not in address:
        assert f"fakta: {address}: " in told


def test_credentials_that_are_refused_are_told(
    server: str, bucket: s3.Bucket, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    address = bucket.put("a.txt", NEWS.encode())
    s3.asks_for_credentials(server, True)
    try:
        assert cli.main(["batch", address, "--out", str(tmp_path / "out")]) == 1
    finally:
        s3.asks_for_credentials(server, False)
    told = capsys.readouterr().err
    assert f"fakta: {address}: access denied; credentials come from the environment" in told


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (
            "AWS Error NETWORK_CONNECTION during HeadObject: curlCode: 7; Details: no",
            "no connection",
        ),
        ("AWS Error UNKNOWN: Unable to parse ExceptionName: ExpiredToken Message", "have expired"),
        ("AWS Error INVALID_ACCESS_KEY_ID during ListObjectsV2", "credentials are refused"),
        ("google::cloud::Status(UNAUTHENTICATED: …)", "credentials are refused"),
        ("google::cloud::Status(UNAVAILABLE: Could not create a OAuth2 access token)", "no cred"),
        ("AWS Error SLOW_DOWN (Request ID: abc)", "a.txt: AWS Error SLOW_DOWN"),
    ],
)
def test_what_a_storage_says_becomes_a_cause(error: str, told: str) -> None:
    with pytest.raises(InputError, match=told) as raised, storage.told("s3://b/a.txt"):
        raise OSError(error)
    assert "Request ID" not in str(raised.value)


def test_other_commands_read_addresses_and_ask_datasets_of_this_machine(
    bucket: s3.Bucket, told: None, capsys: pytest.CaptureFixture[str]
) -> None:
    address = bucket.put("a b.jsonl", json_lines(rows(1)))
    assert cli.main(["extract", "--format", "json", address, f"{address}x"]) == 1
    shown = capsys.readouterr()
    (article,) = json.loads(shown.out)
    assert article["id"] == "a0"
    assert f"{address}x: " in shown.err
    for command in (["scores", address], ["batch", "x", "--out", address], ["doctor", address]):
        with pytest.raises(SystemExit, match="2"):
            cli.main(command)
        assert "name a folder of this machine" in capsys.readouterr().err


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.articles import Told

    monkeypatch.setattr("extractor.cli.extract.load", Told)


@pytest.fixture
def made(tmp_path: Path) -> Path:
    (tmp_path / "a.jsonl").write_bytes(json_lines(rows()))
    go(str(tmp_path / "a.jsonl"), out=tmp_path / "out")
    return tmp_path / "out"


def test_a_dataset_is_copied_whole_and_once(bucket: s3.Bucket, made: Path) -> None:
    address = f"s3://{bucket.name}/hasil/data"
    (made / "corrections.yaml").write_text("[]\n", encoding="utf-8")
    copied = copying.copy(made, address)
    names = {path.name for path in made.iterdir()} - {"corrections.yaml"}
    assert bucket.names("hasil/data") == names
    assert (copied.files, copied.bytes) == (
        len(names),
        sum((made / name).stat().st_size for name in names),
    )
    for name in names:
        assert bucket.get(f"hasil/data/{name}") == (made / name).read_bytes()
    assert copying.copy(made, f"{address}/") == copying.Copied(0, 0)


def test_what_is_there_no_more_as_it_was_is_copied_again(bucket: s3.Bucket, made: Path) -> None:
    address = f"s3://{bucket.name}/data"
    copying.copy(made, address)
    bucket.put("data/scores.parquet", b"pendek")
    bucket.put("data/corrections.yaml", b"[]\n")
    assert copying.copy(made, address).files > 0
    assert bucket.get("data/scores.parquet") == (made / "scores.parquet").read_bytes()
    bucket.put("data/manifest.json", b"{}")
    bucket.put("data/articles.jsonl", b"of a run before")
    assert copying.copy(made, address).files > 0
    assert "articles.jsonl" not in bucket.names("data")
    assert bucket.get("data/corrections.yaml") == b"[]\n", "no run writes or removes it"


def test_as_long_as_tables_are_missing_there_is_no_manifest(
    bucket: s3.Bucket, made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = f"s3://{bucket.name}/data"
    copying.copy(made, address)
    bucket.put("data/manifest.json", b"{}")
    writing = storage.writing

    def breaks(name: str) -> Any:
        if name.endswith("ranks.parquet"):
            raise InputError(f"{name}: no connection")
        return writing(name)

    with monkeypatch.context() as patched:
        patched.setattr(storage, "writing", breaks)
        with pytest.raises(InputError, match="no connection"):
            copying.copy(made, address)
    assert "manifest.json" not in bucket.names("data")
    copying.copy(made, address)
    assert bucket.get("data/manifest.json") == (made / "manifest.json").read_bytes()


def test_a_table_that_changes_meanwhile_is_not_passed_off(bucket: s3.Bucket, made: Path) -> None:
    (made / "ranks.parquet").write_bytes(b"lain")
    with pytest.raises(DatasetError, match=r"ranks\.parquet: is not what the run wrote"):
        copying.copy(made, f"s3://{bucket.name}/data")
    assert not {"manifest.json", "ranks.parquet"} & bucket.names("data")


def test_where_something_else_lies_nothing_is_copied(bucket: s3.Bucket, made: Path) -> None:
    address = bucket.put("arsip/penting.txt", b"x")
    with pytest.raises(DatasetError, match=r"holds other files \(penting\.txt\)"):
        copying.copy(made, f"s3://{bucket.name}/arsip")
    with pytest.raises(DatasetError, match="is a file"):
        copying.copy(made, address)
    assert bucket.names("arsip") == {"penting.txt"}
    with pytest.raises(DatasetError, match="no finished dataset"):
        copying.copy(made.parent, f"s3://{bucket.name}/lain")


def test_the_command_looks_where_to_copy_before_it_reads(
    bucket: s3.Bucket, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(NEWS, encoding="utf-8")
    command = ["batch", str(tmp_path / "a.txt"), "--out", str(tmp_path / "out"), "--copy-to"]
    assert cli.main([*command, "s3://tidak-ada/data"]) == 1
    assert "s3://tidak-ada/data: no such bucket" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_the_command_reads_and_copies(
    bucket: s3.Bucket,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    engine = fakes.Inline(Options(any_language=True))
    monkeypatch.setattr("extractor.cli.batch._engine", lambda *_: lambda: engine)
    monkeypatch.setattr("extractor.archive.provenance.provenance", lambda: PROVENANCE)
    address = bucket.put("arsip/a.jsonl", json_lines(rows()))
    command = ["batch", address, "--out", str(tmp_path / "out"), "--any-language", "--copy-to"]
    for told in (" files, ", "all was there"):
        assert cli.main([*command, f"s3://{bucket.name}/hasil"]) == 0
        shown = capsys.readouterr()
        assert "Dibaca 9 = diekstrak 9 + ditolak 0" in shown.out
        assert f"copied to s3://{bucket.name}/hasil: " in shown.err
        assert told in shown.err
    assert "manifest.json" in bucket.names("hasil")
