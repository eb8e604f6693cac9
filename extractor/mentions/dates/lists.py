"""Days in a list, which have their month or year together: "5, 6, dan 7 Agustus 2024"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from extractor.mentions.calendar import month_pattern, weekday_pattern
from extractor.mentions.dates.forms import (
    NUMERIC_END,
    START,
    YEAR,
    named_pattern,
    of_pattern,
    year_pattern,
)
from extractor.mentions.dates.stated import Part, Stated, hint_around, is_name, month_and_year

_DAYS = re.compile(r"(?P<first>\d{1,2})(?: ?[-–—] ?(?P<last>\d{1,2}))?")
_DAY_OF_MONTH = re.compile(r"(\d{1,2})/(\d{1,2})")


def find(text: str, taken: bytearray, windows: Sequence[tuple[int, int]]) -> list[Stated]:
    """Return the days of every list in `windows` of `text`; mark their characters in `taken`."""
    found: list[Stated] = []
    *_, shared = forms = _forms()
    for form in forms:
        for match in (hit for window in windows for hit in form.finditer(text, *window)):
            start, end = match.span()
            if taken.find(1, start, end) < 0 and not is_name(text, start):
                days = list(_days_of_year(match) if form is shared else _days(match))
                if days:
                    taken[start:end] = b"\x01" * (end - start)
                found += days
    return found


def _days(match: re.Match[str]) -> Iterator[Stated]:
    """Yield the days of one list, unless they do not go up: those are no days.

    One of them may be several days on end: "5-7 dan 9 Agustus".
    """
    text, (start, end) = match.string, match.span("days")
    told = list(_DAYS.finditer(text, start, end))
    numbers = [int(number) for days in told for number in days.groups() if number]
    if not all(one < other for one, other in pairwise(numbers)):
        return
    month, year = month_and_year(match["month"], match["year"])
    hint = hint_around(text, match.start(), match.end())
    if not all(Part(month, number, year).possible for number in numbers):
        return
    # The last day has the words of the month with it, as a day alone has.
    close = match.end("year") if match["year"] else match.end("month")
    ends = [days.end() for days in told[:-1]] + [close]
    for days, stop in zip(told, ends, strict=True):
        last = Part(month, int(days["last"]), year) if days["last"] else None
        yield Stated(days.start(), stop, Part(month, int(days["first"]), year), last, hint=hint)


def _days_of_year(match: re.Match[str]) -> Iterator[Stated]:
    """Yield the days of a list of days with months, "5/8, 6/8 dan 7/8/2024", if they go up."""
    text, (start, end) = match.string, match.span("days")
    told = list(_DAY_OF_MONTH.finditer(text, start, end))
    told_year = "year" if match["year"] else "bare"
    year = int(match[told_year]) if match[told_year] else None
    parts = [Part(int(day[2]), int(day[1]), year) for day in told]
    order = [(part.month, part.day or 0) for part in parts]
    if order != sorted(set(order)) or not all(part.possible for part in parts):
        return
    close = match.end(told_year) if year else end
    for day, part, stop in zip(told, parts, [d.end() for d in told[:-1]] + [close], strict=True):
        yield Stated(day.start(), stop, part)


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    joint = r"(?:,? (?:dan|serta|atau|&) | ?& ?)"
    day = r"\d{1,2}(?: ?[-–—] ?\d{1,2})?"
    # "Senin 5, Selasa 6, dan Rabu 7 Agustus"
    next_day = rf"(?:{weekday_pattern()},? )?{day}"
    joined = rf"(?:, ?{next_day}){{0,6}}{joint}{next_day}"
    # Without a word before the last, three make a list: "5, 6, 7 Agustus".
    days = rf"(?P<days>{day}(?:{joined}|(?:, ?{next_day}){{2,6}}))"
    opened, closed = r"(?P<open>\( ?)", r"(?(open)(?: ?\))?)"
    of_month = r"\d{1,2}/\d{1,2}"
    of_months = rf"(?P<days>{of_month}(?:(?:, ?|{joint}){of_month}){{1,6}})"
    return tuple(
        re.compile(pattern)
        for pattern in (
            # 5 dan 6 Agustus 2024; Senin dan Selasa (5 dan 6 Agustus)
            rf"{START}(?:{named_pattern()}{opened}?)?{days} {of_pattern()}?"
            rf"(?P<month>{month_pattern()}){year_pattern('year')}?{closed}",
            # Senin dan Selasa (5 dan 6/8/2024)
            rf"{START}(?:{named_pattern()})?\( ?{days} ?/ ?(?P<month>\d{{1,2}})"
            rf"(?: ?/ ?(?P<year>\d{{4}}|\d\d))? ?\)",
            # 5 dan 6/8/2024
            rf"{START}{days}/(?P<month>\d{{1,2}})/(?P<year>{YEAR}){NUMERIC_END}",
            # 5/8 dan 6/8/2024; Senin dan Selasa (5/8, 6/8)
            rf"{START}(?:{named_pattern()})?(?P<open>\( ?)?{of_months}"
            rf"(?(open)(?:/(?P<year>{YEAR}))? ?\)|/(?P<bare>{YEAR}){NUMERIC_END})",
        )
    )
