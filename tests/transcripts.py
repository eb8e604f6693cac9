"""The commands that the documentation shows: `python -m tests.transcripts` pastes what they print.

What no command prints (the words around, the code of the snippets) stays as it is.
"""

import contextlib
import functools
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import extractor
from extractor import cli

ROOT = Path(__file__).parent.parent
WALKS = {
    "docs/contoh.md": {
        name: name
        for name in ("fixtures/nasional-ppd-2021.txt", "docs/berita.jsonl", "docs/koreksi.yaml")
    },
    "docs/archive.md": {"docs/berita.jsonl": "berita.jsonl", "docs/resmi.csv": "resmi.csv"},
}
"""The pages that walk from command to command; our files that each begins with, and their place."""
SAMPLE = "fixtures/aceh-keterbukaan-informasi.txt"
_BLOCK = re.compile(r"```console\n\$ (.*)\n((?:.*\n)*?)```")
_ROW = re.compile(r"^│.*│$", re.MULTILINE)
_EXPLAIN = re.compile(r"\$ fakta explain (\S+)\n```\n\n((?:\|.*\n)+)")


def blocks(page: str) -> list[tuple[str, str]]:
    """Return the commands that `page` shows at a prompt, and what stands below each."""
    return _BLOCK.findall((ROOT / page).read_text(encoding="utf-8"))


def told(command: str) -> str:
    """Return what `command` prints; without what depends on the clock and the build."""
    program, *arguments = shlex.split(command)
    if program != "fakta":
        done = subprocess.run(command, shell=True, capture_output=True, text=True, check=True)
        return done.stdout
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        cli.main(arguments)
    said = [line for line in err.getvalue().splitlines(keepends=True) if line.startswith("fakta: ")]
    shown = re.sub(r" +\n", "\n", out.getvalue() + "".join(said)).lstrip("\n")
    # What made the records changes with every word of a lexicon.
    return re.sub(r"\b(model|leksikon) [0-9a-f]{16}", r"\1 …", shown)


@contextlib.contextmanager
def standing_in(folder: Path, page: str) -> Iterator[None]:
    """Stand in `folder` with the files that the walk of `page` begins with, and one extractor.

    What loading costs by itself is tested elsewhere.
    """
    for ours, theirs in WALKS[page].items():
        (folder / theirs).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / ours, folder / theirs)
    here = Path.cwd()
    os.chdir(folder)
    try:
        with mock.patch.object(extractor, "load", functools.cache(extractor.load)):
            yield
    finally:
        os.chdir(here)


def walked(page: str) -> Iterator[tuple[str, str, str]]:
    """Yield the commands of `page`, run one after another, what it shows, and what they print."""
    for command, shown in blocks(page):
        yield command, shown, told(command)


def rows(text: str) -> list[str]:
    """Return the rows of the tables in `text`."""
    return [line.strip() for line in text.splitlines() if _ROW.match(line.strip())]


def explained(page_text: str) -> tuple[str, list[list[str]], list[list[str]]]:
    """Return the rows of the table below `fakta explain`, their cells, and those printed now."""
    block = _EXPLAIN.search(page_text)
    assert block is not None
    table = "".join(block[2].splitlines(keepends=True)[2:])
    shown = [_cells(row, "|") for row in table.splitlines()]
    with mock.patch.dict(os.environ, {"COLUMNS": "300"}):
        printed = [_cells(row, "│") for row in rows(told(f"fakta explain {ROOT / block[1]}"))]
    return table, shown, printed[: len(shown)]


def _cells(row: str, bar: str) -> list[str]:
    return [cell.strip() for cell in row.strip().strip(bar).split(bar)]


def _paste_walk(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder, standing_in(Path(folder), page):
        for command, shown, now in walked(page):
            text = text.replace(f"$ {command}\n{shown}```", f"$ {command}\n{now}```")
    (ROOT / page).write_text(text, encoding="utf-8")


def _paste_rows() -> None:
    """Give the README the first rows that `fakta extract` prints: those of scores and ranks."""
    path = ROOT / "README.md"
    text = path.read_text(encoding="utf-8")
    for row, now in zip(rows(text), rows(told(f"fakta extract {ROOT / SAMPLE}")), strict=False):
        text = text.replace(row, now)
    path.write_text(text, encoding="utf-8")


def _paste_explained() -> None:
    path = ROOT / "docs" / "links.md"
    text = path.read_text(encoding="utf-8")
    table, _, now = explained(text)
    lines = ("|".join(f" {cell} " if cell else " " for cell in row) for row in now)
    pasted = "".join(f"|{line}|\n" for line in lines)
    path.write_text(text.replace(table, pasted), encoding="utf-8")


if __name__ == "__main__":
    for walk in WALKS:
        _paste_walk(walk)
    _paste_rows()
    _paste_explained()
    sys.stdout.write("pasted: README.md, docs/links.md, " + ", ".join(WALKS) + "\n")
