"""Days told from the day of publication: "Jumat.", "Senin lalu", "kemarin"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import MAXYEAR, date, timedelta
from functools import cache
from itertools import chain

from extractor.lexicon import calendar as lexicon
from extractor.mentions.calendar import any_of, spoken, weekday_pattern
from extractor.mentions.dates import relative
from extractor.mentions.dates.stated import Pointed, hint_after

_WEEKS = {"ini": 0, "lalu": -1, "depan": 1}


def find(
    text: str, taken: bytearray, windows: Sequence[tuple[int, int]], reference: date
) -> Iterator[Pointed]:
    """Yield the days outside quotations that words in `windows` tell from `reference`.

    Inside a quotation it is the speaker's day, which the article may not give.
    """
    if not 1 < reference.year < MAXYEAR:
        return
    quotations: list[tuple[int, int]] | None = None
    for pointed in chain(_named(text, windows, reference), relative.find(text, reference)):
        start, end = pointed.start, pointed.end
        # "kemarin, Selasa (10/9)" says the day once.
        if taken.find(1, max(0, start - 3), end + 3) >= 0:
            continue
        quotations = spoken(text) if quotations is None else quotations
        if not _inside(quotations, start):
            taken[start:end] = b"\x01" * (end - start)
            yield pointed


def _named(text: str, windows: Sequence[tuple[int, int]], reference: date) -> Iterator[Pointed]:
    for pattern in _patterns():
        for match in (hit for window in windows for hit in pattern.finditer(text, *window)):
            day = _day(match, reference)
            yield Pointed(*match.span(), day, day)


def _day(match: re.Match[str], reference: date) -> date:
    """Return the day of "Jumat": the last one, today included, unless the words say else."""
    named = match.groupdict().get("weekday")
    if named is None:
        return reference + timedelta(lexicon.load().days_away[match.group().lower()])
    weekday = lexicon.load().weekday(named)
    if week := match.groupdict().get("week"):
        monday = reference - timedelta(reference.weekday())
        return monday + timedelta(7 * _WEEKS[week] + weekday)
    back = (reference.weekday() - weekday) % 7
    hint = hint_after(match.string, match.end())
    if hint == "next":
        return reference + timedelta(7 - back)
    # "Senin lalu" in Monday's paper is a week ago.
    return reference - timedelta(7 if hint == "last" and back == 0 else back)


def _inside(stretches: list[tuple[int, int]], at: int) -> bool:
    """Tell whether `at` lies in one of `stretches`, which are in order and do not overlap."""
    before = bisect_left(stretches, (at, at)) - 1
    return before >= 0 and at < stretches[before][1]


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    words = lexicon.load()
    # Minggu itself may be the week: "Minggu lalu" opening a sentence names no day.
    weekday = rf"(?!Minggu (?:lalu|ini|depan|ke))(?P<weekday>{weekday_pattern()})"
    part = rf"(?: (?:{any_of(words.dayparts)})\b)"
    week = rf"(?: (?:pekan|minggu) (?P<week>{any_of(_WEEKS)})\b)"
    point = rf"(?= (?:{any_of((*words.next, *words.last))})\b)"
    habits = "".join(rf"(?<!\b{re.escape(habit)} )" for habit in words.habits)
    vague = "".join(rf"(?<!\b{re.escape(word)} )" for word in words.vague_before)
    cues = "|".join(rf"(?<=\b{re.escape(cue)} )" for cue in words.weekday_cues)
    return tuple(
        re.compile(pattern)
        for pattern in (
            # Senin lalu; Selasa pekan depan; Jumat siang di Kendari
            rf"(?<![\w-]){habits}{weekday}(?:{part}?{week}|{part}?{point}|{part}(?! ?[A-Z(\d]))",
            # "kata dia di Sampit, Jumat."
            rf"(?<=, ){weekday}(?=[.,;)]|\n|\Z)",
            # pada Jumat; pada hari Senin
            rf"(?:{cues}){weekday}(?! ?[A-Z(\d-])",
            # kemarin; hari ini
            rf"(?<![\w-]){vague}(?<!\b(?:19|20)\d\d )(?i:{any_of(words.days_away)})(?![\w-])",
        )
    )
