"""The day an article was published, from the many ways that archives write it."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, timezone

from extractor.archive.options import DateOrder
from extractor.lexicon import calendar
from extractor.lexicon.fields import field_names

# A newsroom's day where the clock is said in UTC: most of the country's people live by this one.
_JAKARTA = timezone(timedelta(hours=7))
_NUMBERS = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)")
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:\d{6})?")
_DAY_MONTH = re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?[ -]+([A-Za-z]+)\.?,?[ -]+(\d{4})(?!\d)")
_MONTH_DAY = re.compile(r"([A-Za-z]+)\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})(?!\d)")
_SHORT_YEAR = re.compile(r"(?<!\d)(\d{1,2})([/.-])(\d{1,2})\2(\d\d)(?![\d/.-])")
_EPOCH = re.compile(r"(\d{9,10}|\d{12,13}|\d{16})(?:\.\d+)?")
_DIGITS_OF_SECONDS = 10
_AGO = re.compile(r"(\d{1,3}|se|an?)(?: ?)([a-z]+) (?:(?:yang )?lalu|ago)\b")
_EARLIEST, _LATEST = 1900, 2100


def parse_day(text: str, order: DateOrder = "dmy", crawled: str | None = None) -> date | None:
    """Return the day that `text` writes, None when it tells none ("Januari 2025").

    A time with another offset than UTC's counts by its own clock, one in UTC by Jakarta's.
    `order` settles `04/05/2024`; `31/12/2024` and `12/31/2024` settle themselves. "2 jam lalu" and
    "kemarin" count from the moment `crawled`, where there is one.
    """
    try:
        day = (
            _from_iso(text)
            or _from_epoch(text)
            or _from_numbers(text, order)
            or _named(text)
            or _counted_back(text, crawled)
        )
    except (ValueError, OverflowError, OSError):
        return None
    return day if day is not None and _EARLIEST <= day.year <= _LATEST else None


def _counted_back(text: str, crawled: str | None) -> date | None:
    """Return the day of "2 jam yang lalu", "Kemarin, 10:12" at the moment `crawled`."""
    moment = _moment(crawled)
    if moment is None:
        return None
    words, plain = field_names(), text.strip().lower()
    if match := _AGO.match(plain):
        seconds = words.units_ago.get(match[2])
        number = int(match[1]) if match[1].isdecimal() else 1
        return (moment - timedelta(seconds=number * seconds)).date() if seconds else None
    days = {**calendar.load().days_away, **words.days_ago}
    for word in sorted(days, key=len, reverse=True):
        if re.match(rf"{re.escape(word)}(?:\W|$)", plain):
            return moment.date() + timedelta(days[word])
    return None


def _moment(crawled: str | None) -> datetime | None:
    """Return when a page was fetched, by Jakarta's clock; a day alone ends with its evening."""
    if crawled is None:
        return None
    try:
        moment = datetime.fromisoformat(crawled)
    except ValueError:
        day = parse_day(crawled)
        return datetime(day.year, day.month, day.day, 23) if day else None
    return moment.astimezone(_JAKARTA) if moment.tzinfo else moment


def order_of(texts: Iterable[str]) -> DateOrder:
    """Return the order in which `texts`, days from one file, write day and month.

    Day first, as Indonesians do, unless one of them can only be month first and none day first.
    """
    pairs = [(int(match[1]), int(match[2])) for text in texts if (match := _NUMBERS.search(text))]
    day_first = any(first > 12 for first, _ in pairs)
    month_first = any(second > 12 for _, second in pairs)
    return "mdy" if month_first and not day_first else "dmy"


def _from_iso(text: str) -> date | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    if _COMPACT.fullmatch(text) is None and text.isdigit():
        return None
    return _by_its_clock(moment)


def _by_its_clock(moment: datetime) -> date:
    if moment.utcoffset() == timedelta(0):
        moment = moment.astimezone(_JAKARTA)
    return moment.date()


def _from_epoch(text: str) -> date | None:
    match = _EPOCH.fullmatch(text)
    if match is None:
        return None
    # Seconds, thousandths or millionths of them, by the length of the number.
    steps = max(0, -(-(len(match[1]) - _DIGITS_OF_SECONDS) // 3))
    seconds = int(match[1]) / 1000**steps
    return datetime.fromtimestamp(seconds, UTC).astimezone(_JAKARTA).date()


def _from_numbers(text: str, order: DateOrder) -> date | None:
    if match := _YEAR_FIRST.search(text) or _COMPACT.fullmatch(text):
        return date(*map(int, match.groups()))
    if match := _NUMBERS.search(text):
        first, second, year = map(int, match.groups())
    elif match := _SHORT_YEAR.search(text):
        first, second, year = int(match[1]), int(match[3]), 2000 + int(match[4])
    else:
        return None
    day, month = (first, second) if order == "dmy" else (second, first)
    if month > 12:
        day, month = month, day
    return date(year, month, day)


def _named(text: str) -> date | None:
    """Return the day of "Sabtu, 4 Januari 2025 10:12 WIB" or "Jan 4, 2025"."""
    if match := _DAY_MONTH.search(text):
        day, name, year = match.groups()
    elif match := _MONTH_DAY.search(text):
        name, day, year = match.groups()
    else:
        return None
    month = field_names().months.get(name.lower())
    if month is None:
        try:
            month = calendar.load().month(name)
        except KeyError:
            return None
    found = date(int(year), month, int(day))
    clock = re.search(r"\b(\d\d):(\d\d)(?::\d\d)? (?:GMT|UTC|\+0000)$", text)
    if clock is None:
        return found
    moment = datetime(found.year, found.month, found.day, int(clock[1]), int(clock[2]), tzinfo=UTC)
    return _by_its_clock(moment)
