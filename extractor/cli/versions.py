"""One corpus read by two installed versions, each in the environment that it is installed in."""

from __future__ import annotations

import os
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PLACES = (Path("bin", "python"), Path("Scripts", "python.exe"))


@contextmanager
def datasets_of(old: Path, new: Path, corpus: Sequence[str]) -> Iterator[tuple[Path, Path]]:
    """Yield the datasets that the environments `old` and `new` make of `corpus`, for a while.

    An environment is a folder as `python -m venv` makes it, or its interpreter. Raises InputError
    for one that is none, or whose run fails.
    """
    pythons = [_python(place) for place in (old, new)]
    with tempfile.TemporaryDirectory(prefix="fakta-") as name:
        folders = (Path(name, "lama"), Path(name, "baru"))
        for python, folder in zip(pythons, folders, strict=True):
            # With -P nothing is imported from where one is: that may be a checkout.
            command = [str(python), "-P", "-m", "extractor.cli", "batch", *corpus]
            done = subprocess.run(
                [*command, "--out", str(folder), "--allow-rejects"],
                stdout=subprocess.DEVNULL,
                check=False,
            )
            if done.returncode:
                raise InputError(f"{python}: `fakta batch` ended with {done.returncode} there")
        yield folders


def _python(place: Path) -> Path:
    found = [place / one for one in _PLACES if place.is_dir()] or [place]
    for python in found:
        if python.is_file() and os.access(python, os.X_OK):
            return python
    raise InputError(f"{place}: no environment of Python, which --corpus asks for (.venv-lama)")
