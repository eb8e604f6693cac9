"""What an article is about: its subject, its index, its period. The last resort of every sieve."""

from collections import Counter
from dataclasses import dataclass

from extractor.lexicon.numbers import number_words
from extractor.links.slots import Slot
from extractor.links.view import View

COUNTRY = Slot("country", 0, 0, "ID", "Indonesia")
"""The topic of an article that goes through many provinces: named by none of its words."""

_FEW, _MOST = 4, 0.4
_TITLE_WEIGHT, _LEAD_WEIGHT, _BODY_WEIGHT, _PLACE_SHARE = 6, 4, 2, 1


@dataclass(frozen=True)
class Topics:
    """The topic subject (a slot that names it), index id and period ("" when there is none)."""

    subject: Slot | None
    index: str
    period: str


def find_topics(view: View) -> Topics:
    """Return what the article of `view` is about."""
    return Topics(_subject(view), _index(view), _period(view))


def _subject(view: View) -> Slot | None:
    """The region named most, title and lead first; the nation where many are named alike."""
    weights: Counter[str] = Counter()
    first: dict[str, Slot] = {}
    lead = 1 if view.titled else 0
    for slot in view.slots:
        paragraph = view.paragraph[slot.start]
        if not slot.key or paragraph in view.furniture:
            continue
        if slot.kind == "organisation":
            continue
        if slot.kind == "country" and paragraph > lead + 1:
            continue
        title = view.titled and paragraph == 0
        weight = _TITLE_WEIGHT if title else _LEAD_WEIGHT if paragraph <= lead + 1 else _BODY_WEIGHT
        weights[slot.key] += weight if slot.free else min(weight, _PLACE_SHARE)
        first.setdefault(slot.key, slot)
    if not weights:
        return None
    topic = max(first.values(), key=lambda slot: (weights[slot.key], -slot.start))
    provinces = {slot.code for slot in first.values() if slot.level == "province" and slot.free}
    share = weights[topic.key] / sum(weights.values())
    titled = {s.key for s in view.free_slots if view.titled and view.paragraph[s.start] == 0}
    if len(provinces) > _FEW and share < _MOST and titled != {topic.key}:
        return COUNTRY
    return topic


def _index(view: View) -> str:
    """The index of the title if it names just one, else the one named most."""
    title = {index.id for index in view.indices if view.titled and view.paragraph[index.start] == 0}
    if len(title) == 1:
        return next(iter(title))
    counts = Counter(index.id for index in view.indices)
    return min(counts, key=lambda id_: (-counts[id_], list(counts).index(id_))) if counts else ""


def _period(view: View) -> str:
    """The newest period that is stated outside of targets, not after the publication."""
    words, latest = number_words(), view.published[:4] or "9999"
    beside: list[str] = []
    apart: list[str] = []
    for period in view.periods:
        if not period.iso or view.paragraph[period.start] in view.furniture:
            continue
        begin, end = view.sentence[period.start], view.sentence_end(period.start)
        near = max(begin, period.start - 25), min(end, period.end + 8)
        year = period.iso.split("/")[-1][:4]
        if year > latest or view.any(words.target, *near):
            continue
        scored = bool(view.after(view.scores, *near))
        dated = view.words[period.end - 1][:1].isdigit()  # "tahun ini" is of what has a value by it
        measured = scored or (dated and bool(view.after(view.indices, *near)))
        (beside if measured else apart).append(period.iso.split("/")[-1])
    known = beside or apart
    newest = [iso for iso in known if iso[:4] == max(known)[:4]]
    return max(newest, key=newest.count, default="")
