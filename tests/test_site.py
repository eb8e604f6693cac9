"""The documentation as a site, and its tables beside what they describe."""

import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from extractor.mentions.ents import LABELS
from extractor.pipeline import COMPONENTS
from extractor.records import Article
from extractor.records.finding import FindingCode
from tests.reader import reader
from tests.transcripts import explained

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
CONFIG = ROOT / "zensical.toml"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site, elsewhere than `make docs` does; a warning is an error."""
    folder = tmp_path_factory.mktemp("site")
    shutil.copytree(DOCS, folder / "docs")
    shutil.copy(CONFIG, folder)
    command = [str(Path(sys.executable).with_name("zensical")), "build", "--strict"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "build" / "site"


def pages(nav: Any) -> Iterator[str]:
    """Yield the pages that the navigation of a site names."""
    for entry in nav:
        for target in entry.values():
            yield from [target] if isinstance(target, str) else pages(target)


def section(page: str, heading: str) -> str:
    text = (DOCS / page).read_text(encoding="utf-8")
    return text.partition(f"## {heading}\n")[2].partition("\n## ")[0]


def first_column(table: str) -> list[str]:
    """Return the code words in the first cell of each row."""
    cells = [line.split("|")[1] for line in table.splitlines() if line.startswith("|")]
    return [word for cell in cells for word in re.findall(r"`([^`]+)`", cell)]


def test_every_page_is_in_the_navigation() -> None:
    config = tomllib.loads(CONFIG.read_text(encoding="utf-8"))
    assert sorted(pages(config["project"]["nav"])) == sorted(
        path.name for path in DOCS.glob("*.md")
    )


def test_the_site_is_whole_and_loads_nothing_from_elsewhere(site: Path) -> None:
    for page in DOCS.glob("*.md"):
        html = (site / f"{page.stem}.html").read_text(encoding="utf-8")
        loaded = re.findall(r'<(?:script|img|link)\b[^>]*\b(?:src|href)="?([^"\s>]+)', html)
        assert loaded
        local = [address for address in loaded if not address.startswith("data:")]
        missing = [address for address in local if not (site / address.split("#")[0]).exists()]
        assert missing == []


ARTICLES = (
    "jambi-smart-city-spbe",
    "provinsi-idi-2023",
    "kepri-ipm-2024",
    "ntb-idm-2024",
    "aceh-keterbukaan-informasi",
    "kalsel-spbe-2024",
    "lampung-kip-2024",
    "malang-kla-2025",
)


def test_the_sources_of_decisions_are_all_told() -> None:
    told = first_column(section("links.md", "Where it was read"))
    assert len(told) == len(set(told))
    seen: set[str] = set()
    for name in ARTICLES:
        text = (ROOT / "fixtures" / f"{name}.txt").read_text(encoding="utf-8")
        explained = reader().explain(text, id=name)
        seen |= {reason.rule for fact in explained.facts for reason in fact.reasons}
    assert {"clause/b", "nothing"} & seen
    assert seen <= set(told)


def test_the_decisions_shown_are_those_of_today() -> None:
    """The sample on the page of links is what `fakta explain` prints of its first fact."""
    _, shown, now = explained((DOCS / "links.md").read_text(encoding="utf-8"))
    assert len(shown) == 3
    assert shown == now


def test_the_findings_are_all_told() -> None:
    assert sorted(first_column(section("records.md", "Findings"))) == sorted(get_args(FindingCode))


def test_the_fields_of_the_records_are_all_told() -> None:
    text = (DOCS / "records.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", text, re.MULTILINE))
    for name in (
        "regions",
        "indices",
        "scores",
        "ranks",
        "officials",
        "quotes",
        "dates",
        "findings",
    ):
        record = get_args(Article.model_fields[name].annotation)[0]
        told = re.findall(r"`([a-z_]+)`", rows[record.__name__])
        assert set(record.model_fields) - {"evidence"} <= set(told), record.__name__


def test_the_components_are_all_told() -> None:
    assert first_column(section("spacy.md", "Components")) == list(COMPONENTS)
    assert set(LABELS) < {*re.findall(r"`(\w+)`", section("spacy.md", "Components"))}
