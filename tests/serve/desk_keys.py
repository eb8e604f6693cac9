"""What a reviewer does at a desk by keys alone, for the browser."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page


def ready(page: "Page") -> None:
    page.wait_for_selector(".desk[aria-busy=false]")


def refuse_then_correct(page: "Page", value: str) -> None:
    """Delete the first fact, and give the next one, a score, another value."""
    page.keyboard.press("d")
    page.keyboard.press("e")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Control+a")
    page.keyboard.type(value)
    page.keyboard.press("Enter")


def look_for(page: "Page", words: str) -> None:
    page.keyboard.press("/")
    page.keyboard.type(words)
    page.keyboard.press("Enter")
    page.wait_for_selector("#search[aria-busy=false]")
    ready(page)
