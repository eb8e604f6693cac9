"""The known facts of an article, asked for the anchors, subjects and indices of its links."""

from collections.abc import Iterator, Sequence

from extractor.facts import words
from extractor.facts.known import KnownFacts, KnownRank, KnownScore
from extractor.facts.names import Names
from extractor.links.candidates import Anchor, Slot
from extractor.links.places.placements import placements
from extractor.links.subjects.subject_mention import SubjectMention
from extractor.links.view import View
from extractor.mentions.kinds import IndexMention

KnownLink = KnownScore | KnownRank
_FIELDS: dict[Slot, str] = {"grade": "predicate"}
"""The fields of known facts that are not named after their slots."""


class Answers:
    """What is known of the article that `view` reads."""

    def __init__(self, known: KnownFacts, view: View) -> None:
        self._known = known
        self._view = view
        self._names = Names.of(view.index.seen.text)
        self._index_names: dict[str, set[str]] = {}
        for mention in view.index.of(IndexMention):
            told = (mention.name, mention.acronym, mention.id)
            slugs = self._index_names.setdefault(mention.id, set())
            slugs.update(words.slug(name) for name in told if name)

    def is_index(self, known: str | None, id: str) -> bool:
        """Tell whether `id` is the known index; "" is right where none is known."""
        if not known or not id:
            return not known and not id
        return id in words.index_ids(known) or words.slug(known) in self._index_names.get(id, {id})

    def is_subject(self, known: str, subject: SubjectMention) -> bool:
        """Tell whether `subject` is the known one: by its code, a body or locality also by name."""
        if subject.kind == "foreign":
            return False
        if subject.kind in ("organisation", "locality"):
            return known == subject.code or self._names.alike(known, subject.name)
        return known == subject.code

    def is_value(self, slot: Slot, fact: KnownLink, value: str) -> bool:
        """Tell whether the known fact has `value` in a slot that takes one word.

        Every ranking is held somewhere: a fact without a scope leaves it open, and admits any.
        """
        known = getattr(fact, _FIELDS.get(slot, slot), None)
        if slot == "scope" and known is None:
            return True
        if slot == "index":
            return self.is_index(fact.index, value)
        if slot in ("period", "out_of"):
            return str(known or "") == value
        return words.plain(known or "") == words.plain(value)

    def scores(self, anchor: Anchor) -> list[KnownScore]:
        """Return the known scores with the value or grade of the anchor, whosever they are."""
        if anchor.number is not None:
            told = (anchor.number.value, anchor.number.comparison)
            return [s for s in self._known.scores if (s.value, s.comparison) == told]
        assert anchor.grade is not None
        surface = words.plain(anchor.grade.surface)
        graded = (score for score in self._known.scores if score.predicate)
        return [score for score in graded if words.plain(score.predicate or "") == surface]

    def stated(
        self, anchor: Anchor, subjects: Sequence[SubjectMention]
    ) -> Iterator[tuple[SubjectMention, Sequence[KnownLink]]]:
        """Yield each of `subjects` with the known facts that the anchor states if it is theirs."""
        if anchor.kind == "place":
            for subject, *place in placements(anchor, subjects, self._view):
                yield subject, [r for r in self._at(place) if self.is_subject(r.subject, subject)]
            return
        scores = self.scores(anchor)
        for subject in subjects:
            yield subject, [score for score in scores if self.is_subject(score.subject, subject)]

    def _at(self, place: list[int]) -> list[KnownRank]:
        return [r for r in self._known.ranks if [r.position, r.position_end or 0] == place]
