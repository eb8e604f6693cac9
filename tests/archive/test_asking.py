"""Questions without SQL to a dataset whose facts are known."""

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from extractor import cli
from extractor.archive.options import Options
from extractor.archive.questions import Dataset, officials, quotes, ranks, scores
from extractor.archive.questions.periods import first_and_last
from extractor.archive.run import run
from extractor.errors import InputError
from extractor.records import Article, Subject
from extractor.source import Source
from tests import articles as a
from tests.archive import fakes
from tests.archive.makers import json_lines

TEGAL = Subject(kind="region", code="33.28", name="Tegal")
SALATIGA = Subject(kind="region", code="33.73", name="Kota Salatiga")
JATENG = Subject(kind="region", code="33", name="Jawa Tengah")
DISTRICT = Subject(kind="locality", code="33.28.01", name="Kecamatan Margasari")
BODY = Subject(kind="organisation", name="Kementerian Perhubungan")
TEXT = (
    "Tegal meraih SPBE 3,41 pada 2023. Kota Salatiga meraih 3,10. Jawa Tengah 3,90.\n"
    "“Kami senang,” kata Bupati Tegal Umi Sari. “Belum cukup,” kata Darto."
)
FACTS: list[dict[str, Any]] = [
    {
        "scores": (
            {"subject": TEGAL, "value": "3.41", "period": "2023", "predicate": None},
            {"subject": TEGAL, "value": "3.9", "period": "2023", "aspect": "Kebijakan"},
            {"subject": SALATIGA, "value": "3.10", "period": "2023-06", "predicate": "Baik"},
            {"subject": JATENG, "value": "3.90", "period": "2022/2023", "confidence": 0.7},
            {"subject": BODY, "value": "3.5", "comparison": "gt", "period": "2023"},
            {"subject": DISTRICT, "index": "indeks-desa-elok", "value": "70", "period": None},
        ),
        "ranks": (
            {"subject": TEGAL, "position": 2, "out_of": 3, "scope": "33", "period": "2023"},
            {"subject": SALATIGA, "position": -1, "scope": "33", "period": "2023"},
            {"subject": JATENG, "position": 1, "position_end": 5, "index": None},
        ),
        "officials": ({"name": "Umi Sari", "office": "Bupati Tegal", "subject": TEGAL},),
        "quotes": (
            {"text": "Kami senang,", "speaker": "Umi Sari", "date": "2023-12-01"},
            {"text": "Belum cukup,", "speaker": "Darto"},
        ),
        "indices": ({"id": "spbe", "name": "SPBE"},),
        "published": "2024-01-02",
    },
    {
        "scores": ({"subject": TEGAL, "value": "3.410", "period": "2023", "confidence": 0.95},),
        "officials": ({"name": "Umi Sari", "office": "bupati tegal", "subject": TEGAL},),
        "indices": ({"id": "indeks-desa-elok", "name": "Indeks Desa Elok"},),
        "published": "2025-01-02",
    },
]
WORDS = {"scores": "3,41", "ranks": "Tegal", "officials": "Umi Sari", "indices": "SPBE"}
PILLARS = "1 facts about pillars were left out; --aspect semua has them, too"
QUOTED = {"Kami senang,": "Kami senang", "Belum cukup,": "Belum cukup"}
PLAIN: dict[str, Any] = {"index": "spbe", "period": None, "predicate": None}


class Written:
    """States of the n-th article what `FACTS` has for it."""

    def extract_many(self, texts: Any) -> Any:
        for source in texts:
            yield self.article(source, FACTS[int(source.id)])

    def article(self, source: Source, told: dict[str, Any]) -> Article:
        facts: dict[str, Any] = {}
        for kind, make in (("scores", a.score), ("ranks", a.rank), ("officials", a.official)):
            evidence = a.at(WORDS[kind], source.text)
            plain = {key: value for key, value in PLAIN.items() if kind == "scores"}
            facts[kind] = tuple(
                make(**{**plain, "evidence": evidence, **fact}) for fact in told.get(kind, ())
            )
        facts["quotes"] = tuple(
            a.quote(**{**fact, "evidence": a.at(QUOTED[fact["text"]], source.text)})
            for fact in told.get("quotes", ())
        )
        facts["indices"] = tuple(
            {**index, "evidence": a.at("SPBE", source.text)} for index in told["indices"]
        )
        known = {"id": source.id, "text": source.text, "published": told["published"]}
        return a.article(**known, url=source.url, publisher=source.publisher, **facts)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("asking")
    rows: list[dict[str, Any]] = [
        {"id": str(at), "text": TEXT, "publisher": "Harian A"} for at in range(len(FACTS))
    ]
    rows[0]["url"] = "https://a.id/1"
    (folder / "a.jsonl").write_bytes(json_lines(rows))
    options = Options(any_language=True)
    run(
        [str(folder / "a.jsonl")],
        folder / "data",
        lambda: fakes.Inline(options, Written()),
        a.PROVENANCE,
        options,
        fakes.Silent(),
    )
    return folder / "data"


@pytest.fixture
def data(folder: Path) -> Dataset:
    return Dataset(folder)


