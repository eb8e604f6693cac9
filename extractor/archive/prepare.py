"""From an article as its file has it to a source that the extractor reads."""

from dataclasses import replace
from datetime import date

from extractor.archive.days import parse_day
from extractor.archive.headline import headline
from extractor.archive.items import DefectError, Raw, Reject
from extractor.archive.options import Options
from extractor.archive.readers.lines import decoded
from extractor.errors import InputError
from extractor.source import Source


def prepare(raw: Raw, options: Options) -> Source | Reject:
    """Return the source in `raw`, or the reject that says what is wrong with it."""
    try:
        plain = _plain(raw)
        text = decoded(plain.body) if isinstance(plain.body, bytes) else plain.body
        _check(text, options)
    except DefectError as defect:
        return defect.at(raw.place, raw.id)
    published = _day(plain)
    undated = plain.published if published is None else None
    # A file of plain text has its title above its first paragraph, if it has one.
    title = headline(text) if isinstance(plain.body, bytes) else plain.title
    source = Source(text, raw.id, title, published, plain.url, plain.publisher, undated)
    try:
        source.check()
    except InputError as error:
        return DefectError("not-utf8", str(error)).at(raw.place, raw.id)
    return source


def _plain(raw: Raw) -> Raw:
    """Return `raw` without its markup, and with what the page tells about itself."""
    if not raw.is_html:
        return raw
    # Here, as it takes longer to load than a text to read.
    from extractor.archive.page import read_page, strip_markup

    if isinstance(raw.body, str):
        return replace(raw, body=strip_markup(raw.body))
    page = read_page(raw.body, raw.url)
    return replace(
        raw,
        body=page.text,
        title=raw.title or page.title,
        published=raw.published or page.published,
        publisher=raw.publisher or page.publisher,
    )


def _check(text: str, options: Options) -> None:
    """Raise DefectError when `text` is no Indonesian article."""
    if len(text) > options.max_characters:
        raise DefectError("too-long", f"{len(text)} characters, more than {options.max_characters}")
    if not text.strip():
        raise DefectError("empty", "there is no text in it")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        reason = f"half a character (a lone surrogate) at {error.start}"
        raise DefectError("not-utf8", reason) from error
    if not options.any_language:
        _refuse_other_language(text)


def _refuse_other_language(text: str) -> None:
    from extractor.archive.language import other_language

    if code := other_language(text):
        reason = f"the language looks like {code!r}, not Indonesian (--any-language takes it)"
        raise DefectError("not-indonesian", reason)


def _day(raw: Raw) -> date | None:
    return parse_day(raw.published, raw.date_order, raw.crawled) if raw.published else None
