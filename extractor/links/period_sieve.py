"""For which period a value, grade or rank holds: stated beside it, carried over, or relative."""

from collections.abc import Sequence

from extractor.links.claims import Claim
from extractor.links.topics import Topics
from extractor.links.view import View
from extractor.mentions.kinds import PeriodMention

_AFTER_REACH = 7


def link_periods(claims: Sequence[Claim], view: View, topics: Topics) -> None:
    """Settle `periods` of each claim in the order of the text: relative ones build on the last."""
    used: set[int] = set()
    last = ""
    for claim in claims:
        for name, periods in (
            ("aligned", _aligned(claim, view)),
            ("behind", _behind(claim, view)),
            ("before", _before(claim, view, used)),
            ("frame", _frame(claim, view)),
        ):
            values = tuple(filter(None, (_value(p, last or topics.period) for p in periods)))
            if values:
                claim.periods = values
                claim.settle("period", name, *periods)
                used.update(p.start for p in periods if name == "behind")
                break
        else:
            if topics.period:
                claim.periods = (topics.period,)
                claim.settle("period", "topic")
        last = claim.periods[-1] if claim.periods else last


def _value(period: PeriodMention, base: str) -> str:
    """Return the ISO period, a relative one counted from the year of `base`."""
    if period.iso or period.relative is None:
        return period.iso
    return str(int(base[:4]) + period.relative) if base[:4].isdigit() else ""


def _aligned(claim: Claim, view: View) -> list[PeriodMention]:
    """`pada 2020 dan 2021 masing-masing 75,25 dan 75,06`; `sejak 2018 hingga 2021 …`."""
    if claim.number is None:
        return []
    run = view.value_runs[claim.start]
    if len(run) < 2:
        return []
    place = run.index(claim.number)
    for last in view.before(view.periods, run[0].start, view.sentence[claim.start]):
        years = [year for period in view.period_runs[last.start] for year in _years(period)]
        if len(years) == len(run):
            return [years[place]]
    return []


def _years(period: PeriodMention) -> list[PeriodMention]:
    """Return one period a year for an interval of years, else the period itself."""
    first, _, last = period.iso.partition("/")
    if not (last.isdigit() and first.isdigit()) or int(last) - int(first) > 50:
        return [period]
    place = {"start": period.start, "end": period.end}
    return [PeriodMention(iso=str(year), **place) for year in range(int(first), int(last) + 1)]


def _behind(claim: Claim, view: View) -> list[PeriodMention]:
    """`3,24 pada 2022`, `WTP (LKPD 2014, 2015, dan 2016)`: right behind, no value in between."""
    end = min(view.sentence_end(claim.start), claim.end + _AFTER_REACH)
    for period in view.after(view.periods, claim.end, end)[:1]:
        between = view.words[claim.end : period.start]
        if any(word in (",", ";") or word[:1].isdigit() for word in between):
            return []
        if view.after(view.free_slots, claim.end, period.start):
            return []
        return view.period_runs[period.start] if claim.number is None else [period]
    return []


def _before(claim: Claim, view: View, used: set[int]) -> list[PeriodMention]:
    """`Pada 2021, IPM mencapai 72,73`: the nearest before it in the sentence that is not taken."""
    for period in view.before(view.periods, claim.start, view.sentence[claim.start]):
        if period.start in used:
            continue
        return view.period_runs[period.start] if claim.number is None else [period]
    return []


def _frame(claim: Claim, view: View) -> list[PeriodMention]:
    """`Pada 2018, … . Waktu itu …`: a period that opens an earlier sentence of the paragraph."""
    begin = view.paragraph_start(claim.start)
    for period in view.before(view.periods, view.sentence[claim.start], begin):
        opening = view.sentence[period.start]
        if view.only(view.lexicon.framing, opening, period.start):
            return [period]
    return []
