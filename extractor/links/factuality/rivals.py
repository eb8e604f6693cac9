"""What the facts of an article say of each other: nobody has two places in one ranking.

Whether an anchor is a fact is first judged by what stands around it (`features`). Here it is judged
again beside the others that may be facts: against it speak those that deny it, for it those that
say the same and its neighbours in a list.
"""

import math
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field

from extractor.links.candidates import Settled
from extractor.links.places.placements import placements
from extractor.links.places.rankings import ranking_of
from extractor.links.view import View
from extractor.links.weights import log_odds

Weighed = tuple[Settled, float]
"""A settled anchor, and how probable it is by itself that it is a fact."""

LEAST = 0.3
"""What is less probable by itself denies nobody, and is not judged again."""
_ODDS_SCALE = 4


@dataclass(frozen=True, slots=True)
class _Claim:
    """What an anchor claims: `about` whom or which place, `said` of it, and under what `terms`."""

    kind: str
    about: tuple[Hashable, ...]
    said: Hashable
    terms: tuple[str, ...]


@dataclass(slots=True)
class _Said:
    """How often one thing is said, and the log-odds of the anchor that is surest of it."""

    times: int = 0
    odds: float = -math.inf


@dataclass(slots=True)
class _Judged:
    odds: float
    claims: list[_Claim]
    mates: tuple[Hashable, ...]
    features: dict[str, float] = field(default_factory=dict)


def rival_features(weighed: Sequence[Weighed], view: View) -> list[dict[str, float]]:
    """Return for each anchor what the others say for and against it, as named numbers."""
    judged = [
        _Judged(log_odds(p), list(_claims(settled, view)), _mates(settled, view))
        for settled, p in weighed
    ]
    said: dict[Hashable, dict[tuple[Hashable, tuple[str, ...]], _Said]] = defaultdict(dict)
    for one in judged:
        for claim in one.claims:
            told = said[claim.kind, claim.about].setdefault((claim.said, claim.terms), _Said())
            told.times += 1
            told.odds = max(told.odds, one.odds)
    for one in judged:
        one.features |= {"bias": 1.0, "odds": one.odds / _ODDS_SCALE}
        for claim in one.claims:
            _weigh(claim, one, said[claim.kind, claim.about])
    _add_mates(judged)
    return [one.features for one in judged]


def _claims(settled: Settled, view: View) -> Iterator[_Claim]:
    """Yield what an anchor claims: of its subjects, and a place also of that place."""
    anchor = settled.anchor
    index = settled.value("index"), settled.value("aspect").casefold()
    period = settled.value("period")
    if anchor.kind == "place":
        terms = (settled.value("scope"), period, settled.value("category"))
        for subject, position, end in placements(anchor, settled.subjects, view):
            yield _Claim("twice", (subject.key, *index), (position, end), terms)
            if not end:
                yield _Claim("shared", (position, *index), subject.key, terms)
        return
    number, grade = anchor.number, anchor.grade
    said, basis = ("", ""), ""
    if number is not None:
        said, basis = (str(number.value.normalize()), number.comparison), number.basis
    elif grade is not None:
        said = grade.surface.casefold(), ""
    for subject in settled.subjects:
        yield _Claim("twice", (subject.key, *index), said, (period, basis))


def _weigh(
    claim: _Claim, one: _Judged, told: dict[tuple[Hashable, tuple[str, ...]], _Said]
) -> None:
    """Note who denies a claim, by how alike the terms are, and whether it is said again."""
    again = 0
    for (said, terms), others in told.items():
        if said == claim.said:
            again += others.times
            continue
        alike = _alike(claim.terms, terms)
        if not alike:
            continue
        ahead = others.odds - one.odds
        order = "surer" if ahead > 0 else "less" if ahead < 0 else "even"
        one.features[f"{claim.kind}={alike}&{order}"] = 1.0
        if ahead > 0:
            name = f"{claim.kind}={alike}:ahead"
            one.features[name] = max(one.features.get(name, 0.0), ahead / _ODDS_SCALE)
    if again > 1:
        one.features[f"{claim.kind}:again"] = 1.0


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> str:
    """Return how alike the terms of two claims are, "" where both may hold.

    Places are told in a scope, a period and a class, values of a period on a basis.
    """
    if one == other:
        return "same" if all(one[:2]) or (len(one) == 2 and one[0]) else "untold"
    if len(one) == 2:
        return "" if one[0] and other[0] and one[0] != other[0] else "open"
    return "near" if one[:2] == other[:2] else "far"


def _mates(settled: Settled, view: View) -> tuple[Hashable, ...]:
    """Return what tells the neighbours of an anchor: its ranking, its list, or its line."""
    anchor, index = settled.anchor, view.index
    if anchor.kind == "place":
        return (*ranking_of(anchor, view), settled.value("index"))
    frame = index.frame[anchor.start]
    if frame >= 0:
        return "list", index.segments[frame].parent
    return "line", index.line[anchor.start]


def _add_mates(judged: Sequence[_Judged]) -> None:
    """Note how sure the neighbours of each are, and how many of them are denied."""
    groups: dict[Hashable, list[_Judged]] = defaultdict(list)
    for one in judged:
        groups[one.mates].append(one)
    for group in groups.values():
        total = sum(one.odds for one in group)
        denied = [any(f.endswith(("&surer", "&even")) for f in one.features) for one in group]
        for one, own in zip(group, denied, strict=True):
            if others := len(group) - 1:
                one.features["mates:odds"] = (total - one.odds) / others / _ODDS_SCALE
                one.features["mates:denied"] = (sum(denied) - own) / others
            else:
                one.features["alone"] = 1.0
