"""One quotation mark too many costs at most one quote, wherever in an article it stands.

The words of the quotes are compared: a mark that parts an office from its name costs the name.
"""

import random
from pathlib import Path

import pytest

from extractor.facts.load import load_facts
from tests.reader import reader

ARTICLES = sorted((Path(__file__).parents[2] / "fixtures").glob("*.txt"))
FIXTURES = [path for path in ARTICLES if load_facts(path.with_suffix(".facts.yaml")).quotes]
PLACES = 5


def _said(text: str) -> list[str]:
    quotes = reader().extract(text, published="2024-12-06").quotes
    return [quote.text for quote in quotes if quote.kind == "direct"]


@pytest.mark.parametrize("mark", ['"', "“", "”"])
@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_one_stray_mark_costs_at_most_one_quote(path: Path, mark: str) -> None:
    text = path.read_text(encoding="utf-8")
    spoken = _said(text)
    assert spoken
    spaces = [at for at, char in enumerate(text) if char == " "]
    for at in random.Random(path.stem + mark).sample(spaces, PLACES):
        found = _said(f"{text[:at]} {mark}{text[at + 1 :]}")
        lost = [quote for quote in spoken if quote not in found]
        assert len(lost) <= 1, (at, lost)
