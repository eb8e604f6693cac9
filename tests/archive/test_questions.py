"""Questions to a dataset whose facts are known."""

import csv
import io
import json
import shutil
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from extractor import cli
from extractor.archive.options import Options
from extractor.archive.questions.conflicts import rank_conflicts, score_conflicts
from extractor.archive.questions.dataset import Dataset
from extractor.archive.questions.naming import index_ids, named_index, region_code
from extractor.archive.questions.series import series
from extractor.archive.questions.values import agree
from extractor.archive.questions.verify import read_figures, verify
from extractor.archive.run import run
from extractor.errors import DatasetError, InputError
from extractor.records import Article, Subject
from extractor.source import Source
from tests import articles as a
from tests.archive import fakes
from tests.archive.makers import json_lines

# id, publisher, then one fact a line: subject, index, period, value or #rank, grade, @basis or
# the @direction of a rank.
NEWS = {
    ("n1", "Harian A"): "15.71 spbe 2023 4.27\n15.71 spbe 2024 4.32 Memuaskan\n15.71 spbe 2024 #4",
    ("n2", "Harian B"): "15.71 spbe 2024 4.320 memuaskan\n15.71 spbe 2024 #4/93",
    ("n3", "Harian A"): "15.71 spbe 2024 4.3\n15.71 spbe - 3.9\n15.71 spbe - #9",
    ("n4", "Harian C"): "15.71 spbe 2024 4.23\n15.71 spbe 2024 #5\n15.71 sakip 2023 : BB",
    ("n5", "Harian C"): "15.71 spbe - 1.1\n15.71 spbe - #1\n15.71 sakip 2023 : B",
    ("n6", "Harian D"): "33.74 spbe 2024 3.1\n33.74 spbe 2024 3.9\n33.74 sakip 2023 : A",
    ("n7", "Harian E"): "33 inflasi 2024-05 2.5 @yoy\n33 inflasi 2024-05 #1 @low",
    ("n8", "Harian F"): "33 inflasi 2024-05 -0.03 @mtm\n33 inflasi 2024-05 #8 @high",
}


class Noted:
    """States the facts that a text notes in the form of `NEWS`."""

    def extract_many(self, texts: Iterable[Source]) -> Iterator[Article]:
        for source in texts:
            facts: dict[str, list[Any]] = {"scores": [], "ranks": []}
            for line in source.text.split("\n"):
                said, _, turn = line.partition(" @")
                code, index, period, value, *grade = said.split()
                fact = {
                    "subject": Subject(kind="region", code=code, name=f"Kota {code}"),
                    "index": index,
                    "period": None if period == "-" else period,
                    "evidence": a.at(line, source.text),
                }
                if value.startswith("#"):
                    position, _, out_of = value[1:].partition("/")
                    facts["ranks"].append(
                        a.rank(
                            **fact,
                            position=int(position),
                            out_of=int(out_of) if out_of else None,
                            direction=turn or None,
                        )
                    )
                else:
                    number = None if value == ":" else Decimal(value)
                    predicate = grade[0] if grade else None
                    facts["scores"].append(
                        a.score(**fact, value=number, predicate=predicate, basis=turn or None)
                    )
            yield a.article(
                id=source.id, text=source.text, publisher=source.publisher, url=source.url, **facts
            )


def made_of_news(folder: Path) -> Path:
    """Make the dataset of `NEWS` in `folder`, and return where it is."""
    rows = [
        {"id": id, "publisher": publisher, "text": text, "url": f"https://{id}.id"}
        for (id, publisher), text in NEWS.items()
    ]
    (folder / "a.jsonl").write_bytes(json_lines(rows))
    options = Options(any_language=True)
    run(
        [str(folder / "a.jsonl")],
        folder / "data",
        lambda: fakes.Inline(options, Noted()),
        a.PROVENANCE,
        options,
        fakes.Silent(),
    )
    return folder / "data"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_of_news(tmp_path_factory.mktemp("questions"))


