"""What an article teaches: for each slot of its anchors, which candidates its known facts admit."""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from extractor.links.anchors import grade_anchors, value_anchors
from extractor.links.candidates import Anchor, AnchorKind, Candidate, Decision, Settled, Slot
from extractor.links.factuality.assertion import is_fact
from extractor.links.factuality.judging import beside, by_itself, features_of
from extractor.links.linker import settle_places, settle_scores
from extractor.links.slots.subject import subject_candidates
from extractor.links.view import View
from extractor.links.weights import Weights
from models.links.answers import Answers, KnownLink

T = TypeVar("T")

_KEY_SLOTS = ("index", "subject", "aspect")
_LIKE = 0.5
"""The members of a list are linked alike: `n` of them teach as much as `n ** 0.5` by themselves."""
_NARROWING: tuple[Slot, ...] = ("index", "subject", "aspect", "period")
_NEAR = {"item": 0, "clause": 0, "sentence": 1, "column": 1, "heading0": 1, "heading1": 2}
_NEAR |= {"line1": 2, "line2": 3, "line3": 3, "line-before": 4, "headline": 4}
_IMPLIED = 5
_ALWAYS = 1


@dataclass(frozen=True)
class Choice:
    """One decision to learn from: the features of each candidate, and which may be chosen.

    `slot` names the slot and the kind of anchor, as the weights do: `subject/value`. `weight` is
    how much it counts.
    """

    slot: str
    rows: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]
    weight: float = 1.0


@dataclass(frozen=True)
class Claim:
    """One anchor with its decisions: what speaks for and against it, and whether it is a fact.

    `weight` is how much it counts.
    """

    kind: AnchorKind
    features: dict[str, float]
    right: bool
    weight: float = 1.0


@dataclass(frozen=True)
class Lesson:
    """What one article teaches: its choices, and its claims as others' weights settled them."""

    choices: tuple[Choice, ...]
    claims: tuple[Claim, ...]


def choices_of(view: View, answers: Answers, weights: Weights | None = None) -> list[Choice]:
    """Return the decisions of an article that its known facts settle, in the order of the text.

    What went before each is as the known facts say, or, by `weights`, as these decided it: whoever
    learns from a past without errors trusts it too much (Ross et al. 2011, DAgger).
    """
    recorder = _Recorder(view, answers, weights)
    settle_places(view, recorder, settle_scores(view, recorder))
    lists = [
        (choice.slot, of) if of and choice.slot.startswith(_KEY_SLOTS) else None
        for choice, of in recorder.choices
    ]
    noted = zip(recorder.choices, _shares(lists), strict=True)
    return [replace(choice, weight=share) for (choice, _), share in noted]


def _list_of(anchor: Anchor, view: View) -> tuple[Hashable, ...]:
    """Return what the anchors of one list, table or row share; () for one told by words."""
    frame = view.index.frame[anchor.start]
    if frame >= 0:
        return anchor.kind, view.index.segments[frame].parent
    row = anchor.form in ("series", "row")
    return (anchor.kind, anchor.form, "line", view.index.line[anchor.start]) if row else ()


def _shares(lists: Sequence[tuple[Hashable, ...] | None]) -> list[float]:
    """Return the weight of each: of one list's members `size ** -0.5`, of one in no list 1."""
    sizes = Counter(lists)
    return [sizes[of] ** (_LIKE - 1) if of else 1.0 for of in lists]


@dataclass(frozen=True)
class Trial:
    """The scores or the places of an article as weights settled them, judged by the known facts.

    Of each the features by itself and whether it is right.
    """

    view: View
    anchors: tuple[tuple[Settled, dict[str, float]], ...]
    right: tuple[bool, ...]

    def claims(self) -> list[Claim]:
        """Return what teaches how probable each is by itself.

        What the rules of factuality leave open whatever its probability, teaches none.
        """
        return [
            Claim(settled.anchor.kind, features, right, share)
            for (settled, features), right, share in self._judged(self.anchors)
            if is_fact(settled, self.view)
        ]

    def claims_beside(self, weights: Weights) -> list[Claim]:
        """Return what teaches how probable each is beside the others, by `weights` of the first."""
        weighed = beside(by_itself(self.anchors, weights), self.view)
        return [
            Claim(settled.anchor.kind, features, right, share)
            for (settled, _, features), right, share in self._judged(weighed)
            if features is not None
        ]

    def _judged(self, anchors: Sequence[T]) -> Iterator[tuple[T, bool, float]]:
        """Yield the `anchors`, each with whether it is right and how much it counts."""
        shares = _shares([_list_of(settled.anchor, self.view) for settled, _ in self.anchors])
        return zip(anchors, self.right, shares, strict=True)


def trials_of(view: View, answers: Answers, weights: Weights) -> list[Trial]:
    """Return the scores and the places of an article as `weights` settle them."""

    def choose(slot: Slot, settled: Settled, candidates: Sequence[Candidate]) -> Decision | None:
        return weights.choose(slot, settled.anchor.kind, candidates)

    scores = settle_scores(view, choose)
    places = settle_places(view, choose, scores)
    return [
        Trial(view, tuple(features_of(one, view)), tuple(_is_right(s, answers) for s in one))
        for one in (scores, places)
    ]


def _is_right(settled: Settled, answers: Answers) -> bool:
    """Tell whether the key is known: of every subject a score, of most subjects a rank."""
    index, aspect = settled.value("index"), settled.value("aspect")
    if settled.anchor.kind == "place":
        held = [
            any(answers.is_index(fact.index, index) for fact in facts)
            for _, facts in answers.stated(settled.anchor, settled.subjects)
        ]
        return 2 * sum(held) > len(held)
    return bool(settled.subjects) and all(
        any(answers.is_index(f.index, index) and bool(f.aspect) == bool(aspect) for f in facts)
        for _, facts in answers.stated(settled.anchor, settled.subjects)
    )