def names(found: Any) -> list[str]:
    return [row["subject"] for row in found]


def test_who_is_above_a_value_in_a_province(data: Dataset) -> None:
    found = scores(
        data, index="SPBE", within="Jawa Tengah", level="kabupaten", above=3, period="2023"
    )
    (row,) = found
    told = {key: row[key] for key in ("subject", "level", "province", "index_name", "value")}
    assert told == {
        "subject": "Kabupaten Tegal",
        "level": "regency",
        "province": "Jawa Tengah",
        "index_name": "Sistem Pemerintahan Berbasis Elektronik",
        "value": 3.41,
    }
    assert row["sentence"] == "Tegal meraih SPBE 3,41 pada 2023."
    # Two articles say so; the surer one stands for both.
    assert (row["articles"], row["confidence"], row["article_id"]) == (2, 0.95, "1")
    assert (row["url"], row["place"][-9:]) == (None, "a.jsonl:2")
    assert (found.of, found.undated, found.parts) == (1, 0, 1)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"above": "3,41", "index": "SPBE"}, ["Provinsi Jawa Tengah", "Kementerian Perhubungan"]),
        ({"above": 3.5, "index": "SPBE"}, ["Provinsi Jawa Tengah", "Kementerian Perhubungan"]),
        ({"below": 3.41}, ["Kota Salatiga"]),
        ({"between": (3.41, 3.1)}, ["Kabupaten Tegal", "Kota Salatiga"]),
        ({"predicate": "baik", "index": "SPBE"}, ["Kota Salatiga"]),
        ({"aspect": "kebijakan"}, ["Kabupaten Tegal"]),
        ({"region": "Jateng"}, ["Provinsi Jawa Tengah"]),
        ({"subject": "kementerian hub"}, ["Kementerian Perhubungan"]),
        ({"level": "kab/kota", "period": "2023"}, ["Kabupaten Tegal", "Kota Salatiga"]),
        ({"level": "kecamatan"}, ["Kecamatan Margasari"]),
        ({"within": "Kabupaten Tegal", "index": "Indeks Desa Elok"}, ["Kecamatan Margasari"]),
        ({"within": "33.28", "index": "spbe"}, ["Kabupaten Tegal"]),
        ({"level": "lembaga, provinsi"}, ["Provinsi Jawa Tengah", "Kementerian Perhubungan"]),
        ({"period": "2022-2023", "above": 3.6}, ["Provinsi Jawa Tengah"]),
        ({"period": "2023-06..2023-12"}, ["Kota Salatiga"]),
        ({"sort": "value", "limit": 2, "index": "SPBE"}, ["Kota Salatiga", "Kabupaten Tegal"]),
        ({"sort": "value", "descending": True, "limit": 1}, ["Kecamatan Margasari"]),
        ({"limit": 0}, []),
    ],
)
def test_what_is_asked_of_scores(data: Dataset, asked: dict[str, Any], found: list[str]) -> None:
    assert sorted(names(scores(data, **asked))) == sorted(found)


def test_all_who_say_so_and_all_pillars_are_there_when_asked_for(data: Dataset) -> None:
    found = scores(data, region="Kabupaten Tegal", aspect="semua", each=True)
    assert [row["value_text"] for row in found] == ["3.41", "3.410", "3.9"]
    assert len(scores(data, limit=2)) == 2
    assert scores(data, limit=2).of == scores(data, limit=0).of == 5
    assert scores(data, period="2023").undated == 1


def test_the_first_and_last_of_a_ranking(data: Dataset) -> None:
    assert names(ranks(data, top=2)) == ["Kabupaten Tegal"]
    assert names(ranks(data, top=5)) == ["Kabupaten Tegal", "Provinsi Jawa Tengah"]
    assert names(ranks(data, bottom=1)) == ["Kota Salatiga"]
    assert names(ranks(data, bottom=2)) == ["Kabupaten Tegal", "Kota Salatiga"]
    (first,) = ranks(data, top=2)
    assert (first["scope_name"], first["out_of"]) == ("Provinsi Jawa Tengah", 3)


