"""Dates: "Sabtu (4/1/2025)", "5-7 Agustus 2024", "awal November", "Jumat.", "kemarin".

Bare years are periods, not dates (see `extractor.mentions.periods`).
"""

import re
from dataclasses import dataclass
from datetime import date

from spacy.language import Language
from spacy.tokens import Doc

from extractor.mentions import spans
from extractor.mentions.calendar import reference_date, windows
from extractor.mentions.dates import pointed, shapes
from extractor.mentions.dates.forms import YEAR
from extractor.mentions.dates.resolve import fits, resolve, with_year
from extractor.mentions.dates.stated import Stated
from extractor.mentions.kinds import DateMention, Granularity
from extractor.mentions.surface import text_of

_YEARS = re.compile(rf"(?<![\w.,/-]){YEAR}")


@Language.factory("fakta_dates", assigns=["doc.spans"])
def make(nlp: Language, name: str) -> "Dates":
    """Return the component that finds dates."""
    return Dates()


class Dates:
    """Finds dates and resolves them against the day from which the article speaks."""

    def __call__(self, doc: Doc) -> Doc:
        """Write the dates of `doc` to its spans."""
        spans.write(doc, DateMention, self.find(doc))
        return doc

    def find(self, doc: Doc) -> list[DateMention]:
        """Return the dates in `doc`, in order; no two share a token."""
        text = text_of(doc)
        taken = bytearray(len(text))
        near = windows(text)
        reference = reference_date(doc)
        found = _stated(shapes.find(text, taken, near), reference, text)
        if reference:
            found += [
                _Found(day.start, day.end, day.first, day.last, day.granularity)
                for day in pointed.find(text, taken, near, reference)
            ]
        return _mentions(doc, sorted(found, key=lambda date: date.start))


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    first: date | None
    last: date | None
    granularity: Granularity
    weekday_fits: bool = True


def _stated(dates: list[Stated], reference: date | None, text: str) -> list[_Found]:
    """Return the written dates resolved, without those that no calendar has ("31/2/2024")."""
    anchor = reference or next(
        (days[0] for date in dates if date.first.day and (days := resolve(date, None))), None
    )
    if anchor is None:
        years = {int(year) for year in _YEARS.findall(text)}
        dates = [with_year(stated, years) for stated in dates]
    found = []
    for stated in dates:
        days = resolve(stated, anchor)
        if days is None and (anchor is not None or (stated.last or stated.first).year):
            continue
        first, last = days or (None, None)
        is_month = stated.first.day is None and (stated.last is None or stated.last.day is None)
        granularity: Granularity = "month" if is_month else "day"
        fit = first is None or fits(stated, first)
        found.append(_Found(stated.start, stated.end, first, last, granularity, fit))
    return found


def _mentions(doc: Doc, found: list[_Found]) -> list[DateMention]:
    mentions: list[DateMention] = []
    for date_ in found:
        span = doc.char_span(date_.start, date_.end, alignment_mode="expand")
        if span is None or (mentions and span.start < mentions[-1].end):
            continue
        mentions.append(
            DateMention(
                start=span.start,
                end=span.end,
                first=date_.first,
                last=date_.last,
                granularity=date_.granularity,
                weekday_fits=date_.weekday_fits,
            )
        )
    return mentions
