"""What docs/archive.md shows is what the commands print."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from extractor import cli
from tests import snippets

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "archive.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```console\n\$ (.*)\n((?:.*\n)*?)```", PAGE)


def said(command: str, capsys: pytest.CaptureFixture[str]) -> str:
    """Return what `command` prints; without what depends on the clock and the build."""
    program, *arguments = shlex.split(command)
    assert program == "fakta"
    cli.main(arguments)
    out, err = capsys.readouterr()
    told = [line for line in err.splitlines(keepends=True) if line.startswith("fakta: ")]
    shown = re.sub(r" +\n", "\n", out + "".join(told))
    # What made the records changes with every word of a lexicon.
    return re.sub(r"\b(model|leksikon) [0-9a-f]{16}", r"\1 …", shown)


def test_the_walk_through_is_from_a_real_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("berita.jsonl", "resmi.csv"):
        shutil.copy(DOCS / name, name)
    assert Path("resmi.csv").read_text(encoding="utf-8") in PAGE
    assert len(BLOCKS) == 12
    for command, shown in BLOCKS:
        assert said(command, capsys) == shown
    for code in snippets.snippets(DOCS / "archive.md"):
        assert snippets.printed(code, "archive.md") == snippets.said(code)


def test_every_code_of_a_reject_is_explained() -> None:
    from extractor.archive.items import REJECT_CODES

    assert [code for code in REJECT_CODES if f"`{code}`" not in PAGE] == []
