"""The articles that only measure: their facts fit together, and nothing was learned from them."""

import re
from pathlib import Path

import pytest

from extractor.facts.check import read_pair
from extractor.facts.load import SUFFIX
from extractor.lexicon.regions import gazetteer
from models.links.recipe import BEGINNING

ROOT = Path(__file__).parent.parent
UNREAD = ROOT / "benchmarks" / "unread"
PATHS = sorted(UNREAD.glob(f"*{SUFFIX}"))


def beginning(path: Path) -> str:
    return path.read_text("utf-8").strip()[:BEGINNING]


def test_the_page_tells_how_many_there_are() -> None:
    told = re.search(r"^(\d+) articles", (UNREAD / "README.md").read_text("utf-8"), re.MULTILINE)
    assert told is not None
    assert int(told[1]) == len(PATHS)
    assert {path.with_suffix(SUFFIX) for path in UNREAD.glob("*.txt")} == set(PATHS)


def test_no_weights_were_learned_from_them() -> None:
    taught = {beginning(path) for path in (ROOT / "fixtures").rglob("*.txt")}
    assert taught.isdisjoint(beginning(path) for path in UNREAD.glob("*.txt"))


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem.removesuffix(".facts"))
def test_its_facts_fit_together(path: Path) -> None:
    known = read_pair(path).known
    assert known.article == path.name.removesuffix(SUFFIX)
    assert known.complete
    assert set(known.regions) <= set(gazetteer().regions)
    linked = [(score.subject, score.index) for score in known.scores]
    linked += [(rank.subject, rank.index) for rank in known.ranks if rank.index]
    assert {index for _, index in linked} <= set(known.indices)
    coded = {subject for subject, _ in linked if subject[0].isdigit()}
    assert coded <= set(known.regions)
