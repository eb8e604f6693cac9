"""From a date as written to its days: the missing year, and whether the weekday fits.

A missing year is the one that brings the date nearest to the reference date, where only the next
two months count as future: an article from 5 November speaks of 7 November to come, of 20 December
to come, but of last February.
"""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from extractor.mentions.calendar import parse_day
from extractor.mentions.dates.stated import Hint, Part, Stated

_AHEAD = 60
# So close to the reference the day is right and the weekday a slip, not another year.
_CLOSE = 7


def resolve(stated: Stated, reference: date | None) -> tuple[date, date] | None:
    """Return the first and last day of `stated`, or None when they cannot be told."""
    last = stated.last or stated.first
    year = last.year
    if stated.years_away is not None and reference:
        year = reference.year + stated.years_away
    if year is None:
        year = _missing_year(last, stated, reference)
    elif year < 100:
        year = _century(year, reference)
    if year is None or not (end := _end(last, year)):
        return None
    first = stated.first
    first_year = first.year or (year if _order(first) <= _order(last) else year - 1)
    start = _start(first, _century(first_year, reference) if first_year < 100 else first_year)
    return (start, end) if start and start <= end else None


def with_year(stated: Stated, years: Iterable[int]) -> Stated:
    """Return `stated` in the one of `years` in which its weekday fits, where there is just one.

    For an article without any day to tell from: "Kamis (22/12)" among words on 2022 is of 2022.
    """
    first = stated.first
    if stated.weekday is None or stated.last or first.year or not first.day:
        return stated
    fitting = [
        year
        for year in sorted(set(years))
        if (day := _start(first, year)) and day.weekday() == stated.weekday
    ]
    return replace(stated, first=replace(first, year=fitting[0])) if len(fitting) == 1 else stated


def fits(stated: Stated, first: date) -> bool:
    """Tell whether the named weekday, if any, is that of `first`."""
    return stated.weekday is None or stated.weekday == first.weekday()


def _missing_year(part: Part, stated: Stated, reference: date | None) -> int | None:
    if reference is None:
        return None
    years = (reference.year - 1, reference.year, reference.year + 1)
    days = [day for year in years if (day := _start(part, year))]
    if not days:
        return None
    best = min(days, key=lambda day: _distance(day, reference, stated.hint))
    if stated.weekday is None or abs((best - reference).days) <= _CLOSE:
        return best.year
    # A range names the weekday of its first day, which lies as far back as the range is long.
    back = (part.day or 0) - (stated.first.day or 0) if stated.last else 0
    fitting = [day for day in days if (day.weekday() - back) % 7 == stated.weekday]
    nearest = min(fitting or [best], key=lambda day: _distance(day, reference, stated.hint))
    return nearest.year


def _distance(day: date, reference: date, hint: Hint) -> tuple[bool, int]:
    """Rank candidate years: those against the hint or too far ahead come last."""
    ahead = (day - reference).days
    against = {"next": ahead < 0, "last": ahead > 0, "": ahead > _AHEAD}[hint]
    return against, abs(ahead)


def _century(year: int, reference: date | None) -> int:
    """Return the full year of a two-digit one: at most ten years after the reference."""
    full = 2000 + year
    return full - 100 if reference and full > reference.year + 10 else full


def _start(part: Part, year: int) -> date | None:
    return parse_day(part.day or 1, part.month, year)


def _end(part: Part, year: int) -> date | None:
    return parse_day(part.day or monthrange(year, part.month)[1], part.month, year)


def _order(part: Part) -> tuple[int, int]:
    return part.month, part.day or 0
