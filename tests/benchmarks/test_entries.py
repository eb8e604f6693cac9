"""Each command that measures runs, on next to nothing: what it measures is told in the docs."""

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

import extractor
from benchmarks import (
    archive_memory,
    corpus,
    figures,
    length,
    length_speech,
    pages,
    processes,
    speed,
    timing,
)
from tests.reader import reader

ROOT = Path(__file__).parents[2]
TEXT = "Indeks SPBE Kota Blitar naik dari 3,24 pada 2022 menjadi 3,40 (Baik) pada 2023."


@pytest.fixture(autouse=True)
def loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    made = reader()
    monkeypatch.setattr(extractor, "load", lambda: made)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(f"{TEXT}\n{TEXT.replace('Blitar', 'Tegal')}\n", "utf-8")
    return tmp_path


def test_every_command_is_measured_here_or_elsewhere() -> None:
    """A new one is to be tried too."""
    here = {one.__name__.rpartition(".")[2] for one in (archive_memory, length, length_speech)}
    here |= {"corpus", "figures", "pages", "processes", "speed", "timing"}
    elsewhere = {"earlier", "precision", "reliability", "rules", "stock", "swapping", "tables"}
    elsewhere.add("scale")  # minutes long: its archive is what `swapping` makes
    there = {path.stem for path in (ROOT / "benchmarks").glob("[!_]*.py")}
    assert there == here | elsewhere


@pytest.mark.parametrize("command", [length, length_speech], ids=["length", "length_speech"])
@pytest.mark.parametrize(("limit", "code"), [(1e9, 0), (-1.0, 1)])
def test_cost_by_length_fails_above_its_limit(
    command: ModuleType,
    limit: float,
    code: int,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name, value in {"REPEATS": (1, 2), "ROUNDS": 1, "LIMIT": limit, "FIXTURES": folder}.items():
        monkeypatch.setattr(command, name, value)
    monkeypatch.setattr(length_speech, "SPEECH", length_speech.SPEECH[:200])
    monkeypatch.setattr(length, "LINES", ("4,1 dan ",))
    monkeypatch.setattr(length, "SIZES", (200, 400))
    main: Callable[[], int] = command.main
    assert main() == code
    _, *rows = capsys.readouterr().out.splitlines()
    rows = [row for row in rows if "'" not in row]
    assert [row.split()[-4] for row in rows] == ["1", "2"] * (len(rows) // 2)


def test_pages_are_told_for_each_choice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("01.html", "01.txt"):
        (tmp_path / name).write_bytes((pages.PAGES / name).read_bytes())
    monkeypatch.setattr(pages, "PAGES", tmp_path)
    pages.main()
    head, *lines = capsys.readouterr().out.splitlines()
    assert head.startswith("1 pages")
    assert [line[:14].strip() for line in lines] == list(pages.CHOICES)
    assert all(line.count("%") == 3 for line in lines)


def test_figures_are_of_the_articles_of_a_folder(folder: Path) -> None:
    facts = "article: a\ncomplete: true\nregions: ['35.72', '33.76']\n"
    (folder / "a.facts.yaml").write_text(facts, encoding="utf-8")
    head, rule, row, _, about = figures.table(reader(), folder).splitlines()
    assert head.count("|") == rule.count("|") == row.count("|")
    assert row.startswith("| 1 fixtures, 2 facts | 100 (100) |")
    assert reader().provenance.lexicon in about


def test_articles_are_cut_to_one_length_and_never_alike(folder: Path) -> None:
    texts = corpus.articles([folder], count=30, length=400)
    assert len(set(texts)) == len(texts) == 30
    assert min(map(len, texts)) >= 300


def test_treebank_sentences_are_measured_as_paragraphs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(corpus, "OWN", ())
    lines = [f"# text = Kalimat {at}.\n1\tKalimat\n\n" for at in range(4)]
    (tmp_path / "a.conllu").write_text("".join(lines), encoding="utf-8")
    (text,) = corpus.articles([tmp_path], count=1, length=40)
    assert text.startswith("Kalimat 0. Kalimat 1. Kalimat 2.\nKalimat 3.")


def test_ways_read_the_same_parts_in_turn() -> None:
    read: list[tuple[str, list[str]]] = []
    ways: dict[str, timing.Work] = {
        "one": lambda part: read.append(("one", part)),
        "two": lambda part: read.append(("two", part)),
    }
    costs = timing.side_by_side(ways, ["a", "b", "c"], rounds=2)
    assert read == [("one", ["a", "b"]), ("two", ["a", "b"]), ("one", ["c"]), ("two", ["c"])]
    assert costs["one"].articles == [2, 1]
    slow, fast = timing.Cost(cpu=[4, 9], articles=[2, 3]), timing.Cost(cpu=[1, 1], articles=[2, 3])
    assert fast.times(slow) == (4, 6.5, 9)
    assert slow.each == 2600


def test_the_speed_is_told_beside_stock(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = [TEXT.replace("3,40", f"3,{at}") for at in range(41, 89)]
    monkeypatch.setattr(speed, "articles", lambda folders: texts)
    monkeypatch.setattr(speed, "compare", lambda some: iter(["two processes"]))
    monkeypatch.setattr(speed, "_STARTS", {"nothing": "pass"})
    monkeypatch.setattr(length, "main", lambda: 1)
    monkeypatch.setattr("sys.argv", ["speed"])
    assert speed.main() == 1
    out = capsys.readouterr().out
    for words in ("stock Stanza, bulk", "whole extraction", "fakta_regions", "two processes"):
        assert f"\n{words} " in out or f"\n{words}\n" in out


@pytest.mark.slow
def test_one_worker_is_told_beside_two(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_ROUNDS", 1)
    lines = list(processes.compare([TEXT] * 4))
    assert [line.split("  ")[0] for line in lines[:2]] == ["one process", "two processes"]
    assert lines[-1].startswith("peak memory of a worker: ")


@pytest.mark.slow
def test_the_memory_of_an_archive_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "b.txt").write_text(f"{TEXT} {TEXT}", encoding="utf-8")
    changed = {"FIXTURES": folder, "EVERY": 10, "PROCESSES": 1, "LIMIT": 9.0}
    for name, value in changed.items():
        monkeypatch.setattr(archive_memory, name, value)
    monkeypatch.setattr("sys.argv", ["archive_memory", "30"])
    assert archive_memory.main() == 0
    rows = [line.split() for line in capsys.readouterr().out.splitlines()[1:]]
    assert int(rows[-1][0]) == 30
    assert all(float(row[1]) > 0 < float(row[2]) for row in rows)
