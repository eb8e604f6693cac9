"""What the links read of one article: its index, subjects, constructions and topics."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from spacy.tokens import Doc

from extractor.lexicon.constructions import constructions
from extractor.lexicon.links import LinkWords, link_words
from extractor.lexicon.numbers import number_words
from extractor.links.anchors import place_anchors
from extractor.links.candidates import COUNTING, Anchor
from extractor.links.constructions.elements import Elements, elements_of
from extractor.links.constructions.matching import Roles, match_all
from extractor.links.constructions.series import Series, find_series, runs_of
from extractor.links.places.ranked import Ranked, find_ranked
from extractor.links.subjects.search import find_subjects
from extractor.links.subjects.strangers import Stranger, find_strangers, strange_items
from extractor.links.subjects.subject_mention import SubjectMention
from extractor.links.topics import Topics, find_topics
from extractor.mentions.kinds import (
    AspectMention,
    CohortMention,
    ForeignMention,
    IndexMention,
    NumberMention,
    OfficialMention,
    PeriodMention,
    PredicateMention,
    RankMention,
    RegionMention,
)
from extractor.structure.article_index import ArticleIndex, Row, after, article_index

_ROW_JOIN = 4
_VALUE_REACH = 5
_TOLD_TWICE = 1  # tokens between two words that count on
_QUALIFIED = 8  # tokens between a place and the superlative that says of what
_SECOND = 2
_APART = frozenset({",", ";", ".", "(", ")", "dan", "serta", "sekaligus", "lalu", "sedangkan"})
_UNITS = frozenset({"persen", "%", "poin"})


@dataclass
class View:
    """An article as the links read it; token indices throughout."""

    index: ArticleIndex
    published: str = ""
    kept: dict[tuple[object, ...], tuple[str, ...]] = field(default_factory=dict, repr=False)
    """Features that many anchors ask for alike, by all that they depend on."""

    @cached_property
    def lexicon(self) -> LinkWords:
        """The words that tie mentions together."""
        return link_words()

    @cached_property
    def word_classes(self) -> dict[str, str]:
        """The class of each word that constructions know."""
        return {word: kind for kind, words in constructions().words.items() for word in words}

    @cached_property
    def subjects(self) -> Row[SubjectMention]:
        """All subject mentions."""
        return Row(find_subjects(self.index))

    @cached_property
    def named(self) -> Row[SubjectMention]:
        """The subject mentions that name somebody for himself."""
        return Row(s for s in self.subjects if s.free and s.key)

    @cached_property
    def unsettled(self) -> Row[RegionMention]:
        """The names of regions that may mean several, or none."""
        return Row(r for r in self.index.of(RegionMention) if not r.code)

    @cached_property
    def valued(self) -> frozenset[int]:
        """The first tokens of the subjects that have a value of their own right behind."""
        return frozenset(
            subject.start
            for subject in self.subjects
            if after(self.values, subject.end, subject.end + _VALUE_REACH, 1)
        )

    @cached_property
    def compared(self) -> frozenset[int]:
        """The first tokens of the subjects that others are only compared with.

        `di atas rata-rata nasional 2,5`, `melampaui skor Rimba`.
        """
        comparing = self.lexicon.apart | self.lexicon.compared
        measures, lower = number_words().score, self.index.lower
        found = set[int]()
        for subject in self.subjects:
            begin, here = self.index.sentence[subject.start], subject.start - 1
            while here >= begin and lower[here] in measures:
                here -= 1
            if here >= begin and lower[here] in comparing:
                found.add(subject.start)
        return frozenset(found)

    @cached_property
    def officials(self) -> Row[OfficialMention]:
        """The officials."""
        return Row(self.index.of(OfficialMention))

    @cached_property
    def is_regional(self) -> bool:
        """Whether a region is named that values may be of."""
        return any(s.kind == "region" and s.free for s in self.subjects)

    @cached_property
    def names_nation(self) -> bool:
        """Whether the country is named."""
        return any(s.kind == "country" for s in self.subjects)

    @cached_property
    def elements(self) -> Elements:
        """The elements of its lines."""
        return elements_of(self.index, self.subjects)

    @cached_property
    def roles(self) -> Roles:
        """What the constructions tell."""
        return match_all(self.elements)

    @cached_property
    def told_series(self) -> list[Series]:
        """The series of subjects with values in running text."""
        return find_series(self.elements, self.index, self.subjects, self.values)

    @cached_property
    def topics(self) -> Topics:
        """What the article is about."""
        return find_topics(self)

    @cached_property
    def ranked(self) -> Ranked:
        """Who is ranked, by all that the article tells of it."""
        return find_ranked(self)

    @cached_property
    def series_starts(self) -> dict[int, int]:
        """Where the series begins that each value belongs to, by the value's first token."""
        return {value: series.start for series in self.told_series for value in series.values}

    @cached_property
    def series_heads(self) -> frozenset[int]:
        """The first tokens of the ranks that open a series or a list."""
        return frozenset(a.head.start for a in self.places if a.head is not None)

    @cached_property
    def ranks_best(self) -> bool:
        """Whether the article ranks from the good end: `terbaik`, `paling baik`."""
        good = self.lexicon.good_ends
        return any(
            word in good for rank in self.ranks for word in self.index.lower[rank.start : rank.end]
        )

    @cached_property
    def places(self) -> list[Anchor]:
        """The anchors of places."""
        return place_anchors(self)

    @cached_property
    def numbers(self) -> Row[NumberMention]:
        """All numbers."""
        return Row(self.index.of(NumberMention))

    @cached_property
    def values(self) -> Row[NumberMention]:
        """The numbers that can be scores."""
        return Row(n for n in self.numbers if n.role == "score" or self._fills_cell(n))

    @cached_property
    def peaks(self) -> dict[str, Decimal]:
        """The highest value of the article told in each unit, whatever its sign."""
        found: dict[str, Decimal] = {}
        for value in self.values:
            unit = value.unit.lower()
            found[unit] = max(found.get(unit, Decimal(0)), abs(value.value))
        return found

    def _fills_cell(self, number: NumberMention) -> bool:
        """Whether a whole number stands alone under a heading of values: `Nilai`, `MCP`, `2023`."""
        index = self.index
        cell, head = index.cell[number.start], index.header_cell(number.start)
        if number.role not in ("count", "other") or head < 0 or index.segments[cell].order == 0:
            return False
        start, end = index.bounds[head]
        alone = index.bounds[cell] == (number.start, number.end)
        named = (after(items, start, end, 1) for items in (self.indices, self.periods))
        told = not number_words().score.isdisjoint(index.lower[start:end])
        return alone and (told or any(named))

    @cached_property
    def value_runs(self) -> dict[int, list[int]]:
        """The first tokens of the values told in one row with each: `3,1, 3,2, dan 3,3`."""
        runs: dict[int, list[int]] = {}
        last: NumberMention | None = None
        for value in self.values:
            gap = self.index.lower[last.end : value.start] if last is not None else []
            joined = last is not None and 0 < len(gap) <= _ROW_JOIN and self._joins(gap)
            runs[value.start] = runs[last.start] if last is not None and joined else []
            runs[value.start].append(value.start)
            last = value
        return runs

    def _joins(self, gap: list[str]) -> bool:
        return all(word in self.lexicon.joins | _UNITS for word in gap)

    @cached_property
    def grades(self) -> Row[PredicateMention]:
        """The grades."""
        return Row(self.index.of(PredicateMention))

    @cached_property
    def ranks(self) -> Row[RankMention]:
        """The ranks; `di bawahnya menyusul` counts on once, what qualifies a place is none."""
        found: list[RankMention] = []
        for rank in self.index.of(RankMention):
            if not (found and self._tells_again(rank, found[-1])):
                found.append(rank)
        return Row(found)

    def _tells_again(self, rank: RankMention, last: RankMention) -> bool:
        same = self.index.sentence[rank.start] == self.index.sentence[last.start]
        gap = rank.start - last.end
        counts = rank.relation in COUNTING and last.relation in COUNTING and gap <= _TOLD_TWICE
        return same and (counts or (gap <= _QUALIFIED and self._qualifies(rank, last)))

    def _qualifies(self, rank: RankMention, last: RankMention) -> bool:
        """`urutan ketiga provinsi dengan SPBE tertinggi`: of what, and no first place beside it."""
        if rank.placed or rank.relation or rank.position != 1 or not last.placed:
            return False
        if last.relation or last.position < _SECOND or last.position_end:
            return False
        between = self.index.lower[last.end : rank.start]
        named = bool(after(self.named, last.end, rank.start, 1))
        return bool(between) and not named and _APART.isdisjoint(between)

    @cached_property
    def lists_below(self) -> dict[int, list[int]]:
        """The lists that each token of a heading stands right above, as segments."""
        found: dict[int, list[int]] = {}
        for at, segment in enumerate(self.index.segments):
            if segment.kind == "list" and segment.headings:
                for token in range(*self.index.bounds[segment.headings[0]]):
                    found.setdefault(token, []).append(at)
        return found

    @cached_property
    def strangers(self) -> Row[Stranger]:
        """The capitalised names that nothing here knows: `jatuh ke Tanah Wangi`."""
        return Row(find_strangers(self.index))

    @cached_property
    def strange_items(self) -> frozenset[int]:
        """The list items and table rows, as segments, that a name nobody knows labels."""
        return frozenset(strange_items(self.index, self.values))

    @cached_property
    def links(self) -> Row[RankMention]:
        """The ranks that begin a further link of a chain: `disusul`, `lalu`, `di bawahnya`."""
        return Row(rank for rank in self.ranks if rank.relation in COUNTING)

    @cached_property
    def indices(self) -> Row[IndexMention]:
        """The names of indices."""
        return Row(self.index.of(IndexMention))

    @cached_property
    def times_named(self) -> Counter[str]:
        """How often each index is named."""
        return Counter(mention.id for mention in self.indices)

    @cached_property
    def times_abroad(self) -> int:
        """How often other countries and their bodies are named."""
        return sum(subject.kind == "foreign" for subject in self.subjects)

    @cached_property
    def aspects(self) -> Row[AspectMention]:
        """The parts of indices."""
        return Row(self.index.of(AspectMention))

    @cached_property
    def periods(self) -> Row[PeriodMention]:
        """The periods."""
        return Row(self.index.of(PeriodMention))

    @cached_property
    def abroad(self) -> Row[ForeignMention]:
        """The places and bodies of other countries."""
        return Row(self.index.of(ForeignMention))

    @cached_property
    def cohorts(self) -> Row[CohortMention]:
        """Those among whom one may be ranked."""
        return Row(self.index.of(CohortMention))

    @cached_property
    def runs(self) -> dict[int, Sequence[SubjectMention]]:
        """The run of coordinated subjects that each one belongs to, by its first token."""
        return runs_of(self.subjects, self.index, valued=False)

    @cached_property
    def loose_runs(self) -> dict[int, Sequence[SubjectMention]]:
        """Runs that a few words interrupt: `Rimba, Awan, dan pendatang barunya Senja`."""
        return runs_of(self.subjects, self.index, valued=False, loose=True)

    @cached_property
    def series(self) -> dict[int, Sequence[SubjectMention]]:
        """The run of subjects, each perhaps with its value: `A (3,2), B (3,1), dan C`."""
        return runs_of(self.subjects, self.index, valued=True)


def make_view(doc: Doc) -> View:
    """Return the view of `doc`, whose mentions must have been found."""
    return View(article_index(doc), str(doc.user_data.get("published", "")))
