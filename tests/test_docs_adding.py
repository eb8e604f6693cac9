"""An index or an alias is one entry in a data file: the page that says so is tried out."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "adding.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    assert found is not None
    return found[1]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Return a copy of the package with the entries of the page in its data files."""
    skip = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "extractor", tmp_path / "extractor", ignore=skip)
    (tmp_path / "models").symlink_to(ROOT / "models")
    lexicon = tmp_path / "extractor" / "lexicon"
    with (lexicon / "regions_aliases.csv").open("a", encoding="utf-8") as aliases:
        aliases.write(block("csv"))
    catalogue = lexicon / "indices.yaml"
    text = catalogue.read_text(encoding="utf-8")
    assert text.count("\nindices:\n") == 1
    text = text.replace("\nindices:\n", f"\nindices:\n{block('yaml')}")
    catalogue.write_text(text, encoding="utf-8")
    return tmp_path


def test_two_entries_are_all_it_takes(checkout: Path) -> None:
    code = block("python")
    said = [
        line.removeprefix("# Out: ") for line in code.splitlines() if line.startswith("# Out: ")
    ]
    run = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, '.')\n{code}"],
        cwd=checkout,
        env={**os.environ, "PYTHONPATH": str(checkout)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.stderr == ""
    assert run.stdout.splitlines() == said


def test_the_entries_are_short() -> None:
    assert len(block("yaml").splitlines()) + len(block("csv").splitlines()) <= 10