def test_officials_and_quotes_by_region_index_and_day(data: Dataset) -> None:
    (umi,) = officials(data, within="Jateng", office="bupati")
    assert (umi["name"], umi["articles"], umi["index_name"]) == ("Umi Sari", 2, "SPBE")
    (umi,) = officials(data, period="2025")
    assert umi["index_name"] == "Indeks Desa Elok"
    assert len(officials(data, within="Bali")) == 0
    (said,) = quotes(data, within="Kabupaten Tegal", period="2023")
    assert (said["text"], said["office"], said["level"]) == (
        "Kami senang,",
        "Bupati Tegal",
        "regency",
    )
    assert [row["speaker"] for row in quotes(data, index="SPBE")] == ["Darto", "Umi Sari"]
    assert [row["speaker"] for row in quotes(data, about="cukup", period="2024")] == ["Darto"]
    assert len(quotes(data, kind="indirect")) == 0


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        ({"index": "SPEB"}, r"index 'SPEB': neither known nor stated; did you mean SPBE\?"),
        ({"within": "Jawa Tenga"}, r"region 'Jawa Tenga': .* did you mean Provinsi Jawa Tengah\?"),
        ({"level": "kabupatn"}, r"level 'kabupatn': .* did you mean kabupaten\?"),
        ({"sort": "valeu"}, r"sort 'valeu': is none .* did you mean value\?"),
        ({"above": "tiga"}, "above 'tiga': is no number"),
        ({"period": "23"}, "period '23': is none; write 2023"),
        ({"limit": -1}, "limit -1"),
    ],
)
def test_what_cannot_be_asked_is_told(data: Dataset, asked: dict[str, Any], reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        scores(data, **asked)
    if not {"above", "sort"} & asked.keys():
        with pytest.raises(InputError, match=reason):
            ranks(data, **asked)


@pytest.mark.parametrize(
    ("told", "days"),
    [
        ("2023", ("2023-01-01", "2023-12-31")),
        ("2021-2023", ("2021-01-01", "2023-12-31")),
        ("2023-06", ("2023-06-01", "2023-06-31")),
        ("2023-06 .. 2024-01-05", ("2023-06-01", "2024-01-05")),
        ("2023/2024", ("2023-01-01", "2024-12-31")),
        ("2021..", ("2021-01-01", "9999-12-31")),
        ("..2023", ("0000-01-01", "2023-12-31")),
    ],
)
def test_a_time_has_a_first_and_a_last_day(told: str, days: tuple[str, str]) -> None:
    assert first_and_last(told) == days


@pytest.mark.parametrize("told", ["", "..", "2023..2024..2025", "2024..2023", "Januari", "2023-13"])
def test_what_is_no_time_is_told(told: str) -> None:
    with pytest.raises(InputError, match="period "):
        first_and_last(told)


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = cli.main(list(arguments))
    out, err = capsys.readouterr()
    return code, out, err


def test_the_commands_answer_in_every_form(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ("scores", str(folder), "--index", "SPBE", "--level", "kabupaten")
    code, out, err = said(capsys, *asked)
    assert (code, err) == (
        0,
        "fakta: 1 facts about pillars were left out; --aspect semua has them, too\n",
    )
    assert "3,41" in out
    _, out, _ = said(capsys, *asked, "--format", "csv")
    (row,) = csv.DictReader(io.StringIO(out))
    assert (row["value"], row["subject"], row["level"]) == ("3.41", "Kabupaten Tegal", "regency")
    _, out, _ = said(capsys, *asked, "--format", "json")
    assert json.loads(out)[0]["value"] == 3.41
    for name in ("jawab.parquet", "jawab.xlsx", "jawab.csv"):
        assert said(capsys, *asked, "-o", str(tmp_path / name))[:2] == (0, "")
    assert pq.read_table(tmp_path / "jawab.parquet").to_pylist()[0]["value"] == 3.41
    sheet = zipfile.ZipFile(tmp_path / "jawab.xlsx").read("xl/worksheets/sheet1.xml").decode()
    for told in ("Wilayah/lembaga", "Kabupaten Tegal", "kabupaten", "<v>3.41</v>", "<autoFilter"):
        assert told in sheet
    before = (tmp_path / "jawab.xlsx").read_bytes()
    said(capsys, *asked, "-o", str(tmp_path / "jawab.xlsx"))
    assert (tmp_path / "jawab.xlsx").read_bytes() == before


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("ranks", "--top", "2"), "2 dari 3"),
        (("officials", "--sort", "jabatan"), "Umi Sari"),
        (("quotes", "--speaker", "umi"), "Kami senang"),
    ],
)
def test_each_command_prints_its_table(
    folder: Path, capsys: pytest.CaptureFixture[str], asked: tuple[str, ...], told: str
) -> None:
    command, *options = asked
    code, out, err = said(capsys, command, str(folder), *options)
    assert (code, told in out, err) == (0, True, "")


def test_what_is_left_out_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, _, err = said(capsys, "scores", str(folder), "--limit", "1", "--year", "2020..")
    assert err.splitlines() == [
        "fakta: 1 of 4 rows; --limit sets how many",
        "fakta: 1 facts without a period were left out (--year)",
        f"fakta: {PILLARS}",
    ]
    assert said(capsys, "ranks", str(folder), "--in", "Bali")[2] == (
        "fakta: nothing of that kind is stated\n"
    )
    code, _, err = said(capsys, "scores", str(folder), "--sort", "jabtan")
    assert (code, err) == (1, "fakta: sort 'jabtan': is no column; did you mean jabatan?\n")


def test_a_form_that_cannot_be_written_there_is_wrong_use(
    folder: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for wrong in (["-o", str(tmp_path / "a.txt")], ["--format", "xlsx"]):
        monkeypatch.setattr("sys.stdout.isatty", lambda: True)
        with pytest.raises(SystemExit) as stopped:
            cli.main(["scores", str(folder), *wrong])
        assert stopped.value.code == 2
        assert "error: " in capsys.readouterr().err
    monkeypatch.undo()
    code, _, err = said(capsys, "scores", str(folder), "-o", str(tmp_path / "none" / "a.csv"))
    assert (code, "no such file" in err) == (1, True)
