"""Days and weeks counted back from the day of publication: "tiga hari lalu", "pekan lalu".

A week is its seven days from Monday on, for nothing tells which of them is meant.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from extractor.lexicon import calendar as lexicon
from extractor.mentions.calendar import any_of, around, hits, parse_day
from extractor.mentions.dates.forms import to_pattern
from extractor.mentions.dates.stated import Pointed

_WEEK = 7
_LONGEST = 60


def find(text: str, reference: date) -> Iterator[Pointed]:
    """Yield what `text` counts back from `reference`, in order of the patterns."""
    counted, dated = _patterns()
    for window in around(text, hits(text, _stems())):
        for match in counted.finditer(text, *window):
            if found := _counted(match, reference):
                yield found
        for match in dated.finditer(text, *window):
            first = _dated(match, match["day"], reference)
            last = _dated(match, match["last"] or match["day"], reference)
            if first and last and first <= last:
                yield Pointed(match.start(), match.end(), first, last)


def _counted(match: re.Match[str], reference: date) -> Pointed | None:
    """Return the day of "tiga hari lalu", the week of "dua pekan lalu"."""
    size = lexicon.load().counted_back[match["unit"].lower()]
    number = _number(match["number"], alone=size == _WEEK or match["one"] is not None)
    if not 0 < number <= _LONGEST // size:
        return None
    first = reference - timedelta(number * size)
    if size == _WEEK:
        first -= timedelta(first.weekday())
    return Pointed(match.start(), match.end(), first, first + timedelta(size - 1))


def _number(written: str | None, *, alone: bool) -> int:
    """Return what is counted: "pekan lalu" and "sehari lalu" are one, "hari lalu" is none."""
    if written is None:
        return 1 if alone else 0
    return int(written) if written.isdecimal() else lexicon.load().numerals[written.lower()]


def _dated(match: re.Match[str], day: str, reference: date) -> date | None:
    """Return the `day` of "tanggal 5 bulan lalu", "tanggal 5 sampai 7 bulan ini"."""
    month = reference.month - 1 + lexicon.load().months_away[match["away"]]
    return parse_day(int(day), month % 12 + 1, reference.year + month // 12)


@cache
def _stems() -> tuple[str, ...]:
    words = lexicon.load()
    units = [form for unit in words.counted_back for form in (unit, unit.capitalize())]
    return tuple(f"{unit} {word}" for unit in (*units, "bulan") for word in _firsts(words))


def _firsts(words: lexicon.Calendar) -> list[str]:
    return sorted({word.split()[0] for word in (*words.back, *words.months_away)})


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = lexicon.load()
    counted = (
        rf"(?<![\w-])(?<!\d[.,])"
        rf"(?:(?P<number>\d{{1,2}}|(?i:{any_of(words.numerals)})) |(?P<one>[Ss]e))?"
        rf"(?P<unit>(?i:{any_of(words.counted_back)})) (?:{any_of(words.back)})(?![\w-])"
    )
    # "belasan hari lalu", "beberapa pekan lalu", "awal pekan lalu": not to be told.
    vague = "".join(rf"(?<!\b{re.escape(word)} )" for word in (*words.vague_counts, *words.edges))
    dated = (
        rf"(?i:{any_of(words.day_words)}) (?P<day>\d{{1,2}})"
        rf"(?:{to_pattern()}(?P<last>\d{{1,2}}))? bulan "
        rf"(?P<away>{any_of(words.months_away)})\b"
    )
    return re.compile(vague + counted), re.compile(rf"(?<!\w){dated}")
