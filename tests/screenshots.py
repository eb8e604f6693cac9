"""Take the pictures of the documentation anew: `make screenshots` (needs Debian's chromium)."""

import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

import extractor
from extractor import cli
from extractor.inputs import extract
from extractor.serve.review import Desk, create_desk
from tests.serve.serving import served

ROOT = Path(__file__).parent.parent
IMAGES = ROOT / "docs" / "img"
FIXTURES = ROOT / "fixtures"
WIDE: Any = {"viewport": {"width": 1280, "height": 800}}
PHONE: Any = {"viewport": {"width": 390, "height": 780}, "is_mobile": True, "has_touch": True}


def main() -> int:
    """Write the pages, look at them, and keep what is seen; return 0 when all is well."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as play:
        folder = Path(name)
        sample, judged = (
            FIXTURES / f"{article}.txt"
            for article in ("jambi-smart-city-spbe", "babel-kepatuhan-2023")
        )
        cli.main(["view", str(sample), str(judged), "-o", str(folder / "view.html")])
        articles = [str(path) for path in sorted(FIXTURES.glob("*.txt"))]
        cli.main(["batch", *articles, "--out", str(folder / "arsip-berita")])
        cli.main(["report", str(folder / "arsip-berita"), "-o", str(folder / "report.html")])
        strict = ["--out", str(folder / "arsip-ketat"), "--min-confidence", "0.8"]
        cli.main(["batch", *articles, *strict])
        both = [str(folder / name) for name in ("arsip-berita", "arsip-ketat")]
        cli.main(["diff", *both, "-o", str(folder / "diff.html")])
        sandbox = [] if os.geteuid() else ["--no-sandbox"]
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=sandbox)
        IMAGES.mkdir(exist_ok=True)
        _view(browser, (folder / "view.html").as_uri())
        _whole(browser, (folder / "report.html").as_uri(), "report.png")
        _whole(browser, (folder / "diff.html").as_uri(), "diff.png")
        shutil.copy(sample, folder)
        _review(browser, folder / sample.name)
        browser.close()
    return 0


def _view(browser: Browser, address: str) -> None:
    page = browser.new_page(**WIDE)
    page.goto(address)
    page.click('[data-fact="a0-scores-1"]')
    page.screenshot(path=IMAGES / "view.png")
    page.click('[data-step="1"]')
    page.screenshot(path=IMAGES / "view-known.png")
    page = browser.new_page(**WIDE, color_scheme="dark")
    page.goto(address)
    page.screenshot(path=IMAGES / "view-dark.png")
    page = browser.new_page(**PHONE)
    page.goto(address)
    page.tap("#a0-view .mark.k-scores")
    # The picture is taken of the page as it was a moment ago.
    page.wait_for_timeout(500)
    page.screenshot(path=IMAGES / "view-phone.png")


def _whole(browser: Browser, address: str, name: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 1450})
    page.goto(address)
    page.screenshot(path=IMAGES / name)


def _review(browser: Browser, article: Path) -> None:
    made = extractor.load()
    desk = Desk([article], lambda source, seconds: extract(made, source))
    with served(create_desk(desk)) as address:
        page = browser.new_page(**WIDE)
        page.goto(address)
        page.wait_for_selector(".desk[aria-busy=false]", timeout=120_000)
        page.keyboard.press("a")
        page.screenshot(path=IMAGES / "review.png")


if __name__ == "__main__":
    sys.exit(main())
