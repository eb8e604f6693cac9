"""Which key or column of an archive holds the text, the title, the day and so on."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from extractor.archive.items import DefectError, Place, Raw
from extractor.archive.options import Options
from extractor.errors import InputError
from extractor.lexicon.fields import ARTICLE_FIELDS, field_names, fold

# What exporters write where there is nothing.
_NOTHING = frozenset({"", "null", "none", "nan", "nil", "-", "0000-00-00", "0000-00-00 00:00:00"})
# How MongoDB exports a day and a number.
_WRAPPED = frozenset({"$date", "$numberLong"})
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
    where = columns(row, options)
    values = {field: _first(row, names) for field, names in where.items() if field != "text"}
    texts = {name: text for name in where["text"] if (text := _text(row.get(name))) is not None}
    body = _first(texts, where["text"], stripped=False)
    id = values["id"] or values["url"] or str(place)
    if body is None:
        empty = DefectError("empty", "the text is empty or none")
        raise missing_text(row, options) or empty
    return Raw(
        place,
        id,
        body,
        is_html=bool(_MARKUP.search(body)),
        title=values["title"],
        published=values["published"],
        url=values["url"],
        publisher=values["publisher"],
        crawled=values["crawled"],
    )


def id_of(row: Mapping[str, Any], options: Options) -> str | None:
    """Return the id or address in `row`, if it has one: names a reject."""
    where = columns(row, options)
    return _first(row, where["id"]) or _first(row, where["url"])


def missing_text(names: Iterable[str], options: Options) -> DefectError | None:
    """Return the defect of an article or table with the fields `names`; None if one is the text."""
    given = list(names)
    if any(name in given for name in columns(given, options)["text"]):
        return None
    wanted = options.names.get("text")
    there = ", ".join(given[:12]) or "none"
    reason = f'no field "{wanted}"' if wanted else "no field holds a text (--map text=NAME)"
    return DefectError("no-text", f"{reason}; there are: {there}")


def _text(value: Any) -> str | None:
    """Return the text that `value` is; a list of paragraphs is one."""
    if isinstance(value, list) and value and all(isinstance(part, str) for part in value):
        return "\n".join(value)
    return value if isinstance(value, str) else None


def _first(row: Mapping[str, Any], names: list[str], *, stripped: bool = True) -> str | None:
    for name in names:
        value = _plain(row.get(name))
        if value is not None and value.strip().lower() not in _NOTHING:
            return value.strip() if stripped else value
    return None


def _plain(value: Any) -> str | None:
    if isinstance(value, str):
        return value
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, dict) and len(value) == 1 and next(iter(value)) in _WRAPPED:
        return _plain(next(iter(value.values())))
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return str(value)
