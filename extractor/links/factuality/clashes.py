"""Values of one subject, index and period that differ: at most one of them is of that period.

`IPM Rimba 78,01, sedangkan pada 2022 76,44`: the year is that of the value beside it. A value to
which the same year came only from afar, or from what the article is about, keeps none.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from extractor.lexicon.indices import catalogue
from extractor.links.candidates import Settled
from extractor.links.linked import ScoreFact
from extractor.links.slots.placement import count_between
from extractor.links.view import View

_BESIDE = 4  # tokens: "pada 2022 angkanya tercatat 76,44"
_NAMED = 2  # tokens: "IPM-nya 72,8"
_AFAR = 99


def open_clashes(facts: Sequence[ScoreFact], view: View) -> None:
    """Take the period from those of `facts` that cannot have it beside a rival."""
    for rivals in _rivals(facts):
        if not _in_one_row(rivals, view):
            _leave_owner(rivals, view)


def strays(facts: Sequence[ScoreFact], view: View) -> list[ScoreFact]:
    """Return those of `facts` that are of another index than the one read for them.

    `Rimba 55,2 dengan IPM 70,4`: nobody has two values on one index in one period, and 70,4 has its
    name right before it. So 55,2 is on what else the article tells of.
    """
    found = []
    for rivals in _rivals(facts) if len(view.times_named) > 1 else ():
        owned = {_sentence(fact, view) for fact in rivals if _is_named(fact, view)}
        others = (fact for fact in rivals if not _is_named(fact, view))
        found += [f for f in others if _sentence(f, view) in owned]
    return found


def _sentence(fact: ScoreFact, view: View) -> int:
    return view.index.sentence[fact.settled[0].anchor.start]


def _index(fact: ScoreFact) -> tuple[int, int] | None:
    return fact.settled[0].decisions["index"].best.span


def _is_named(fact: ScoreFact, view: View) -> bool:
    """Whether the index stands right before the value, with nothing between but words of value."""
    span, start = _index(fact), fact.settled[0].anchor.start
    if span is None or not 0 <= start - span[1] <= _NAMED:
        return False
    return not count_between(view.named, span[1] - 1, start)


def _rivals(facts: Sequence[ScoreFact]) -> Iterator[list[ScoreFact]]:
    """Yield the facts that tell different values of one subject, index and period."""
    told: dict[tuple[str, ...], list[ScoreFact]] = defaultdict(list)
    for fact in facts:
        if not fact.basis and _is_rate_of_change(fact.index):
            continue  # "tumbuh 2,28 persen": against when, nobody has read
        if fact.period and fact.value is not None and fact.comparison == "eq":
            about = (fact.subject.key, fact.index, fact.aspect.casefold(), fact.basis)
            told[(*about, fact.period)].append(fact)
    for rivals in told.values():
        if len({fact.value for fact in rivals}) > 1:
            yield rivals


def _is_rate_of_change(index: str) -> bool:
    scale = catalogue().scale(index)
    return scale is not None and scale.unit is not None and scale.min is None


def _in_one_row(rivals: Sequence[ScoreFact], view: View) -> bool:
    """Whether all are told in one row, `3,1 dan 3,2`: which is of the period nobody can tell."""
    starts = {fact.settled[0].anchor.start for fact in rivals}
    return starts <= set(view.value_runs.get(min(starts), []))


def _leave_owner(rivals: Sequence[ScoreFact], view: View) -> None:
    """Take the period from all but the owner, if one value alone has it right beside."""
    gaps = [_gap(fact.settled[0], view) for fact in rivals]
    nearest = min(gaps)
    owners = {fact.value for fact, gap in zip(rivals, gaps, strict=True) if gap == nearest}
    if len(owners) != 1 or nearest > _BESIDE:
        return
    own = {_span(fact) for fact in rivals if fact.value in owners}
    for fact, gap in zip(rivals, gaps, strict=True):
        if fact.value not in owners and (gap == _AFAR or _span(fact) in own):
            fact.period = ""


def _span(fact: ScoreFact) -> tuple[int, int] | None:
    return fact.settled[0].decisions["period"].best.span


def _gap(settled: Settled, view: View) -> int:
    """Return how many tokens part a value from its period; many where another value is nearer."""
    best, at = settled.decisions["period"].best, settled.anchor
    if best.source in ("aligned", "column") or best.source.startswith("heading"):
        return 0
    if best.span is None or view.index.sentence[best.span[0]] != view.index.sentence[at.start]:
        return _AFAR
    if count_between(view.values, best.span[0], at.start):
        return _AFAR
    return at.start - best.span[1] if best.span[0] < at.start else best.span[0] - at.end
