"""Articles that have one text: what is a copy, what is not, and how questions count them."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor import cli
from extractor.archive.fingerprint import SIZE, fingerprint
from extractor.archive.options import Options
from extractor.archive.questions.conflicts import score_conflicts
from extractor.archive.questions.copies import copies, is_copy
from extractor.archive.questions.dataset import Dataset
from extractor.archive.questions.series import series
from extractor.archive.run import run
from extractor.archive.tables import to_tables
from extractor.report.points import score_points
from tests import articles as a
from tests.archive import fakes
from tests.archive.makers import json_lines
from tests.archive.test_questions import Noted

RELEASE = (
    "Pemerintah Kota Jambi mengumumkan hasil penilaian layanan digital pada Kamis (6/2/2025). "
    "Tim penilai mencatat 42 layanan yang sudah dapat dipakai warga lewat telepon genggam. "
    "Jumlah itu bertambah 9 layanan dibandingkan dengan tahun sebelumnya. "
    "Kepala dinas menjelaskan bahwa antrean di kantor kecamatan kini jauh lebih pendek. "
    "Warga cukup mengunggah berkas lalu menunggu kabar melalui pesan singkat. "
    "Ia menambahkan bahwa pelatihan bagi petugas akan dimulai pada bulan depan. "
    "Anggaran pelatihan itu mencapai 1,2 miliar rupiah dan berasal dari kas daerah. "
    "Penilaian berikutnya dijadwalkan pada akhir tahun oleh tim yang sama."
)
SENTENCES = RELEASE.split(". ")
FORM = (
    "Realisasi belanja {0} sampai pekan ini tercatat {1} miliar rupiah dari pagu {2} miliar "
    "rupiah. Data itu berasal dari laman pemantauan anggaran yang diperbarui setiap hari. "
    "Porsi terbesar ada pada belanja pegawai, disusul belanja barang dan jasa, lalu belanja modal. "
    "Pada periode yang sama tahun lalu belanja {0} mencapai {3} miliar rupiah. Pembaca dapat "
    "melihat rincian lengkap menurut dinas pada tabel yang kami sajikan di bawah tulisan ini."
)
OTHER = (
    "Jembatan gantung di desa kami akhirnya dibuka kembali setelah diperbaiki selama 3 bulan. "
    "Anak sekolah tidak perlu lagi memutar sejauh 7 kilometer setiap pagi."
)


@pytest.mark.parametrize(
    "copy",
    [
        RELEASE.upper(),
        f"Warta Kita, Jakarta, 7 Februari 2025 - {RELEASE}",
        ". ".join(SENTENCES[:5]) + ".",
        ". ".join(SENTENCES[:3] + SENTENCES[4:]) + "\n(abc)",
        RELEASE.replace(". ", ".\nBaca juga: Harga Cabai di Pasar Angso Duo Turun\n"),
        RELEASE.replace(
            "Ia menambahkan bahwa pelatihan bagi petugas akan dimulai pada bulan depan",
            "Menurut dia, petugas mulai dilatih bulan depan",
        ),
    ],
    ids=["letters", "dateline", "tail cut", "sentence left out", "links", "reworded"],
)
def test_what_syndication_does_to_a_text_leaves_a_copy(copy: str) -> None:
    assert is_copy(RELEASE, copy)
    assert is_copy(copy, RELEASE)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (FORM.format("Kota Jambi", 410, 900, 388), FORM.format("Kota Solo", 512, 870, 471)),
        (RELEASE, OTHER),
        (RELEASE, " ".join([SENTENCES[0], OTHER])),
        ("Berita foto", "Galeri foto"),
        ("", ""),
        ("", RELEASE),
    ],
    ids=["one form", "other", "quoted", "short", "empty", "nothing in it"],
)
def test_what_tells_something_else_is_none(one: str, other: str) -> None:
    assert not is_copy(one, other)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=400), st.text(max_size=400))
def test_any_text_has_a_fingerprint(one: str, other: str) -> None:
    found = fingerprint(one)
    assert found == sorted(set(found))
    assert len(found) <= SIZE
    assert all(0 <= number < 2**64 for number in found)
    assert is_copy(one, other) == is_copy(other, one)
    assert is_copy(one, one) == bool(found)


def test_a_fingerprint_is_the_same_on_every_machine() -> None:
    assert fingerprint("satu dua tiga empat lima") == [3856584024176580171]
    # Half of a surrogate pair is no letter of a word.
    assert fingerprint("\ud800 satu") == fingerprint("satu")


def grouped(texts: dict[str, str]) -> dict[str, str]:
    """Return the `text_id` of each article of a group."""
    base = duckdb.connect()
    made = to_tables(a.article(id=id, text=text) for id, text in texts.items())
    base.register("articles", made["articles"])

    def ask(sql: str, values: Any = ()) -> Iterator[tuple[object, ...]]:
        yield from base.execute(sql, list(values)).fetchall()

    return {row["article_id"]: row["text_id"] for row in copies(ask).to_pylist()}


def test_a_copy_of_a_copy_is_of_the_same_text() -> None:
    texts = {"a": RELEASE, "b": ". ".join(SENTENCES[:6]), "c": ". ".join(SENTENCES[:3])}
    assert grouped({**texts, "d": OTHER}) == {"a": "a", "b": "a", "c": "a"}


def test_of_many_copies_each_is_found_and_few_are_compared(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared = []

    def counted(one: str, other: str) -> bool:
        compared.append((one, other))
        return is_copy(one, other)

    monkeypatch.setattr("extractor.archive.questions.copies.is_copy", counted)
    texts = {f"n{number:03}": f"Warta {number} - {RELEASE}" for number in range(300)}
    texts |= {f"f{n:03}": FORM.format(f"Kota {n}", n, n + 777, n + 7) for n in range(300)}
    assert grouped(texts) == {f"n{number:03}": "n000" for number in range(300)}
    assert len(compared) < 600 * 16


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a dataset in which three of five articles have one text, one of them cut."""
    folder = tmp_path_factory.mktemp("copies")
    notes = [f"15.71 spbe {year} 4.{year % 100}" for year in range(2005, 2025)]
    texts = {
        "c1": ("Harian B", "2025-02-07", notes),
        "c2": ("Harian A", "2025-02-06", notes),
        "c3": ("Harian C", "2025-02-08", notes[4:]),
        "d1": ("Harian D", "2025-02-06", ["15.71 spbe 2024 4.24"]),
        "e1": ("Harian E", "2025-02-06", ["15.71 spbe 2024 4.9", "15.71 spbe 2023 4.9"]),
    }
    rows = [
        {"id": id, "publisher": publisher, "published": day, "text": "\n".join(lines)}
        for id, (publisher, day, lines) in texts.items()
    ]
    (folder / "a.jsonl").write_bytes(json_lines(rows))
    options = Options(any_language=True)
    run(
        [str(folder / "a.jsonl")],
        folder / "data",
        lambda: fakes.Inline(options, Dated()),
        a.PROVENANCE,
        options,
        fakes.Silent(),
    )
    return folder / "data"


