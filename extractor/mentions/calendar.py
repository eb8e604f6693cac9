"""What dates and periods share: the reference date, parsing of one day, stretches of speech.

A module of helpers, no component: it writes nothing to the `Doc`.
"""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache, lru_cache

from dateparser.date import DateDataParser
from spacy.tokens import Doc

from extractor.lexicon import calendar as lexicon
from extractor.lexicon.alternatives import any_word
from extractor.mentions.surface import text_of

# The head of a page, where a line holds the date of publication and nothing else.
_HEAD = 2_000
# How far the words of one date can lie from one of them.
_AROUND = 48
_MARKS = re.compile(r"[“”\"\n]")


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of `words`, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


@cache
def weekday_pattern() -> str:
    """Return the pattern of a weekday: "Senin" or "SENIN"; "minggu" in small letters is a week."""
    words = [word for group in lexicon.load().weekdays for word in group]
    return rf"(?:{any_of(words + [word.upper() for word in words])})(?!\w)"


@cache
def month_pattern() -> str:
    """Return the pattern of a month: names in any case, abbreviations only capitalised."""
    groups = lexicon.load().months
    full = [word for group in groups for word in group if len(word) > 5 or word == group[0]]
    short = [word for group in groups for word in group if word not in full]
    short += [word.upper() for word in short if not word.endswith(".")]
    return rf"(?:(?i:{any_of(full)})|(?:{any_of(short)})\.?)(?!(?!(?:19|20)\d\d\b)[^\W_])"


def windows(text: str) -> list[tuple[int, int]]:
    """Return the stretches of `text` in which a date can stand, in order, cut between words.

    One search for all words of the calendar costs a tenth of what the patterns would, and leaves
    them little to read.
    """
    digits = [match.start() for match in _digits().finditer(text)]
    return around(text, digits + hits(text, _stems()))


@cache
def _digits() -> re.Pattern[str]:
    """Return the pattern of a day and its month in digits: "4/1", "4 bulan 1"."""
    of = any_of(lexicon.load().month_words)
    return re.compile(rf"\d(?: ?[/.–-] ?| (?:{of}) )\d{{1,2}}(?!\d)")


def hits(text: str, words: tuple[str, ...]) -> list[int]:
    """Return where one of `words` begins in `text`, in order, also within another one."""
    found, search = [], _any_of(words).search
    match = search(text)
    while match:
        found.append(match.start())
        match = search(text, match.start() + 1)
    return found


@lru_cache(maxsize=16)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(any_word(words))


def around(text: str, places: Iterable[int]) -> list[tuple[int, int]]:
    """Return the stretches of `text` around `places`, in order, apart, cut between words."""
    found: list[tuple[int, int]] = []
    for place in sorted(places):
        if found and place + _AROUND < found[-1][1]:
            continue
        start = max(text.rfind(" ", 0, max(0, place - _AROUND)), 0)
        end = text.find(" ", place + _AROUND)
        end = len(text) if end < 0 else end
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


@cache
def _stems() -> tuple[str, ...]:
    """Return the shortest strings that every word of the calendar begins with one of."""
    words = lexicon.load()
    names = [word for group in (*words.months, *words.weekdays) for word in group]
    full = [word.lower() for group in words.months for word in group if len(word) > 4]
    days = [form for word in words.days_away for form in (word, word.capitalize(), word.upper())]
    stems: list[str] = []
    for word in sorted([*names, *map(str.upper, names), *full, "mei", *days], key=len):
        if not word.startswith(tuple(stems)):
            stems.append(word)
    return tuple(stems)


@cache
def _stamps() -> tuple[re.Pattern[str], re.Pattern[str]]:
    weekday, month = weekday_pattern(), month_pattern()
    day = r"(?P<day>\d{1,2})"
    year = r"(?P<year>(?:19|20)\d\d)(?!\d)"
    full = rf"{day}(?: (?P<month>{month}) |[/-](?P<number>\d{{1,2}})[/-]){year}"
    alone = (
        rf"^\W{{0,4}}(?:{weekday},? )?\(?{full}\)?(?:\W{{1,4}}\d{{1,2}}[:.]\d\d\W?\w{{0,4}})?\W*$"
    )
    return re.compile(alone, re.MULTILINE), re.compile(rf"\b{weekday}(?: \w+)?,? ?\(?{full}")


def published(doc: Doc) -> date | None:
    """Return the publication date that came with the article, if any."""
    try:
        return date.fromisoformat(str(doc.user_data.get("published", ""))[:10])
    except ValueError:
        return None


def reference_date(doc: Doc) -> date | None:
    """Return the day from which the article speaks.

    The publication date; else a line that is only a date ("Rabu, 11 September 2024 | 08:20 WIB");
    else the first full date with its weekday ("Selasa (15/2/2022)"); else None.
    """
    if known := published(doc):
        return known
    alone, anywhere = _stamps()
    text = text_of(doc)
    for match in (alone.search(text[:_HEAD]), anywhere.search(text)):
        if match:
            month = (
                int(match["number"]) if match["number"] else lexicon.load().month(match["month"])
            )
            if day := parse_day(int(match["day"]), month, int(match["year"])):
                return day
    return None


@lru_cache(maxsize=16_384)
def parse_day(day: int, month: int, year: int) -> date | None:
    """Return the day, or None when there is none such (31/2/2024)."""
    months = lexicon.load().months
    if not 1 <= month <= len(months):
        return None
    # The format is tried first and costs a twentieth of a parse without it.
    data = _parser().get_date_data(f"{day} {months[month - 1][0]} {year}", ["%d %B %Y"])
    found = data.date_obj
    # A day that does not exist must not come back as one that does.
    if found is None or (found.day, found.month, found.year) != (day, month, year):
        return None
    return date(year, month, day)


@cache
def _parser() -> DateDataParser:
    settings = {"DATE_ORDER": "DMY", "PARSERS": ["absolute-time"]}
    return DateDataParser(languages=["id"], settings=settings)


def spoken(text: str) -> list[tuple[int, int]]:
    """Return the stretches of `text` inside double quotation marks, in order.

    A paragraph ends every quotation, so one stray mark costs one paragraph.
    """
    found: list[tuple[int, int]] = []
    opened, depth = -1, 0
    for match in _MARKS.finditer(text + "\n"):
        mark = match.group()
        if mark == "“" or (mark == '"' and not depth):
            opened = match.start() if not depth else opened
            depth += 1
        elif depth:
            depth = 0 if mark == "\n" else depth - 1
            if not depth:
                found.append((opened, match.start()))
    return found
