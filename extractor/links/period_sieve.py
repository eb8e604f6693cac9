"""For which period a value, grade or rank holds: stated beside it, carried over, or relative."""

from collections.abc import Sequence

from extractor.lexicon.numbers import number_words
from extractor.links.claims import Claim, claim_number
from extractor.links.topics import Topics
from extractor.links.view import View
from extractor.mentions.kinds import PeriodMention

_AFTER_REACH = 7
_GRADE_REACH = 12
_LABEL_REACH = 4
_FROM_TO = 2  # years


def link_periods(claims: Sequence[Claim], view: View, topics: Topics) -> None:
    """Settle `periods` of each claim in the order of the text: relative ones build on earlier."""
    sieve = _Sieve(view, topics)
    for claim in claims:
        sieve.settle(claim)


class _Sieve:
    """The passes, and what they must remember of the claims before."""

    def __init__(self, view: View, topics: Topics) -> None:
        self.view = view
        self.topics = topics
        self.used: dict[int, set[str]] = {}
        self.settled: list[Claim] = []
        self.resolved: dict[int, str] = {}

    def settle(self, claim: Claim) -> None:
        """Give `claim` its periods by the first pass that finds any."""
        for name, find in (
            ("aligned", self._aligned),
            ("behind", self._behind),
            ("series", self._series),
            ("before", self._before),
            ("left", self._left),
            ("frame", self._frame),
        ):
            periods = find(claim)
            values = tuple(filter(None, (self._value(period, claim) for period in periods)))
            if values:
                claim.periods = values
                here = self._sentence(claim)
                near = [p for p in periods if self.view.sentence[p.start] == here]
                claim.settle("period", name, *near)
                if name == "behind":
                    self._use(periods, claim)
                break
        else:
            if self.topics.period and not self._has_moved_on(claim):
                claim.periods = (self.topics.period,)
                claim.settle("period", "topic")
        self.settled.append(claim)

    def _use(self, periods: Sequence[PeriodMention], claim: Claim) -> None:
        """Remember whose value a period was told of: `dari 2,79 pada 2022 menjadi 4,27`."""
        for period in periods:
            self.used.setdefault(period.start, set()).update(_keys(claim))

    def _sentence(self, claim: Claim) -> int:
        return self.view.sentence[claim.start]

    def _value(self, period: PeriodMention, claim: Claim) -> str:
        """Return the ISO period, a relative one counted from the claims before."""
        if period.iso or period.relative is None:
            return period.iso
        if period.start not in self.resolved:
            base = self._base(period, claim)
            year = str(int(base[:4]) + period.relative) if base[:4].isdigit() else ""
            self.resolved[period.start] = year
        return self.resolved[period.start]

    def _base(self, period: PeriodMention, claim: Claim) -> str:
        """Return the period that a relative one counts from.

        Earlier in the sentence, the last value: `72,73 …, dari tahun sebelumnya 72,39`. Across
        sentences, the newest of the sentence before: `… pada 2021. Setahun kemudian …`.
        """
        here = [c for c in self.settled[-8:] if self._sentence(c) == self._sentence(claim)]
        if here and here[-1].periods:
            return here[-1].periods[-1]
        if self.settled:
            last = self._sentence(self.settled[-1])
            periods = [c.periods for c in self.settled[-8:] if self._sentence(c) == last]
            return max((p[-1] for p in periods if p), default=self.topics.period)
        return self.topics.period

    def _aligned(self, claim: Claim) -> list[PeriodMention]:
        """`pada 2020 dan 2021 masing-masing 75,25 dan 75,06`; `sejak 2018 hingga 2021 …`."""
        if claim.number is None:
            return []
        view = self.view
        run = view.value_runs[claim.start]
        if len(run) < 2:
            return []
        place = run.index(claim.number)
        begin = view.paragraph_start(claim.start)
        for last in view.before(view.periods, run[0].start, begin):
            years = [year for period in view.period_runs[last.start] for year in _years(period)]
            if len(years) == len(run):
                return [years[place]]
        return []

    def _behind(self, claim: Claim) -> list[PeriodMention]:
        """`3,24 pada 2022`, `WTP untuk LKPD 2014 dan 2015`: behind it, no other value between."""
        view, graded = self.view, claim.number is None
        reach = _GRADE_REACH if graded else _AFTER_REACH
        end = min(view.sentence_end(claim.start), claim.end + reach)
        for period in view.after(view.periods, claim.end, end)[:1]:
            between = view.words[claim.end : period.start]
            labels = view.words[period.end : period.end + 1] == [":"]  # 2,75 (2022: 2,23)
            numbers = any(word[:1].isdigit() for word in between)
            labels = labels or self._introduces(period, claim)
            if labels or numbers or view.after(view.free_slots, claim.end, period.start):
                return []
            if graded and self._grades_between(claim, period):
                return []
            marks = [at for at, word in enumerate(between) if word in (",", ";")]
            told = claim.rank is None and graded
            told = told and any(w in view.lexicon.distributing for w in between)
            if marks and not told:
                return []
            return view.period_runs[period.start] if graded else [period]
        return []

    def _introduces(self, period: PeriodMention, claim: Claim) -> bool:
        """`2022 sebesar 68,4 (kuning) dan pada 2023 menjadi 85,2`: 2023 goes on to the next value.

        So in `70,09 sementara 2022 lalu 69,48`. In `3,24 pada 2022 menjadi 3,40` nothing joins, so
        2022 is of 3,24.
        """
        view = self.view
        joins = view.lexicon.joins | view.lexicon.clause_marks
        if not view.any(joins, claim.end, period.start):
            return False
        end = min(view.sentence_end(period.start), period.end + _AFTER_REACH)
        for number in view.after(view.scores, period.end, end)[:1]:
            direct = view.only(number_words().time_pointers, period.end, number.start)
            return direct or view.any(view.lexicon.levelling, period.end, number.start)
        return False

    def _grades_between(self, claim: Claim, period: PeriodMention) -> bool:
        """`berpredikat Nindya, kini meraih predikat Utama pada 2025`: of the second grade alone.

        `Nindya dan Utama pada 2025` is of both.
        """
        view = self.view
        later = view.after(view.predicates, claim.end, period.start)
        return bool(later) and not view.only(view.lexicon.joins, claim.end, later[0].start)

    def _before(self, claim: Claim) -> list[PeriodMention]:
        """`Pada 2021, IPM mencapai 72,73`: the nearest before it in the sentence, not yet taken."""
        view = self.view
        left = self._is_left(claim) and self._goes_to(claim)
        for period in view.before(view.periods, claim.start, self._sentence(claim)):
            ends = _years(period)
            if len(ends) == _FROM_TO and (left or self._is_reached(claim)):
                # "IDI 2014-2015 turun dari 96,1 menjadi 91,2": each end has its level
                return ends[:1] if left else ends[1:]
            if left:
                return []  # "IPM 2024 naik dari 75,8 menjadi 76,3": 2024 is of the second
            if view.any(view.lexicon.now, period.end, claim.start):
                return []
            if self._labels_another(period, claim) or self._is_of_value(period, claim):
                continue
            if self.used.get(period.start, set()).isdisjoint(_keys(claim)):
                return view.period_runs[period.start] if claim.number is None else [period]
        return []

    def _is_of_value(self, period: PeriodMention, claim: Claim) -> bool:
        """`3,61 pada 2023, dan bertengger di peringkat sembilan`: of the value, not of the rank.

        So with grades: `naik dari CC pada 2022 ke B`.
        """
        view = self.view
        begin = max(view.sentence[period.start], period.start - _LABEL_REACH)
        if claim.number is None and claim.predicate is not None:
            return bool(view.before(view.predicates, period.start, begin))
        if claim.rank is None or not view.any(frozenset({",", ")"}), period.end, claim.start):
            return False
        near = view.before(view.scores, period.start, begin)[:1]
        return bool(near) and not view.before(view.ranks, period.start, near[0].end)

    def _labels_another(self, period: PeriodMention, claim: Claim) -> bool:
        """Whether it stands in a closed bracket with its own value: `(tahun 2022: 2,23), …`."""
        view = self.view
        between = view.words[period.end : claim.start]
        closed = between.count(")") > between.count("(")
        return closed and bool(view.after(view.scores, period.end, claim.start))

    def _series(self, claim: Claim) -> list[PeriodMention]:
        """`Jawa Barat (74,24) dan Jawa Tengah (73,39) pada 2023`: behind the last of a series.

        Only what stands before its value counts: `Palu 2,95 dan Sigi 2,1 pada 2023`.
        """
        view = self.view
        if claim.number is None:
            return []
        for slot in view.before(view.slots, claim.start, self._sentence(claim))[:1]:
            if claim.start - slot.end > 1:
                return []
            last = view.series_runs[slot.start][-1]
            for number in view.after(view.scores, last.end, last.end + 4)[:1]:
                return self._behind(claim_number(number)) if number is not claim.number else []
        return []

    def _left(self, claim: Claim) -> list[PeriodMention]:
        """`dari 96,06 menjadi 91,17`: the level that was left has the period before.

        That is the newest one of the paragraph that is older than its last; else the year before
        the article's, if the article speaks of it.
        """
        if not self._is_left(claim):
            return []
        view = self.view
        begin = view.paragraph_start(claim.start)
        known = {p for c in self.settled[-12:] if c.start >= begin for p in c.periods}
        known |= {p.iso for p in view.before(view.periods, claim.start, begin) if p.iso}
        known |= {self.topics.period} - {""}
        older = sorted(known)[:-1] or self._year_before(claim)
        return [PeriodMention(start=claim.start, end=claim.end, iso=older[-1])] if older else []

    def _is_left(self, claim: Claim) -> bool:
        """`dari 96,06 menjadi …`, `turun dari urutan 7`, `dari sebelumnya 64,85`."""
        if claim.predicate is not None and claim.number is None:
            return False
        return claim.start > 0 and self.view.words[claim.start - 1] in self.view.lexicon.lefts

    def _is_reached(self, claim: Claim) -> bool:
        """`menjadi 91,2`: right behind the word that brings a new level."""
        to = self.view.lexicon.from_to["dari"]
        return claim.start > 0 and self.view.words[claim.start - 1] in to

    def _goes_to(self, claim: Claim) -> bool:
        """Whether the level that it is left for stands beside it: `menjadi 76,3`, `76,3 dari …`."""
        view, end = self.view, self.view.sentence_end(claim.start)
        after = view.words[claim.end : min(end, claim.end + _AFTER_REACH)]
        before = view.words[max(self._sentence(claim), claim.start - _AFTER_REACH) : claim.start]
        return any(word in view.lexicon.from_to["dari"] for word in (*after, *before))

    def _year_before(self, claim: Claim) -> list[str]:
        year = self.topics.period
        if not year.isdecimal():
            return []
        before = str(int(year) - 1)
        told = (p.iso for p in self.view.before(self.view.periods, claim.start, 0))
        return [before] if before in told else []

    def _frame(self, claim: Claim) -> list[PeriodMention]:
        """`Pada 2018, … . Waktu itu …`: one that opens an earlier sentence of the paragraph."""
        view = self.view
        begin = view.paragraph_start(claim.start)
        if self._is_now(claim):
            return []
        for period in view.before(view.periods, self._sentence(claim), begin):
            dated = view.words[period.start][:1].isdigit()  # "tahun lalu" frames its sentence only
            if dated and view.only(view.lexicon.framing, view.sentence[period.start], period.start):
                return [period]
        return []

    def _is_now(self, claim: Claim) -> bool:
        """`Kini, dengan IPM 70,2, …`: of no earlier frame."""
        begin = self._sentence(claim)
        return self.view.any(self.view.lexicon.now, begin, min(begin + 2, claim.start))

    def _has_moved_on(self, claim: Claim) -> bool:
        """`Pada 2021 di peringkat 10. Kini …`: the article's only period is the past one."""
        if not self._is_now(claim):
            return False
        view, begin = self.view, self.view.paragraph_start(claim.start)
        past = view.before(view.periods, self._sentence(claim), begin)
        return any(period.iso == self.topics.period for period in past)


def _keys(claim: Claim) -> set[str]:
    return {subject.key for subject in claim.subjects}


def _years(period: PeriodMention) -> list[PeriodMention]:
    """Return one period a year for an interval of years, else the period itself."""
    first, _, last = period.iso.partition("/")
    if not (last.isdigit() and first.isdigit()) or int(last) - int(first) > 50:
        return [period]
    place = {"start": period.start, "end": period.end}
    return [PeriodMention(iso=str(year), **place) for year in range(int(first), int(last) + 1)]
