"""Running the notebooks of the documentation: `python -m tests.notebooks` writes them anew."""

import sys
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient

DOCS = Path(__file__).parent.parent / "docs"
NOTEBOOKS = sorted(DOCS.rglob("*.ipynb"))


def run(path: Path) -> Any:
    """Return the notebook in `path` with the outputs that its cells give now."""
    book = nbformat.read(path, as_version=4)
    where = {"metadata": {"path": str(path.parent)}}
    NotebookClient(book, kernel_name="python3", timeout=300, resources=where).execute()
    book.metadata = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    for cell in book.cells:
        # When a cell ran, and on what, differs from run to run.
        cell.metadata = {}
        shown = [part for part in cell.get("outputs", ()) if part.get("name") != "stderr"]
        if cell.cell_type == "code":
            cell.outputs = shown
    return book


def outputs(book: Any) -> list[list[str]]:
    """Return what each cell of code shows, as plain text."""
    return [
        [output.get("text") or output["data"]["text/plain"] for output in cell.outputs]
        for cell in book.cells
        if cell.cell_type == "code"
    ]


if __name__ == "__main__":
    for notebook in NOTEBOOKS:
        nbformat.write(run(notebook), notebook)
        sys.stdout.write(f"{notebook}\n")
