"""What somebody may have meant who wrote what a facts file cannot hold."""

import re
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

from extractor.archive.days import parse_day
from extractor.archive.questions.naming import index_names, region_code
from extractor.errors import InputError
from extractor.facts.words import index_ids
from extractor.lexicon import calendar
from extractor.lexicon.fields import field_names, fold
from extractor.lexicon.localities import is_locality_code
from extractor.lexicon.nearest import meant
from extractor.lexicon.region_codes import like_code
from extractor.lexicon.regions import gazetteer
from extractor.records.base import LOCALITY, REGION

_DECIMAL_COMMA = re.compile(r"-?(?:\d{1,3}(?:\.\d{3})+|\d+),\d+")
_MONTH = re.compile(r"([A-Za-z]+)\.? (\d{4})")
_CODE_BEGINS = re.compile(r"\d+\.|\d+$")
_SURE = 0.9
_LONG = 8
_FEWEST_LETTERS = 4


def check_region(code: str) -> str:
    """Return `code` once a region has it (raises ValueError that names the one meant)."""
    if code in gazetteer().regions:
        return code
    raise ValueError(_no_region(code))


def check_subject(subject: str) -> str:
    """Return `subject`, unless it begins like a code and is none (raises ValueError)."""
    undotted = re.fullmatch(r"(\d\d)(\d\d)", subject)
    if undotted and ".".join(undotted.groups()) not in gazetteer().regions:
        return subject  # no code that lost its dot: somebody is called so
    if not _CODE_BEGINS.match(subject) or is_locality_code(subject):
        return subject
    if re.match(LOCALITY, subject):
        raise ValueError(f"{subject!r} is the code of no kecamatan, desa or kelurahan")
    if re.match(REGION, subject) or re.fullmatch(r"\d{4}|\d\d\.\d", subject):
        return check_region(subject)
    raise ValueError(
        f"{subject!r} is no code; that of a region has the form 15 or 15.71, "
        "that of a locality 13.06.04 or 13.06.04.2001"
    )


def check_scope(scope: str) -> str:
    """Return `scope`, unless it is written like a code and no region has it (ValueError)."""
    return check_region(scope) if re.fullmatch(r"\d\d(?:\.?\d\d?)?", scope) else scope


def check_index(name: str, *, strict: bool) -> str:
    """Return `name` unless it is a slip of the pen for an index (raises ValueError).

    With `strict` the catalogue has to know it.
    """
    if index_ids(name):
        return name
    if likely := misspelt(name):
        raise ValueError(f"{name!r} is no index; did you mean {likely}?")
    if strict:
        raise ValueError(unknown_index(name))
    return name


def unknown_index(name: str) -> str:
    """Return the sentence that the catalogue lacks `name`, with those that are like it."""
    return f"the catalogue has no index {name!r}{meant(name, index_names())}"


@lru_cache(maxsize=4096)
def misspelt(name: str) -> str | None:
    """Return the index that `name` is surely a slip of the pen for, by its usual name."""
    folded = name.casefold()
    known = {written.casefold(): shown for written, shown in index_names()}
    if len(folded) >= _LONG:
        close = get_close_matches(folded, known, 1, _SURE)
        return known[close[0]] if close and _is_slip(folded, close[0]) else None
    if len(folded) < _FEWEST_LETTERS or not name.isupper():
        return None
    # Of a short name only letters that changed their places are surely a slip.
    return next((known[other] for other in known if sorted(other) == sorted(folded)), None)


def _is_slip(one: str, other: str) -> bool:
    """Tell whether a slip tells the names apart: an ending or a number makes another index."""
    same_numbers = re.findall(r"\d+", one) == re.findall(r"\d+", other)
    return same_numbers and abs(len(one) - len(other)) <= 1


def for_key(key: str, fields: Iterable[str]) -> str:
    """Return `; did you mean …?` for the unknown `key` beside the known `fields`, or ""."""
    names = list(fields)
    for field, called in field_names().figure.items():
        own = "subject" if field == "region" and "subject" in names else field
        if fold(key) in called and own in names:
            return f"; did you mean {own}?"
    close = get_close_matches(key.lower(), names, 1)
    return f"; did you mean {close[0]}?" if close else f"; known are {', '.join(names)}"


def for_value(written: str) -> str:
    """Return `; did you mean …?` for a number with a decimal comma or a day as people write it."""
    if _DECIMAL_COMMA.fullmatch(written):
        plain = written.replace(".", "").replace(",", ".")
        return f"; did you mean {plain}?"
    day = _period(written)
    return f'; did you mean "{day}"?' if day else ""


def _period(written: str) -> str | None:
    """Return the ISO form of `4/1/2025`, `4 Januari 2025`, `Juni 2024`."""
    if day := parse_day(written):
        return day.isoformat()
    match = _MONTH.fullmatch(written)
    if match is None:
        return None
    try:
        return f"{match[2]}-{calendar.load().month(match[1]):02}"
    except KeyError:
        return None


def _no_region(written: str) -> str:
    regions = gazetteer().regions
    if not re.fullmatch(r"[\d.]+", written):
        try:
            code = region_code(written)
        except InputError as error:
            return f"{error}; a region is written down by its code"
        return f'a region is written down by its code; did you mean "{code}" ({written})?'
    form = "" if re.match(REGION, written) else "; a code has the form 15 or 15.71"
    return f"{written!r} is the code of no region{form}{like_code(written, regions)}"
