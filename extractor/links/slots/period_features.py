"""What speaks for a period: features of those that an anchor may hold for."""

from collections.abc import Mapping

from extractor.lexicon.indices import catalogue
from extractor.links.candidates import Anchor, Candidate, History, Settled
from extractor.links.slots.placement import count_between
from extractor.links.view import View
from extractor.mentions.kinds import PeriodMention

_LEFT_REACH, _OWN_REACH = 2, 2
_NOW_REACH, _GAP_REACH, _TURN_REACH = 40, 12, 10


Level = tuple[object, object]
"""A value with its basis, or a place with the end of its range."""


def repeats(candidate: Candidate, anchor: Anchor, earlier: Mapping[str, set[Level]]) -> list[str]:
    """Return whether the same was told of the period before, and whether another value was.

    Nobody has two values on one index in one period.
    """
    if not earlier:
        return []
    level = level_of(anchor)
    again = any(level in levels for levels in earlier.values())
    told = earlier.get(str(candidate.value), set())
    features = [f"echo={level in told:d}{again:d}"]
    if told and level not in told:
        named = f"named={candidate.span is not None:d}"
        features += ["clash", f"clash&{named}", f"clash&repeats={again:d}"]
    return features


def level_of(anchor: Anchor) -> Level:
    """Return what an anchor tells: a value with its basis, or a place."""
    if anchor.number is not None:
        return anchor.number.value, anchor.number.basis
    return anchor.position, anchor.position_end


def deixis(anchor: Anchor, view: View) -> str:
    """Return whether a word of today stands before the anchor (`kini 70,86`), and what between."""
    begin = max(view.index.sentence[anchor.start], anchor.start - _NOW_REACH)
    words, now = view.index.lower, view.lexicon.now
    last = next((at for at in range(anchor.start - 1, begin - 1, -1) if words[at] in now), -1)
    if last < 0:
        return "none"
    between = count_between(view.periods, last, anchor.start)
    rivals = count_between(view.values, last, anchor.start)
    return f"{min(between, 1)}{min(rivals, 1)}"


def dated(candidate: Candidate, sign: str, view: View) -> str:
    """Return how the word of today that `sign` tells of suits the period."""
    topic = view.topics.period
    when = "none" if not candidate.value else "topic" if candidate.value == topic else "other"
    return f"now={sign}&{when}"


def gap_to(mention: PeriodMention, anchor: Anchor, view: View) -> str:
    """Return what parts a period that is compared with from the anchor behind it.

    `dibanding 2022 yang 3,10`, but `dibanding triwulan II 2023 (q-to-q), ekonomi tumbuh 2,28`.
    """
    between = view.index.lower[mention.end : min(anchor.start, mention.end + _GAP_REACH)]
    named = count_between(view.indices, mention.end, anchor.start)
    return f"gap={min(len(between) // 3, 2)}&comma={',' in between:d}&index={min(named, 1)}"


def carried(last: Settled, view: View) -> list[str]:
    """Return features of the period said last: whether it was of a level that had been left."""
    decision = last.decisions["period"].best
    topic = view.topics.period
    older = bool(topic) and str(decision.value) < topic
    compared = "compared" in decision.features
    left = is_left(last.anchor, view)
    return [
        f"implied=last&left={left:d}&older={older:d}",
        f"implied=last&compared={compared:d}",
        f"implied=last&was={decision.source}",
    ]


def is_taken(mention: PeriodMention, history: History) -> bool:
    """Whether one of the last anchors has this period, of the same subject as the very last."""
    place = mention.start, mention.end
    return any(
        (decision := settled.decisions.get("period")) is not None
        and decision.best.span == place
        and settled.keys == history[-1].keys
        for settled in history[-4:]
    )


def fit_of(iso: str, view: View, index: str) -> tuple[str, ...]:
    """Return features of the period itself: how fine it is, whether it is the topic's or newest.

    One that goes on when the article appears has hardly been measured: a rate of this month.
    """
    asked = ("period", iso, index)
    found = view.kept.get(asked)
    if found is None:
        found = view.kept[asked] = tuple(_own_fit(iso, view, index))
    return found


def _own_fit(iso: str, view: View, index: str) -> list[str]:
    fine = len(iso.split("/")[0])
    found = [f"fine={fine}", f"topic={iso == view.topics.period:d}"]
    entry = catalogue().get(index) if index else None
    rate = entry is not None and entry.scale.unit is not None
    if index:
        found.append(f"fine={fine}&rate={rate:d}")
    end = iso.split("/")[-1]
    if rate and end and view.published and end >= view.published[: len(end)]:
        found.append(f"running={fine}")
    # An article without a day is held to be of the newest year that it names.
    year = view.published[:4] or view.topics.newest.split("/")[-1][:4]
    if year and iso[:4] > year:
        found.append("after-publication")
    elif year and iso[:4].isdigit():
        found.append(f"age={min(int(year) - int(iso[:4]), 3)}")
    return found


def is_left(anchor: Anchor, view: View) -> bool:
    """`naik dari 3,10 menjadi …`: the level that was left."""
    near = view.index.lower[max(0, anchor.start - _LEFT_REACH) : anchor.start]
    return not view.lexicon.lefts.isdisjoint(near)


def is_reached(anchor: Anchor, view: View) -> bool:
    """`… menjadi 3,21`: the level that was reached."""
    near = view.index.lower[max(0, anchor.start - _LEFT_REACH) : anchor.start]
    return not view.lexicon.reaches.isdisjoint(near)
