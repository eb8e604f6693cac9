"""What two datasets state differently, when it is known what that is."""

import json
import shutil
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor import cli
from extractor.archive.questions.difference import Change, Compared, difference
from extractor.archive.questions.pairing import pairs
from extractor.errors import InputError
from tests.archive.changing import edited, two


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return two(tmp_path_factory.mktemp("difference"))


def told(change: Change) -> tuple[object, ...]:
    return (change.kind, change.outcome, change.article, change.differing)


def test_each_change_is_told_with_what_differs(folders: tuple[Path, Path]) -> None:
    found = difference(*folders)
    assert [told(change) for change in found.changes] == [
        ("scores", "changed", "n1", ("value",)),
        ("scores", "changed", "n1", ("period",)),
        ("scores", "changed", "n2", ("subject_code", "subject_name", "predicate")),
        ("scores", "changed", "n3", ("index", "period")),
        ("ranks", "lost", "n1", ()),
        ("articles", "changed", "n1", ("title",)),
    ]
    value = found.changes[0]
    assert (value.old and value.old["value"], value.row["value"]) == (4.27, 4.5)
    assert (value.sentence, value.url) == ("15.71 spbe 2023 4.27", "https://n1.id")
    assert [value.sentence[start:end] for start, end in value.marks] == [value.sentence]
    assert found.rows["ranks"] == {"old": 7, "new": 6}
    assert found.by_kind()["scores"] == {"changed": 4}
    assert found.by_index() == {"SPBE": {"changed": 3, "lost": 1}, "SAKIP": {"changed": 1}}


def test_what_was_read_otherwise_but_says_the_same_is_no_change(
    folders: tuple[Path, Path],
) -> None:
    old, _ = folders
    assert difference(old, old).changes == ()
    moved = difference(*folders, Compared(kinds=["scores"], moved=0.3)).changes
    (surer,) = (change for change in moved if change.differing == ("confidence",))
    assert surer.old is not None
    assert (surer.old["confidence"], surer.row["confidence"]) == (0.9, 0.5)


def test_gained_is_lost_the_other_way_round(folders: tuple[Path, Path]) -> None:
    old, new = folders
    there, back = difference(old, new), difference(new, old)
    turned = {"gained": "lost", "lost": "gained", "changed": "changed"}
    assert [(c.kind, turned[c.outcome]) for c in back.changes] == [
        (c.kind, c.outcome) for c in there.changes
    ]


def test_less_can_be_asked_for(folders: tuple[Path, Path]) -> None:
    found = difference(*folders, Compared(index="SPBE"))
    assert {change.kind for change in found.changes} == {"scores", "ranks"}
    assert found.rows["scores"]["new"] == found.rows["scores"]["old"] - 1
    assert list(difference(*folders, Compared(kinds=["ranks"])).rows) == ["ranks"]
    with pytest.raises(InputError, match=r"kind 'rank': .* did you mean ranks"):
        difference(*folders, Compared(kinds=["rank"]))
    with pytest.raises(InputError, match="did you mean SPBE"):
        difference(*folders, Compared(index="SPEB"))


def test_a_dataset_of_an_older_version_is_compared_by_what_both_have(
    folders: tuple[Path, Path], tmp_path: Path
) -> None:
    old = Path(shutil.copytree(folders[0], tmp_path / "old"))
    scores = pq.read_table(old / "scores.parquet")
    pq.write_table(scores.drop_columns(["basis", "confidence"]), old / "scores.parquet")
    (old / "dates.parquet").unlink()
    found = difference(old, folders[0])
    assert found.changes == ()
    assert found.lacking == (
        f"{old}: scores has no column basis",
        f"{old}: scores has no column confidence",
        f"{old}: has no table dates",
    )


def test_facts_of_an_article_that_is_gone_are_lost(
    folders: tuple[Path, Path], tmp_path: Path
) -> None:
    new = Path(shutil.copytree(folders[0], tmp_path / "new"))
    for table, key in (("articles", "id"), ("scores", "article_id")):
        edited(new, table, lambda rows, key=key: [row for row in rows if row[key] != "n6"])  # type: ignore[misc]
    found = difference(folders[0], new)
    assert [(c.kind, c.outcome) for c in found.changes] == [
        *[("scores", "lost")] * 3,
        ("articles", "lost"),
    ]
    assert found.changes[0].sentence == "33.74 spbe 2024 3.1"


ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "subject_code": st.sampled_from(["15", "33"]),
            "index": st.sampled_from(["spbe", "ipm"]),
            "value": st.sampled_from([1.0, 2.0]),
            "evidence": st.lists(st.fixed_dictionaries({"start": st.integers(0, 3)}), max_size=2),
        }
    ),
    max_size=6,
)


