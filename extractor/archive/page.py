"""From an HTML page to its article: the text, its title, its day, its publisher."""

import re
import string
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import trafilatura
from lxml import etree, html
from trafilatura.metadata import extract_metadata

from extractor.archive.days import parse_day
from extractor.archive.items import DefectError
from extractor.archive.markup import arrange

# No search for dates in the text around the article, and no clock: the same page, the same day.
_DATES = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}
# By `benchmarks/pages.py` no choice brings more of an article, and what it brings besides is mostly
# furniture that is known as such later on.
OPTIONS: dict[str, Any] = {}
_BLOCKS = frozenset(
    ("p", "br", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "figure")
)
_SILENT = frozenset(("script", "style"))
_STATED = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
_NAMES = ("pubdate", "publishdate", "dc.date.issued", "dc.date", "date", "publication_date")
_STAMPS = (
    "//meta[@property='article:published_time']/@content",
    "//meta[contains('{}', concat('|', translate(@name, '{}', '{}'), '|'))]/@content".format(
        f"|{'|'.join(_NAMES)}|", string.ascii_uppercase, string.ascii_lowercase
    ),
    "//meta[@itemprop='datePublished']/@content",
    "//time[@datetime]/@datetime",
)
_ISO_DAY = 10


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says; `published` is an ISO date."""

    text: str
    title: str | None
    published: str | None
    publisher: str | None


def read_page(
    content: bytes, url: str | None, options: Mapping[str, Any] = MappingProxyType(OPTIONS)
) -> Page:
    """Return the article of the HTML page `content` (raises DefectError when there is none).

    `options` are trafilatura's.
    """
    if b"\0" in content:
        raise DefectError("binary", "no page: there are NUL bytes in it")
    try:
        tree = trafilatura.load_html(content)
        if tree is None:
            raise DefectError("no-text", "the page has no article")
        told = extract_metadata(deepcopy(tree), default_url=url, date_config=_DATES)
        day = _by_clock(told.date, tree) if told else None
        arrange(tree)
        found = trafilatura.bare_extraction(tree, url=url, include_comments=False, **options)
    except (ValueError, RecursionError, etree.LxmlError) as error:
        raise DefectError("no-text", f"no page that can be read: {error}") from error
    if found is None or isinstance(found, dict) or not (found.text or "").strip():
        raise DefectError("no-text", "the page has no article")
    title, publisher = (told.title, told.sitename or told.hostname) if told else (None, None)
    return Page(str(found.text), title or None, day, publisher or None)


def _by_clock(day: str | None, tree: Any) -> str | None:
    """Return `day` by Jakarta's clock where the page tells its time by UTC's.

    18.30 UTC is half past one in the night of the next day; another offset counts by itself.
    """
    for stamp in _stamps(tree):
        told = parse_day(stamp) if day is None or stamp[:_ISO_DAY] == day else None
        if told is not None:
            return told.isoformat()
    return day


def _stamps(tree: Any) -> Iterator[str]:
    """Yield the moments of publication that the page states for machines, the surest first."""
    for script in tree.iter("script"):
        if script.get("type") == "application/ld+json":
            yield from _STATED.findall(script.text or "")
    for path in _STAMPS:
        yield from map(str, tree.xpath(path))


def strip_markup(text: str) -> str:
    """Return the words of an HTML fragment, its blocks as lines: the text of a content system."""
    try:
        root = html.fragment_fromstring(text, create_parent="div")
        arrange(root)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise DefectError("no-text", f"no HTML that can be read: {error}") from error
    parts: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            parts.append(element.tail or "")
            continue
        tag = element.tag
        if tag in _BLOCKS:
            parts.append("\n")
        if event == "start" and tag not in _SILENT:
            parts.append((element.text or "").replace("\n", " "))
        elif event == "end" and element is not root:
            parts.append((element.tail or "").replace("\n", " "))
    lines = (line.strip() for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)
