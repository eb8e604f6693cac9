"""The forms that a date takes in writing: finding and cutting out, no judgement of the year.

Each form is a pattern; forms are tried from the most to the least specific, and a later one never
takes characters that an earlier one took.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from extractor.lexicon import calendar as lexicon
from extractor.mentions.calendar import any_of, month_pattern, weekday_pattern

Hint = Literal["", "next", "last"]
_YEAR = r"(?:19|20)\d\d(?!\d)"
# Never inside a word, a code ("AI.01.04/12/2022") or a decimal number ("2,5/5").
_START = r"(?<![\w/\\+-])(?<!\d[.,:])"
_NUMERIC_END = r"(?![\w/\\-]|[.,:]\d)"


@dataclass(frozen=True, slots=True)
class Part:
    """One day or month as written: what it does not say is None; `year` may have two digits."""

    month: int
    day: int | None = None
    year: int | None = None


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


def find(text: str, taken: bytearray, windows: Sequence[tuple[int, int]]) -> list[Stated]:
    """Return the dates written out in `windows` of `text`; mark their characters in `taken`."""
    found = []
    for form in _forms():
        for match in (hit for window in windows for hit in form.finditer(text, *window)):
            start, end = match.span()
            if taken.find(1, start, end) >= 0 or _is_name(text, start):
                continue
            if stated := _read(match):
                taken[start:end] = b"\x01" * (end - start)
                found.append(stated)
    return sorted(found, key=lambda stated: stated.start)


def hint_after(text: str, end: int) -> Hint:
    """Return which way the words after a date point: "17 Agustus mendatang" is "next"."""
    match = _hints().match(text, end)
    if not match:
        return ""
    return "next" if match["next"] else "last"


def _read(match: re.Match[str]) -> Stated | None:
    groups = match.groupdict()
    second = _part(groups, "2")
    first = _part(groups, "")
    if first is None and second is not None and groups.get("day"):
        # "5-7 Agustus 2024": the first day has its month from the second.
        first = Part(second.month, int(groups["day"]), None)
    if first is None or not all(_possible(part) for part in (first, second) if part):
        return None
    weekday, away = groups.get("weekday"), groups.get("away")
    return Stated(
        match.start(),
        match.end(),
        first,
        second,
        lexicon.load().weekday(weekday) if weekday else None,
        hint_after(match.string, match.end()),
        lexicon.load().years_away[away] if away else None,
    )


def _part(groups: dict[str, str | None], suffix: str) -> Part | None:
    month, day, year = (groups.get(name + suffix) for name in ("month", "day", "year"))
    if not month:
        return None
    number = int(month) if month.isdecimal() else lexicon.load().month(month)
    return Part(number, int(day) if day else None, int(year) if year else None)


def _possible(part: Part) -> bool:
    return 1 <= part.month <= 12 and (part.day is None or 1 <= part.day <= 31)


def _is_name(text: str, start: int) -> bool:
    """Tell whether a name goes on at `start`: "Jalan 17 Agustus"."""
    before = text[max(0, start - 24) : start].split("\n")[-1]
    return before.endswith(" ") and before.split()[-1:] != [] and before.split()[-1] in _names()


@cache
def _names() -> frozenset[str]:
    return frozenset(lexicon.load().names)


@cache
def _hints() -> re.Pattern[str]:
    words = lexicon.load()
    return re.compile(rf" (?:(?P<next>{any_of(words.next)})|(?:{any_of(words.last)}))\b")


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, _patterns()))


def _patterns() -> Iterator[str]:
    words = lexicon.load()
    weekday, month = weekday_pattern(), month_pattern()
    to = rf"(?: ?[-–—] ?| (?:{any_of(words.ranges)})(?: dengan)?(?: tanggal)? )"
    named = (
        rf"(?P<weekday>{weekday})(?: ?(?:[-–—/,&]|dan|{any_of(words.ranges)}) ?{weekday})?"
        rf"(?: (?:{any_of(words.dayparts)}))?,? ?"
    )
    opened, closed = r"(?P<open>\( ?)", r"(?(open)(?: ?\))?)"
    day, day2 = r"(?P<day>\d{1,2})", r"(?P<day2>\d{1,2})"
    year, year2 = rf"(?:,? (?:tahun )?(?P<year>{_YEAR}))", rf"(?:,? (?:tahun )?(?P<year2>{_YEAR}))"
    away = rf"(?: tahun (?P<away>{any_of(words.years_away)}))"
    # Numeric range: Sabtu-Minggu (4-5/1/2025), Senin (28/2-2/3/2024)
    yield (
        rf"{_START}(?:{named})?\( ?{day}(?:/(?P<month>\d{{1,2}})(?:/(?P<year>\d{{4}}))?)?"
        rf" ?[-–—] ?{day2}/(?P<month2>\d{{1,2}})(?:/(?P<year2>\d{{4}}|\d\d))? ?\)"
    )
    # 5-7 Agustus 2024; 28 Februari hingga 2 Maret 2024
    yield (
        rf"{_START}(?:{named}{opened}?)?{day}(?: (?P<month>{month}){year}?)?{to}"
        rf"(?:{weekday},? )?{day2} (?P<month2>{month}){year2}?{closed}"
    )
    # Selasa (10/9), Jumat malam (22/7), Rabu 5-11-2025
    yield (
        rf"{_START}{named}{opened}?{day} ?"
        rf"(?:/ ?(?P<month>\d{{1,2}})(?: ?/ ?(?P<year>\d{{4}}|\d\d))?"
        rf"|[.-](?P<month2>\d{{1,2}})[.-](?P<year2>\d{{4}})){_NUMERIC_END}{closed}"
    )
    # In brackets: (28/5), (4/1/2025)
    yield rf"(?<![\w\d])\((?!24/7\)){day}/(?P<month>\d{{1,2}})(?:/(?P<year>\d{{4}}|\d\d))?\)"
    # The dateline of agencies: Jakarta, 7/8 (ANTARA) -
    yield rf"(?<=\w, ){day}/(?P<month>\d{{1,2}})(?= ?(?:\([A-Z]|[-–—] ))"
    # 04-01-2025, 4/1/2025, 4.1.2025
    yield (
        rf"{_START}{day}(?P<mark>[/.-])(?P<month>\d{{1,2}})(?P=mark)(?P<year>{_YEAR}){_NUMERIC_END}"
    )
    # 2025-01-04
    yield rf"{_START}(?P<year>{_YEAR})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d|-)"
    # Rabu, 11 September 2024; Selasa (10 September 2024); 3 Maret
    yield rf"{_START}(?:{named}{opened}?)?{day} (?P<month>{month})(?:{year}|{away})?{closed}"
    # tanggal 4 dan 5 Mei 2024; dua hari, 6 dan 7 Agustus 2024
    cues = r"(?:(?<=tanggal )|(?<=pada )|(?<=, ))"
    yield rf"{cues}{day}(?=,? dan \d{{1,2}} (?P<month>{month}){year}?)"
    # Juni hingga September 2023
    yield rf"{_START}(?P<month>{month}){year}?{to}(?P<month2>{month}){year2}?"
    yield from _months(words, year, away)


def _months(words: lexicon.Calendar, year: str, away: str) -> Iterator[str]:
    titled = [word for group in words.months for word in group]
    month = rf"(?P<month>{any_of(titled + [word.upper() for word in titled])})(?!\w)"
    edge = rf"(?:{any_of([word for edge in words.edges for word in (edge, edge.capitalize())])})"
    # Oktober 2019; awal November; akhir Desember 2024; November tahun lalu
    yield rf"{_START}(?<!\d )(?:{edge} (?:bulan )?)?{month}\.?(?:{year}|{away})"
    yield rf"{_START}{edge} (?:bulan )?{month}"
    # April dan Mei 2024
    yield rf"{_START}(?<!\d ){month}(?=,? (?:dan|serta|atau) {month_pattern()}{year})"
    # pada Desember; bulan Juni; Agustus mendatang
    cues = "|".join(rf"(?<={re.escape(cue)} )" for cue in words.month_cues)
    point = any_of((*words.next, *words.last, "ini"))
    yield rf"(?=[A-Z])(?:{cues}){month}(?! [A-Z]|\.\w)"
    yield rf"{_START}{month}(?= (?:{point})\b)"
