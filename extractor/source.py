"""An article as it comes in: its text, and what is known about it."""

from dataclasses import dataclass
from datetime import date

from extractor.errors import InputError


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

    def check(self) -> None:
        """Raise InputError when a field is no Unicode text: half of a surrogate pair is in it."""
        for name in ("text", "id", "title", "url", "publisher"):
            value = getattr(self, name)
            try:
                (value if isinstance(value, str) else "").encode()
            except UnicodeEncodeError as error:
                raise InputError(
                    f"character {error.start} of the {name} is half of a surrogate pair, which no"
                    " Unicode text holds: decode the source again"
                ) from error
