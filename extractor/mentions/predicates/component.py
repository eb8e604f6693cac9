"""The component `fakta_predicates`: every grade, with the indices on whose scale it is."""

from collections import Counter
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc

from extractor.lexicon.indices import catalogue
from extractor.lexicon.predicates import predicate_words
from extractor.mentions import pieces, spans
from extractor.mentions.kinds import IndexMention, PredicateMention, RegionMention
from extractor.mentions.pieces import Pieces
from extractor.mentions.predicates.cues import Cues
from extractor.mentions.predicates.grades import Grades, Place
from extractor.mentions.predicates.open import OpenGrades


@dataclass(frozen=True, slots=True)
class _Given:
    """A grade that has a cue, the indices whose grade it can be, and its acronym in brackets."""

    place: Place
    cue: str
    canonical: str
    owners: list[str]
    short: Place | None = None


class Predicates:
    """Finds grades; reads the indices that are already there."""

    def __init__(self) -> None:
        self.lexicon = predicate_words()
        self.cues = Cues(self.lexicon)
        self.grades = Grades(catalogue(), self.lexicon)
        self.open = OpenGrades(self.lexicon)

    def __call__(self, doc: Doc) -> Doc:
        """Write the grades of `doc`."""
        spans.write(doc, PredicateMention, self.find(doc))
        return doc

    def find(self, doc: Doc) -> list[PredicateMention]:
        """Return the grades of `doc` in order; [] when it names no index."""
        indices = spans.read(doc, IndexMention)
        if not indices:
            return []
        words = pieces.read(doc)
        places = self._places(doc, indices, words)
        named = spans.Named((words.place_of(index.start), index.id) for index in indices)
        scales = Counter(
            words.sentence[place.start] for place in places if self.cues.banded(place, words)
        )
        found: list[_Given] = []
        for place in places:
            owners = self._owners(place, named)
            cue = self._cue(place, owners, words, found)
            if owners and scales[words.sentence[place.start]] > 1:
                cue = "scale" if self.cues.banded(place, words) else cue
            if not cue:
                continue
            if self._restated(place, owners, words, found):
                found[-1] = replace(found[-1], short=_short(place, words))
                continue
            found.append(_Given(place, cue, self._canonical(place, owners, words), owners))
        return [self.parse(doc, given, words) for given in found]

    def _places(self, doc: Doc, indices: list[IndexMention], words: Pieces) -> list[Place]:
        """Return the grades that some scale has, and those that only a label tells, in order."""
        known = self.grades.find(words)
        taken = {at for place in known for at in range(place.start, place.end)}
        for mention in (*indices, *spans.read(doc, RegionMention)):
            last = words.place_of(mention.end) if mention.end < len(doc) else len(words.words)
            taken.update(range(words.place_of(mention.start), last))
        return sorted([*known, *self.open.find(words, taken)], key=lambda place: place.start)

    def parse(self, doc: Doc, given: _Given, words: Pieces) -> PredicateMention:
        """Return the mention: the words as they stand, and the grade that they mean."""
        place = given.place
        last = given.short or place
        # The bracket that closes the acronym is part of the mention, as it is of an index.
        start, end = words.tokens(doc, place.start, last.end + (last is not place))
        return PredicateMention(
            start=start,
            end=end,
            surface=_said(last, words),
            canonical=given.canonical,
            indices=" ".join(given.owners),
            cue=given.cue,
        )

    def _canonical(self, place: Place, owners: list[str], words: Pieces) -> str:
        """Return the grade on the scale of the likeliest index."""
        grade = self.grades.of(owners[0], place.key) if owners else None
        said = _said(place, words)
        return grade.grade if grade else said if place.letter else said.title()

    def _owners(self, place: Place, named: spans.Named) -> list[str]:
        """Return the article's indices that have this grade, the one named last before it first.

        Where none has it, the indices whose scale is not known may: "Indeks X ... kategori tinggi".
        """
        order = named.around(place.start)
        owners = [id for id in order if self.grades.of(id, place.key)]
        if owners or place.key not in self.lexicon.generic:
            return owners
        return [id for id in order if id not in self.grades.graded]

    def _cue(self, place: Place, owners: list[str], words: Pieces, found: list[_Given]) -> str:
        cue = self._bare_cue(place, owners, words, found)
        if cue and self.cues.conditional(place, words):
            return "scale"
        last = found[-1] if found else None
        goes_on = last and last.cue == "none" and self.cues.listed(place, last.place.end, words)
        return "none" if cue and (goes_on or self.cues.wished(place, words)) else cue

    def _bare_cue(self, place: Place, owners: list[str], words: Pieces, found: list[_Given]) -> str:
        """Return what makes it a grade, "" when nothing does."""
        known = any(self.grades.of(id, place.key) for id in owners)
        if not owners and place.letter:
            return ""
        if self.cues.labelled(place, words):
            return "label"
        if not owners:
            return ""
        if self.cues.bracketed(place, words):
            return "bracket"
        if known and self.cues.quoted(place, words):
            return "quote"
        if known and self.cues.ranked(place, words):
            return "label"
        if known and self.cues.heads(place, words):
            return "label"
        if known and (self._strong(place, owners, words) or self.cues.stated(place, words)):
            return "strong"
        return self._from_last(place, words, found)

    def _strong(self, place: Place, owners: list[str], words: Pieces) -> bool:
        grades = [grade for id in owners if (grade := self.grades.of(id, place.key))]
        strengths = {grade.strength for grade in grades}
        capital = words.words[place.start][0].isupper()
        twice = place.letter and len(place.key) == 2
        if ("alone" in strengths and (capital or " " in place.key)) or (
            "step" in strengths and twice
        ):
            return True
        return "step" in strengths and self.cues.stepped(place, words)

    def _from_last(self, place: Place, words: Pieces, found: list[_Given]) -> str:
        """Return the cue that the grade before hands on, in a list or a row of counts."""
        last = found[-1] if found else None
        if last is None or words.sentence[last.place.start] != words.sentence[place.start]:
            return ""
        if self.cues.listed(place, last.place.end, words):
            return last.cue
        return "label" if self.cues.counted(place, words) else ""

    def _restated(
        self, place: Place, owners: list[str], words: Pieces, found: list[_Given]
    ) -> bool:
        """Tell whether it only repeats: `Wajar Tanpa Pengecualian (WTP)`, `A atau memuaskan`."""
        last = found[-1] if found else None
        if last is None or last.place.end != place.start - 1:
            return False
        between = words.lower[last.place.end]
        if between == "(":
            return True
        return between in ("atau", "alias", "/") and last.canonical == self._canonical(
            place, owners, words
        )


def _short(place: Place, words: Pieces) -> Place | None:
    """Return `place` if it is the acronym in brackets behind the words: `(WTP)`."""
    closed = words.lower[place.end : place.end + 1] == [")"]
    # "Sangat Baik (A-)" is told by its words, whatever letter they stand for
    return place if closed and not place.letter and _said(place, words).isupper() else None


def _said(place: Place, words: Pieces) -> str:
    said = " ".join(words.words[place.start : place.end])
    return said.replace(" - ", "-")


@Language.factory("fakta_predicates", assigns=["doc.spans"])
def create_predicates(nlp: Language, name: str) -> Predicates:
    """Return the component for the pipeline `nlp`."""
    return Predicates()
