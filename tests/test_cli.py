import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

import extractor
from extractor import cli
from extractor.errors import InputError, ModelError
from extractor.records import Evidence, Region
from extractor.records.schema import article_schema
from tests import articles as a

NEWS = "Kota Jambi meraih indeks SPBE 4,32 pada 2024."
FACTS = "article: a\ncomplete: true\nregions: ['15.71']\n"


def says(text: str) -> dict[str, Any]:
    """Make the fake extractor find the region, but in texts that begin otherwise nothing."""
    if not text.startswith("Kota Jambi"):
        return {}
    evidence = Evidence(start=0, end=10, text="Kota Jambi")
    region = Region(
        code="15.71", name="Kota Jambi", level="city", province="15", evidence=(evidence,)
    )
    return {"regions": (region,)}


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> a.Told:
    fake = a.Told(says)
    monkeypatch.setattr(extractor, "load", lambda: fake)
    return fake


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(NEWS, encoding="utf-8")
    (tmp_path / "a.facts.yaml").write_text(FACTS, encoding="utf-8")
    return tmp_path


def test_a_table_is_the_default(
    told: a.Told, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["extract", "a.txt"]) == 0
    out, err = capsys.readouterr()
    assert "Wilayah (1)" in out
    assert "Kota Jambi" in out
    assert "\x1b" not in out
    assert err == ""


def test_json_is_an_array_even_of_one(
    told: a.Told, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["extract", "--format", "json", "a.txt"]) == 0
    (article,) = json.loads(capsys.readouterr().out)
    assert article == says_of(NEWS, "a")


QUESTIONS = {
    "query": ["select 1"],
    "series": ["--index", "SPBE", "--region", "15.71"],
    "conflicts": [],
    **{name: [] for name in ("scores", "ranks", "officials", "quotes")},
    "report": ["--out", "x"],
    "verify": ["--against", "x.csv"],
}
COMMANDS = {"extract": [], "check": [], "batch": ["--out", "x"], **QUESTIONS}


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("asked", ["1.1", "-0.1", "nan", "inf", "sure", ""])
def test_a_confidence_is_from_0_to_1(
    command: str, asked: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main([command, "a", *COMMANDS[command], f"--min-confidence={asked}"])
    assert stopped.value.code == 2
    assert "from 0 to 1" in capsys.readouterr().err


def test_records_below_the_confidence_become_findings(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    official = a.official(confidence=0.7, evidence=a.at("Kota Jambi", NEWS))
    fake = a.Told(lambda text: {"officials": (official,)})
    monkeypatch.setattr(extractor, "load", lambda: fake)
    for asked, officials, findings in (("0.7", 1, 0), ("0.71", 0, 1)):
        assert cli.main(["extract", "--format", "jsonl", "--min-confidence", asked, "a.txt"]) == 0
        told = json.loads(capsys.readouterr().out)
        assert (len(told["officials"]), len(told["findings"])) == (officials, findings)


def test_json_of_nothing_is_an_empty_array(
    told: a.Told, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["extract", "--format", "json", "nowhere.txt"]) == 1
    assert json.loads(capsys.readouterr().out) == []


def test_jsonl_is_one_object_a_line_in_plain_letters(
    told: a.Told, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "b.txt").write_text("“Naik”\nkatanya.", encoding="utf-8")
    assert cli.main(["extract", "--format", "jsonl", "a.txt", "b.txt"]) == 0
    out = capsys.readouterr().out
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["a", "b"]
    assert "“Naik”" in out


def says_of(text: str, id: str) -> Any:
    return json.loads(a.Told(says).extract(text, id=id).model_dump_json())


@pytest.mark.parametrize("arguments", [[], ["-"]], ids=["no-file", "dash"])
def test_stdin(
    arguments: list[str],
    told: a.Told,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(NEWS.encode())))
    assert cli.main(["extract", "--format", "jsonl", *arguments]) == 0
    assert json.loads(capsys.readouterr().out)["text"] == NEWS


def test_published_is_said_to_the_extractor(told: a.Told, folder: Path) -> None:
    content = {"text": NEWS, "id": "k1", "published": "2024-12-31", "title": "Judul"}
    (folder / "b.json").write_text(json.dumps(content), encoding="utf-8")
    assert cli.main(["extract", "b.json"]) == 0
    assert cli.main(["extract", "--published", "2025-01-04", "b.json"]) == 0
    assert [str(asked["published"]) for asked in told.asked] == ["2024-12-31", "2025-01-04"]
    assert (told.asked[0]["id"], told.asked[0]["title"]) == ("k1", "Judul")


def test_a_byte_order_mark_is_no_text(told: a.Told, folder: Path) -> None:
    (folder / "b.txt").write_bytes(b"\xef\xbb\xbf" + NEWS.encode())
    assert cli.main(["extract", "b.txt"]) == 0
    assert told.asked[0]["text"] == NEWS


BAD_FILES = {
    "absent.txt": (None, "no such file or directory"),
    "folder": ("", "is a directory"),
    "latin.txt": (b"caf\xe9", "not UTF-8 at byte 3"),
    "empty.txt": (b"", "the file is empty"),
    "blank.txt": (b" \n\t", "no text in it"),
    "broken.json": (b"{", "not JSON"),
    "list.json": (b"[]", "the array in it is empty"),
    "number.json": (b"3", "a JSON int where an object should be"),
    "naskah.json": (b'{"naskah": "a"}', "no field holds a text"),
    "a.pdf": (b"%PDF-1.7 x", "pdftotext"),
    "pdf.txt": (b"%PDF-1.7 x", "a PDF is not read"),
    "a.docx": (b"PK\x03\x04", "save it as text or HTML first"),
    "word": (b"PK\x03\x04", "an office program"),
    "a.xlsx": (b"PK\x03\x04", "save it as CSV first"),
    "old.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office program"),
    "foto.jpg": (b"\xff\xd8\xff\xe0", "a picture"),
    "zeros.txt": (b"a\0b", "NUL"),
}


