"""Periods in ISO 8601: a year, a month, a day, or an interval of two of a kind."""

import re
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
