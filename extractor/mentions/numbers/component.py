"""The component `fakta_numbers`: every number of the article, each with exactly one role."""

from bisect import bisect_right
from dataclasses import replace
from itertools import groupby
from operator import itemgetter

from spacy.language import Language
from spacy.tokens import Doc

from extractor.lexicon.numbers import number_words
from extractor.mentions import spans
from extractor.mentions.kinds import (
    Comparison,
    DateMention,
    IndexMention,
    NumberMention,
    PeriodMention,
    PredicateMention,
    RankMention,
    Role,
)
from extractor.mentions.numbers.roles import Place, role_of
from extractor.mentions.numbers.shapes import find_shapes
from extractor.mentions.surface import surface, text_of


class Numbers:
    """Finds numbers; reads dates, periods, ranks, indices and grades that are already there."""

    def __init__(self) -> None:
        self.lexicon = number_words()

    def __call__(self, doc: Doc) -> Doc:
        """Write the numbers of `doc`."""
        spans.write(doc, NumberMention, self.find(doc))
        return doc

    def find(self, doc: Doc) -> list[NumberMention]:
        """Return the numbers of `doc` in order: value, unit, comparison and role."""
        shapes = list(find_shapes(text_of(doc), self.lexicon.score))
        if not shapes:
            return []
        seen = surface(doc)
        words, starts = seen.lower, seen.begins
        claimed = _claims(doc)
        indexed = frozenset(index.end - 1 for index in spans.read(doc, IndexMention))
        graded = frozenset(grade.end - 1 for grade in spans.read(doc, PredicateMention))
        found = []
        for shape in shapes:
            span = doc.char_span(shape.start, shape.end, alignment_mode="expand")
            if span is None:
                continue
            sentence = starts[bisect_right(starts, span.start) - 1] if starts else 0
            place = Place(
                shape, span.start, span.end, words, sentence, claimed, indexed, graded, self.lexicon
            )
            found.append(self.parse(place))
        carried = carry_scores(carry_shares(found, words, starts), words, starts)
        return add_up(carried, [bisect_right(starts, number.start) for number in carried])

    def parse(self, place: Place) -> NumberMention:
        """Return what the number at `place` means."""
        role, cue = role_of(place)
        return NumberMention(
            start=place.start,
            end=place.end,
            value=place.shape.value,
            comparison=self._comparison(place),
            unit=place.unit(),
            role=role,
            cue=cue,
        )

    def _comparison(self, place: Place) -> Comparison:
        """Return the comparison: `di atas 4,5`, `lebih dari angka 80`."""
        steps = 1
        while place.before(steps) in self.lexicon.fillers:
            steps += 1
        one, two, three = (place.before(steps + more) for more in range(3))
        for phrase in (f"{three} {two} {one}", f"{two} {one}", one):
            if phrase in self.lexicon.comparators:
                return self.lexicon.comparators[phrase]  # type: ignore[return-value]
        return "eq"


def add_up(numbers: list[NumberMention], sentences: list[int]) -> list[NumberMention]:
    """Return `numbers` with those changes turned to scores that are a sum of the others.

    `naik sebesar 3,31, atau bertambah 0,25 dibanding tahun lalu yang tercatat 3,06`: 3,31 is what
    the other two add up to, so it is the new level and no increase. `sentences` numbers them.
    """
    settled = []
    for _, pairs in groupby(zip(sentences, numbers, strict=True), key=itemgetter(0)):
        near = [number for _, number in pairs]
        levels = [number.value for number in near if number.role == "score"]
        for number in near:
            steps = [n.value for n in near if n.role == "change" and n is not number]
            sums = {level + way * step for level in levels for step in steps for way in (1, -1)}
            if number.role == "change" and number.value in sums:
                number = replace(number, role="score", cue="adds-up")
            settled.append(number)
    return settled


def carry_shares(
    numbers: list[NumberMention], words: list[str], starts: list[int]
) -> list[NumberMention]:
    """Return `numbers` with shares carried on through a list.

    `beras dengan andil 0,31 persen, emas 0,28 persen, dan ikan layang 0,17 persen`: all are shares.
    `starts` are the tokens where sentences begin.
    """
    settled: list[NumberMention] = []
    for number in numbers:
        last = settled[-1] if settled else None
        if last is not None and last.role == "share" and number.role == "score":
            same = bisect_right(starts, last.start) == bisect_right(starts, number.start)
            between = words[last.end : number.start]
            plain = not number_words().score.intersection(between)
            if same and number.unit and last.unit == number.unit and plain:
                number = replace(number, role="share", cue="list")
        settled.append(number)
    return settled


def carry_scores(
    numbers: list[NumberMention], words: list[str], starts: list[int]
) -> list[NumberMention]:
    """Return `numbers` with scores carried on to whole numbers right behind them.

    `masing-masing mengantongi nilai MCP 88, 81, dan 79 pada 2023`: all three are scores. What
    counts things is none: `nilai 88 dan 12 rekomendasi`. `starts` are the tokens where sentences
    begin.
    """
    settled: list[NumberMention] = []
    for number in numbers:
        last = settled[-1] if settled else None
        open_role = number.role in ("count", "other") and number.cue in ("count", "no-cue")
        if last is not None and last.role == "score" and open_role:
            whole = last.value == last.value.to_integral_value()
            if whole and _goes_on(last, number, words, starts):
                number = replace(number, role="score", cue="list")
        settled.append(number)
    return settled


def _goes_on(
    last: NumberMention, number: NumberMention, words: list[str], starts: list[int]
) -> bool:
    """Whether only joins stand between and nothing that is counted, or listed, follows."""
    lexicon = number_words()
    between = words[last.end : number.start]
    if not between or any(word not in lexicon.list_joins for word in between):
        return False
    following = words[number.end] if number.end < len(words) else "."
    same = bisect_right(starts, number.end + 1) == bisect_right(starts, number.start)
    if following == "." and same and number.end + 1 < len(words):
        return False  # "Kota Makassar 95, 2. Kabupaten Gowa 94"
    return following in lexicon.closers or not following.isalnum()


def _claims(doc: Doc) -> dict[int, Role]:
    """Return which tokens belong to a rank or to a date or period."""
    claimed: dict[int, Role] = {}
    for rank in spans.read(doc, RankMention):
        claimed.update(dict.fromkeys(range(rank.start, rank.end), "rank"))
    for kind in (DateMention, PeriodMention):
        for mention in spans.read(doc, kind):
            claimed.update(dict.fromkeys(range(mention.start, mention.end), "date"))
    return claimed


@Language.factory("fakta_numbers", assigns=["doc.spans"])
def create_numbers(nlp: Language, name: str) -> Numbers:
    """Make the component for a pipeline."""
    return Numbers()
