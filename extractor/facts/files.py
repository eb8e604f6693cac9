"""Writing a file so that it is there as a whole or not at all."""

import os
import tempfile
from pathlib import Path


def replace_file(path: Path, content: str) -> None:
    """Put `content` in the place of the file `path`, all of it or nothing (raises OSError)."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(content)
        Path(name).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
