"""Which key or column of an archive holds the text, the title, the day and so on."""

import html
import re
from collections.abc import Iterable, Mapping
from typing import Any

from extractor.archive.items import DefectError, Place, Raw
from extractor.archive.options import Options
from extractor.archive.shapes import article_in, plain, value_at, words
from extractor.errors import InputError
from extractor.lexicon.fields import ARTICLE_FIELDS, field_names, fold

# What exporters write where there is nothing.
_NOTHING = frozenset({"", "null", "none", "nan", "nil", "-", "0000-00-00", "0000-00-00 00:00:00"})
_MARKUP = re.compile(r"</?(?:p|br|div|span|strong|em|ul|li|h[1-6])\b[^<>]*>", re.IGNORECASE)


def parse_names(pairs: Iterable[str]) -> dict[str, str]:
    """Return `text=isi_berita` and the like as a mapping (raises InputError)."""
    names: dict[str, str] = {}
    for pair in pairs:
        field, equals, name = pair.partition("=")
        if not equals or field not in ARTICLE_FIELDS or not name:
            known = ", ".join(ARTICLE_FIELDS)
            raise InputError(f"--map {pair}: write FIELD=NAME, with a FIELD of {known}")
        if field in names:
            raise InputError(f"--map {pair}: {field} is given twice")
        names[field] = name
    return names


def columns(names: Iterable[str], options: Options) -> dict[str, list[str]]:
    """Return the names in `names` that may hold each field, the surest first."""
    folded: dict[str, str] = {}
    for name in names:
        folded.setdefault(fold(name), name)
    found: dict[str, list[str]] = {}
    for field in ARTICLE_FIELDS:
        if field in options.names:
            found[field] = [options.names[field]]
        else:
            candidates = field_names().article[field]
            found[field] = [folded[name] for name in candidates if name in folded]
    return found


def raw_of(row: Mapping[str, Any], place: Place, options: Options) -> Raw:
    """Return the article in `row` (raises DefectError when it has no text)."""
    row = article_in(row, text_names(options))
    where = columns(row, options)
    values = {field: _first(row, names) for field, names in where.items() if field != "text"}
    texts = {
        name: text for name in where["text"] if (text := words(value_at(row, name))) is not None
    }
    body = _first(texts, where["text"], stripped=False)
    id = values["id"] or values["url"] or str(place)
    if body is None:
        raise missing_text(row, options) or _wordless(row, where["text"])
    return Raw(
        place,
        id,
        body,
        is_html=bool(_MARKUP.search(body)),
        # Content systems write even a dash as an entity.
        title=html.unescape(values["title"]) if values["title"] else None,
        published=values["published"],
        url=values["url"],
        publisher=values["publisher"],
        crawled=values["crawled"],
    )


def id_of(row: Mapping[str, Any], options: Options) -> str | None:
    """Return the id or address in `row`, if it has one: names a reject."""
    row = article_in(row, text_names(options))
    where = columns(row, options)
    return _first(row, where["id"]) or _first(row, where["url"])


def text_names(options: Options) -> tuple[str, ...]:
    """Return the names that a text may have, folded; a path as it was given."""
    if "text" not in options.names:
        return field_names().article["text"]
    return (fold(options.names["text"]), options.names["text"])


def _wordless(row: Mapping[str, Any], names: list[str]) -> DefectError:
    """Return the defect of a text that is none: an object says what is in it."""
    for name in names:
        value = value_at(row, name)
        if isinstance(value, dict) and value:
            keys = ", ".join(map(str, [*value][:12]))
            reason = f"{name} is an object with {keys} (--map text={name}.KEY)"
            return DefectError("no-text", reason)
    return DefectError("empty", "the text is empty or none")


def missing_text(names: Iterable[str], options: Options) -> DefectError | None:
    """Return the defect of an article or table with the fields `names`; None if one is the text."""
    given = list(names)
    places = columns(given, options)["text"]
    if any(name in given or name.partition(".")[0] in given for name in places):
        return None
    wanted = options.names.get("text")
    there = ", ".join(given[:12]) or "none"
    reason = f'no field "{wanted}"' if wanted else "no field holds a text (--map text=NAME)"
    return DefectError("no-text", f"{reason}; there are: {there}")


def _first(row: Mapping[str, Any], names: list[str], *, stripped: bool = True) -> str | None:
    for name in names:
        value = plain(value_at(row, name))
        if value is not None and value.strip().lower() not in _NOTHING:
            return value.strip() if stripped else value
    return None
