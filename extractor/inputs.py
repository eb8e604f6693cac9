"""Reading one article from a file: plain text, or JSON with what is known about it."""

import json
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from extractor.errors import InputError
from extractor.records import Article
from extractor.source import Source

_KEYS = ("id", "title", "url", "publisher", "published")


class Extracts(Protocol):
    """What makes an article's records; `extractor.Extractor` does."""

    def extract(
        self,
        text: str,
        *,
        id: str,
        title: str | None = None,
        published: date | None = None,
        url: str | None = None,
        publisher: str | None = None,
    ) -> Article:
        """Return everything that the article states."""


def extract(extractor: Extracts, source: Source) -> Article:
    """Return the article of `source` with everything it states."""
    return extractor.extract(
        source.text,
        id=source.id,
        title=source.title,
        published=source.published,
        url=source.url,
        publisher=source.publisher,
    )


def read_article(path: Path) -> Source:
    """Return the article in the file `path` (raises InputError: which file, and why not)."""
    if path.is_dir():
        raise InputError(f"{path}: is a directory; name the files in it")
    try:
        raw = path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{path}: {reason[0].lower()}{reason[1:]}") from error
    return parse_article(raw, name=str(path), id=path.stem, is_json=path.suffix == ".json")


def parse_article(raw: bytes, *, name: str, id: str, is_json: bool = False) -> Source:
    """Return the article that `raw` holds; `name` stands for the file in errors."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{name}: not UTF-8 at byte {error.start}") from error
    if not is_json:
        return _source(text, {}, name=name, id=id)
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{name}: not JSON: {error}") from error
    if not isinstance(content, dict) or not isinstance(content.get("text"), str):
        raise InputError(f'{name}: a JSON article is an object with a "text"')
    if unknown := sorted(set(content) - {"text", *_KEYS}):
        raise InputError(f'{name}: unknown key "{unknown[0]}"; known are text, {", ".join(_KEYS)}')
    return _source(content["text"], content, name=name, id=id)


def _source(text: str, known: dict[str, Any], *, name: str, id: str) -> Source:
    if not text.strip():
        raise InputError(f"{name}: empty")
    stated = {key: known.get(key) for key in _KEYS}
    for key, value in stated.items():
        if value is not None and not isinstance(value, str):
            raise InputError(f'{name}: "{key}" must be a string')
    published = parse_day(stated["published"], name) if stated["published"] else None
    return Source(
        text=text,
        id=stated["id"] or id,
        title=stated["title"] or None,
        published=published,
        url=stated["url"] or None,
        publisher=stated["publisher"] or None,
    )


def parse_day(text: str, name: str) -> date:
    """Return the day that `text` says as YYYY-MM-DD (raises InputError that begins with `name`)."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise InputError(f"{name}: {text!r} is no day; write it as 2025-01-04") from error
