"""What the documentation shows: Python with what it prints in `# Out:` comments, and commands."""

import contextlib
import io
import re
import shlex
import subprocess
from pathlib import Path

import pytest

from extractor import cli

_CONSOLE = re.compile(r"```console\n\$ (.*)\n((?:.*\n)*?)```")
_BLOCK = re.compile(r"^```python\n(.*?)^```", re.DOTALL | re.MULTILINE)


def snippets(page: Path) -> list[str]:
    """Return the Python blocks of `page`."""
    return _BLOCK.findall(page.read_text(encoding="utf-8"))


def said(code: str) -> list[str]:
    """Return the lines that the comments of `code` say it prints."""
    return [
        line.removeprefix("# Out: ") for line in code.splitlines() if line.startswith("# Out: ")
    ]


def printed(code: str, name: str) -> list[str]:
    """Run `code` of the page `name`; return the lines that it prints."""
    written = io.StringIO()
    with contextlib.redirect_stdout(written):
        exec(compile(code, name, "exec"), {})
    return written.getvalue().splitlines()


def commands(page: Path) -> list[tuple[str, str]]:
    """Return the commands that `page` shows at a prompt, and what stands below each."""
    return _CONSOLE.findall(page.read_text(encoding="utf-8"))


def told(command: str, capsys: pytest.CaptureFixture[str]) -> str:
    """Return what `command` prints; without what depends on the clock and the build."""
    program, *arguments = shlex.split(command)
    if program != "fakta":
        done = subprocess.run(command, shell=True, capture_output=True, text=True, check=True)
        return done.stdout
    cli.main(arguments)
    out, err = capsys.readouterr()
    said = [line for line in err.splitlines(keepends=True) if line.startswith("fakta: ")]
    shown = re.sub(r" +\n", "\n", out + "".join(said)).lstrip("\n")
    # What made the records changes with every word of a lexicon.
    return re.sub(r"\b(model|leksikon) [0-9a-f]{16}", r"\1 …", shown)