@dataclass
class _Recorder:
    """Chooses as the known facts say, where they say it, and notes what there was to choose."""

    view: View
    answers: Answers
    weights: Weights | None = None
    choices: list[tuple[Choice, tuple[Hashable, ...]]] = field(default_factory=list)
    nearest: dict[KnownLink, int] = field(default_factory=dict)
    """How near to an anchor that may state it the subject of each known fact stands at best."""
    current: Settled | None = None
    made: dict[Slot, Decision] = field(default_factory=dict)
    """What the weights make of the current anchor; the anchors after it see that as its past."""

    def __post_init__(self) -> None:
        view = self.view
        for anchor in (*value_anchors(view), *grade_anchors(view, frozenset()), *view.places):
            for candidate in subject_candidates(anchor, view, []):
                near = _distance(candidate)
                for fact in self._stated(anchor, candidate):
                    self.nearest[fact] = min(self.nearest.get(fact, near), near)

    def __call__(
        self, slot: Slot, settled: Settled, candidates: Sequence[Candidate]
    ) -> Decision | None:
        if not candidates:
            return None
        if self.weights is not None:
            self._note(slot, settled, candidates, self.weights)
        right = self._admitted(slot, settled, candidates)
        if not any(right):
            return Decision(slot, candidates[0], None, 0.5)
        if not all(right):
            rows = tuple(candidate.features for candidate in candidates)
            name = f"{slot}/{settled.anchor.kind}"
            choice = Choice(name, rows, tuple(right))
            self.choices.append((choice, _list_of(settled.anchor, self.view)))
        return Decision(slot, candidates[right.index(True)], None, 1.0)

    def _note(
        self, slot: Slot, settled: Settled, candidates: Sequence[Candidate], weights: Weights
    ) -> None:
        """Note what the weights choose, and put it for what was noted of the anchor before."""
        if settled is not self.current:
            if self.current is not None:
                self.current.decisions |= self.made
            self.current, self.made = settled, {}
        decision = weights.choose(slot, settled.anchor.kind, candidates)
        if decision is not None:
            self.made[slot] = decision

    def _admitted(
        self, slot: Slot, settled: Settled, candidates: Sequence[Candidate]
    ) -> list[bool]:
        """Return which candidates the known facts admit."""
        facts = self._facts(settled)
        if slot == "subject":
            return _most([self._hits(settled.anchor, c, facts) for c in candidates])
        return [
            any(self.answers.is_value(slot, fact, str(candidate.value)) for fact in facts)
            for candidate in candidates
        ]

    def _hits(self, anchor: Anchor, candidate: Candidate, facts: Sequence[KnownLink]) -> list[bool]:
        """Return of each subject whether the fact is known of it; [] for one not meant here."""
        if not self._is_meant(anchor, candidate):
            return []
        stated = self.answers.stated(anchor, candidate.subjects)
        if anchor.kind == "place":
            return [bool(theirs) for _, theirs in stated]
        return [any(fact in facts for fact in theirs) for _, theirs in stated]

    def _facts(self, settled: Settled) -> list[KnownLink]:
        """Return the known facts that the anchor may state after what was decided of it.

        A decision that none of them bears out narrows nothing.
        """
        anchor = settled.anchor
        facts: list[KnownLink] = (
            list(self.answers.scores(anchor)) if anchor.kind != "place" else self._places(settled)
        )
        for slot in _NARROWING:
            if slot in settled.decisions:
                facts = [fact for fact in facts if self._agrees(slot, fact, settled)] or facts
        return facts

    def _places(self, settled: Settled) -> list[KnownLink]:
        """Return the known places that the anchor may state; before its subject is settled, of all.

        On which index a place is held is decided before who holds it.
        """
        anchor = settled.anchor
        if settled.subjects:
            stated = self.answers.stated(anchor, settled.subjects)
            return [fact for _, theirs in stated for fact in theirs]
        meant = (c for c in subject_candidates(anchor, self.view, []) if self._is_meant(anchor, c))
        return [fact for candidate in meant for fact in self._stated(anchor, candidate)]

    def _agrees(self, slot: Slot, fact: KnownLink, settled: Settled) -> bool:
        if slot == "subject":
            return any(self.answers.is_subject(fact.subject, one) for one in settled.subjects)
        return self.answers.is_value(slot, fact, settled.value(slot))

    def _is_meant(self, anchor: Anchor, candidate: Candidate) -> bool:
        """Tell whether no other anchor states these facts with a subject that stands nearer."""
        near = _distance(candidate)
        stated = self._stated(anchor, candidate)
        return near <= _ALWAYS or any(near <= self.nearest.get(fact, near) for fact in stated)

    def _stated(self, anchor: Anchor, candidate: Candidate) -> list[KnownLink]:
        stated = self.answers.stated(anchor, candidate.subjects)
        return [fact for _, facts in stated for fact in facts]


def _distance(candidate: Candidate) -> int:
    """Return how far a candidate stands from its anchor: 0 beside it, 5 for one only implied."""
    return _NEAR.get(candidate.source.split("/")[0], _IMPLIED)


def _most(hits: Sequence[Sequence[bool]]) -> list[bool]:
    """Return which candidates have only right subjects, and as many as any candidate has."""
    sizes = [len(hit) if hit and all(hit) else 0 for hit in hits]
    most = max(sizes, default=0)
    return [bool(size) and size == most for size in sizes]
