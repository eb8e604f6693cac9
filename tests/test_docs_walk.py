"""The walk of docs/contoh.md, from installing to answers, is from a real run."""

import functools
import shutil
from pathlib import Path

import pytest

import extractor
from tests import snippets

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "contoh.md"
GIVEN = ("fixtures/nasional-ppd-2021.txt", "docs/berita.jsonl", "docs/koreksi.yaml")
MADE = ("berita.html", "berita.facts.yaml", "data/manifest.json", "skor.xlsx", "laporan.html")


def test_every_command_prints_what_the_page_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    # One extractor for all commands: what each costs by itself is tested elsewhere.
    monkeypatch.setattr(extractor, "load", functools.cache(extractor.load))
    for name in GIVEN:
        Path(name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, name)
    blocks = snippets.commands(PAGE)
    assert len(blocks) == 17
    for command, shown in blocks:
        assert snippets.told(command, capsys) == shown, command
    assert [name for name in MADE if not Path(name).stat().st_size] == []
