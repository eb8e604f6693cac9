"""The patterns of written dates, from the most to the least specific."""

import re
from collections.abc import Iterator
from functools import cache

from extractor.lexicon import calendar as lexicon
from extractor.mentions.calendar import any_of, month_pattern, weekday_pattern

YEAR = r"(?:19|20)\d\d(?!\d)"
# Never inside a word, a code ("AI.01.04/12/2022") or a decimal number ("2,5/5").
START = r"(?<![\w/\\+-])(?<!\d[.,:])"
NUMERIC_END = r"(?![\w/\\-]|[.,:]\d)"


@cache
def forms() -> tuple[re.Pattern[str], ...]:
    """Return the forms of one date or range, in the order in which they are tried."""
    return tuple(map(re.compile, _patterns()))


def _patterns() -> Iterator[str]:
    words = lexicon.load()
    to, named = to_pattern(), named_pattern()
    weekday, month, of = weekday_pattern(), month_pattern(), of_pattern()
    # In brackets, as deeds repeat a day: tanggal 5 (lima) bulan Agustus.
    spelt = r"(?: \([a-z ]{3,30}\))?"
    opened, closed = r"(?P<open>\( ?)", r"(?(open)(?: ?\))?)"
    day, day2 = r"(?P<day>\d{1,2})", r"(?P<day2>\d{1,2})"
    year, year2 = year_pattern("year"), year_pattern("year2")
    away = rf"(?: tahun (?P<away>{any_of(words.years_away)}))"
    first = rf"{day}(?:/(?P<month>\d{{1,2}})(?:/(?P<year>\d{{4}}))?)?"
    second = rf"{to}{day2}/(?P<month2>\d{{1,2}})"
    # Numeric range: Sabtu-Minggu (4-5/1/2025), Senin (28/2-2/3/2024); bare: 28/2-1/3/2024
    yield rf"{START}(?:{named})?\( ?{first}{second}(?:/(?P<year2>\d{{4}}|\d\d))? ?\)"
    yield rf"{START}(?:{named})?{first}{second}/(?P<year2>{YEAR}){NUMERIC_END}"
    # 5-7 Agustus 2024; 5/6 Agustus 2024; 28 Februari hingga 2 Maret 2024
    yield (
        rf"{START}(?:{named}{opened}?)?{day}(?:(?: (?P<month>{month}){year}?)?{to}|/)"
        rf"(?:{weekday},? )?{day2} {of}?(?P<month2>{month}){year2}?{closed}"
    )
    # Januari hingga 23 Juli 2025
    yield rf"{START}(?<!\d )(?P<month>{month}){year}?{to}{day2} (?P<month2>{month}){year2}"
    # Rabu 5-11-2025, Sabtu (4.1.2025), (5/8-2024)
    numbers = rf"{day} ?[/.–-] ?(?P<month>\d{{1,2}}) ?[/.–-] ?(?P<year>{YEAR}){NUMERIC_END}"
    short = r"(?:(?: ?/ ?['’]?|['’])(?P<year>\d\d))?"
    yield rf"{START}{named}{opened}?{numbers}{closed}"
    # Sabtu, 04-01-25
    yield (
        rf"{START}{named}{opened}?{day}(?P<mark>[.-])(?P<month>\d{{1,2}})(?P=mark)(?P<year>\d\d)"
        rf"{NUMERIC_END}{closed}"
    )
    # Selasa (10/9), Jumat malam (22/7)
    yield (
        rf"{START}{named}{opened}?{day} ?/ ?(?P<month>\d{{1,2}}){short}"
        rf"{NUMERIC_END}{closed}"
    )
    # In brackets: (28/5), (4/1/2025)
    yield rf"(?<![\w\d])\({numbers} ?\)"
    yield rf"(?<![\w\d])\((?!24/7\)){day}/(?P<month>\d{{1,2}}){short}\)"
    # The dateline of agencies: Jakarta, 7/8 (ANTARA) -
    yield rf"(?<=\w, ){day}/(?P<month>\d{{1,2}})(?= ?(?:\([A-Z]|[-–—] ))"
    # 04-01-2025, 4/1/2025, 4.1.2025
    yield (
        rf"{START}{day}(?P<mark>[/.–-])(?P<month>\d{{1,2}})(?P=mark)(?P<year>{YEAR}){NUMERIC_END}"
    )
    # 2025-01-04
    yield rf"{START}(?P<year>{YEAR})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d|-)"
    # Rabu, 11 September 2024; Selasa (10 September 2024); Senin tanggal 5 bulan Mei tahun 2024
    yield (
        rf"{START}(?:{named}{opened}?)?{day}{spelt} ?{of}?(?P<month>{month})"
        rf"(?:{year}|{away})?{closed}"
    )
    # tanggal 5 bulan 8 tahun 2024
    yield (
        rf"{START}(?:{named})?{day} {of}(?P<month>\d{{1,2}})"
        rf" (?:{any_of(words.year_words)}) (?P<year>{YEAR})"
    )
    # 5-Agustus-2024; January 15, 2019
    yield rf"{START}{day}(?P<mark>[/-])(?P<month>{month})(?P=mark)(?P<year>{YEAR})"
    yield rf"{START}(?:{named})?(?P<month>{month}) {day}, ?(?P<year>{YEAR})"
    # Juni hingga September 2023
    yield rf"{START}(?P<month>{month}){year}?{to}(?P<month2>{month}){year2}?"
    yield from _months(words, year, away)