class Dated(Noted):
    """Keeps the day of an article, too."""

    def extract_many(self, texts: Any) -> Iterator[Any]:
        sources = [*texts]
        for source, article in zip(sources, super().extract_many(sources), strict=True):
            yield article.model_copy(update={"published": source.published})


def test_copies_are_one_source_of_a_series(folder: Path) -> None:
    points = {
        (point.period, str(point.version.fact.value)): point
        for point in series(Dataset(folder), "SPBE", "Kota Jambi")
    }
    last = points["2024", "4.24"]
    assert (len(last.version.articles), last.version.copies, last.of) == (4, 2, 3)
    assert last.version.texts == {"c2", "d1"}
    first = points["2005", "4.5"]
    assert (len(first.version.articles), first.version.copies, first.of) == (2, 1, 1)


def test_the_version_of_most_texts_leads_a_conflict(folder: Path) -> None:
    told = {
        conflict.fact.period: [
            (str(version.fact.value), len(version.articles), version.copies)
            for version in conflict.versions
        ]
        for conflict in score_conflicts(Dataset(folder))
    }
    # Three articles against one are one source against one.
    assert told == {
        "2023": [("4.23", 3, 2), ("4.9", 1, 0)],
        "2024": [("4.24", 4, 2), ("4.9", 1, 0)],
    }


def test_a_report_counts_them_apart(folder: Path) -> None:
    found, _ = score_points(Dataset(folder))
    counts = {(point.fact.period, point.number): point for point in found}
    assert counts["2024", 4.24].articles == 4
    assert counts["2024", 4.24].copies == 2


def test_sql_asks_them(folder: Path) -> None:
    sql = "with c as (from Copies) select article_id, text_id from c order by 1"
    rows = [("c1", "c2"), ("c2", "c2"), ("c3", "c2")]
    dataset = Dataset(folder)
    assert [*dataset.ask(sql)[1]] == rows
    assert [*dataset.ask(sql)[1]] == rows
    found = Dataset(folder, reads_files=True).arrow(sql).read_all()
    assert found["article_id"].to_pylist() == ["c1", "c2", "c3"]


def test_the_command_lists_them(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["duplicates", str(folder), "--format", "json"]) == 0
    out, err = capsys.readouterr()
    rows = json.loads(out)
    assert [(row["text_id"], row["articles"], row["article_id"]) for row in rows] == [
        ("c2", 3, "c2"),
        ("c2", 3, "c1"),
        ("c2", 3, "c3"),
    ]
    assert "fakta: articles with a text in common: 3, texts: 1" in err
    assert cli.main(["duplicates", str(folder)]) == 0
    assert "Harian C" in capsys.readouterr().out


def test_a_series_tells_copies_in_every_form(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["series", str(folder), "--index", "SPBE", "--region", "Kota Jambi"]
    assert cli.main(arguments) == 0
    out = capsys.readouterr().out
    (line,) = [line for line in out.splitlines() if "│ 2005 " in line]
    cells = [cell.strip() for cell in line.split("│")]
    # The cells are narrow: "2 (1 salinan)" goes on below.
    assert cells[4].startswith("2")
    assert cells[5] == "1/1"
    assert "salinan)" in out
    assert cli.main([*arguments, "-o", str(tmp_path / "a.parquet")]) == 0
    table = pa.parquet.read_table(tmp_path / "a.parquet")
    assert max(table["copies"].to_pylist()) == 2
