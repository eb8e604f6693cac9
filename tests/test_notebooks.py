"""The notebooks in docs/ run, and show what they show in print."""

from pathlib import Path

import nbformat
import pytest

from tests.notebooks import NOTEBOOKS, outputs, run


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_shows_what_its_cells_give(path: Path) -> None:
    written = outputs(nbformat.read(path, as_version=4))
    assert any(written)
    assert outputs(run(path)) == written