def _months(words: lexicon.Calendar, year: str, away: str) -> Iterator[str]:
    titled = [word for group in words.months for word in group if not word.endswith(".")]
    month = rf"(?P<month>{any_of(titled + [word.upper() for word in titled])})(?!\w)"
    edge = rf"(?:{any_of([word for edge in words.edges for word in (edge, edge.capitalize())])})"
    # Oktober 2019; awal November; akhir Desember 2024; November tahun lalu; maret 2019
    yield rf"{START}(?<!\d )(?:{edge} (?:bulan )?)?{month}\.?(?:{year}|{away})"
    yield rf"{START}(?<!\d )(?P<month>{month_pattern()}) (?P<year>{YEAR})"
    yield rf"{START}{edge} (?:bulan )?{month}"
    # April, Mei, dan Juni 2024
    listed = rf"(?:, ?{month_pattern()}){{0,10}},? (?:dan|serta|atau) {month_pattern()}{year}"
    yield rf"{START}(?<!\d ){month}(?={listed})"
    # pada Desember; bulan Juni; Agustus mendatang
    cues = "|".join(rf"(?<={re.escape(cue)} )" for cue in words.month_cues)
    point = any_of((*words.next, *words.last, "ini"))
    yield rf"(?=[A-Z])(?:{cues}){month}(?! [A-Z]|\.\w)"
    yield rf"{START}{month}(?= (?:{point})\b)"


def year_pattern(group: str) -> str:
    """Return the pattern of a year behind a month: "2024", ", 2024", "tahun 2024", "’24".

    A scraper may have lost the space: "5 Agustus2024".
    """
    words = any_of(lexicon.load().year_words)
    return rf"(?:(?:,? ?(?:(?:{words}) )?(?={YEAR})|,? (?=['’]))(?P<{group}>{YEAR}|['’]\d\d(?!\w)))"


@cache
def of_pattern() -> str:
    """Return the pattern of the word between a day and its month: "5 bulan Agustus"."""
    return rf"(?:(?:{any_of(lexicon.load().month_words)}) )"


@cache
def to_pattern() -> str:
    """Return the pattern of what stands between the ends of a range."""
    words = lexicon.load()
    return rf"(?: ?[-–—] ?| (?:{any_of(words.ranges)})(?: dengan)?(?: {any_of(words.day_words)})? )"


@cache
def named_pattern() -> str:
    """Return the pattern of weekdays in front of a day: "Senin, ", "Sabtu-Minggu ", "Senin/"."""
    words, weekday = lexicon.load(), weekday_pattern()
    joint = rf"(?: ?[-–—/,&] ?(?:dan )?| (?:dan|{any_of(words.ranges)}) )"
    return (
        rf"(?P<weekday>{weekday})(?:{joint}{weekday}){{0,3}}"
        rf"(?: (?:{any_of(words.dayparts)}))?(?:,? ?|/)"
        rf"(?:(?:pada )?(?:{any_of(words.day_words)}) )?"
    )
