"""An article as it comes in: its text, and what is known about it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Source:
    """One article to read; `published` resolves the dates that name no year.

    `undated` is what stood for the day of publication where it tells none ("Januari 2025").
    """

    text: str
    id: str
    title: str | None = None
    published: date | None = None
    url: str | None = None
    publisher: str | None = None
    undated: str | None = None