@pytest.fixture
def dataset(folder: Path) -> Dataset:
    return Dataset(folder)


def test_a_series_counts_articles_and_agreement(dataset: Dataset) -> None:
    points = series(dataset, "SPBE", "Kota Jambi")
    told = [
        (point.period, str(point.version.fact.value), len(point.version.articles), point.of)
        for point in points
    ]
    assert told == [
        ("2023", "4.27", 1, 1),
        ("2024", "4.32", 2, 4),
        ("2024", "4.3", 1, 4),
        ("2024", "4.23", 1, 4),
        (None, "3.9", 1, 2),
        (None, "1.1", 1, 2),
    ]
    assert points[1].predicate == "Memuaskan"
    assert points[1].publishers == ["Harian A", "Harian B"]
    first = points[0].version.statements[0]
    assert (first.source, first.sentence) == ("https://n1.id", "15.71 spbe 2023 4.27")
    assert series(dataset, "IPM", "15.71") == []


def test_only_dated_facts_of_two_articles_conflict(dataset: Dataset) -> None:
    found = list(score_conflicts(dataset))
    told = [
        (
            conflict.fact.subject.code,
            conflict.fact.index,
            [str(v.fact.value) for v in conflict.versions],
        )
        for conflict in found
    ]
    assert told == [
        ("15.71", "sakip", ["None", "None"]),
        ("15.71", "spbe", ["4.32", "4.3", "4.23"]),
    ]
    (rank,) = rank_conflicts(dataset)
    assert [version.fact.position for version in rank.versions] == [4, 4, 5]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("4.3", "4.32", True),
        ("4.32", "4.320", True),
        ("4.3", "4.27", True),
        ("4.2", "4.27", True),
        ("4", "4.5", True),
        ("80", "80.0", True),
        ("4.31", "4.32", False),
        ("4.3", "4.41", False),
        ("80", "90", False),
    ],
)
def test_a_rounded_value_agrees(one: str, other: str, same: bool) -> None:
    assert agree(Decimal(one), Decimal(other)) is same
    assert agree(Decimal(other), Decimal(one)) is same


def test_a_rate_is_compared_on_its_basis(dataset: Dataset, tmp_path: Path) -> None:
    points = series(dataset, "Inflasi", "33")
    told = [
        (point.period, point.basis, str(point.version.fact.value), point.of) for point in points
    ]
    assert told == [("2024-05", "mtm", "-0.03", 1), ("2024-05", "yoy", "2.5", 1)]
    assert points[0].version.statements[0].sentence == "33 inflasi 2024-05 -0.03 @mtm"
    path = figures(
        tmp_path,
        "kode,indeks,periode,nilai,basis\n33,Inflasi,2024-05,2.5,YoY\n"
        '33,Inflasi,2024-05,"0,1",mtm\n33,Inflasi,2024-05,2.5,\n',
    )
    assert [item.verdict for item in verify(dataset, read_figures(path))] == [
        "confirmed",
        "contradicted",
        "unknown",
    ]


def figures(tmp_path: Path, content: str) -> Path:
    path = tmp_path / "resmi.csv"
    path.write_text(content, encoding="utf-8")
    return path


