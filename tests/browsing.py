"""Pages in a real browser that may say nothing on the console and ask for nothing outside."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page


@contextmanager
def opened(browser: "Browser", address: str | Path, **context: Any) -> "Iterator[Page]":
    """Open `address`; afterwards assert that there was no error, warning or foreign request."""
    complaints: list[str] = []
    asked: list[str] = []
    address = address.as_uri() if isinstance(address, Path) else address
    room = browser.new_context(**context)
    page = room.new_page()
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", lambda dialog: _refuse(dialog, complaints))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    yield page
    room.close()
    origin = address.rpartition("/")[0]
    assert complaints == []
    assert [url for url in asked if not url.startswith((origin, "data:"))] == []


def _refuse(dialog: "Dialog", complaints: list[str]) -> None:
    complaints.append(f"a dialog: {dialog.message}")
    dialog.dismiss()
