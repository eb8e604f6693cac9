"""The report of a dataset in a real browser."""

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from extractor.archive.questions.dataset import Dataset
from extractor.report.dataset import render_dataset
from extractor.report.html import encoded
from tests.browsing import opened
from tests.report.datasets import HOSTILE, made

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("report")
    path = folder / "report.html"
    path.write_bytes(encoded(render_dataset(Dataset(made(folder)))))
    return path


def shown(page: "Page", table: str = "scores") -> list[str]:
    return page.locator(f"#{table} tbody tr:visible td.number").all_inner_texts()


def test_charts_are_drawn_from_the_tables(browser: "Browser", report: Path) -> None:
    with opened(browser, report) as page:
        assert page.inner_text('[data-title="series"]') == "SPBE dari tahun ke tahun"
        lines = page.locator("#chart-series .scatterlayer .trace .lines")
        assert lines.locator("path").count() == 2, "one point of 33.74 is a line, too"
        assert page.locator("#chart-series .legendtext").all_text_contents() == [
            "Kota 15.71",
            "Kota 33.74",
        ]
        assert page.inner_text('[data-title="top"]') == "Teratas di SPBE 2024"
        assert page.locator("#chart-top .point").count() == 2


def test_filters_reach_tables_charts_and_conflicts(browser: "Browser", report: Path) -> None:
    with opened(browser, report) as page:
        assert len(shown(page)) == 9
        page.select_option("select[name=index]", "SPBE")
        page.fill("input[name=subject]", "15.71")
        assert shown(page) == ["4,27", "4,32", "4,10"]
        assert page.locator("#chart-series .legendtext").count() == 1
        assert page.locator(".conflict:visible").count() == 1
        page.select_option("select[name=year]", "2023")
        assert shown(page) == ["4,27"]
        assert page.locator(".conflict:visible").count() == 0
        assert shown(page, "ranks") == []
        page.click("button[type=reset]")
        page.locator("#scores tbody tr:not([hidden]) >> nth=8").wait_for()


def test_a_whole_name_is_that_region_alone(browser: "Browser", report: Path) -> None:
    with opened(browser, report) as page:
        page.fill("input[name=subject]", "kota 1")
        assert shown(page) == ["71,2", "Madya", "4,27", "4,32", "4,10"]
        page.fill("input[name=subject]", "Kota 15")
        assert shown(page) == ["71,2"]


def test_grades_without_numbers_are_counted(browser: "Browser", report: Path) -> None:
    with opened(browser, report) as page:
        page.select_option("select[name=index]", "KLA")
        assert page.inner_text('[data-title="top"]') == "Predikat KLA 2025"
        assert page.locator("#chart-top .point").count() == 2
        assert "Tidak ada nilai berangka" in page.inner_text('[data-note="series"]')
        assert page.locator("#chart-series").is_hidden(), "no empty axes"
        page.select_option("select[name=index]", "SPBE")
        assert page.locator("#chart-series .point").count() == 4


def test_hostile_names_stay_text_in_charts_too(browser: "Browser", report: Path) -> None:
    with opened(browser, report) as page:
        page.select_option("select[name=index]", "IID")
        (bar,) = page.locator("#chart-top .ytick text").all_text_contents()
        assert bar == f"{HOSTILE[:29]}…"
        page.locator("#chart-top .point").hover(force=True)
        assert page.locator("img").count() == 0


def test_a_point_leads_to_its_sources(browser: "Browser", report: Path) -> None:
    with opened(browser, report) as page:
        page.select_option("select[name=index]", "IPM")
        page.locator("#chart-series .point").first.click(force=True)
        row = page.locator("tr.found")
        assert row.locator("td.number").inner_text() == "84,1"
        assert row.locator("q").is_visible()
        assert page.url.endswith(f"#index=IPM&row={row.get_attribute('id')}")


def test_a_bar_chooses_its_index(browser: "Browser", report: Path) -> None:
    with opened(browser, report) as page:
        page.locator("#chart-indices .point").first.click(force=True)
        assert page.input_value("select[name=index]") == "SPBE"


