"""From what a person writes for a time to the first and last day of it."""

import re

from extractor.errors import InputError
from extractor.records.period import check_period

_YEARS = re.compile(r"(\d{4})\s*[-–]\s*(\d{4})")
_RANGE = re.compile(r"\s*(?:\.\.|/)\s*")
# Behind a year come its first month and day, or its last; so days compare as they are written.
_FIRST, _LAST = "0000-01-01", "9999-12-31"


def first_and_last(period: str) -> tuple[str, str]:
    """Return the first and last day of `period`, as ISO days; a month is given 31 days.

    `2023`, `2023-06`, `2021-2023`, `2023-06..2024-01`, and with one end open `2021..` and
    `..2023`. Raises InputError for anything else.
    """
    wanted = _YEARS.sub(r"\1..\2", period.strip())
    first, *more = _RANGE.split(wanted)
    last = more[0] if more else first
    if len(more) > 1 or not (first or last):
        raise InputError(_message(period))
    try:
        for end in filter(None, (first, last)):
            check_period(end)
    except ValueError as error:
        raise InputError(_message(period)) from error
    days = first + _FIRST[len(first) :], last + _LAST[len(last) :]
    if days[0] > days[1]:
        raise InputError(f"period {period!r}: ends before it begins")
    return days


def within(column: str) -> str:
    """Return the SQL condition that the period in `column` lies in two days that are to follow."""
    first = f"split_part({column}, '/', 1)"
    last = f"split_part({column}, '/', -1)"
    return (
        f"{first} || substr('{_FIRST}', length({first}) + 1) >= ? "
        f"and {last} || substr('{_LAST}', length({last}) + 1) <= ?"
    )


def _message(period: str) -> str:
    return (
        f"period {period!r}: is none; write 2023, 2023-06, 2021-2023, 2023-06..2024-01, "
        "2021.. or ..2023"
    )
