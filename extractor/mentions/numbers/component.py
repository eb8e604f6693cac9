"""The component `fakta_numbers`: every number of the article, each with exactly one role."""

from bisect import bisect_right
from dataclasses import replace
from itertools import groupby
from operator import itemgetter

from spacy.language import Language
from spacy.tokens import Doc

from extractor.lexicon.indices import catalogue
from extractor.lexicon.numbers import number_words
from extractor.mentions import spans
from extractor.mentions.kinds import (
    AspectMention,
    Comparison,
    DateMention,
    IndexMention,
    NumberMention,
    OrganisationMention,
    PeriodMention,
    PredicateMention,
    RankMention,
    RegionMention,
    Role,
)
from extractor.mentions.numbers.bases import based
from extractor.mentions.numbers.lists import carry_scores, carry_shares
from extractor.mentions.numbers.place import Place
from extractor.mentions.numbers.roles import role_of
from extractor.mentions.numbers.scaled import scaled
from extractor.mentions.numbers.shapes import find_shapes
from extractor.mentions.numbers.signs import signed
from extractor.mentions.surface import surface, text_of
from extractor.structure.article_index import article_index

_ADDED = 8  # numbers on either side that may add up to one


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
        seen = surface(doc)
        named = [spans.bounds_in(seen, index)[1] for index in spans.read(doc, IndexMention)]
        shapes = list(find_shapes(text_of(doc), self.lexicon.score, named))
        if not shapes:
            return []
        words, starts = seen.lower, seen.begins
        claimed = _claims(doc)
        known, scales = _known(doc), _units(doc)
        found = []
        for shape in shapes:
            span = doc.char_span(shape.start, shape.end, alignment_mode="expand")
            if span is None:
                continue
            sentence = starts[bisect_right(starts, span.start) - 1] if starts else 0
            place = Place(
                shape,
                span.start,
                span.end,
                words,
                sentence,
                claimed,
                scales=scales,
                lexicon=self.lexicon,
                **known,
            )
            found.append(self.parse(place))
        carried = carry_scores(carry_shares(found, words, starts), words, starts, known["subjects"])
        sentences = [bisect_right(starts, number.start) for number in carried]
        settled = based(scaled(add_up(carried, sentences), words, starts), article_index(doc))
        return signed(settled, seen, known["named"])

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
            out_of=place.shape.out_of,
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
    the other two add up to, so it is the new level and no increase. Of two that each make the other
    with one level, it is the larger: `87,4, disusul Rimba dengan selisih 0,3 yakni 87,1`.
    `sentences` numbers them.
    """
    settled = []
    for _, pairs in groupby(zip(sentences, numbers, strict=True), key=itemgetter(0)):
        whole = [number for _, number in pairs]
        for at, number in enumerate(whole):
            near = whole[max(0, at - _ADDED) : at + _ADDED + 1] if number.role == "change" else []
            levels = [n.value for n in near if n.role == "score"]
            steps = [n.value for n in near if n.role == "change" and n is not number]
            steps = [step for step in steps if abs(step) < abs(number.value)]
            sums = {level + way * step for level in levels for step in steps for way in (1, -1)}
            if number.role == "change" and number.value in sums:
                number = replace(number, role="score", cue="adds-up")
            settled.append(number)
    return settled


def _units(doc: Doc) -> frozenset[str]:
    """Return the units of the indices that `doc` names: `persen`, `tahun`."""
    scales = (catalogue().scale(index.id) for index in spans.read(doc, IndexMention))
    return frozenset(scale.unit for scale in scales if scale is not None and scale.unit)


def _known(doc: Doc) -> dict[str, frozenset[int]]:
    """Return which tokens names of indices hold, and which end them, grades, or a subject."""
    indices = spans.read(doc, IndexMention)
    ends = frozenset(index.end - 1 for index in indices)
    holders = (
        mention.end - 1
        for kind in (RegionMention, OrganisationMention, AspectMention)
        for mention in spans.read(doc, kind)
    )
    return {
        "indexed": ends,
        "named": frozenset(at for index in indices for at in range(index.start, index.end)),
        "graded": frozenset(grade.end - 1 for grade in spans.read(doc, PredicateMention)),
        "subjects": ends.union(holders),
    }


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