def test_on_a_phone_and_in_the_dark(browser: "Browser", report: Path) -> None:
    phone = {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark"}
    with opened(browser, report, **phone) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        ink = page.locator("#chart-top .xtick, #chart-top .ytick text").first
        assert ink.evaluate("node => getComputedStyle(node).fill") == "rgb(233, 230, 223)"
        page.click("[data-theme-switch]")
        assert ink.evaluate("node => getComputedStyle(node).fill") == "rgb(31, 29, 26)"


def test_words_stand_out_from_their_ground(browser: "Browser", report: Path) -> None:
    script = (Path(__file__).parent / "contrast.js").read_text(encoding="utf-8")
    for scheme in ("light", "dark"):
        with opened(browser, report, color_scheme=scheme) as page:
            assert page.evaluate(script) == []


def test_without_script_the_tables_are_there(browser: "Browser", report: Path) -> None:
    with opened(browser, report, java_script_enabled=False) as page:
        assert len(shown(page)) == 9
        assert page.locator(".charts").is_hidden()


def test_of_values_that_contradict_each_other_one_is_on_the_line(
    browser: "Browser", report: Path
) -> None:
    with opened(browser, f"{report.as_uri()}#index=SPBE&subject=Kota+15.71") as page:
        assert page.locator("#chart-series .point").count() == 3
        on_line, beside = page.locator("#chart-series .trace").all()
        assert (on_line.locator(".point").count(), beside.locator(".point").count()) == (2, 1)
        assert beside.locator(".lines path").count() == 0
        assert "Titik berongga" in page.inner_text('[data-note="series"]')


def test_what_is_chosen_stands_in_the_address(browser: "Browser", report: Path) -> None:
    with opened(browser, report) as page:
        page.select_option("select[name=level]", "kota")
        page.select_option("select[name=province]", "Jambi")
        page.select_option("select[name=year]", "2024")
        assert shown(page) == ["4,32", "4,10"]
        assert page.url.endswith("#level=kota&province=Jambi&year=2024")
        page.click("button[type=reset]")
        page.wait_for_selector("#scores-8:visible")
        assert "#" not in page.url
    address = f"{report.as_uri()}#level=kota&province=Jawa+Tengah&index=tidak-ada&row=scores-8"
    with opened(browser, address) as page:
        assert page.input_value("select[name=index]") == ""
        found = page.locator("tr.found")
        assert found.get_attribute("id") == "scores-8"
        assert "33.74" in found.locator("td").first.inner_text()
        page.evaluate("location.hash = '#province=Jambi'")
        page.wait_for_selector("#scores-8", state="hidden")
        assert page.input_value("select[name=level]") == ""


def test_tables_are_sorted_by_their_heads(browser: "Browser", report: Path) -> None:
    with opened(browser, report) as page:
        page.select_option("select[name=index]", "SPBE")
        page.click("#scores th:has-text('Nilai') button")
        assert shown(page) == ["3,9", "4,10", "4,27", "4,32"]
        page.click("#scores th:has-text('Nilai') button")
        assert shown(page) == ["4,32", "4,27", "4,10", "3,9"]
        head = page.locator("#scores th:has-text('Nilai')")
        assert head.get_attribute("aria-sort") == "descending"
        page.click("#scores th:has-text('Predikat') button")
        assert shown(page)[0] == "4,32", "what has no grade comes last"
        head.evaluate("node => node.closest('.scroll').scrollTo(0, 200)")
        assert head.is_visible()


def test_a_table_is_saved_as_it_is_filtered(browser: "Browser", report: Path) -> None:
    with opened(browser, report) as page:
        page.select_option("select[name=index]", "SPBE")
        with page.expect_download() as saved:
            page.click('[data-save="scores"]')
        assert saved.value.suggested_filename == "scores.csv"
        content = Path(saved.value.path()).read_text(encoding="utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(content)))
    first = ("Kota 15.71", "4,27", "4.27")
    assert (rows[0]["subject"], rows[0]["shown"], rows[0]["number"]) == first
    assert {row["province"] for row in rows} == {"Jambi", "Jawa Tengah"}
    assert rows[0]["url"] == "https://a.id/1"
    assert rows[0]["sentence"] == "15.71 spbe 2023 4.27"
