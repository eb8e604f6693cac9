"""Two builds of the project beside one another: they read the same articles in turn."""

import gzip
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from benchmarks import earlier
from benchmarks.corpus import ROOT

PACKAGE = """
class _Made:
    nlp = tokenizer = property(lambda self: self)

    def pipe(self, texts):
        return (len(text) for text in texts)

    def extract_many(self, texts):
        return (sum(map(ord, text)) for text in texts if text.index("K") >= 0)


def load():
    return _Made()
"""
PROJECT = """
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "tried"
version = "1"

[tool.hatch.build.targets.wheel]
packages = ["extractor"]
"""


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """The folder of a package that reads articles as this one does."""
    (tmp_path / "extractor").mkdir()
    (tmp_path / "extractor" / "__init__.py").write_text(PACKAGE, encoding="utf-8")
    return tmp_path


def test_a_build_reads_in_its_own_process_and_tells_its_time(package: Path) -> None:
    with earlier.build(package) as build:
        assert 0 <= build.seconds("tokens", ["Kota"] * 9) < 5
        assert 0 < build.seconds("whole extraction", ["Kota" * 1_000] * 99) < 5
        with pytest.raises(RuntimeError, match="ended"):
            build.seconds("whole extraction", ["without"])


@pytest.mark.slow
def test_an_earlier_commit_is_installed_for_a_while(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (package / "pyproject.toml").write_text(PROJECT, encoding="utf-8")
    git = ["git", "-C", str(package), "-c", "user.name=a", "-c", "user.email=a@example.org"]
    for command in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "-m", "one"]):
        subprocess.run([*git, *command], check=True)
    (package / "extractor" / "__init__.py").write_text("not Python", encoding="utf-8")
    monkeypatch.setattr(earlier, "ROOT", package)
    with earlier.installed("HEAD") as place:
        assert (place / "extractor" / "__init__.py").read_text(encoding="utf-8") == PACKAGE
        assert list(place.glob("tried-1.dist-info"))
    listed = subprocess.run([*git, "worktree", "list"], check=True, capture_output=True, text=True)
    assert len(listed.stdout.splitlines()) == 1
    assert not place.exists()
    with pytest.raises(subprocess.CalledProcessError), earlier.installed("nowhere"):
        pass


def test_articles_come_from_folders_and_archives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "b.txt").write_text("Kota Blitar", encoding="utf-8")
    (tmp_path / "a.txt").write_text("Kota Tegal", encoding="utf-8")
    assert earlier.articles(tmp_path) == ["Kota Tegal", "Kota Blitar"]
    texts = [f"Wali Kota Blitar pada hari Jumat menyebut nilai {at} dan {at}." for at in range(5)]
    with gzip.open(tmp_path / "news.jsonl.gz", "wt", encoding="utf-8") as file:
        file.writelines(json.dumps({"text": text}) + "\n" for text in texts)
    monkeypatch.setattr(earlier, "_MOST", 3)
    assert earlier.articles(tmp_path / "news.jsonl.gz") == texts[:3]


def test_both_builds_read_in_turn_and_the_median_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("Kota Tegal", encoding="utf-8")
    read: list[tuple[str, str]] = []

    class Told:
        def __init__(self, root: Path) -> None:
            self.root = root

        def seconds(self, way: str, texts: list[str]) -> float:
            assert texts == ["Kota Tegal"]
            read.append((self.root.name, way))
            return (6 if self.root.name == "then" else 3) + (len(read) == 9) * 24

    @contextmanager
    def installed(commit: str) -> Iterator[Path]:
        yield Path(commit)

    monkeypatch.setattr(earlier, "installed", installed)
    monkeypatch.setattr(earlier, "build", contextmanager(lambda root: iter([Told(root)])))
    monkeypatch.setattr(sys, "argv", ["earlier", "then", str(tmp_path)])
    assert earlier.main() == 0
    assert read[:12] == [("then", "tokens"), (ROOT.name, "tokens")] * 6
    head, columns, tokens, whole = capsys.readouterr().out.splitlines()
    assert head == f"{tmp_path}: 1 articles of 10"
    assert columns.split()[2:4] == ["then", "now"]
    assert tokens.split() == ["tokens", "10800.0", "3000.0", "2.00", "2.00-10.00"]
    assert whole.split() == ["whole", "extraction", "6000.0", "3000.0", "2.00", "2.00-2.00"]


def test_without_a_commit_there_is_nothing_to_compare(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["earlier"])
    assert earlier.main() == 2
    assert "COMMIT" in capsys.readouterr().err
