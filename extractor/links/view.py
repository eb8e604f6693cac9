"""The view of an article that all links share: its mentions by sentence and paragraph."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol, TypeVar

from spacy.tokens import Doc

from extractor.lexicon.links import LinkWords, link_words
from extractor.links.slot_search import find_slots
from extractor.links.slots import Slot
from extractor.mentions import spans
from extractor.mentions.kinds import (
    AspectMention,
    CohortMention,
    IndexMention,
    NumberMention,
    PeriodMention,
    PredicateMention,
    QuoteMention,
    RankMention,
)
from extractor.mentions.surface import surface


class Placed(Protocol):
    """Anything with a place in the text: token `start:end`."""

    @property
    def start(self) -> int: ...  # noqa: D102 (described by the class)

    @property
    def end(self) -> int: ...  # noqa: D102


P = TypeVar("P", bound=Placed)

_LONGEST_JOIN = 4
_LONGEST_VALUE = 14
_REACH = 40
"""How many mentions back a pass looks at most: keeps the cost in proportion to the text."""


@dataclass
class View:
    """What the links read of one article; token indices throughout.

    `furniture` holds the paragraphs that are not body text: they are read, but lend no context.
    """

    words: list[str]
    sentence: list[int]
    paragraph: list[int]
    slots: list[Slot]
    indices: list[IndexMention]
    aspects: list[AspectMention]
    numbers: list[NumberMention]
    predicates: list[PredicateMention]
    ranks: list[RankMention]
    cohorts: list[CohortMention]
    periods: list[PeriodMention]
    quotes: list[QuoteMention]
    titled: bool = False
    published: str = ""
    furniture: frozenset[int] = frozenset()
    lexicon: LinkWords = field(default_factory=link_words)

    @cached_property
    def free_slots(self) -> list[Slot]:
        """The slots that can be subjects."""
        return [slot for slot in self.slots if slot.free]

    @cached_property
    def scores(self) -> list[NumberMention]:
        """The numbers whose role is score."""
        return [number for number in self.numbers if number.role == "score"]

    @cached_property
    def codes(self) -> frozenset[str]:
        """The codes of the regions that are named for themselves: not `Salatiga, Jawa Tengah`."""
        return frozenset(slot.code for slot in self.slots if not slot.apposed)

    @cached_property
    def quoted(self) -> frozenset[int]:
        """The tokens that stand in quotation marks."""
        return frozenset(at for quote in self.quotes for at in range(quote.start, quote.end))

    @cached_property
    def value_runs(self) -> dict[int, list[NumberMention]]:
        """The run of neighbouring scores that begins or goes on at a token."""
        return self._runs(self.scores, frozenset({"poin", "persen", "%"}))

    @cached_property
    def period_runs(self) -> dict[int, list[PeriodMention]]:
        """The run of neighbouring periods that begins or goes on at a token."""
        return self._runs(self.periods)

    @cached_property
    def index_runs(self) -> dict[int, list[IndexMention]]:
        """The run of neighbouring indices that begins or goes on at a token."""
        return self._runs(self.indices)

    @cached_property
    def slot_runs(self) -> dict[int, list[Slot]]:
        """The run of neighbouring slots that begins or goes on at a token."""
        return self._runs(self.slots)

    @cached_property
    def series_runs(self) -> dict[int, list[Slot]]:
        """The run of slots that a ranking goes through: each may have its value or a bracket."""
        return self._runs(self.slots, self.lexicon.series, valued=True)

    @cached_property
    def rank_runs(self) -> dict[int, list[RankMention]]:
        """The run of neighbouring ranks that begins or goes on at a token."""
        return self._runs([rank for rank in self.ranks if not rank.relation])

    @cached_property
    def aspect_runs(self) -> dict[int, list[AspectMention]]:
        """The run of neighbouring aspects that begins or goes on at a token."""
        return self._runs(self.aspects)

    def _runs(
        self, items: Sequence[P], more: frozenset[str] = frozenset(), *, valued: bool = False
    ) -> dict[int, list[P]]:
        """Return the run of each item: neighbours that only joining words part: `A, B, dan C`."""
        allowed = self.lexicon.joins | self.lexicon.join_nouns | more
        runs: dict[int, list[P]] = {}
        for left, right in zip([None, *items], items, strict=False):
            joined = left is not None and self._joined(left, right, allowed, valued)
            runs[right.start] = runs[left.start] if left is not None and joined else []
            runs[right.start].append(right)
        return runs

    def _joined(self, left: P, right: P, allowed: frozenset[str], valued: bool) -> bool:
        gap = self.words[left.end : right.start]
        if not gap or self.sentence[left.start] != self.sentence[right.start]:
            return False
        if gap[-2:] == self.lexicon.beside:  # "Pati, Demak, dan Grobogan, di samping Sragen"
            gap = gap[:-2] or ["dan"]
        if not valued:
            return len(gap) <= _LONGEST_JOIN and all(word in allowed for word in gap)
        if len(gap) > _LONGEST_VALUE:
            return False
        for opening, closing in ("()", "[]"):
            if opening in gap and closing in gap:
                gap = gap[: gap.index(opening)] + gap[gap.index(closing) + 1 :]
        return all(word in allowed or word[:1].isdigit() for word in gap)

    def sentence_end(self, at: int) -> int:
        """Return the token where the sentence of token `at` ends (exclusive)."""
        return bisect_right(self.sentence, self.sentence[at])

    def paragraph_start(self, at: int) -> int:
        """Return the token where the paragraph of token `at` begins."""
        return bisect_left(self.paragraph, self.paragraph[at])

    def lines_between(self, one: int, other: int) -> int:
        """Return how many lines that are not empty begin between tokens `one` and `other`."""
        return self._line_ordinals[other] - self._line_ordinals[one]

    @cached_property
    def _line_ordinals(self) -> list[int]:
        ordinals, count, last = [], 0, 0
        for line in self.paragraph:
            count += line != last
            last = line
            ordinals.append(count)
        return ordinals

    def before(self, items: Sequence[P], at: int, begin: int) -> list[P]:
        """Return the last few `items` between tokens `begin` and `at`, nearest first."""
        last = bisect_left(items, at, key=_start)
        first = max(last - _REACH, bisect_left(items, begin, key=_start))
        return [item for item in reversed(items[first:last]) if item.end <= at]

    def after(self, items: Sequence[P], at: int, end: int) -> list[P]:
        """Return the next few `items` between tokens `at` and `end`, nearest first."""
        first = bisect_left(items, at, key=_start)
        return list(items[first : min(first + _REACH, bisect_left(items, end, key=_start))])

    def only(self, allowed: frozenset[str], begin: int, end: int) -> bool:
        """Whether all words between tokens `begin` and `end` are `allowed` ones."""
        return all(word in allowed for word in self.words[begin:end])

    def any(self, sought: frozenset[str], begin: int, end: int) -> bool:
        """Whether one of the `sought` words stands between tokens `begin` and `end`."""
        return any(word in sought for word in self.words[begin:end])


def make_view(doc: Doc, furniture: frozenset[int] = frozenset()) -> View:
    """Return the view of `doc`, whose mentions must have been found; `furniture` are paragraphs."""
    seen = surface(doc)
    words = seen.lower
    sentence, paragraph, line = [0] * len(words), [], 0
    for begin, end in seen.sentences():
        sentence[begin:end] = [begin] * (end - begin)
    for word in seen.words:
        paragraph.append(line)
        line += word.count("\n")
    lines = seen.text.split("\n")
    lexicon = link_words()
    return View(
        words=words,
        sentence=sentence,
        paragraph=paragraph,
        slots=find_slots(doc, words, lexicon),
        indices=spans.read(doc, IndexMention),
        aspects=spans.read(doc, AspectMention),
        numbers=spans.read(doc, NumberMention),
        predicates=spans.read(doc, PredicateMention),
        ranks=spans.read(doc, RankMention),
        cohorts=spans.read(doc, CohortMention),
        periods=spans.read(doc, PeriodMention),
        quotes=spans.read(doc, QuoteMention),
        titled=len(lines) > 1 and not lines[0].rstrip().endswith((".", '."', ".”")),
        published=str(doc.user_data.get("published", "")),
        furniture=furniture,
        lexicon=lexicon,
    )


def _start(item: Placed) -> int:
    return item.start
