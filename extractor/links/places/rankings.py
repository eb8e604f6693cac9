"""Rankings: what holds for all places of one ranking is decided for all of them together.

A list, a series or the places of one sentence on one index are one ranking: it has one scope, one
class, one count of those ranked.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from extractor.links.candidates import Anchor, Candidate, Decision, Settled, Slot
from extractor.links.places.ranked import class_of
from extractor.links.slots.scope import lies_elsewhere
from extractor.links.view import View
from extractor.links.weights import log_odds

_SHARED: tuple[Slot, ...] = ("scope", "category", "out_of")
_RANKING: tuple[Slot, ...] = ("index", "aspect", "scope", "category", "period")
_LISTS = ("list", "series", "row")
_FLOOR = 0.01


def settle_rankings(places: Sequence[Settled], view: View) -> None:
    """Give the places of each ranking the scope, class and count that suit all of them best."""
    rankings: dict[tuple[object, ...], list[Settled]] = defaultdict(list)
    for settled in places:
        key = (*ranking_of(settled.anchor, view), settled.value("index"), _level(settled))
        rankings[key].append(settled)
    for members in rankings.values():
        # "peringkat pertama se-Jateng dan kelima nasional": each has a scope of its own
        told = {s.anchor.rank.scope for s in members if s.anchor.rank is not None} - {""}
        if len(members) > 1:
            for slot in _SHARED:
                if slot != "scope" or len(told) < 2:
                    _share(slot, members)
    for settled in places:
        _agree(settled, view)
    _count_alike(places)


def shared(places: Sequence[tuple[Settled, float]], view: View) -> Iterator[tuple[Settled, float]]:
    """Yield the places, those of one ranking with what the confidence of its members makes of them.

    A list is a ranking or is none, its members do not stand and fall alone: each has the mean of
    their log-odds. Each step of a chain counts on from the one before, but may fail by itself, so
    its own log-odds count for half.
    """
    lists: dict[tuple[object, ...], list[int]] = defaultdict(list)
    chains: list[list[int]] = []
    for at, (settled, _) in enumerate(places):
        anchor, index = settled.anchor, settled.value("index")
        if anchor.form in _LISTS:
            lists[(*ranking_of(anchor, view), anchor.form, index)].append(at)
        elif anchor.ordered and chains and places[chains[-1][-1]][0].value("index") == index:
            chains[-1].append(at)
        elif anchor.form not in _LISTS:
            chains.append([at])
    odds = [log_odds(confidence) for _, confidence in places]
    for own, groups in ((0.0, lists.values()), (0.5, chains)):
        for group in groups:
            mean = sum(odds[at] for at in group) / len(group)
            for at in group:
                odds[at] = own * odds[at] + (1 - own) * mean
    for (settled, _), own_odds in zip(places, odds, strict=True):
        yield settled, 1 / (1 + math.exp(-own_odds))


def _agree(settled: Settled, view: View) -> None:
    """Settle the class by those counted, where none was told: `3 dari 23 kabupaten/kota`."""
    old, size = settled.decisions.get("category"), settled.value("out_of")
    if old is None or old.best.value or not size:
        return
    told = {c for n, noun in view.ranked.sizes if str(n) == size for c in class_of(noun)}
    if len(told) == 1:
        best = Candidate(told.pop(), "counted", ())
        settled.decisions["category"] = Decision(
            "category", best, old.best, 1 - old.probability, old.shares
        )


def _count_alike(places: Sequence[Settled]) -> None:
    """Give the places of one ranking the count that is told of one of them, wherever it stands.

    A ranking is all places on one index in one scope, class and period: `peringkat kedua dari 24
    kabupaten/kota` tells among how many the first is the first.
    """
    rankings: dict[tuple[str, ...], list[Settled]] = defaultdict(list)
    for settled in places:
        key = tuple(settled.value(slot) for slot in _RANKING)
        if settled.value("scope") and settled.value("category"):
            rankings[key].append(settled)
    for members in rankings.values():
        told = [s.decisions["out_of"] for s in members if s.value("out_of")]
        sizes = {decision.best.value for decision in told}
        if len(sizes) != 1:
            continue
        best = max(told, key=lambda decision: decision.probability)
        for settled in members:
            anchor, old = settled.anchor, settled.decisions.get("out_of")
            last = max(abs(anchor.position), abs(anchor.position_end))
            if old is not None and not old.best.value and last <= int(str(best.best.value)):
                candidate = Candidate(best.best.value, "alike", ())
                settled.decisions["out_of"] = Decision(
                    "out_of", candidate, old.best, best.probability, old.shares
                )


def ranking_of(anchor: Anchor, view: View) -> tuple[str, int]:
    """Return what tells the ranking of a place: its list, the head of its series, its sentence."""
    if anchor.form == "list":
        return "list", view.index.segments[anchor.frame].parent
    if anchor.head is not None:
        return "head", anchor.head.start
    if anchor.rank is not None and anchor.rank.start in view.series_heads:
        return "head", anchor.rank.start
    return "sentence", view.index.sentence[anchor.start]


def _level(settled: Settled) -> str:
    return settled.subjects[0].level if settled.subjects else ""


def _share(slot: Slot, members: Iterable[Settled]) -> None:
    """Settle `slot` alike for all `members`: the value of the highest joint probability."""
    told = [s for s in members if slot in s.decisions and s.decisions[slot].shares]
    if len(told) < 2:
        return
    scores: dict[str | tuple[str, ...], float] = defaultdict(float)
    values = {value for s in told for value, _ in s.decisions[slot].shares}
    for settled in told:
        shares = dict(settled.decisions[slot].shares)
        for value in values:
            scores[value] += math.log(max(shares.get(value, 0.0), _FLOOR))
    best = max(sorted(values, key=str), key=lambda value: scores[value])
    for settled in told:
        old = settled.decisions[slot]
        if slot == "scope" and lies_elsewhere(str(best), settled.subjects):
            continue  # of a row of winners, each in the province of his own
        if old.best.value != best:
            share = dict(old.shares).get(best, 0.0)
            settled.decisions[slot] = Decision(
                slot, Candidate(best, "ranking", ()), old.best, share, old.shares
            )
