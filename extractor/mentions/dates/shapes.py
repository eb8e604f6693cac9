"""The dates that are written out: finding and cutting out, no judgement of the year.

Each form is a pattern; forms are tried from the most to the least specific, and a later one never
takes characters that an earlier one took.
"""

import re
from collections.abc import Sequence

from extractor.lexicon import calendar as lexicon
from extractor.mentions.dates import lists, spelled
from extractor.mentions.dates.forms import forms
from extractor.mentions.dates.stated import Part, Stated, hint_around, is_name, month_and_year


def find(text: str, taken: bytearray, windows: Sequence[tuple[int, int]]) -> list[Stated]:
    """Return the dates written out in `windows` of `text`; mark their characters in `taken`."""
    found = [*spelled.find(text, taken, windows), *lists.find(text, taken, windows)]
    for form in forms():
        for match in (hit for window in windows for hit in form.finditer(text, *window)):
            start, end = match.span()
            if taken.find(1, start, end) >= 0 or is_name(text, start):
                continue
            if stated := _read(match):
                taken[start:end] = b"\x01" * (end - start)
                found.append(stated)
    return sorted(found, key=lambda stated: stated.start)


def _read(match: re.Match[str]) -> Stated | None:
    groups = match.groupdict()
    second = _part(groups, "2")
    first = _part(groups, "")
    if first is None and second is not None and groups.get("day"):
        # "5-7 Agustus 2024": the first day has its month from the second.
        first = Part(second.month, int(groups["day"]), None)
    if first is None or not all(part.possible for part in (first, second) if part):
        return None
    weekday, away = groups.get("weekday"), groups.get("away")
    return Stated(
        match.start(),
        match.end(),
        first,
        second,
        lexicon.load().weekday(weekday) if weekday else None,
        hint_around(match.string, match.start(), match.end()),
        lexicon.load().years_away[away] if away else None,
    )


def _part(groups: dict[str, str | None], suffix: str) -> Part | None:
    month, day, year = (groups.get(name + suffix) for name in ("month", "day", "year"))
    if not month:
        return None
    number, full = month_and_year(month, year)
    return Part(number, int(day) if day else None, full)
