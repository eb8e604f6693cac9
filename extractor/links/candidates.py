"""Anchors, candidates and decisions: what is linked, what may fill a slot, and what was chosen."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from extractor.links.subjects.subject_mention import SubjectMention
from extractor.mentions.kinds import NumberMention, PredicateMention, RankMention

Slot = Literal["subject", "index", "period", "aspect", "grade", "scope", "category", "out_of"]
AnchorKind = Literal["value", "grade", "place"]

COUNTING = ("next", "below", "above")
"""The relations of ranks that count on from the place before: `disusul`, `di bawahnya`."""
OPENING = ("opening", "group")
"""The relations of ranks that open a row of places: `sepuluh kota terbaik`."""

CLASSED = "classed"
"""The form of the items of a list that a class alone heads: `Kategori kota: 1. Rimba`."""


@dataclass(frozen=True, slots=True, eq=False)
class Anchor:
    """A value, grade or place at tokens `start:end` that may be a fact of somebody.

    `frame` is the list item or table row that a place is told by, -1 for one told by words;
    `fixed` holds for a place whose subject is told by its form: the anchor stands on that subject.
    `ordered` holds for the places of a list or chain, which are counted on from member to member.
    `head` is the rank that opens the list or series, `form` how it is told: by `words`, as a member
    of a `list`, a `series` or a `row` that a superlative selects, `implied` by a chain that begins
    with who is named before it, or `beside` the rank of another (`di bawah Rimba`: that of Rimba).
    """

    kind: AnchorKind
    start: int
    end: int
    number: NumberMention | None = None
    grade: PredicateMention | None = None
    rank: RankMention | None = None
    position: int = 0
    position_end: int = 0
    ordered: bool = False
    frame: int = -1
    fixed: bool = False
    head: RankMention | None = None
    form: str = "words"
    order: str = ""
    size: int = 0


def member_place(
    member: SubjectMention,
    position: int,
    end: int = 0,
    *,
    form: str,
    head: RankMention | None,
    size: int,
    order: str = "",
    frame: int = -1,
    ordered: bool = True,
) -> Anchor:
    """Return the place that `member` of a list, row or series of `size` has by its form."""
    return Anchor(
        "place",
        member.start,
        member.end,
        position=position,
        position_end=end,
        fixed=True,
        head=head,
        form=form,
        size=size,
        order=order,
        frame=frame,
        ordered=ordered,
    )


class Candidate(NamedTuple):
    """What may fill a slot: its `value` ("" or () for nothing), where it was read, and features.

    `source` tells how it was found (`sentence`, `heading`, `topic`, …).
    """

    value: str | tuple[str, ...]
    source: str
    features: tuple[str, ...]
    span: tuple[int, int] | None = None
    subjects: tuple[SubjectMention, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """The candidate chosen for a slot, the best of another value, and how probable the choice is.

    `shares` are the probabilities of all values.
    """

    slot: Slot
    best: Candidate
    runner_up: Candidate | None
    probability: float
    shares: tuple[tuple[str | tuple[str, ...], float], ...] = ()


@dataclass(slots=True, eq=False)
class Settled:
    """An anchor with its decisions, by slot."""

    anchor: Anchor
    decisions: dict[Slot, Decision] = field(default_factory=dict)

    def value(self, slot: Slot) -> str:
        """Return the chosen value of a slot that takes one word, "" when nothing was chosen."""
        decision = self.decisions.get(slot)
        if decision is None:
            return ""
        value = decision.best.value
        return value if isinstance(value, str) else ""

    @property
    def subjects(self) -> tuple[SubjectMention, ...]:
        """The subjects chosen."""
        decision = self.decisions.get("subject")
        return () if decision is None else decision.best.subjects

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the subjects chosen."""
        return tuple([subject.key for subject in self.subjects])


History = Sequence[Settled]
"""The anchors settled so far, in the order of the text."""