def test_figures_are_confirmed_contradicted_or_unknown(dataset: Dataset, tmp_path: Path) -> None:
    path = figures(
        tmp_path,
        "kode;indeks;tahun;nilai\n15.71;SPBE;2024;4,32\n"
        "Kota Jambi;Sistem Pemerintahan Berbasis Elektronik;2023;4.27\n15.71;SPBE;2022;2,79\n",
    )
    told = [
        (item.figure.line, item.verdict, item.version and str(item.version.fact.value))
        for item in verify(dataset, read_figures(path))
    ]
    nothing = figures(tmp_path, "kode,indeks,tahun,nilai\n")
    assert list(verify(dataset, read_figures(nothing))) == []
    assert told == [
        (2, "confirmed", "4.32"),
        (2, "confirmed", "4.3"),
        (2, "contradicted", "4.23"),
        (3, "confirmed", "4.27"),
        (4, "unknown", None),
    ]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", r"resmi\.csv:1: no column for the region"),
        ("kode,indeks,tahun\n", r":1: no column for the value"),
        ("kode,indeks,tahun,nilai\n15.71,SPBE,2024\n", r":2: 3 cells where the header has 4"),
        ("kode,indeks,tahun,nilai\n15.71,SPBE,2024,x\n", r":2: 'x' is no number"),
        ("kode,indeks,tahun,nilai\n15.71,SPBE,2024,NaN\n", r":2: 'NaN' is no number"),
        ("kode,indeks,tahun,nilai\n15.71,SPBE,24,4\n", r":2: '24' is not an ISO 8601"),
        ("kode,indeks,tahun,nilai\n\n99.99,SPBE,2024,4\n", r":3: region '99\.99'"),
        ("kode,indeks,tahun,nilai,basis\n15,A,2024,4,x\n", r":2: 'x' is none of mtm, qtq, ytd"),
        ("kode,indeks,tahun,nilai\n15.71,,2024,4\n", r":2: the index is empty"),
        ('kode,indeks,tahun,nilai\n15.71,"x"y,2024,4\n', r":2: not CSV"),
    ],
)
def test_a_wrong_figure_is_told_with_its_line(tmp_path: Path, content: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        read_figures(figures(tmp_path, content))


def test_regions_and_indices_by_any_name() -> None:
    assert region_code("kota jambi") == region_code("15.71") == "15.71"
    assert region_code("Kab. Bandung") == "32.04"
    assert region_code("3310") == region_code(" 3310.0 ") == region_code("33.10") == "33.10"
    assert region_code("3300") == region_code("33") == "33"
    assert region_code("Kabupaten Toba Samosir") == "12.12"
    assert region_code("Kab. Pontianak") == "61.02"
    assert region_code("Pontianak") == region_code("Kota Pontianak") == "61.71"
    with pytest.raises(InputError, match="has this code"):
        region_code("3399")
    with pytest.raises(InputError, match=r"two digits behind its dot: 33\.10\?"):
        region_code("33.1")
    assert region_code("Indonesia") == "ID"
    assert region_code("Jawa Tengah") == region_code("Jateng") == "33"
    with pytest.raises(InputError, match=r"may be Kota Bandung \(32\.73\), Kabupaten Bandung"):
        region_code("Bandung")
    with pytest.raises(InputError, match="is called that"):
        region_code("Atlantis")
    with pytest.raises(InputError, match=r"; did you mean Kota Semarang or Kabupaten Semarang\?$"):
        region_code("Semarnag")
    assert index_ids("SPBE") == index_ids("spbe") == ["spbe"]
    assert named_index("Indeks Daya Beli", {"indeks-daya-beli"}) == ["indeks-daya-beli"]
    with pytest.raises(InputError, match=r"nor stated; did you mean SPBE\?$"):
        named_index("SPEB", ())


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = cli.main(list(arguments))
    out, err = capsys.readouterr()
    return code, out, err


def test_sql_in_three_forms(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sql = "select article_id, value, evidence from scores where period = '2023' and value > 4"
    code, out, _ = said(capsys, "query", str(folder), sql)
    assert code == 0
    assert "│ n1         │  4,27 │" in out
    _, out, _ = said(capsys, "query", str(folder), sql, "--format", "json")
    (row,) = json.loads(out)
    assert (row["value"], row["evidence"][0]["start"]) == (4.27, 0)
    _, out, _ = said(capsys, "query", str(folder), sql, "--format", "csv")
    header, cells = csv.reader(io.StringIO(out))
    assert header == ["article_id", "value", "evidence"]
    assert cells[:2] == ["n1", "4.27"]
    _, out, _ = said(capsys, "query", str(folder), "select 1 where false", "--format", "json")
    assert json.loads(out) == []


def test_every_table_can_be_asked(dataset: Dataset) -> None:
    for name in ("articles", "regions", "indices", "officials", "quotes", "dates", "rejects"):
        _, rows = dataset.ask(f"select count(*) from {name}")
        assert next(rows)[0] >= 0


def test_what_is_less_probable_is_left_out(folder: Path) -> None:
    def count(minimum: float, table: str) -> int:
        _, rows = Dataset(folder, minimum).ask(f"select count(*) from {table}")
        return int(next(rows)[0])

    assert count(0.9, "scores") == count(0, "scores") > 0
    assert (count(0.901, "scores"), count(0.901, "ranks")) == (0, 0)
    assert count(0.901, "articles") == count(0, "articles")
    assert series(Dataset(folder, 0.901), "SPBE", "15.71") == []


def test_a_dataset_without_a_column_is_to_be_made_anew(folder: Path, tmp_path: Path) -> None:
    old = shutil.copytree(folder, tmp_path / "old")
    scores = pq.read_table(old / "scores.parquet")
    pq.write_table(scores.drop_columns(["confidence"]), old / "scores.parquet")
    with pytest.raises(
        DatasetError, match=r"scores\.parquet: has no column confidence; `fakta doctor"
    ):
        Dataset(old)
    (old / "scores.parquet").write_bytes(b"none")
    with pytest.raises(DatasetError, match=r"scores\.parquet: is damaged"):
        Dataset(old)


def test_wrong_sql_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = said(capsys, "query", str(folder), "select nothing from nowhere")
    assert code == 1
    assert err.startswith("fakta: query: ")


def test_the_commands_print_what_was_found(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    jambi = ("--index", "SPBE", "--region", "Kota Jambi", "--format", "csv")
    _, out, _ = said(capsys, "series", str(folder), *jambi)
    row = list(csv.DictReader(io.StringIO(out)))[1]
    told = {
        "subject": "Kota Jambi",
        "level": "city",
        "province": "Jambi",
        "index_name": "Sistem Pemerintahan Berbasis Elektronik",
        "period": "2024",
        "value": "4.32",
        "predicate": "Memuaskan",
        "articles": "2",
        "of": "4",
        "publishers": "Harian A; Harian B",
        "sentence": "15.71 spbe 2024 4.32 Memuaskan",
        "url": "https://n1.id",
        "sources": "https://n1.id; https://n2.id",
    }
    assert {name: row[name] for name in told} == told
    _, out, _ = said(capsys, "series", str(folder), *jambi[:-2])
    assert all(told in out for told in ("4,32", "2/4", "Harian A;"))
    _, out, _ = said(capsys, "conflicts", str(folder), "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [row["value_text"] or row["position"] for row in rows[2:]] == [
        "4.32", "4.3", "4.23", "4", "4", "5",
    ]  # fmt: skip
    _, out, _ = said(capsys, "conflicts", str(folder))
    assert "peringkat 4" in out
    path = figures(tmp_path, "kode,indeks,tahun,nilai\n15.71,SPBE,2023,4.28\n")
    code, out, err = said(capsys, "verify", str(folder), "--against", str(path))
    assert code == 1
    assert "bertentangan" in out
    assert err == "fakta: 0 confirmed, 1 contradicted, 0 unknown\n"
    _, _, err = said(capsys, "series", str(folder), "--index", "IPM", "--region", "Kota Jambi")
    assert err == "fakta: no article states IPM of Kota Jambi\n"


def test_a_bad_name_or_row_costs_itself_alone(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    regions = ("--region", "Kota Jmabi", "--region", "Kota Semarang")
    code, out, err = said(capsys, "series", str(folder), "--index", "SPBE", *regions)
    assert (code, "3,9" in out) == (1, True)
    assert "region 'Kota Jmabi': no province, regency or city is called that" in err
    code, _, err = said(capsys, "series", str(folder), "--index", "SPEB", *regions)
    assert (code, err.count("\n")) == (1, 1)
    path = figures(
        tmp_path,
        "kode,indeks,tahun,nilai\n15.71,SPEB,2023,4\n15.71,SPBE,2023,x\n15.71,SPBE,2023,4.27\n",
    )
    code, out, err = said(capsys, "verify", str(folder), "--against", str(path))
    assert (code, "cocok" in out) == (1, True)
    assert err.splitlines() == [
        f"fakta: {path}:2: index 'SPEB': neither known nor stated; did you mean SPBE?",
        f"fakta: {path}:3: 'x' is no number",
        "fakta: 1 confirmed, 0 contradicted, 0 unknown, 2 not read",
    ]


def test_a_row_that_is_no_record_is_told_and_left_out(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = shutil.copytree(folder, tmp_path / "broken")
    table = pq.read_table(broken / "scores.parquet")
    rows = table.to_pylist()
    rows[0]["comparison"] = "around"
    rows[1]["value_text"] = "4,x"
    pq.write_table(pa.Table.from_pylist(rows, schema=table.schema), broken / "scores.parquet")
    jambi = ("--index", "SPBE", "--region", "Kota Jambi")
    code, out, err = said(capsys, "series", str(broken), *jambi, "--format", "json")
    assert (code, len(json.loads(out))) == (1, 5)
    path = broken / "scores.parquet"
    first, second = err.splitlines()
    assert first.startswith(f"fakta: {path}: fact 0 of n1: comparison: Input should be 'eq'")
    assert second == f"fakta: {path}: fact 1 of n1: value_text: '4,x' is no number"
    assert said(capsys, "report", str(broken), "-o", str(tmp_path / "page.html"))[0] == 1


def test_what_is_no_dataset_is_told(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="no dataset"):
        Dataset(tmp_path)
    (tmp_path / ".run").mkdir()
    with pytest.raises(DatasetError, match="has not ended"):
        Dataset(tmp_path)
    (tmp_path / "manifest.json").write_text("{", encoding="utf-8")
    with pytest.raises(DatasetError, match="damaged"):
        Dataset(tmp_path)
    manifest: dict[str, Any] = {
        **{"version": "1", "model": "m", "lexicon": "l", "inputs": [], "ignored": {}, "tables": {}},
        "options": {"format": "jsonl"},
        "counts": {"read": 0, "extracted": 0, "rejected": 0, "rejected_by_code": {}},
    }
    (tmp_path / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(DatasetError, match="lines of JSON"):
        Dataset(tmp_path)
    manifest["options"] = {"format": "parquet"}
    (tmp_path / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(DatasetError, match=r"articles\.parquet: is missing"):
        Dataset(tmp_path)


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (b"sep=;\r\nwilayah;indeks;tahun;nilai\r\nKota Jambi;SPBE;2024;4,32\r\n", None),
        (b'\xef\xbb\xbf"sep=,"\nwilayah,indeks,tahun,nilai\nKota Jambi,SPBE,2024,"4,32"\n', None),
        (b"wilayah;indeks;tahun;nilai\rKota Jambi;SPBE;2024;4,32\r", None),
        (
            "catatan – x;wilayah;indeks;tahun;nilai\n–;Kota Jambi;SPBE;2024;4,32\n".encode(
                "cp1252"
            ),
            "cp1252",
        ),
        ("wilayah;indeks;tahun;nilai\nKota Jambi;SPBE;2024;4,32\n".encode("utf-16"), None),
    ],
)
def test_figures_come_as_spreadsheets_save_them(
    tmp_path: Path, content: bytes, encoding: str | None
) -> None:
    (tmp_path / "resmi.csv").write_bytes(content)
    (figure,) = read_figures(tmp_path / "resmi.csv", encoding=encoding)
    assert (figure.region, figure.index, figure.period) == ("15.71", "SPBE", "2024")
    assert figure.value == Decimal("4.32")
    assert figure.line == (3 if b"sep=" in content else 2)


def test_figures_of_two_columns_of_one_name_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "resmi.csv"
    path.write_text("wilayah,indeks,tahun,nilai,nilai\nKota Jambi,SPBE,2024,4.3,4.4\n")
    with pytest.raises(InputError, match="two columns are called 'nilai'"):
        read_figures(path)
