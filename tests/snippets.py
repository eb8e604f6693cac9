"""The Python that the documentation shows, with what it prints in `# Out:` comments."""

import contextlib
import io
import re
from pathlib import Path

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