@pytest.mark.parametrize(("name", "content", "reason"), [(n, *c) for n, c in BAD_FILES.items()])
def test_a_bad_file_is_one_line_and_the_others_still_run(
    name: str,
    content: bytes | str | None,
    reason: str,
    told: a.Told,
    folder: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    if isinstance(content, bytes):
        (folder / name).write_bytes(content)
    elif content is not None:
        (folder / name).mkdir()
    assert cli.main(["extract", "--format", "jsonl", name, "a.txt"]) == 1
    out, err = capsys.readouterr()
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["a"]
    (line,) = err.splitlines()
    assert line.startswith(f"fakta: {name}: ")
    assert reason in line


def test_an_extractor_that_refuses_a_text_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Refusing:
        def extract(self, text: str, **_: object) -> None:
            raise InputError("too much")

    monkeypatch.setattr(extractor, "load", Refusing)
    assert cli.main(["extract", "a.txt"]) == 1
    assert capsys.readouterr().err == "fakta: too much\n"


@pytest.mark.parametrize("command", ["extract", "check"])
def test_damaged_weights_are_told_once(
    command: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse() -> None:
        raise ModelError("weights.pt: damaged; install the package again")

    monkeypatch.setattr(extractor, "load", refuse)
    assert cli.main([command, "a.txt", "a.txt"]) == 1
    assert capsys.readouterr() == ("", "fakta: weights.pt: damaged; install the package again\n")


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["extrac"],
        ["extract", "--format", "xml"],
        ["extract", "--published", "4/1/2025"],
        ["check"],
        ["check", "--update-baseline", "."],
        ["check", "--baseline", "b.json", "--allow-regression", "."],
    ],
    ids=" ".join,
)
def test_wrong_usage_exits_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        cli.main(arguments)
    assert exit_.value.code == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "usage:" in err


