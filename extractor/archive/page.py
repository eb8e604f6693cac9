"""From an HTML page to its article: the text, its title, its day, its publisher."""

from dataclasses import dataclass

import trafilatura
from lxml import etree, html

from extractor.archive.items import DefectError

# No search for dates in the text around the article, and no clock: the same page, the same day.
_DATES = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}
_BLOCKS = frozenset(
    ("p", "br", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "figure")
)
_SILENT = frozenset(("script", "style"))


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says; `published` is an ISO date."""

    text: str
    title: str | None
    published: str | None
    publisher: str | None


def read_page(content: bytes, url: str | None) -> Page:
    """Return the article of the HTML page `content` (raises DefectError when there is none)."""
    if b"\0" in content:
        raise DefectError("binary", "no page: there are NUL bytes in it")
    try:
        found = trafilatura.bare_extraction(
            content,
            url=url,
            with_metadata=True,
            include_comments=False,
            date_extraction_params=_DATES,
        )
    except (ValueError, RecursionError, etree.LxmlError) as error:
        raise DefectError("no-text", f"no page that can be read: {error}") from error
    if found is None or isinstance(found, dict) or not (found.text or "").strip():
        raise DefectError("no-text", "the page has no article")
    publisher = found.sitename or found.hostname
    return Page(str(found.text), found.title or None, found.date or None, publisher or None)


def strip_markup(text: str) -> str:
    """Return the words of an HTML fragment, its blocks as lines: the text of a content system."""
    try:
        root = html.fragment_fromstring(text, create_parent="div")
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
