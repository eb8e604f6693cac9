"""What the README shows is what the code does."""

import contextlib
import io
import re
from pathlib import Path

import pytest

from extractor.cli import main

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
SNIPPETS = re.findall(r"```python\n(.*?)```", README, re.DOTALL)


@pytest.mark.parametrize("code", SNIPPETS, ids=lambda code: code.splitlines()[0])
def test_snippet_prints_what_its_comments_say(code: str) -> None:
    said = [
        line.removeprefix("# Out: ") for line in code.splitlines() if line.startswith("# Out: ")
    ]
    assert said
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, "README.md", "exec"), {})
    assert printed.getvalue().splitlines() == said


def test_tables_are_from_a_real_run(capsys: pytest.CaptureFixture[str]) -> None:
    shown = re.findall(r"^[│].*[│]$", README, re.MULTILINE)
    assert len(shown) == 18
    main(["extract", str(ROOT / "fixtures" / "jambi-smart-city-spbe.txt")])
    written = [line.strip() for line in capsys.readouterr().out.splitlines()]
    assert [row for row in shown if row not in written] == []