def test_schema_is_that_of_the_records(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["schema"]) == 0
    assert capsys.readouterr().out == article_schema()


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        cli.main(["--version"])
    assert exit_.value.code == 0
    assert capsys.readouterr().out == f"fakta {extractor.__version__}\n"


def test_check_is_fine_when_every_fact_is_found(
    told: a.Told, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["check", "."]) == 0
    assert "regions" in capsys.readouterr().out


def test_check_tells_what_was_lost_with_its_place(
    told: a.Told, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.facts.yaml").write_text(FACTS + "indices: [SPBE]\n", encoding="utf-8")
    assert cli.main(["check", "a.txt"]) == 1
    out = capsys.readouterr().out
    assert "- a.txt:1: missing indices: SPBE" in out
    assert NEWS in out
    assert cli.main(["check", "--quiet", "a.txt"]) == 1
    assert "a.txt" not in capsys.readouterr().out


def test_check_goes_on_after_a_broken_facts_file(
    told: a.Told, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "0.facts.yaml").write_text("article: a\nregions: [15.10]\n", encoding="utf-8")
    assert cli.main(["check", "--format", "json", "."]) == 1
    out, err = capsys.readouterr()
    assert json.loads(out)["kinds"]["regions"]["confirmed"] == 1
    (line,) = err.splitlines()
    assert line.startswith("fakta: 0.facts.yaml:2: ")


def test_check_as_json_tells_both_sides(
    told: a.Told, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.facts.yaml").write_text(FACTS.replace("15.71", "15.04"), encoding="utf-8")
    assert cli.main(["check", "--format", "json", "a.facts.yaml"]) == 1
    missing, unexpected = json.loads(capsys.readouterr().out)["differences"]
    assert (missing["verdict"], missing["known"], missing["predicted"]) == (
        "missing",
        "15.04",
        None,
    )
    assert (unexpected["verdict"], unexpected["known"]) == ("unexpected", None)
    assert unexpected["predicted"]["code"] == "15.71"
    assert unexpected["sentence"] == NEWS


def test_the_gate(told: a.Told, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gate = ["check", "--quiet", ".", "--baseline", "baseline.json"]
    assert cli.main(gate) == 1, "no baseline yet"
    assert cli.main([*gate, "--update-baseline"]) == 0
    assert cli.main(gate) == 0
    told.make = lambda text: {}
    capsys.readouterr()
    assert cli.main(gate) == 1
    assert "regions: key F1 is 0.0000, the floor is 1.0000" in capsys.readouterr().err
    assert cli.main([*gate, "--update-baseline"]) == 1
    assert cli.main([*gate, "--update-baseline", "--allow-regression"]) == 0
    assert cli.main(gate) == 0, "floors decide, not each lost fact"
    (folder / "a.txt").write_text(NEWS + " Selesai.", encoding="utf-8")
    assert cli.main(gate) == 1
    assert "the corpus changed" in capsys.readouterr().err


def test_a_path_without_facts_is_told_and_the_others_still_run(
    told: a.Told, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["check", "--format", "json", "nowhere", "a.txt", "."]) == 1
    out, err = capsys.readouterr()
    assert err == "fakta: nowhere: no such file or directory\n"
    assert json.loads(out)["kinds"]["regions"]["confirmed"] == 1, "a.txt is named twice, read once"


def run(*arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "extractor.cli", *arguments]
    return subprocess.run(command, capture_output=True, check=False, **options)


def test_help_teaches_without_loading_what_it_does_not_need() -> None:
    code = (
        "import sys; from extractor import cli\n"
        "try: cli.main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'torch', 'stanza', 'spacy', 'pydantic', 'rich'} & set(sys.modules)\n"
        "sys.exit(f'loaded {heavy}' if heavy else 0)"
    )
    start = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert b"fakta extract berita.txt" in done.stdout
    assert time.perf_counter() - start < 5, "half a second alone; generous on a busy machine"


def test_a_reader_that_has_enough_is_no_error() -> None:
    command = [sys.executable, "-m", "extractor.cli", "schema"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        err = process.stderr.read()
    assert (process.returncode, err) == (0, b"")


def test_output_is_utf_8_whatever_the_locale(tmp_path: Path) -> None:
    done = run("extract", str(tmp_path / "tidak–ada.txt"), env={"LC_ALL": "C", "PATH": ""})
    assert done.returncode == 1
    assert "tidak–ada.txt: no such file" in done.stderr.decode("utf-8")


def test_explain_tells_why_and_goes_on_after_a_bad_file(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["explain", "gone.txt", "a.txt"]) == 1
    out, err = capsys.readouterr()
    assert "Kota Jambi · spbe · 4,32 · 2024" in out
    assert "siapa" in out
    assert err.startswith("fakta: gone.txt: ")


def test_facts_of_one_kind_are_a_table_in_every_form(
    told: a.Told, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["extract", "--format", "csv", "--table", "regions", "a.txt"]) == 0
    header, *rows = capsys.readouterr().out.splitlines()
    assert header == "article_id,n,code,name,level,province"
    assert rows == ["a,0,15.71,Kota Jambi,city,15"]
    for name in ("a.xlsx", "a.parquet", "a.json", "a.jsonl"):
        assert cli.main(["extract", "a.txt", "-o", name]) == 0
        assert Path(name).stat().st_size > 0
    assert capsys.readouterr().out == ""
    assert json.loads(Path("a.json").read_text(encoding="utf-8")) == [says_of(NEWS, "a")]
    with pytest.raises(SystemExit) as stopped:
        cli.main(["extract", "a.txt", "--table", "scores"])
    assert stopped.value.code == 2


def test_a_check_is_a_table_in_every_form(
    told: a.Told, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.facts.yaml").write_text('regions: ["15.71", "33.74"]\n', encoding="utf-8")
    assert cli.main(["check", "a.txt", "--format", "csv"]) == 1
    header, row = capsys.readouterr().out.splitlines()
    assert header == "article,line,kind,verdict,known,predicted,differing,sentence"
    assert row.startswith("a.txt,")
    assert ",regions,missing,33.74,,," in row
    assert cli.main(["check", "a.txt", "--quiet", "-o", "a.csv"]) == 1
    first, regions, *_ = Path("a.csv").read_text(encoding="utf-8").splitlines()
    assert first.startswith("kind,known,found,key_precision,")
    assert regions.startswith("regions,2,1,1.0,0.5,")
    assert cli.main(["check", "a.txt", "-o", "a.parquet"]) == 1
    assert Path("a.parquet").stat().st_size > 0


@pytest.mark.parametrize("delay", [0.3, 0.8, 1.6])
def test_ctrl_c_while_anything_is_imported_has_a_message(tmp_path: Path, delay: float) -> None:
    """Whatever is loaded at that moment: torch, spaCy, the workers of a batch."""
    (tmp_path / "a.txt").write_text("Kota Jambi.", encoding="utf-8")
    for arguments in (["extract", "a.txt"], ["batch", "a.txt", "--out", "d", "--any-language"]):
        command = [sys.executable, "-m", "extractor", *arguments]
        with subprocess.Popen(
            command,
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
            # A run in the background inherits that Ctrl-C is ignored.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        ) as process:
            time.sleep(delay)
            # The whole group, as a terminal does.
            os.killpg(process.pid, signal.SIGINT)
            _, told = process.communicate(timeout=60)
        # Python ends by the signal, though it was caught, where it came inside an `exec`.
        assert process.returncode in (1, -signal.SIGINT)
        assert told.startswith("fakta: stopped")
        assert told.count("\n") == 1
