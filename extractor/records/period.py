"""Periods in ISO 8601: a year, a month, a day, or an interval of two of a kind."""

import re
from calendar import monthrange
from datetime import date
from typing import Annotated

from pydantic import AfterValidator

_PART = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def check_period(period: str) -> str:
    """Return `period` unchanged (ValueError unless `2024`, `2024-06`, `2024-06-30` or `A/B`)."""
    parts = period.split("/")
    if len(parts) > 2:
        raise ValueError(f"{period!r} has more than two ends")
    for part in parts:
        match = _PART.fullmatch(part)
        if match is None:
            raise ValueError(f"{period!r} is not an ISO 8601 year, month, day or interval")
        year, month, day = match.groups()
        date(int(year), int(month or 1), int(day or 1))
    if len(parts) == 2 and (len(parts[0]) != len(parts[1]) or parts[0] >= parts[1]):
        raise ValueError(
            f"{period!r} is not an interval from an earlier to a later end of one kind"
        )
    return period


Period = Annotated[str, AfterValidator(check_period)]


def days(period: str) -> tuple[date, date]:
    """Return the first and last day of an ISO 8601 day, month, year or interval."""
    first, _, last = period.partition("/")
    return _bounds(first)[0], _bounds(last or first)[1]


def _bounds(part: str) -> tuple[date, date]:
    numbers = [int(number) for number in part.split("-")]
    year = numbers[0]
    month, last_month = (numbers[1], numbers[1]) if len(numbers) > 1 else (1, 12)
    if len(numbers) > 2:
        day = date(year, month, numbers[2])
        return day, day
    return date(year, month, 1), date(year, last_month, monthrange(year, last_month)[1])


def shortest(start: date, end: date) -> str:
    """Return the shortest ISO form of the days from `start` to `end`."""
    if start == end:
        return start.isoformat()
    if start.day == 1 and end.day == monthrange(end.year, end.month)[1]:
        first, last = start.isoformat()[:7], end.isoformat()[:7]
        if first == last:
            return first
        whole_year = start.year == end.year and (start.month, end.month) == (1, 12)
        return str(start.year) if whole_year else f"{first}/{last}"
    return f"{start.isoformat()}/{end.isoformat()}"
