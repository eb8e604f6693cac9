"""Learning the weights of the links from articles with known facts.

What is collected of an article: for each slot of each anchor the candidates, and which of them
the known facts admit. Only articles of `fixtures/` and folders named on the command line are read.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from spacy.tokens import Doc

from extractor.facts import words
from extractor.facts.names import Names
from extractor.facts.known import KnownFacts, KnownRank, KnownScore
from extractor.links.anchors import grade_anchors, value_anchors
from extractor.links.candidates import Anchor, AnchorKind, Candidate, Decision, Settled, Slot
from extractor.links.fact import fact_features
from extractor.links.linker import settle_places, settle_scores
from extractor.links.placements import placements
from extractor.links.subject_slot import subject_candidates
from extractor.links.subjects import SubjectMention
from extractor.links.view import View, make_view
from extractor.links.weights import Weights
from extractor.mentions.kinds import IndexMention


@dataclass
class Choice:
    """One decision to learn from: the features of each candidate, and which may be chosen."""

    slot: str
    rows: list[tuple[str, ...]]
    right: list[bool]


@dataclass
class Lesson:
    """What one article teaches."""

    name: str
    choices: list[Choice] = field(default_factory=list)


class Gold:
    """The known facts of an article, asked for anchors."""

    def __init__(self, known: KnownFacts, view: View) -> None:
        self.known, self.view = known, view
        self.names_of = Names.of(view.index.seen.text)
        names: dict[str, set[str]] = {}
        for mention in view.index.of(IndexMention):
            names.setdefault(mention.id, set()).update(
                words.slug(n) for n in (mention.name, mention.acronym, mention.id) if n
            )
        self.names = names

    def is_index(self, known: str | None, id_: str) -> bool:
        if not known or not id_:
            return not known and not id_
        return id_ in words.index_ids(known) or words.slug(known) in self.names.get(id_, {id_})

    def is_subject(self, known: str, subject: SubjectMention) -> bool:
        if subject.kind == "foreign":
            return False
        if subject.kind in ("organisation", "locality"):
            return known == subject.code or self.names_of.alike(known, subject.name)
        return known == subject.code

    def scores(self, anchor: Anchor) -> list[KnownScore]:
        """Return the known scores that the anchor may state."""
        if anchor.number is not None:
            number = anchor.number
            return [
                s for s in self.known.scores
                if s.value == number.value and s.comparison == number.comparison
            ]
        assert anchor.grade is not None
        surface = words.plain(anchor.grade.surface)
        return [s for s in self.known.scores if s.predicate and words.plain(s.predicate) == surface]

    def ranks(self, anchor: Anchor) -> list[KnownRank]:
        return list(self.known.ranks)




def alike(one: str | None, other: str | None) -> bool:
    return words.plain(one or "") == words.plain(other or "")


_CLOSENESS = {"item": 0, "clause": 0, "sentence": 1, "column": 1, "heading0": 1, "heading1": 2}


def closeness(candidate: Candidate) -> int:
    """Return how far a candidate stands from its anchor: 0 beside it, 5 for one only implied."""
    source = candidate.source.split("/")[0]
    if source in _CLOSENESS:
        return _CLOSENESS[source]
    return {"line1": 2, "line2": 3, "line3": 3, "line-before": 4, "headline": 4}.get(source, 5)


class Recorder:
    """Chooses as the known facts say, where they say it, and notes what there was to choose."""

    def __init__(self, view: View, gold: Gold, lesson: Lesson, weights: Weights | None = None):
        self.view, self.gold, self.lesson, self.weights = view, gold, lesson, weights
        self.nearest: dict[int, int] = {}
        for anchor in (*value_anchors(view), *grade_anchors(view, frozenset()), *view.places):
            for candidate in subject_candidates(anchor, view, []):
                for fact in self.stated(anchor, candidate):
                    near = closeness(candidate)
                    self.nearest[id(fact)] = min(self.nearest.get(id(fact), 9), near)

    def stated(self, anchor: Anchor, candidate: Candidate) -> list[KnownScore | KnownRank]:
        """Return the known facts that the anchor would state with the candidate as its subject."""
        if anchor.kind == "place":
            return [
                r for r in self.gold.known.ranks
                for s, p, e in placements(anchor, candidate.subjects, self.view)
                if is_place(self.gold, r, s, p, e)
            ]
        return [
            f for f in self.gold.scores(anchor)
            if any(self.gold.is_subject(f.subject, s) for s in candidate.subjects)
        ]

    def is_meant(self, anchor: Anchor, candidate: Candidate) -> bool:
        """Whether no other anchor states these facts with a subject that stands nearer to it."""
        near = closeness(candidate)
        return near < 2 or any(
            near <= self.nearest.get(id(f), near) for f in self.stated(anchor, candidate)
        )

    def __call__(
        self, slot: Slot, settled: Settled, candidates: Sequence[Candidate]
    ) -> Decision | None:
        if not candidates:
            return None
        right = self.admitted(slot, settled, candidates)
        if right is not None and any(right):
            name = f"{slot}/{settled.anchor.kind}"
            if not all(right):
                self.lesson.choices.append(Choice(name, [c.features for c in candidates], right))
            best = candidates[right.index(True)]
            return Decision(slot, best, None, 1.0)
        if self.weights is not None:
            return self.weights.choose(slot, settled.anchor.kind, candidates)
        return Decision(slot, candidates[0], None, 0.5)

    def admitted(
        self, slot: Slot, settled: Settled, candidates: Sequence[Candidate]
    ) -> list[bool] | None:
        if settled.anchor.kind == "place":
            return self.of_place(slot, settled, candidates)
        facts = self.narrow(settled, self.gold.scores(settled.anchor))
        if not facts:
            return None
        match slot:
            case "index":
                return [any(self.gold.is_index(f.index, str(c.value)) for f in facts) for c in candidates]
            case "subject":
                return self.most([
                    [any(self.gold.is_subject(f.subject, k) for f in facts) for k in c.subjects]
                    if self.is_meant(settled.anchor, c) else []
                    for c in candidates
                ])
            case "aspect":
                return [any(alike(f.aspect, str(c.value)) for f in facts) for c in candidates]
            case "period":
                return [any((f.period or "") == c.value for f in facts) for c in candidates]
            case "grade":
                return [any(alike(f.predicate, str(c.value)) for f in facts) for c in candidates]
        return None

    def narrow(self, settled: Settled, facts: list[KnownScore]) -> list[KnownScore]:
        if "index" in settled.decisions:
            facts = [f for f in facts if self.gold.is_index(f.index, settled.value("index"))] or facts
        if settled.subjects:
            named = settled.subjects
            facts = [f for f in facts if any(self.gold.is_subject(f.subject, k) for k in named)] or facts
        if "aspect" in settled.decisions:
            facts = [f for f in facts if alike(f.aspect, settled.value("aspect"))] or facts
        return facts

    @staticmethod
    def most(hits: list[list[bool]]) -> list[bool]:
        """Return which candidates have only right subjects, and as many as any."""
        sizes = [len(h) if h and all(h) else 0 for h in hits]
        top = max(sizes, default=0)
        return [bool(size) and size == top for size in sizes]

    def of_place(
        self, slot: Slot, settled: Settled, candidates: Sequence[Candidate]
    ) -> list[bool] | None:
        if slot == "subject":
            return self.most([
                self.held(settled.anchor, c) if self.is_meant(settled.anchor, c) else []
                for c in candidates
            ])
        facts = self.rank_facts(settled)
        if not facts:
            return None
        match slot:
            case "index":
                return [any(self.gold.is_index(f.index, str(c.value)) for f in facts) for c in candidates]
            case "aspect":
                return [any(alike(f.aspect, str(c.value)) for f in facts) for c in candidates]
            case "period":
                return [any((f.period or "") == c.value for f in facts) for c in candidates]
            case "scope":
                return [any(alike(f.scope, str(c.value)) for f in facts) for c in candidates]
            case "category":
                return [any(alike(f.category, str(c.value)) for f in facts) for c in candidates]
            case "out_of":
                return [any(str(f.out_of or "") == c.value for f in facts) for c in candidates]
        return None

    def held(self, anchor: Anchor, candidate: Candidate) -> list[bool]:
        return [
            any(is_place(self.gold, r, s, p, e) for r in self.gold.known.ranks)
            for s, p, e in placements(anchor, candidate.subjects, self.view)
        ]

    def rank_facts(self, settled: Settled) -> list[KnownRank]:
        if settled.subjects:
            found = [
                r for r in self.gold.known.ranks
                for s, p, e in placements(settled.anchor, settled.subjects, self.view)
                if is_place(self.gold, r, s, p, e)
            ]
        else:  # whose it is comes after on which index it is
            found = [
                r for c in subject_candidates(settled.anchor, self.view, [])
                if self.is_meant(settled.anchor, c)
                for r in self.stated(settled.anchor, c)
            ]
        if "index" in settled.decisions:
            found = [r for r in found if self.gold.is_index(r.index, settled.value("index"))] or found
        if "aspect" in settled.decisions:
            found = [r for r in found if alike(r.aspect, settled.value("aspect"))] or found
        if "period" in settled.decisions:
            found = [r for r in found if (r.period or "") == settled.value("period")] or found
        return found


def is_place(
    gold: Gold, rank: KnownRank, subject: SubjectMention, position: int, end: int
) -> bool:
    return gold.is_subject(rank.subject, subject) and (rank.position, rank.position_end or 0) == (position, end)


def fact_rows(view: View, gold: Gold, weights: Weights) -> list[tuple[AnchorKind, dict[str, float], float]]:
    """Return for each anchor, settled by `weights`, its features and whether its key is right."""
    def choose(slot: Slot, settled: Settled, candidates: Sequence[Candidate]) -> Decision | None:
        return weights.choose(slot, settled.anchor.kind, candidates)

    rows: list[tuple[AnchorKind, dict[str, float], float]] = []
    last: Settled | None = None
    for settled in settle_scores(view, choose):
        facts = gold.scores(settled.anchor)
        right = bool(settled.keys) and all(
            any(
                gold.is_subject(f.subject, subject)
                and gold.is_index(f.index, settled.value("index"))
                and bool(f.aspect) == bool(settled.value("aspect"))
                for f in facts
            )
            for subject in settled.subjects
        )
        rows.append((settled.anchor.kind, fact_features(settled, view, last), float(right)))
        last = settled
    last = None
    for settled in settle_places(view, choose):
        holds = [
            any(
                is_place(gold, r, s, p, e) and gold.is_index(r.index, settled.value("index"))
                for r in gold.known.ranks
            )
            for s, p, e in placements(settled.anchor, settled.subjects, view)
        ]
        right_share = sum(holds) / len(holds) if holds else 0.0
        rows.append(("place", fact_features(settled, view, last), float(right_share > 0.5)))
        last = settled
    return rows
