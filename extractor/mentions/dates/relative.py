"""Days, weeks and months counted back from the day of publication: "tiga hari lalu", "bulan lalu".

A week is its seven days from Monday on, for nothing tells which of them is meant; a month is the
whole month.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from extractor.lexicon import calendar as lexicon
from extractor.mentions.calendar import any_of, around, hits, parse_day
from extractor.mentions.dates.forms import to_pattern
from extractor.mentions.dates.stated import Pointed

_WEEK = 7
_YEAR = 12  # months
_LONGEST = 60


def find(text: str, reference: date) -> Iterator[Pointed]:
    """Yield what `text` counts back from `reference`, in order of the patterns."""
    counted, dated, months = _patterns()
    for window in around(text, hits(text, _stems())):
        for match in counted.finditer(text, *window):
            if found := _counted(match, reference):
                yield found
        for match in dated.finditer(text, *window):
            first = _dated(match, match["day"], reference)
            last = _dated(match, match["last"] or match["day"], reference)
            if first and last and first <= last:
                yield Pointed(match.start(), match.end(), first, last)
        for match in months.finditer(text, *window):
            if found := _month(match, reference):
                yield found


def _counted(match: re.Match[str], reference: date) -> Pointed | None:
    """Return the day of "tiga hari lalu", the week of "dua pekan lalu"."""
    size = lexicon.load().counted_back[match["unit"].lower()]
    if _is_span(match):
        return None
    number = _number(match["number"], alone=size == _WEEK or match["one"] is not None)
    if not 0 < number <= _LONGEST // size:
        return None
    first = reference - timedelta(number * size)
    if size == _WEEK:
        first -= timedelta(first.weekday())
    return Pointed(match.start(), match.end(), first, first + timedelta(size - 1))


def _month(match: re.Match[str], reference: date) -> Pointed | None:
    """Return the month of "bulan lalu", "dua bulan yang lalu", "akhir bulan lalu"."""
    number = 0 if _is_span(match) else _number(match["number"], alone=True)
    if not 0 < number < _YEAR:
        return None
    month = reference.month - 1 - number
    first = parse_day(1, month % _YEAR + 1, reference.year + month // _YEAR)
    if first is None:
        return None
    last = first.replace(day=monthrange(first.year, first.month)[1])
    return Pointed(match.start(), match.end(), first, last, "month")


def _is_span(match: re.Match[str]) -> bool:
    """Whether the words tell how long, and not when: "dua pekan kemarin", not "pekan kemarin"."""
    counts = match["number"] or match["one"]
    return bool(counts) and match["back"] not in lexicon.load().back


def _number(written: str | None, *, alone: bool) -> int:
    """Return what is counted: "pekan lalu" and "sehari lalu" are one, "hari lalu" is none."""
    if written is None:
        return 1 if alone else 0
    return int(written) if written.isdecimal() else lexicon.load().numerals[written.lower()]


def _dated(match: re.Match[str], day: str, reference: date) -> date | None:
    """Return the `day` of "tanggal 5 bulan lalu", "tanggal 5 sampai 7 bulan ini"."""
    month = reference.month - 1 + lexicon.load().months_away[match["away"]]
    return parse_day(int(day), month % _YEAR + 1, reference.year + month // _YEAR)


@cache
def _stems() -> tuple[str, ...]:
    words = lexicon.load()
    units = [form for unit in words.counted_back for form in (unit, unit.capitalize())]
    months = ("bulan", "Bulan")
    return tuple(f"{unit} {word}" for unit in (*units, *months) for word in _firsts(words))


def _firsts(words: lexicon.Calendar) -> list[str]:
    return sorted(
        {word.split()[0] for word in (*words.back, *words.back_alone, *words.months_away)}
    )


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    words = lexicon.load()
    back = rf"(?P<back>{any_of((*words.back, *words.back_alone))})"
    counted = (
        rf"(?<![\w-])(?<!\d[.,])"
        rf"(?:(?P<number>\d{{1,2}}|(?i:{any_of(words.numerals)})) |(?P<one>[Ss]e))?"
        rf"(?P<unit>(?i:{any_of(words.counted_back)})) {back}(?![\w-])"
    )
    # "belasan hari lalu", "beberapa pekan lalu", "awal pekan lalu": not to be told.
    unsaid = "".join(rf"(?<!\b{re.escape(word)} )" for word in words.vague_counts)
    vague = unsaid + "".join(rf"(?<!\b{re.escape(word)} )" for word in words.edges)
    dated = (
        rf"(?i:{any_of(words.day_words)}) (?P<day>\d{{1,2}})"
        rf"(?:{to_pattern()}(?P<last>\d{{1,2}}))? bulan "
        rf"(?P<away>{any_of(words.months_away)})\b"
    )
    numbers = rf"(?:(?P<number>\d{{1,2}}|(?i:{any_of(words.numerals)})) |(?P<one>[Ss]e))"
    months = (
        rf"(?<![\w-])(?<!\d[.,])(?:{numbers}|(?:{any_of(words.edges)}) )?(?i:bulan) "
        rf"{back}(?![\w-])"
    )
    return tuple(
        re.compile(pattern) for pattern in (vague + counted, rf"(?<!\w){dated}", unsaid + months)
    )
