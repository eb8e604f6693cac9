"""What the README shows is what the code does."""

import re
from pathlib import Path

import pytest

from extractor.cli import main
from tests.snippets import printed, said, snippets

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "README.md"
README = PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize("code", snippets(PAGE), ids=lambda code: code.splitlines()[0])
def test_snippet_prints_what_its_comments_say(code: str) -> None:
    assert said(code)
    assert printed(code, PAGE.name) == said(code)


def test_tables_are_from_a_real_run(capsys: pytest.CaptureFixture[str]) -> None:
    shown = re.findall(r"^[│].*[│]$", README, re.MULTILINE)
    assert len(shown) == 9
    main(["extract", str(ROOT / "fixtures" / "aceh-keterbukaan-informasi.txt")])
    written = [line.strip() for line in capsys.readouterr().out.splitlines()]
    assert [row for row in shown if row not in written] == []
