"""The page about two datasets, in a real browser."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from extractor.archive.questions.difference import difference
from extractor.report import difference as report
from extractor.report.html import encoded
from tests.archive.changing import two
from tests.browsing import opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return two(tmp_path_factory.mktemp("difference"))


@pytest.fixture(scope="module")
def address(folders: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "beda.html"
    path.write_bytes(encoded(report.render_difference(difference(*folders))))
    return path


def shown(page: "Page") -> list[str]:
    return page.locator(".change:visible b").all_inner_texts()


def test_counts_lead_to_their_changes_and_the_address_keeps_them(
    browser: "Browser", address: Path
) -> None:
    with opened(browser, address) as page:
        assert len(shown(page)) == 6
        page.click('a[aria-label="1 hilang"] >> nth=0')
        assert shown(page) == ["Kota 15.71 · SPBE · 2024 · peringkat 4 · nasional"]
        assert page.input_value("select[name=kind]") == "ranks"
        page.click("button[type=reset]")
        page.locator(".change:not([hidden]) >> nth=5").wait_for()
        assert "#" not in page.url
        page.select_option("select[name=kind]", "scores")
        page.fill("input[name=words]", "4,27 4,5")
        assert len(shown(page)) == 1
        assert page.inner_text("[data-count]") == "1 perubahan"
        kept = page.url
    with opened(browser, kept) as page:
        assert shown(page) == ["Kota 15.71 · SPBE · 2023 · 4,5"]
        assert page.locator(".change:visible del").inner_text() == "4,27"
        assert page.locator(".change:visible mark").inner_text() == "15.71 spbe 2023 4.27"


def test_hostile_words_stay_text(browser: "Browser", address: Path) -> None:
    with opened(browser, address) as page:
        told = page.locator(".change").all_inner_texts()
        assert any("<b>Baik</b>" in text for text in told)
        assert any("<i>baru</i>" in text for text in told)


def test_on_a_phone_in_the_dark_and_readable(browser: "Browser", address: Path) -> None:
    script = (Path(__file__).parent / "contrast.js").read_text(encoding="utf-8")
    for scheme in ("light", "dark"):
        phone = {"viewport": {"width": 390, "height": 844}, "color_scheme": scheme}
        with opened(browser, address, **phone) as page:
            assert page.evaluate("document.documentElement.scrollWidth") <= 390
            assert page.evaluate(script) == []


def test_without_script_all_changes_are_there(browser: "Browser", address: Path) -> None:
    with opened(browser, address, java_script_enabled=False) as page:
        assert len(shown(page)) == 6
        assert page.locator(".filter").is_hidden()


def test_two_that_are_the_same_say_so(
    browser: "Browser", folders: tuple[Path, Path], tmp_path: Path
) -> None:
    path = tmp_path / "sama.html"
    path.write_text(report.render_difference(difference(folders[0], folders[0])), "utf-8")
    with opened(browser, path) as page:
        assert "Tidak ada perbedaan" in page.inner_text(".same")


def test_what_a_page_does_not_hold_is_counted(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report, "MOST_CHANGES", 2)
    assert "4 perubahan lain tidak dimuat" in report.render_difference(difference(*folders))
