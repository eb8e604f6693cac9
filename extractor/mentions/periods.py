"""Periods: the time that a score may hold for ("2024", "triwulan II 2023", "setahun sebelumnya").

Reads the dates, so it stands after `fakta_dates` in a pipeline: a year inside a day is no period
of its own, and a month with its year is one.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from extractor.lexicon import calendar as lexicon
from extractor.lexicon.numbers import number_words
from extractor.lexicon.ranks import rank_words
from extractor.mentions import spans
from extractor.mentions.calendar import any_of, around, hits, reference_date
from extractor.mentions.kinds import DateMention, IndexMention, PeriodMention
from extractor.mentions.surface import surface, text_of

_YEAR = r"(?:19[5-9]\d|20\d\d)"
_YEARS = re.compile(_YEAR)
_A_YEAR = re.compile(rf"(?P<year>{_YEAR})")
_ALONE = r"(?<![\w/.,+\\-])(?<!\d )"
# Behind a number it is none, but years head the columns of a table: "Kabupaten 2022 2023".
_COLUMNS = re.compile(rf"^[^\d\n]*(?P<years>(?<!\w){_YEAR}(?: {_YEAR})+)$", re.MULTILINE)
_END = r"(?![\w/\\]|[.,:-]\d|-\w)"
_COPYRIGHT = ("©", "opyright", "OPYRIGHT", "ak cipta", "ak Cipta", "AK CIPTA")
# The owner's name stands between the sign and the year.
_OWNER = 70
_LONGEST_NOUN = 12
_SAME_REACH = 40
_YEAR_WORD = "tahun"
_MONTHS = 12


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
    same: bool = False


class Periods:
    """Finds periods; those told from today are resolved, those told from another are left open."""

    def __call__(self, doc: Doc) -> Doc:
        """Write the periods of `doc` to its spans."""
        spans.write(doc, PeriodMention, self.find(doc))
        return doc

    def find(self, doc: Doc) -> list[PeriodMention]:
        """Return the periods in `doc`, in order; no two share a token."""
        text = text_of(doc)
        taken = bytearray(len(text))
        found = list(_from_dates(doc, text, taken))
        worded = around(text, hits(text, _stems()))
        _strike_out(text, taken, worded)
        today = reference_date(doc)
        for match, read in _matches(text, worded):
            start, end = match.span()
            if taken.find(1, start, end) < 0 and (period := read(match, today)):
                taken[start:end] = b"\x01" * (end - start)
                found.append(replace(period, same=_is_same_part(text, start)))
        return _mentions(doc, sorted(found, key=lambda period: period.start))


def _from_dates(doc: Doc, text: str, taken: bytearray) -> Iterator[_Found]:
    """Yield the months that name their year ("Juni 2024" is 2024-06) and mark all dates.

    Where an article tells of an index that has a value each month, a bare month is a period too,
    and a day where one has a value each day.
    """
    seen, words_of = surface(doc), lexicon.load()
    named = {index.id for index in spans.read(doc, IndexMention)}
    monthly, daily = not named.isdisjoint(words_of.monthly), not named.isdisjoint(words_of.daily)
    for mention in spans.read(doc, DateMention):
        start, end = spans.bounds_in(seen, mention)
        taken[start:end] = b"\x01" * (end - start)
        words = text[start:end]
        if daily and mention.granularity == "day" and mention.first and mention.last:
            yield _Found(start, end, _interval(str(mention.first), str(mention.last)))
        if mention.granularity == "month" and mention.first and mention.last:
            whole = not words.lower().startswith(words_of.edges)
            if whole and (monthly or str(mention.last.year) in words):
                yield _Found(
                    start, end, _interval(f"{mention.first:%Y-%m}", f"{mention.last:%Y-%m}")
                )


def _matches(
    text: str, worded: Sequence[tuple[int, int]]
) -> Iterator[tuple[re.Match[str], "_Read"]]:
    """Yield what has the form of a period and how to read it, the more specific first."""
    years = [match.start() for match in _YEARS.finditer(text)]
    in_digits, in_words = _rules()
    specific, plain = in_digits
    yield from ((match, specific[1]) for at in years if (match := specific[0].match(text, at)))
    for pattern, read in in_words:
        for window in worded:
            yield from ((match, read) for match in pattern.finditer(text, *window))
    yield from ((match, plain[1]) for at in years if (match := plain[0].match(text, at)))
    for row in _COLUMNS.finditer(text):
        yield from ((match, plain[1]) for match in _A_YEAR.finditer(text, *row.span("years")))


def _strike_out(text: str, taken: bytearray, worded: Sequence[tuple[int, int]]) -> None:
    """Mark the years that are no time: of laws ("Nomor 95 Tahun 2018") and of copyright."""
    for match in (match for window in worded for match in _laws().finditer(text, *window)):
        taken[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
    for start in hits(text, _COPYRIGHT):
        end = text.find("\n", start, start + _OWNER)
        end = min(start + _OWNER, len(text)) if end < 0 else end
        taken[start:end] = b"\x01" * (end - start)


def _mentions(doc: Doc, found: list[_Found]) -> list[PeriodMention]:
    mentions: list[PeriodMention] = []
    for period in found:
        span = doc.char_span(period.start, period.end, alignment_mode="expand")
        if span is None or (mentions and span.start < mentions[-1].end):
            continue
        mentions.append(
            PeriodMention(
                start=span.start,
                end=span.end,
                iso=period.iso,
                relative=period.relative,
                same=period.same,
            )
        )
    return mentions


def _year_range(match: re.Match[str], today: date | None) -> _Found | None:
    """Read "2018 hingga 2021"."""
    first, last = match["first"], match["last"]
    return _Found(*match.span(), _interval(first, last)) if first < last else None


def _year_part(match: re.Match[str], today: date | None) -> _Found | None:
    """Read "triwulan II 2023", "semester pertama tahun ini", "kuartal I": the last that is over."""
    words = lexicon.load()
    months = _named(words.year_parts, match["part"])
    number = _named(words.ordinals, match["number"])
    if match["year"]:
        year: int | None = int(match["year"])
    elif match["away"] and not _is_last(match):
        year = _year_away(match["away"], 1, today)
    else:
        year = today.year - (months * number >= today.month) if today else None
    if year is None or months * number > _MONTHS:
        return None
    return _Found(
        *match.span(),
        f"{year}-{months * (number - 1) + 1:02}/{year}-{months * number:02}",
    )


def _is_last(match: re.Match[str]) -> bool:
    """Tell whether it is the last that is over, and not one of last year: "kuartal III lalu"."""
    past = lexicon.load().years_away[match["away"]] < 0
    return past and _YEAR_WORD not in match.group().lower()


def _first_months(match: re.Match[str], today: date | None) -> _Found | None:
    """Read "tiga bulan pertama tahun ini", "enam bulan pertama 2024"."""
    months = _number(match["months"])
    year = int(match["year"]) if match["year"] else _year_away(match["away"], 1, today)
    if year is None or not 1 < months < _MONTHS:
        return None
    return _Found(*match.span(), f"{year}-01/{year}-{months:02}")


def _is_same_part(text: str, start: int) -> bool:
    """Tell whether the words before a period make it a part of that year: "periode yang sama"."""
    before = text[max(0, start - _SAME_REACH) : start].lower().split()
    words = lexicon.load()
    while before and before[-1] in words.same_joins:
        before.pop()
    return any(
        " ".join(before[-size:]) in words.same_words
        and before[-size - 1 : -size] != []
        and before[-size - 1] in words.same_parts
        for size in (1, 2)
    )


def _year(match: re.Match[str], today: date | None) -> _Found | None:
    """Read "2024"."""
    return _Found(*match.span(), match.group())


def _away(match: re.Match[str], today: date | None) -> _Found | None:
    """Read "tahun lalu", "tujuh tahun silam": told from today."""
    count, away = match["count"], match["away"]
    start = match.start()
    if count and _is_place(match):  # "peringkat 9 tahun lalu": last year's ninth
        start, count = match.end("count") + 1, None
    if away in lexicon.load().running and _is_basis(match):
        return None
    # "lima tahun ini" and "setahun depan" last, they are no year.
    if (count or match["one"]) and lexicon.load().years_away[away] >= 0:
        return None
    year = _year_away(away, _number(count), today)
    return _Found(start, match.end(), "" if year is None else str(year))


def _is_place(match: re.Match[str]) -> bool:
    """Tell whether the number is a place or a value: a noun of either stands before it."""
    before = match.string[max(0, match.start() - _LONGEST_NOUN) : match.start()].split()
    return bool(before) and before[-1].lower() in rank_words().nouns | number_words().values


def _is_basis(match: re.Match[str]) -> bool:
    """Tell whether it says against when a rate is told: "secara tahun berjalan (ytd)"."""
    before = match.string[max(0, match.start() - _LONGEST_NOUN) : match.start()].lower()
    behind = match.string[match.end() : match.end() + _LONGEST_NOUN].lower()
    words = lexicon.load()
    return before.rstrip().endswith(words.basis_cues) or behind.lstrip(" (/").startswith("y")


def _on(match: re.Match[str], today: date | None) -> _Found | None:
    """Read "setahun sebelumnya", "dua tahun berselang": told from the period said before."""
    start, count = match.start(), match["count"]
    if count and _is_place(match):  # "naik dari peringkat 15 tahun sebelumnya"
        start, count = match.end("count") + 1, None
    return _Found(start, match.end(), "", lexicon.load().years_on[match["on"]] * _number(count))


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
_Rule = tuple[re.Pattern[str], _Read]


@cache
def _stems() -> tuple[str, ...]:
    """Return the words in which a period that is no bare year is told."""
    words = [_YEAR_WORD, *lexicon.load().first_months, *lexicon.load().year_parts]
    return tuple(dict.fromkeys(form for w in words for form in (w, w.capitalize(), w.upper())))


@cache
def _rules() -> tuple[tuple[_Rule, _Rule], tuple[_Rule, ...]]:
    """Return the rules for years in digits (ranges, single ones) and for periods in words."""
    words = lexicon.load()
    to = rf"(?: ?[-–—] ?|/| (?:{any_of((*words.ranges, 'ke'))}) (?:tahun )?)"
    away, on = any_of(words.years_away), any_of(words.years_on)
    vague = "".join(rf"(?<!\b(?i:{re.escape(word)}) )" for word in words.vague_counts)
    # "dua tahun", "2 tahun", "setahun", "tahun", "3,40 tahun ini"; not "belasan tahun",
    # "1,5 tahun", "tahun-tahun".
    years = (
        rf"(?<![\w,.-])(?:(?P<count>(?i:{any_of(words.numerals)})|\d{{1,2}}) (?i:tahun)"
        rf"|{vague}(?:(?<!\d )|(?<=[.,]\d )|(?<=[.,]\d\d )|(?=[sS]))(?P<one>(?i:se))?(?i:tahun))"
    )
    part = any_of([word for word in words.year_parts if not word.isupper()])
    short = any_of([word for word in words.year_parts if word.isupper()])
    year_part = (
        rf"(?<!\w)(?P<part>(?i:{part})|{short})[ -]?(?P<number>{any_of(words.ordinals)})"
        rf"(?!\w)(?:(?:[ /-]| tahun )"
        rf"(?:(?P<year>{_YEAR})(?!\w)|(?:tahun )?(?P<away>{away})(?!\w)))?"
    )
    first = any_of(words.first_months)
    first_months = (
        rf"(?<![\w,.-])(?P<months>(?i:{any_of(words.numerals)})|\d{{1,2}}) (?i:{first})"
        rf"(?: di| pada)?(?: tahun)? (?:(?P<year>{_YEAR})(?!\w)|(?P<away>{away})(?!\w))"
    )
    counting = "".join(rf"(?<!\b(?i:{re.escape(word)}) )" for word in words.counting)
    year = rf"{_ALONE}{counting}(?P<year>{_YEAR}){_END}(?! (?:{any_of(words.counted)})(?!\w))"
    year_range = rf"{_ALONE}(?P<first>{_YEAR}){to}(?P<last>{_YEAR}){_END}"
    return (
        ((re.compile(year_range), _year_range), (re.compile(year), _year)),
        (
            (re.compile(year_part), _year_part),
            (re.compile(first_months), _first_months),
            (re.compile(rf"{years} (?P<on>{on})(?!\w)"), _on),
            (re.compile(rf"{years} (?P<away>{away})(?!\w)"), _away),
        ),
    )


@cache
def _laws() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{any_of(lexicon.load().laws)})(?: (?:Nomor|No\.?))?:? ?"
        # Bounded: a law's number is short, and a token may be very long.
        r"[\w./-]{0,30}\d[\w./-]{0,30}(?:(?:,|,? dan) \d{1,4}){0,5} (?i:tahun) \d{4}"
    )