@given(old=ROWS, new=ROWS)
def test_every_row_has_one_place_in_the_pairs(
    old: list[dict[str, object]], new: list[dict[str, object]]
) -> None:
    found = list(pairs("scores", old, new))
    assert [one for one, _ in found if one is not None] == old
    heirs = [id(other) for _, other in found if other is not None]
    assert sorted(heirs) == sorted(map(id, new))


def said(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = cli.main(["diff", *map(str, arguments)])
    out, err = capsys.readouterr()
    return code, out, err


def test_the_command_is_fit_for_ci(
    folders: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = folders
    code, out, err = said(capsys, old, old)
    assert (code, err, "berubah" in out) == (0, "", True)
    code, out, _ = said(capsys, old, new)
    assert code == 1
    assert "~ n1: skor: Kota 15.71 · SPBE · 2023 · 4,5" in out
    assert "    Nilai: 4,27 → 4,5\n    15.71 spbe 2023 4.27\n" in out
    assert "    Wilayah/lembaga: Kota 15.71 (15.71) → Kota 33.74 (33.74)" in out
    assert "- n1: peringkat: " in out
    code, out, _ = said(capsys, old, new, "--quiet")
    assert (code, "Nilai:" in out) == (1, False)
    code, out, err = said(capsys, old, tmp_path / "none")
    assert (code, out, err) == (2, "", f"fakta: {tmp_path / 'none'}: no dataset\n")
    assert said(capsys, old, new, "--index", "SPEB")[0] == 2
    assert said(capsys, old, new, "-o", tmp_path / "no" / "a.json")[0] == 2


def test_the_command_writes_every_form(
    folders: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out, _ = said(capsys, *folders, "--format", "json")
    data = json.loads(out)
    assert data["same"] is False
    assert data["kinds"]["ranks"] == {"old": 7, "new": 6, "gained": 0, "lost": 1, "changed": 0}
    first = data["differences"][0]
    assert (first["differing"], first["old"]["value"], first["new"]["value"]) == (
        ["value"],
        4.27,
        4.5,
    )
    path = tmp_path / "beda.parquet"
    assert said(capsys, *folders, "-o", path)[0] == 1
    rows = pq.read_table(path).to_pylist()
    assert rows[0]["differing"] == "Nilai: 4,27 → 4,5"
    assert rows[-2]["new"] is None


def environment(folder: Path, dataset: Path | None) -> Path:
    """Return an environment in `folder`, whose `fakta batch` makes `dataset`, or fails."""
    python = folder / "bin" / "python"
    python.parent.mkdir(parents=True)
    # -P -m extractor.cli batch CORPUS --out FOLDER --allow-rejects
    work = f'test "$1$2$3$4$5" = "-P-mextractor.clibatcharsip.jsonl" && cp -r "{dataset}" "$7"'
    python.write_text(f"#!/bin/sh\n{work if dataset else 'exit 3'}\n", encoding="utf-8")
    python.chmod(0o755)
    return folder


def test_two_versions_are_compared_on_one_corpus(
    folders: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = (
        environment(tmp_path / name, folder)
        for name, folder in zip(("lama", "baru"), folders, strict=True)
    )
    code, out, err = said(capsys, old, new, "--corpus", "arsip.jsonl")
    assert (code, err) == (1, "")
    assert "~ n1: skor: Kota 15.71 · SPBE · 2023 · 4,5" in out
    assert said(capsys, old, old / "bin" / "python", "--corpus", "arsip.jsonl")[0] == 0
    broken = environment(tmp_path / "rusak", None)
    code, _, err = said(capsys, old, broken, "--corpus", "arsip.jsonl")
    assert (code, "rusak/bin/python: `fakta batch` ended with 3 there" in err) == (2, True)
    code, _, err = said(capsys, old, folders[1], "--corpus", "arsip.jsonl")
    assert (code, "no environment of Python" in err) == (2, True)
