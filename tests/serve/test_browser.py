"""The page to paste an article into, in a real browser, from a server that is really there."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from extractor.serve.app import create_app
from tests import articles as a
from tests.browsing import opened
from tests.serve.serving import served
from tests.serve.test_app import read

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with served(create_app(read, a.PROVENANCE)) as address:
        yield address


def test_a_pasted_article_is_shown_with_its_facts(browser: "Browser", address: str) -> None:
    with opened(browser, address) as page:
        page.fill("textarea", a.TEXT)
        page.fill("input[type=date]", "2025-01-04")
        page.click("button[type=submit]")
        page.click('[data-fact="a0-scores-0"]')
        assert page.locator(".run.on").all_inner_texts() == ["4,32"]
        assert page.locator(".about").inner_text() == "2025-01-04"


def test_a_sample_is_sent_by_keys_and_its_records_are_saved(
    browser: "Browser", address: str
) -> None:
    with opened(browser, address) as page:
        page.click("text=Isi contoh")
        assert page.input_value("textarea").startswith("Kota Jambi Raih Indeks SPBE 4,32\n\n")
        page.fill("textarea", a.TEXT)
        page.keyboard.press("Control+Enter")
        page.wait_for_selector('[data-fact="a0-scores-0"]')
        with page.expect_download() as saved:
            page.click("text=Unduh JSON")
        assert saved.value.suggested_filename == "fakta.json"
        (article,) = json.loads(Path(saved.value.path()).read_text(encoding="utf-8"))
        assert (article["text"], len(article["scores"])) == (a.TEXT, 1)


def test_a_file_is_read_in_place_of_pasted_words(
    browser: "Browser", address: str, tmp_path: Path
) -> None:
    (tmp_path / "berita.jsonl").write_text(f"{json.dumps({'text': a.TEXT})}\n" * 2, "utf-8")
    with opened(browser, address) as page:
        page.set_input_files("input[type=file]", tmp_path / "berita.jsonl")
        page.click("button[type=submit]")
        page.wait_for_selector('[data-fact="a1-scores-0"]', state="attached")
        assert page.locator(".view").count() == 2


def test_hostile_text_stays_text(browser: "Browser", address: str) -> None:
    attack = "</textarea><script>alert(1)</script><img src=x onerror=alert(2)>"
    with opened(browser, address) as page:
        page.fill("textarea", attack)
        page.click("button[type=submit]")
        assert page.locator(".body").inner_text().strip() == attack


def test_the_documentation_needs_no_network(browser: "Browser", address: str) -> None:
    with opened(browser, f"{address}docs") as page:
        page.wait_for_selector(".opblock")
        shown = page.locator(".opblock-summary-path").all_inner_texts()
        assert {path.replace("\u200b", "") for path in shown} == {
            "/articles",
            "/articles/batch",
            "/health",
            "/ready",
        }
