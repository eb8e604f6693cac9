"""Claims: the values, grades and ranks of an article on their way to becoming facts."""

from dataclasses import dataclass, field

from extractor.links.slots import Slot
from extractor.mentions.kinds import Mention, NumberMention, PredicateMention, RankMention


@dataclass(frozen=True, slots=True)
class Step:
    """One pass that settled `what` of a claim ("subject"): its name, and the tokens it went by."""

    what: str
    rule: str
    spans: tuple[tuple[int, int], ...] = ()


@dataclass
class Claim:
    """A value, grade or rank at tokens `start:end`, and what the passes have linked to it so far.

    Empty means open; `closed` is what belongs to somebody unnamed; `base` is the rank that a place
    is told from (`disusul`); `among` who are counted (`dari 98 pemkot`). `passes` tells which pass
    settled what, `spans` the tokens it was read from.
    """

    start: int
    end: int
    number: NumberMention | None = None
    predicate: PredicateMention | None = None
    rank: RankMention | None = None
    subjects: tuple[Slot, ...] = ()
    indices: tuple[str, ...] = ()
    aspects: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    position: int = 0
    position_end: int = 0
    scope: str = ""
    out_of: int = 0
    category: str = ""
    among: str = ""
    base: "Claim | None" = None
    closed: bool = False
    passes: dict[str, str] = field(default_factory=dict)
    spans: list[tuple[int, int]] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)

    def settle(self, what: str, name: str, *mentions: Mention | Slot) -> None:
        """Note that pass `name` settled `what` by the words of `mentions`."""
        spans = tuple((mention.start, mention.end) for mention in mentions)
        self.note(what, name, spans)
        self.spans += spans

    def note(self, what: str, name: str, spans: tuple[tuple[int, int], ...]) -> None:
        """Note that pass `name` settled `what` by the tokens `spans`, which are noted already."""
        self.passes[what] = name
        self.steps.append(Step(what, name, spans))

    @property
    def rule(self) -> str:
        """The passes that made the fact: `subject:bracket index:paragraph`."""
        return " ".join(
            f"{what}:{name}" for what, name in sorted(self.passes.items(), reverse=True)
        )


def claim_number(number: NumberMention) -> Claim:
    """Return an open claim for a value."""
    return Claim(number.start, number.end, number=number, spans=[(number.start, number.end)])


def claim_predicate(predicate: PredicateMention) -> Claim:
    """Return an open claim for a grade without a number."""
    span = (predicate.start, predicate.end)
    return Claim(*span, predicate=predicate, spans=[span])


def claim_rank(rank: RankMention) -> Claim:
    """Return an open claim for a rank."""
    return Claim(
        rank.start,
        rank.end,
        rank=rank,
        position=rank.position,
        position_end=rank.position_end,
        scope=rank.scope,
        out_of=rank.out_of,
        category=rank.category,
        among=rank.among,
        spans=[(rank.start, rank.end)],
    )
