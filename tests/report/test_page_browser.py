"""The page of articles in a real browser."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from extractor.report.html import encoded
from extractor.report.page import Seen, render_page
from tests.browsing import opened
from tests.report.test_page import FULL, hostile

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "page.html"
    other = FULL.model_copy(update={"id": "a2", "title": "Artikel kedua"})
    path.write_bytes(encoded(render_page([Seen(FULL), Seen(other)])))
    return path


def marked(page: "Page") -> list[str]:
    return page.locator(".run.on:visible").all_inner_texts()


def listed(page: "Page") -> list[str | None]:
    return [fact.get_attribute("data-fact") for fact in page.locator(".fact.linked").all()]


def test_a_fact_marks_its_words_and_lets_go(browser: "Browser", page_file: Path) -> None:
    with opened(browser, page_file) as page:
        page.click('[data-fact="a0-scores-0"]')
        assert marked(page) == ["4,32"]
        assert page.get_attribute('[data-fact="a0-scores-0"]', "aria-pressed") == "true"
        assert page.inner_text(".live") == "Dibaca dari: 4,32"
        page.click('[data-fact="a0-scores-0"]')
        assert marked(page) == []


def test_words_show_their_facts(browser: "Browser", page_file: Path) -> None:
    with opened(browser, page_file) as page:
        page.click("#a0-view .mark.k-ranks")
        assert listed(page) == ["a0-ranks-0"]
        page.click("#a0-view .mark.k-officials")
        assert listed(page) == ["a0-officials-0"]


def test_keys_alone_reach_everything(browser: "Browser", page_file: Path) -> None:
    with opened(browser, page_file) as page:
        page.keyboard.press("n")
        page.keyboard.press("n")
        assert marked(page) == ["peringkat ke-4"]
        page.keyboard.press("p")
        assert marked(page) == ["4,32"]
        page.keyboard.press("Escape")
        assert marked(page) == []
        page.focus("#a0-view .mark >> nth=0")
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Enter")
        assert listed(page) == ["a0-regions-0"]
        page.focus('[data-fact="a0-dates-0"]')
        page.keyboard.press("Space")
        assert marked(page) == ["4/1/2025"]


def test_kinds_can_be_hidden(browser: "Browser", page_file: Path) -> None:
    with opened(browser, page_file) as page:
        key = page.locator('#a0-view [data-kind="scores"]')
        key.click()
        assert key.get_attribute("aria-pressed") == "false"
        assert not page.locator('[data-fact="a0-scores-0"]').is_visible()
        assert page.locator("#a0-view .tag.k-scores").is_hidden()
        key.click()
        assert page.locator('[data-fact="a0-scores-0"]').is_visible()


def test_one_article_at_a_time(browser: "Browser", page_file: Path) -> None:
    with opened(browser, page_file) as page:
        assert page.locator("h1:visible").all_inner_texts() == ["a1"]
        page.click('[data-step="1"]')
        assert page.locator("h1:visible").all_inner_texts() == ["Artikel kedua"]
        page.select_option(".pick select", index=0)
        assert page.locator("h1:visible").all_inner_texts() == ["a1"]
    with opened(browser, f"{page_file.as_uri()}#a1-scores-0") as page:
        assert page.locator("h1:visible").all_inner_texts() == ["Artikel kedua"]
        assert marked(page) == ["4,32"]


def test_on_a_phone_the_facts_are_a_sheet(browser: "Browser", page_file: Path) -> None:
    with opened(browser, page_file, **PHONE) as page:
        fact = page.locator('[data-fact="a0-scores-0"]')
        assert not fact.is_visible()
        page.tap("#a0-view .mark.k-scores")
        assert fact.is_visible()
        assert listed(page) == ["a0-scores-0"]
        fact.tap()
        assert not fact.is_visible()
        assert marked(page) == ["4,32"]
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= 390


def test_dark_by_wish_of_the_system_or_the_reader(browser: "Browser", page_file: Path) -> None:
    shade = "getComputedStyle(document.body).backgroundColor"
    with opened(browser, page_file, color_scheme="light") as page:
        light = page.evaluate(shade)
        page.click("[data-theme-switch]")
        dark = page.evaluate(shade)
    with opened(browser, page_file, color_scheme="dark") as page:
        assert page.evaluate(shade) == dark != light


def test_words_stand_out_from_their_ground(browser: "Browser", page_file: Path) -> None:
    """Text on its ground, and every label, has the contrast that WCAG AA asks for: 4.5 to 1."""
    script = (Path(__file__).parent / "contrast.js").read_text(encoding="utf-8")
    for scheme in ("light", "dark"):
        with opened(browser, page_file, color_scheme=scheme) as page:
            assert page.evaluate(script) == []


def test_in_print_all_articles_and_facts_are_there(browser: "Browser", page_file: Path) -> None:
    with opened(browser, page_file, **PHONE) as page:
        page.emulate_media(media="print")
        assert len(page.locator("h1:visible").all()) == 2
        assert page.locator('[data-fact="a1-dates-0"]').is_visible()
        assert page.locator(".bar").is_hidden()


def test_without_script_all_is_there_and_a_fact_leads_to_its_words(
    browser: "Browser", page_file: Path
) -> None:
    with opened(browser, page_file, java_script_enabled=False) as page:
        page.click('[data-fact="a1-scores-0"]')
        assert page.url.endswith(f"#a1-c{FULL.text.index('4,32')}")
        assert page.locator(".run:target").inner_text() == "4,32"


def test_hostile_text_runs_nothing(browser: "Browser", tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(encoded(render_page([Seen(hostile())])))
    with opened(browser, path) as page:
        page.click(".mark.k-regions")
        page.click(".flag")
        assert page.title().endswith("· faktaberita")
        assert page.locator("img, svg").count() == 0


def test_the_page_lets_nothing_run_but_its_own_script(browser: "Browser", page_file: Path) -> None:
    """Were a value ever written without escaping, the policy would still stop it."""
    broken = page_file.with_name("broken.html")
    html = page_file.read_text(encoding="utf-8")
    attack = (
        "<script>document.title = 'owned'</script><img src=x onerror=\"document.title='owned'\">"
    )
    broken.write_text(html.replace("<h1>", f"<h1>{attack}"), encoding="utf-8")
    page = browser.new_page()
    page.goto(broken.as_uri())
    page.wait_for_timeout(100)
    assert "owned" not in page.title()
    page.close()


def test_a_label_is_shown_over_its_words_and_moves_none(
    browser: "Browser", page_file: Path
) -> None:
    with opened(browser, page_file) as page:
        mark, tag = page.locator("#a0-view .mark.k-scores"), page.locator("#a0-view .tag.k-scores")
        assert tag.is_hidden()
        before = page.locator("#a0-view .body").bounding_box()
        mark.hover()
        assert tag.is_visible()
        assert mark.get_attribute("title") == "Skor"
        page.mouse.move(0, 0)
        page.keyboard.press("n")
        page.wait_for_selector("#a0-view .tag.k-scores:visible")
        assert page.locator("#a0-view .body").bounding_box() == before


def test_what_is_chosen_stands_in_the_address(browser: "Browser", page_file: Path) -> None:
    with opened(browser, page_file) as page:
        page.click('[data-fact="a0-scores-0"]')
        assert page.url.endswith("#a0-scores-0")
        page.keyboard.press("Escape")
        assert "#" not in page.url
    with opened(browser, f"{page_file.as_uri()}#a1-ranks-0") as page:
        assert page.locator("#a1-view").is_visible()
        assert marked(page) == ["peringkat ke-4"]
        page.evaluate("location.hash = '#a0-scores-0'")
        page.wait_for_selector("#a0-view .fact.on")
        assert marked(page) == ["4,32"]
