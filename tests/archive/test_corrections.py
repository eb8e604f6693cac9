"""Corrections of a dataset: what the file may hold, and what becomes of the tables."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from extractor import cli
from extractor.archive.options import Options
from extractor.archive.questions import scores, series
from extractor.archive.questions.conflicts import score_conflicts
from extractor.archive.questions.corrections.file import digest_of, load_corrections
from extractor.archive.questions.dataset import Dataset
from extractor.archive.run import run
from extractor.errors import InputError
from extractor.records import Article, Subject
from extractor.source import Source
from tests import articles as a
from tests.archive import fakes
from tests.archive.makers import json_lines

DIGEST = digest_of(a.TEXT)
SCORE = '{subject: "15.71", index: spbe, value: 4.32, period: "2024", predicate: Memuaskan}'
RANK = '{subject: "15.71", index: spbe, position: 4, scope: national}'
VALUE, PLACE, NAME = "56-60", "91-105", "165-174"


class Says:
    """States the same facts of every article."""

    def extract_many(self, texts: Any) -> Any:
        for source in texts:
            yield stated(source)


def stated(source: Source) -> Article:
    body = Subject(kind="organisation", name="Bank Jambi")
    return a.article(
        id=source.id,
        text=source.text,
        title=source.title,
        regions=(a.region(),),
        indices=(a.index(),),
        scores=(a.score(), a.score(subject=body, value=None, predicate="Baik")),
        ranks=(a.rank(confidence=0.6),),
        officials=(a.official(),),
        quotes=(a.quote(),),
        dates=(a.day(),),
    )


def made(folder: Path, *ids: str) -> Path:
    rows = [{"id": id, "text": a.TEXT} for id in ids]
    (folder / "a.jsonl").write_bytes(json_lines(rows))
    options = Options(any_language=True)
    engine = fakes.Inline(options, Says())
    out = folder / "data"
    run([str(folder / "a.jsonl")], out, lambda: engine, a.PROVENANCE, options, fakes.Silent())
    return out


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("corrections"), "n1", "n2")


@pytest.fixture
def data(read: Path, tmp_path: Path) -> Path:
    return shutil.copytree(read, tmp_path / "data")


def entry(kind: str, at: str, was: str, becomes: str, article: str = "n1", text: str = "") -> str:
    told = f"  was: {was}\n" if was else ""
    head = f'- article: {article}\n  text: "{text or DIGEST}"\n  kind: {kind}\n  at: [{at}]\n'
    return f"{head}{told}  becomes: {becomes}\n"


def corrected(data: Path, *entries: str) -> Dataset:
    (data / "corrections.yaml").write_text("# ours\n" + "".join(entries), encoding="utf-8")
    return Dataset(data)


def rows(dataset: Dataset, what: str, table: str, article: str = "n1") -> list[tuple[Any, ...]]:
    sql = f"select {what} from {table} where article_id = ? order by n"
    return list(dataset.ask(sql, [article])[1])


def test_a_row_becomes_what_it_is_said_to_be(data: Path) -> None:
    dataset = corrected(data, entry("scores", VALUE, SCORE, "{value: 4.33, predicate: null}"))
    told = rows(dataset, "n, value_text, predicate, period, confidence, corrected, rule", "scores")
    assert told == [
        (0, "4.33", None, "2024", 1.0, "corrected", "correction"),
        (1, None, "Baik", "2024", 0.9, None, "test"),
    ]
    assert rows(dataset, "value_text, corrected", "scores", "n2")[0] == ("4.32", None)
    assert (dataset.unfit, dataset.corrected) == ([], 1)
    untouched = Dataset(data, corrections=False)
    assert rows(untouched, "value_text, corrected", "scores")[0] == ("4.32", None)


def test_every_kind_can_be_corrected(data: Path) -> None:
    quote = '{text: "Ini hasil kerja semua,", kind: direct, speaker: Sri Wulan}'
    day = "{text: Sabtu (4/1/2025), date: 2025-01-04}"
    bank = "{subject: Bank Jambi, index: spbe, predicate: Baik, period: '2024'}"
    official = "{name: Sri Wulan, office: Wali Kota Jambi}"
    dataset = corrected(
        data,
        entry("regions", "26-36", '{code: "15.71"}', '{code: "15.05"}'),
        entry("indices", "5-9", "{index: SPBE}", "{index: Indeks Pembangunan Manusia}"),
        entry("scores", VALUE, bank, "{subject: Kota Jambi}"),
        entry("ranks", PLACE, RANK, "{position: 5, out_of: 93}"),
        entry("officials", NAME, official, "{acting: true}"),
        entry("quotes", "130-151", quote, "{text: hasil kerja, speaker: null}"),
        entry("dates", "176-184", day, '{date: "2025-01"}'),
    )  # fmt: skip
    assert dataset.unfit == []
    assert rows(dataset, "code, name, level, province", "regions")[0][:2] == (
        "15.05",
        "Kabupaten Muaro Jambi",
    )
    assert rows(dataset, "id, acronym", "indices") == [("ipm", "IPM")]
    assert rows(dataset, "subject_kind, subject_code, predicate", "scores")[1][:2] == (
        "region",
        "15.71",
    )
    assert rows(dataset, "position, out_of, confidence", "ranks") == [(5, 93, 1.0)]
    assert rows(dataset, "acting, name", "officials") == [(True, "Sri Wulan")]
    ((text, speaker, evidence),) = rows(dataset, "text, speaker, evidence", "quotes")
    assert (text, speaker) == ("hasil kerja", None)
    assert a.TEXT[evidence[0]["start"] : evidence[0]["end"]] == "hasil kerja"
    told = rows(dataset, '"start"::varchar, "end"::varchar, granularity', "dates")
    assert told == [("2025-01-01", "2025-01-31", "month")]


def test_rows_are_accepted_deleted_and_added(data: Path) -> None:
    added = '{subject: Bank Jambi, index: IPM, value: "70.10"}'
    dataset = corrected(
        data,
        entry("ranks", PLACE, RANK, "deleted"),
        entry("scores", VALUE, SCORE, "accepted"),
        entry("scores", VALUE, "", added),
    )
    assert rows(dataset, "n", "ranks") == []
    told = rows(dataset, "n, subject_name, value_text, confidence, corrected, rule", "scores")
    assert told[0] == (0, "Kota Jambi", "4.32", 1.0, "accepted", "test")
    assert told[2] == (2, "Bank Jambi", "70.10", 1.0, "added", "correction")
    sure = Dataset(data, 0.95)
    assert rows(sure, "n", "scores") == [(0,), (2,)], "what a person has said is sure"


def test_what_another_build_does_not_read_holds_all_the_same(data: Path) -> None:
    other = SCORE.replace("4.32", "4.99")
    dataset = corrected(
        data,
        entry("scores", VALUE, other, "{value: 4.98}"),
        entry("ranks", PLACE, RANK.replace("4", "9"), "deleted"),
        entry("officials", NAME, "{name: Sri Wulan, office: Camat}", "{office: Wali Kota Jambi}"),
    )
    assert dataset.unfit == []
    assert [row[0] for row in rows(dataset, "value_text", "scores")] == ["4.32", None, "4.98"]
    assert rows(dataset, "position", "ranks") == [(4,)]
    assert rows(dataset, "n, corrected", "officials") == [(0, "corrected")], "it is read right now"


UNFIT = {
    "text": ({"text": "0123456789abcdef"}, VALUE, "the text is another one now"),
    "article": ({"article": "n9"}, VALUE, "no such article"),
    "place": ({}, "999-1003", "beyond the end"),
}


@pytest.mark.parametrize(("changed", "at", "reason"), UNFIT.values(), ids=UNFIT)
def test_what_does_not_fit_is_told_and_not_applied(
    data: Path,
    capsys: pytest.CaptureFixture[str],
    changed: dict[str, str],
    at: str,
    reason: str,
) -> None:
    bad = entry("scores", at, SCORE, "{value: 4.33}", **changed)
    dataset = corrected(data, entry("ranks", PLACE, RANK, "deleted"), bad)
    (unfit,) = dataset.unfit
    assert (unfit.correction.line, reason in unfit.reason) == (8, True)
    assert rows(dataset, "value_text", "scores")[0] == ("4.32",)
    assert rows(dataset, "n", "ranks") == []
    assert cli.main(["scores", str(data), "--index", "SPBE"]) == 0
    told = capsys.readouterr().err
    assert f"corrections.yaml:8: scores of {changed.get('article', 'n1')}: " in told


def test_words_that_are_not_there_are_no_quote(data: Path) -> None:
    quote = '{text: "Ini hasil kerja semua,", kind: direct, speaker: Sri Wulan}'
    dataset = corrected(data, entry("quotes", "130-151", quote, "{text: Bukan ini}"))
    assert "do not stand" in dataset.unfit[0].reason
    assert rows(dataset, "text", "quotes") == [("Ini hasil kerja semua,",)]


def test_questions_show_what_was_corrected(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dataset = corrected(data, entry("scores", VALUE, SCORE, "{value: 4.33}"))
    found = {row["value"]: row["corrected"] for row in scores(dataset, index="SPBE", each=True)}
    assert found == {4.32: None, 4.33: "corrected", None: None}
    points = series(dataset, "SPBE", "Kota Jambi")
    assert [point.version.statements[0].corrected for point in points] == ["corrected", None]
    assert len(list(score_conflicts(dataset))) == 1
    for command in (
        ["scores", str(data), "--index", "SPBE"],
        ["series", str(data), "--index", "SPBE", "--region", "15.71"],
        ["conflicts", str(data)],
    ):
        cli.main(command)
        assert "dikoreksi" in capsys.readouterr().out, command
    page = data.parent / "report.html"
    assert cli.main(["report", str(data), "-o", str(page)]) == 0
    assert "n1 (dikoreksi)" in page.read_text(encoding="utf-8")
    own = data.parent / "own.yaml"
    (data / "corrections.yaml").rename(own)
    cli.main(["query", str(data), "select count(*) from scores where corrected is not null"])
    assert "0" in capsys.readouterr().out
    sql = "select value_text from scores where corrected = 'corrected'"
    cli.main(["query", str(data), sql, "--corrections", str(own), "--format", "csv"])
    assert capsys.readouterr().out.splitlines() == ["value_text", "4.33"]


WRONG = {
    "no list": ("a: 1\n", ":1: corrections are a list"),
    "no mapping": ("- x\n", ":1: a correction is a mapping"),
    "no yaml": ("- {a\n", "unreadable YAML"),
    "key": (
        entry("scores", VALUE, SCORE, "accepted").replace("kind", "kin"),
        ":3: kin: unknown key; did you mean kind?",
    ),
    "missing": ("- article: n1\n", ":1: kind: this key is required"),
    "digest": (
        entry("scores", VALUE, SCORE, "accepted", text="abc"),
        ":2: text: 'abc' is not that",
    ),
    "place": (entry("scores", "9-3", SCORE, "accepted"), ":4: at.0: '9-3' is no place"),
    "verdict": (entry("scores", VALUE, SCORE, "fine"), ":6: becomes: 'fine' is none of accepted"),
    "nothing": (entry("scores", VALUE, SCORE, "{value: 4.320}"), "changes nothing; write accepted"),
    "unsaid": (entry("scores", VALUE, "", "deleted"), "what is deleted is told under `was`"),
    "field": (
        entry("scores", VALUE, SCORE, "{valu: 4.3}"),
        ":6: becomes.valu: unknown key; did you mean value?",
    ),
    "comma": (entry("scores", VALUE, SCORE, '{value: "4,3"}'), "did you mean 4.3?"),
    "braces": (entry("scores", VALUE, SCORE, "{value: 4,3}"), "decimal comma"),
    "code": (
        entry("scores", VALUE, SCORE, '{subject: "15.17"}'),
        'did you mean "15.71" (Kota Jambi)?',
    ),
    "unquoted": (entry("regions", VALUE, "", "{code: 15.71}"), 'quote it: "15.71"'),
    "period": (
        entry("scores", VALUE, SCORE, '{period: "24"}'),
        ":6: becomes.period: '24' is not an ISO 8601",
    ),
    "empty": (
        entry("scores", VALUE, SCORE, "{value: null, predicate: null}"),
        "a score has a value",
    ),
    "place 0": (entry("ranks", PLACE, RANK, "{position: 0}"), "0 is no place in an order"),
    "was": (
        entry("ranks", PLACE, "{position: 4}", "deleted"),
        ":5: was.subject: this key is required",
    ),
    "twice": (
        entry("ranks", PLACE, RANK, "deleted") + entry("ranks", PLACE, RANK, "accepted"),
        ":7: this ranks record is told on line 1 already",
    ),
}


@pytest.mark.parametrize(("text", "reason"), WRONG.values(), ids=WRONG)
def test_a_wrong_entry_is_told_with_its_line_and_remedy(
    tmp_path: Path, text: str, reason: str
) -> None:
    path = tmp_path / "corrections.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_corrections(path)
    assert reason in str(caught.value), str(caught.value)


def test_all_faults_are_told_at_once(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = entry("scores", "x", SCORE, "accepted") + entry("ranks", PLACE, RANK, "{scop: a}")
    (data / "corrections.yaml").write_text(text, encoding="utf-8")
    assert cli.main(["scores", str(data)]) == 1
    told = capsys.readouterr().err
    assert "corrections.yaml:4: at.0" in told
    assert "corrections.yaml:12: becomes.scop" in told


def test_the_doctor_tells_what_is_wrong_with_corrections(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def rows() -> tuple[int, list[dict[str, str]]]:
        code = cli.main(["doctor", str(data), "--format", "json"])
        return code, json.loads(capsys.readouterr().out)

    corrected(data, entry("ranks", PLACE, RANK, "deleted"))
    assert rows() == (0, [])
    corrected(data, entry("ranks", PLACE, RANK, "deleted", text="0" * 16))
    code, (row,) = rows()
    assert (code, row["Di mana"]) == (1, "corrections.yaml:2")
    assert row["Masalah"].startswith("koreksi tidak dipakai: ranks of n1: the text is another")
    wrong = entry("scores", "x", SCORE, "accepted") + entry("ranks", PLACE, RANK, "{scop: a}")
    (data / "corrections.yaml").write_text(wrong, encoding="utf-8")
    assert [row["Di mana"] for row in rows()[1]] == ["corrections.yaml:4", "corrections.yaml:12"]


def test_an_empty_file_corrects_nothing(data: Path) -> None:
    assert corrected(data).unfit == []


def test_a_run_keeps_corrections_and_tells_those_that_fit_no_more(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "data"
    data.mkdir()
    text = "Indeks SPBE Kota Jambi 4,32 pada 2024."
    added = '{subject: "15.71", index: ipm, value: 80}'
    kept = entry("scores", "23-27", "", added, text=digest_of(text))
    (data / "corrections.yaml").write_text(kept + entry("ranks", PLACE, RANK, "deleted"), "utf-8")
    before = (data / "corrections.yaml").read_bytes()
    (tmp_path / "a.jsonl").write_bytes(json_lines([{"id": "n1", "text": text}]))
    command = ["batch", str(tmp_path / "a.jsonl"), "--out", str(data), "--processes", "1"]
    for _ in range(2):
        assert cli.main(command) == 0
        told = capsys.readouterr().err
        assert "corrections.yaml:6: ranks of n1: the text is another one now" in told
        assert "1 of 2 corrections apply" in told
    assert (data / "corrections.yaml").read_bytes() == before
    (tmp_path / "a.jsonl").write_bytes(json_lines([{"id": "n1", "text": a.TEXT}]))
    assert cli.main(command) == 1
    assert "delete all in it but corrections.yaml" in capsys.readouterr().err


def test_the_example_in_the_docs_is_of_the_article_it_names(tmp_path: Path) -> None:
    docs = Path(__file__).parents[2] / "docs"
    page = (docs / "review.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    path = tmp_path / "corrections.yaml"
    path.write_text(block, encoding="utf-8")
    news = (docs / "berita.jsonl").read_text(encoding="utf-8").partition("\n")[0]
    text = json.loads(news)["isi"]
    told = [
        (one.article, one.digest == digest_of(text), *(text[start:end] for start, end in one.at))
        for one in load_corrections(path)
    ]
    assert told == [
        ("jp-101", True, "Wali Kota Jambi Sri Purwaningsih"),
        ("jp-101", True, "Kota Jambi", "indeks SPBE", "4,32", "Memuaskan", "2024"),
    ]
