"""Periods: the time that a score may hold for ("2024", "triwulan II 2023", "setahun sebelumnya").

Reads the dates, so it stands after `fakta_dates` in a pipeline: a year inside a day is no period
of its own, and a month with its year is one.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from extractor.lexicon import calendar as lexicon
from extractor.mentions import spans
from extractor.mentions.calendar import any_of, reference_date
from extractor.mentions.kinds import DateMention, PeriodMention

_YEAR = r"(?:19[5-9]\d|20\d\d)"
_ALONE = r"(?<![\w/.,+\\-])(?<!\d )"
_END = r"(?![\w/\\]|[.,:-]\d|-\w)"
_COPYRIGHT = re.compile(r"©|(?i:copyright|hak cipta)")
# The owner's name stands between the sign and the year.
_OWNER = 60


@Language.factory("fakta_periods", assigns=["doc.spans"])
def make(nlp: Language, name: str) -> "Periods":
    """Return the component that finds periods."""
    return Periods()


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    iso: str
    relative: int | None = None


class Periods:
    """Finds periods; those told from today are resolved, those told from another are left open."""

    def __call__(self, doc: Doc) -> Doc:
        """Write the periods of `doc` to its spans."""
        spans.write(doc, PeriodMention, self.find(doc))
        return doc

    def find(self, doc: Doc) -> list[PeriodMention]:
        """Return the periods in `doc`, in order; no two share a token."""
        text = doc.text
        taken = bytearray(len(text))
        found = list(_from_dates(doc, taken))
        _strike_out(text, taken)
        today = reference_date(doc)
        for pattern, read in _rules():
            for match in pattern.finditer(text):
                start, end = match.span()
                if taken.find(1, start, end) < 0 and (period := read(match, today)):
                    taken[start:end] = b"\x01" * (end - start)
                    found.append(period)
        return _mentions(doc, sorted(found, key=lambda period: period.start))


def _from_dates(doc: Doc, taken: bytearray) -> Iterator[_Found]:
    """Yield the months that name their year ("Juni 2024" is 2024-06) and mark all dates."""
    for mention in spans.read(doc, DateMention):
        start, end = spans.char_bounds(doc, mention)
        taken[start:end] = b"\x01" * (end - start)
        words = doc.text[start:end]
        if mention.granularity == "month" and mention.first and mention.last:
            whole = not words.lower().startswith(lexicon.load().edges)
            if whole and str(mention.last.year) in words:
                yield _Found(
                    start, end, _interval(f"{mention.first:%Y-%m}", f"{mention.last:%Y-%m}")
                )


def _strike_out(text: str, taken: bytearray) -> None:
    """Mark the years that are no time: of laws ("Nomor 95 Tahun 2018") and of copyright."""
    for match in _laws().finditer(text):
        taken[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
    for match in _COPYRIGHT.finditer(text):
        end = text.find("\n", match.end())
        end = min(len(text) if end < 0 else end, match.end() + _OWNER)
        taken[match.start() : end] = b"\x01" * (end - match.start())


def _mentions(doc: Doc, found: list[_Found]) -> list[PeriodMention]:
    mentions: list[PeriodMention] = []
    for period in found:
        span = doc.char_span(period.start, period.end, alignment_mode="expand")
        if span is None or (mentions and span.start < mentions[-1].end):
            continue
        mentions.append(
            PeriodMention(start=span.start, end=span.end, iso=period.iso, relative=period.relative)
        )
    return mentions


def _year_range(match: re.Match[str], today: date | None) -> _Found | None:
    """Read "2018 hingga 2021"."""
    first, last = match["first"], match["last"]
    return _Found(*match.span(), _interval(first, last)) if first < last else None


def _year_part(match: re.Match[str], today: date | None) -> _Found | None:
    """Read "triwulan II 2023", "semester pertama tahun ini"."""
    words = lexicon.load()
    months = _named(words.year_parts, match["part"])
    number = _named(words.ordinals, match["number"])
    year = int(match["year"]) if match["year"] else _year_away(match["away"], 1, today)
    if year is None or months * number > 12:
        return None
    return _Found(
        *match.span(),
        f"{year}-{months * (number - 1) + 1:02}/{year}-{months * number:02}",
    )


def _year(match: re.Match[str], today: date | None) -> _Found | None:
    """Read "2024"."""
    return _Found(*match.span(), match.group())


def _away(match: re.Match[str], today: date | None) -> _Found | None:
    """Read "tahun lalu", "tujuh tahun silam": told from today."""
    count, away = match["count"], match["away"]
    # "lima tahun ini" and "setahun depan" last, they are no year.
    if (count or match["one"]) and lexicon.load().years_away[away] >= 0:
        return None
    year = _year_away(away, _number(count), today)
    return _Found(*match.span(), "" if year is None else str(year))


def _on(match: re.Match[str], today: date | None) -> _Found | None:
    """Read "setahun sebelumnya", "dua tahun berselang": told from the period said before."""
    return _Found(*match.span(), "", lexicon.load().years_on[match["on"]] * _number(match["count"]))


def _number(count: str | None) -> int:
    if not count:
        return 1
    return int(count) if count.isdecimal() else lexicon.load().numerals[count.lower()]


def _named(numbers: Mapping[str, int], word: str) -> int:
    return numbers[word] if word in numbers else numbers[word.lower()]


def _year_away(away: str, count: int, today: date | None) -> int | None:
    return today.year + lexicon.load().years_away[away] * count if today else None


def _interval(first: str, last: str) -> str:
    return first if first == last else f"{first}/{last}"


_Read = Callable[[re.Match[str], date | None], _Found | None]


@cache
def _rules() -> tuple[tuple[re.Pattern[str], _Read], ...]:
    """Return the rules, the more specific first."""
    words = lexicon.load()
    to = rf"(?: ?[-–—] ?|/| (?:{any_of((*words.ranges, 'ke'))}) (?:tahun )?)"
    away, on = any_of(words.years_away), any_of(words.years_on)
    vague = "".join(rf"(?<!\b{re.escape(word)} )" for word in words.vague_counts)
    # "dua tahun", "2 tahun", "setahun", "tahun"; not "belasan tahun", "1,5 tahun", "tahun-tahun".
    years = (
        rf"(?<![\w,.-])(?:(?P<count>(?i:{any_of(words.numerals)})|\d{{1,2}}) (?i:tahun)"
        rf"|{vague}(?<!\d )(?P<one>(?i:se))?(?i:tahun))"
    )
    part = any_of([word for word in words.year_parts if not word.isupper()])
    short = any_of([word for word in words.year_parts if word.isupper()])
    year_part = (
        rf"(?<!\w)(?P<part>(?i:{part})|{short})[ -]?(?P<number>{any_of(words.ordinals)})"
        rf"(?:[ /-]| tahun )(?:(?P<year>{_YEAR})(?!\w)|(?:tahun )?(?P<away>{away})(?!\w))"
    )
    counting = "".join(rf"(?<!\b(?i:{re.escape(word)}) )" for word in words.counting)
    year = rf"{_ALONE}{counting}(?P<year>{_YEAR}){_END}(?! (?:{any_of(words.counted)})(?!\w))"
    return (
        (re.compile(rf"{_ALONE}(?P<first>{_YEAR}){to}(?P<last>{_YEAR}){_END}"), _year_range),
        (re.compile(year_part), _year_part),
        (re.compile(rf"{years} (?P<on>{on})(?!\w)"), _on),
        (re.compile(rf"{years} (?P<away>{away})(?!\w)"), _away),
        (re.compile(year), _year),
    )


@cache
def _laws() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{any_of(lexicon.load().laws)})(?: (?:Nomor|No\.?))?:? ?"
        # Bounded: a law's number is short, and a token may be very long.
        r"[\w./-]{0,30}\d[\w./-]{0,30}(?:(?:,|,? dan) \d{1,4}){0,5} (?i:tahun) \d{4}"
    )
