"""What the README shows is what the code does."""

from pathlib import Path

import pytest

from tests import transcripts
from tests.snippets import printed, said, snippets

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "README.md"
README = PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize("code", snippets(PAGE), ids=lambda code: code.splitlines()[0])
def test_snippet_prints_what_its_comments_say(code: str) -> None:
    assert said(code)
    assert printed(code, PAGE.name) == said(code)


def test_tables_are_from_a_real_run() -> None:
    shown = transcripts.rows(README)
    assert len(shown) == 9
    written = transcripts.rows(transcripts.told(f"fakta extract {ROOT / transcripts.SAMPLE}"))
    assert [row for row in shown if row not in written] == []
