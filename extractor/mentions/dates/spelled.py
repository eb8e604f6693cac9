"""Days in words, as deeds have them: "tanggal lima bulan Agustus tahun dua ribu dua puluh"."""

import re
from collections.abc import Sequence
from functools import cache

from extractor.lexicon import calendar as lexicon
from extractor.lexicon import numerals
from extractor.mentions.calendar import any_of, month_pattern
from extractor.mentions.dates.forms import YEAR, named_pattern
from extractor.mentions.dates.stated import Part, Stated, hint_around

_LONGEST_DAY, _LONGEST_YEAR = 3, 6  # words: "dua puluh lima", "dua ribu dua puluh empat"
_MILLENNIUM = 1000


def find(text: str, taken: bytearray, windows: Sequence[tuple[int, int]]) -> list[Stated]:
    """Return the days in words in `windows` of `text`; mark their characters in `taken`."""
    found: list[Stated] = []
    for match in (hit for window in windows for hit in _form().finditer(text, *window)):
        stated = _read(match)
        if stated and taken.find(1, stated.start, stated.end) < 0:
            taken[stated.start : stated.end] = b"\x01" * (stated.end - stated.start)
            found.append(stated)
    return found


def _read(match: re.Match[str]) -> Stated | None:
    words = match["day"].lower().split()
    day, size = numerals.cardinal(words, 0)
    month = lexicon.load().month(match["month"])
    is_told = any(match[name] for name in ("cue", "of", "weekday", "digits", "year"))
    if not is_told or not day or size != len(words) or not Part(month, day).possible:
        return None  # "Serangan Umum Satu Maret" is a name
    end, year = match.end("month"), None
    if match["digits"]:
        end, year = match.end("digits"), int(match["digits"])
    elif match["year"]:
        told = list(re.finditer(r"\w+", match["year"]))
        year, size = _year([word.group().lower() for word in told])
        end = match.start("year") + told[size - 1].end() if size else end
    weekday = lexicon.load().weekday(match["weekday"]) if match["weekday"] else None
    hint = hint_around(match.string, match.start(), end)
    return Stated(match.start(), end, Part(month, day, year), None, weekday, hint)


def _year(words: Sequence[str]) -> tuple[int | None, int]:
    """Return the year that `words` begin with, and how many of them it takes: "dua ribu dua"."""
    thousands, at = numerals.cardinal(words, 0)
    if words[at : at + 1] != [_thousand()] or not thousands:
        return None, 0
    rest, end = numerals.cardinal(words, at + 1)
    return thousands * _MILLENNIUM + rest, end if rest else at + 1


def _thousand() -> str:
    return lexicon.load().thousand[0]


@cache
def _form() -> re.Pattern[str]:
    words = lexicon.load()
    number = rf"(?i:{any_of(numerals.words())})"
    day = rf"(?P<day>{number}(?: {number}){{0,{_LONGEST_DAY - 1}}})"
    year = rf"(?P<year>(?:(?:{number}|{_thousand()}) ?){{2,{_LONGEST_YEAR}}})"
    return re.compile(
        rf"(?<!\w)(?:hari )?(?:{named_pattern()})?(?P<cue>(?i:{any_of(words.day_words)}) )?{day} "
        rf"(?P<of>bulan )?(?P<month>{month_pattern()})"
        rf"(?: (?:tahun )?(?:(?P<digits>{YEAR})|{year}))?"
    )
