"""What docs/archive.md shows is what the commands print."""

import shutil
from pathlib import Path

import pytest

from tests import snippets

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "archive.md").read_text(encoding="utf-8")
BLOCKS = snippets.commands(DOCS / "archive.md")


def test_the_walk_through_is_from_a_real_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("berita.jsonl", "resmi.csv"):
        shutil.copy(DOCS / name, name)
    assert Path("resmi.csv").read_text(encoding="utf-8") in PAGE
    assert len(BLOCKS) == 12
    for command, shown in BLOCKS:
        assert snippets.told(command, capsys) == shown
    for code in snippets.snippets(DOCS / "archive.md"):
        assert snippets.printed(code, "archive.md") == snippets.said(code)


def test_every_code_of_a_reject_is_explained() -> None:
    from extractor.archive.items import REJECT_CODES

    assert [code for code in REJECT_CODES if f"`{code}`" not in PAGE] == []
