"""Words of one's own are a few entries in data files: the page that says so is tried out."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from extractor.lexicon.own_files import read_own

PAGE = (Path(__file__).parent.parent / "docs" / "adding.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    assert found is not None
    return found[1]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with all entries of the page."""
    (tmp_path / "kata").mkdir()
    contents = {"indices.yaml": block("yaml"), "aliases.csv": block("csv")}
    for name in ("offices.yaml", "names.yaml", "organisations.yaml"):
        contents[name] = block(f'yaml title="{name}"')
    for name, content in contents.items():
        (tmp_path / "kata" / name).write_text(content, encoding="utf-8")
    return tmp_path


def test_two_entries_are_all_it_takes(folder: Path) -> None:
    code = block("python")
    said = [
        line.removeprefix("# Out: ") for line in code.splitlines() if line.startswith("# Out: ")
    ]
    run = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.stderr == ""
    assert run.stdout.splitlines() == said


def test_the_entries_are_fine_and_short(folder: Path) -> None:
    words = read_own(folder / "kata")
    assert words.notes == ()
    assert len(words.heads) == 2
    assert len(block("yaml").splitlines()) + len(block("csv").splitlines()) <= 10
