"""The component `fakta_predicates`: every grade, with the indices on whose scale it is."""

from collections import Counter

from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractor.lexicon.indices import catalogue
from extractor.lexicon.predicates import predicate_words
from extractor.mentions import spans
from extractor.mentions.kinds import IndexMention, PredicateMention
from extractor.mentions.predicates.cues import Cues, Words, words_of
from extractor.mentions.predicates.grades import Grades, Place


class Predicates:
    """Finds grades; reads the indices that are already there."""

    def __init__(self, vocab: Vocab) -> None:
        self.lexicon = predicate_words()
        self.cues = Cues(self.lexicon)
        self.grades = Grades(vocab, catalogue(), self.lexicon)

    def __call__(self, doc: Doc) -> Doc:
        """Write the grades of `doc`."""
        spans.write(doc, PredicateMention, self.find(doc))
        return doc

    def find(self, doc: Doc) -> list[PredicateMention]:
        """Return the grades of `doc` in order."""
        indices = spans.read(doc, IndexMention)
        places = self.grades.find(doc) if indices else []
        if not places:
            return []
        words = words_of(doc)
        scales = Counter(
            words.sentence[place.start] for place in places if self.cues.banded(place, words)
        )
        found: list[PredicateMention] = []
        for place in places:
            owners = self._owners(place, indices)
            cue = self._cue(place, owners, words, found)
            if not cue or self._restated(place, words, found):
                continue
            if scales[words.sentence[place.start]] > 1 and self.cues.banded(place, words):
                cue = "scale"
            found.append(self.parse(doc, place, owners, cue))
        return found

    def parse(self, doc: Doc, place: Place, owners: list[str], cue: str) -> PredicateMention:
        """Return the mention: its words, and its grade on the scale of the likeliest index."""
        surface = doc[place.start : place.end].text
        grade = self.grades.of(owners[0], place.key) if owners else None
        return PredicateMention(
            start=place.start,
            end=place.end,
            surface=surface,
            canonical=grade.grade if grade else surface if place.letter else surface.title(),
            indices=" ".join(owners),
            cue=cue,
        )

    def _owners(self, place: Place, indices: list[IndexMention]) -> list[str]:
        """Return the article's indices that have this grade, the one named last before it first.

        Where none has it, the indices whose scale is not known may: "Indeks X ... kategori tinggi".
        """
        before = [index.id for index in indices if index.start <= place.start]
        after = [index.id for index in indices if index.start > place.start]
        order = list(dict.fromkeys([*reversed(before), *after]))
        owners = [id for id in order if self.grades.of(id, place.key)]
        if owners or place.key not in self.lexicon.generic:
            return owners
        return [id for id in order if id not in self.grades.graded]

    def _cue(
        self, place: Place, owners: list[str], words: Words, found: list[PredicateMention]
    ) -> str:
        cue = self._bare_cue(place, owners, words, found)
        if cue and self.cues.conditional(place, words):
            return "scale"
        last = found[-1] if found else None
        goes_on = last and last.cue == "none" and self.cues.listed(place, last.end, words)
        return "none" if cue and (goes_on or self.cues.wished(place, words)) else cue

    def _bare_cue(
        self, place: Place, owners: list[str], words: Words, found: list[PredicateMention]
    ) -> str:
        """Return what makes it a grade, "" when nothing does."""
        known = any(self.grades.of(id, place.key) for id in owners)
        if self.cues.labelled(place, words):
            return "label"
        if not owners:
            return ""
        if self.cues.bracketed(place, words):
            return "bracket"
        if known and self.cues.quoted(place, words):
            return "quote"
        if known and self._strong(place, owners, words):
            return "strong"
        return self._from_last(place, words, found)

    def _strong(self, place: Place, owners: list[str], words: Words) -> bool:
        grades = [grade for id in owners if (grade := self.grades.of(id, place.key))]
        strengths = {grade.strength for grade in grades}
        capital = words.text[place.start][0].isupper()
        twice = place.letter and place.end - place.start == 1 and len(place.key) == 2
        if ("alone" in strengths and (capital or " " in place.key)) or (
            "step" in strengths and twice
        ):
            return True
        return "step" in strengths and self.cues.stepped(place, words)

    def _from_last(self, place: Place, words: Words, found: list[PredicateMention]) -> str:
        """Return the cue that the grade before hands on, in a list or a row of counts."""
        last = found[-1] if found else None
        if last is None or words.sentence[last.start] != words.sentence[place.start]:
            return ""
        if self.cues.listed(place, last.end, words):
            return last.cue
        return "label" if self.cues.counted(place, words) else ""

    def _restated(self, place: Place, words: Words, found: list[PredicateMention]) -> bool:
        """Tell whether it only repeats: `Wajar Tanpa Pengecualian (WTP)`, `Sangat Baik (A-)`."""
        last = found[-1] if found else None
        return bool(last and last.end == place.start - 1 and words.lower[last.end] == "(")


@Language.factory("fakta_predicates", assigns=["doc.spans"])
def create_predicates(nlp: Language, name: str) -> Predicates:
    """Return the component for the pipeline `nlp`."""
    return Predicates(nlp.vocab)
