"""A date as it is written, before anything is judged about its year."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from extractor.lexicon import calendar as lexicon
from extractor.mentions.calendar import any_of
from extractor.mentions.kinds import Granularity

Hint = Literal["", "next", "last"]


@dataclass(frozen=True, slots=True)
class Part:
    """One day or month as written: what it does not say is None; `year` may have two digits."""

    month: int
    day: int | None = None
    year: int | None = None

    @property
    def possible(self) -> bool:
        """Tell whether a calendar may have it."""
        return 1 <= self.month <= 12 and (self.day is None or 1 <= self.day <= 31)


@dataclass(frozen=True, slots=True)
class Stated:
    """A date at `start:end` of the text, from `first` to `last` (None unless a range).

    `hint` is which way a missing year lies ("mendatang", "lalu"); `years_away` comes from
    "Desember tahun lalu".
    """

    start: int
    end: int
    first: Part
    last: Part | None = None
    weekday: int | None = None
    hint: Hint = ""
    years_away: int | None = None


@dataclass(frozen=True, slots=True)
class Pointed:
    """The days from `first` to `last` that words at `start:end` of the text point to."""

    start: int
    end: int
    first: date
    last: date
    granularity: Granularity = "day"


def month_and_year(month: str, year: str | None) -> tuple[int, int | None]:
    """Return the numbers of a month ("8", "Agt.") and a year ("2024", "24", "’24") as written."""
    number = int(month) if month.isdecimal() else lexicon.load().month(month)
    return number, int(year.lstrip("'’")) if year else None


def hint_after(text: str, end: int) -> Hint:
    """Return which way the words after a date point: "17 Agustus mendatang" is "next"."""
    match = _hints().match(text, end)
    if not match:
        return ""
    return "next" if match["next"] else "last"


def hint_around(text: str, start: int, end: int) -> Hint:
    """Return which way the words around a date point: "akan digelar pada 20 Desember" is "next"."""
    return hint_after(text, end) or (
        "next" if _plans().search(text[max(0, start - 48) : start]) else ""
    )


def is_name(text: str, start: int) -> bool:
    """Tell whether a name goes on at `start`: "Jalan 17 Agustus"."""
    before = text[max(0, start - 24) : start].split("\n")[-1]
    return before.endswith(" ") and before.split()[-1:] != [] and before.split()[-1] in _names()


@cache
def _names() -> frozenset[str]:
    return frozenset(lexicon.load().names)


@cache
def _plans() -> re.Pattern[str]:
    words = lexicon.load()
    return re.compile(rf"\b(?i:{any_of(words.planned)})\b(?!.*\bsejak\b)[^.;:“”\"\n]*$")


@cache
def _hints() -> re.Pattern[str]:
    words = lexicon.load()
    return re.compile(rf" (?:(?P<next>{any_of(words.next)})|(?:{any_of(words.last)}))\b")
