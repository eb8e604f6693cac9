"""Whether what was linked is a fact at all: features of an anchor with its decisions."""

from decimal import Decimal
from itertools import pairwise

from extractor.lexicon.numbers import number_words
from extractor.lexicon.ranks import rank_words
from extractor.links.candidates import Anchor, Decision, Settled, Slot
from extractor.links.factuality.assertion import is_given
from extractor.links.places.ranked import CLASSES, PAIR
from extractor.links.slots.placement import bucket, is_fronted
from extractor.links.view import View
from extractor.links.weights import log_odds
from extractor.mentions.kinds import NumberMention
from extractor.structure.article_index import after, before

_SLOTS: tuple[Slot, ...] = ("subject", "index")
_REACH = 12
_ODDS_SCALE = 4
_MOST_JOINED = 2
_HEADINGS = 3
_LONGEST = 400  # tokens
_SHARES = (Decimal("0.1"), Decimal("0.25"), Decimal("0.5"))
"""Shares of the highest value of an article: far below it stand changes more often than levels."""
_KEPT = (
    *(
        "construction=",
        "kind=",
        "fit=",
        "bracketed",
        "cue=",
        "rule=",
        "known=",
        "implied=",
        "topic",
    ),
    *("share=", "nothing", "grade-fits=", "alone=", "rivals=", "between="),
    *("free&", "located&", "attached&"),
)
"""How the features of a decision begin that also speak for or against the fact."""


def fact_features(settled: Settled, view: View, last: Settled | None = None) -> dict[str, float]:
    """Return what speaks for and against the fact, as named numbers; `last` was settled before."""
    anchor = settled.anchor
    found: dict[str, float] = {"bias": 1.0}
    for slot in _SLOTS:
        told = not (anchor.fixed and slot == "subject")  # who leads an item is told by the list
        found |= _decided(slot, settled.decisions.get(slot), told=told)
    names = [*_slots(settled), *_beside(settled, view, last), *_around(anchor, view)]
    names += _article(settled, view)
    if anchor.kind == "place":
        names += [*_order(anchor, view), *_place(settled)]
    if anchor.number is not None:
        names += [*_value(anchor, view), *_economy(settled, view)]
        names.append(f"opens={_opening(settled, view)}")
    if anchor.grade is not None:
        names += [f"cue={anchor.grade.cue}", f"sure={bool(anchor.grade.indices):d}"]
        names.append(f"given={is_given(anchor.grade, view):d}")
    return found | dict.fromkeys(names, 1.0)


def _decided(slot: Slot, decision: Decision | None, *, told: bool) -> dict[str, float]:
    """Return how sure a decision was, where it was read, and (`told`) what spoke for it."""
    if decision is None:
        return {f"{slot}=none": 1.0}
    found = {f"{slot}:odds": log_odds(decision.probability) / _ODDS_SCALE}
    found[f"{slot}:from={decision.best.source}"] = 1.0
    for feature in decision.best.features if told else ():
        if feature.startswith(_KEPT) and feature.count("&") < _MOST_JOINED:
            found[f"{slot}:{feature}"] = 1.0
    return found


def _slots(settled: Settled) -> list[str]:
    """Return features of the slots together: from which sources, and of aspect and period."""
    decided = settled.decisions
    sources = "+".join(decided[s].best.source.split("/")[0] for s in _SLOTS if s in decided)
    found = [f"sources={sources}"]
    aspect, period = decided.get("aspect"), decided.get("period")
    if aspect is not None and aspect.best.value:
        found += ["aspect", f"aspect:from={aspect.best.source}", f"aspect&sources={sources}"]
        found += [f"aspect:{f}" for f in aspect.best.features if f.startswith("construction=")]
    if period is not None:
        found.append(f"period:from={period.best.source}")
        if "after-publication" in period.best.features:
            found.append("period:after-publication")
    return found


def _article(settled: Settled, view: View) -> list[str]:
    """Return features of the whole article: how often it names the index, and any."""
    id = settled.value("index")
    same = view.times_named[id]
    share = view.times_abroad / max(1, len(view.named))
    return [
        f"named={bucket(same, (0, 1, 2, 5))}",
        f"all={bucket(len(view.indices), (0, 1, 3, 8))}",
        f"abroad={int(4 * share)}",
    ]


def _beside(settled: Settled, view: View, last: Settled | None) -> list[str]:
    """Return features of the anchor settled before: whether it is of the same subject and index."""
    if last is None:
        return ["first"]
    if settled.anchor.ordered and settled.anchor.form == last.anchor.form != "words":
        return ["last=row"]  # an item beside another tells nothing that its list does not
    index, at, before_it = view.index, settled.anchor.start, last.anchor.start
    near = (
        "sentence"
        if index.sentence[at] == index.sentence[before_it]
        else "line"
        if index.line[at] == index.line[before_it]
        else "far"
    )
    same = f"{settled.keys == last.keys:d}{settled.value('index') == last.value('index'):d}"
    return [f"last={same}&{near}&{last.anchor.kind[:1]}"]


def _around(anchor: Anchor, view: View) -> list[str]:
    """Return features of the sentence around the anchor: hopes, forecasts, other countries."""
    index = view.index
    begin, end = _bounds(anchor.start, view)
    ahead = index.lower[max(begin, anchor.start - _REACH) : anchor.start]
    behind = index.lower[anchor.end : min(end, anchor.end + _REACH)]
    words, ranks = number_words(), rank_words()
    found = []
    classes = {"hope": ranks.hopes, "negated": ranks.negations, "now": view.lexicon.now}
    if anchor.number is None:  # of a number its role tells whether it is a target
        classes["target"] = words.target
    for name, known in classes.items():
        if any(word in known for word in ahead):
            found.append(f"{name}-ahead")
        if any(word in known for word in behind):
            found.append(f"{name}-behind")
    if index.headline[anchor.start] >= 0:
        found.append("headline")
    if index.furniture[anchor.start] >= 0:
        found.append("furniture")
    if anchor.start in index.quoted:
        found.append("quoted")
    if is_fronted(anchor, view):
        found.append(f"fronted={anchor.kind}")
    framed = index.frame[anchor.start] >= 0
    found.append(f"framed={framed:d}")
    found.append(f"indices={bucket(len(after(view.indices, begin, end)), (0, 1, 2))}")
    found.append(f"subjects={bucket(len(after(view.named, begin, end)), (0, 1, 2))}")
    market = not words.markets.isdisjoint(index.lower[begin:end])
    found.append(f"market={market:d}")
    foreign = any(s.kind == "foreign" for s in after(view.subjects, begin, end))
    found.append(f"foreign={foreign:d}")
    first = before(view.subjects, anchor.start, begin, 1)
    if first:
        found.append(f"nearest={first[0].kind}")
    return found


def _value(anchor: Anchor, view: View) -> list[str]:
    number = anchor.number
    assert number is not None
    found = [f"cue={number.cue}", f"unit={number.unit.lower()}", f"comparison={number.comparison}"]
    whole = number.value == number.value.to_integral_value()
    found.append(f"whole={whole:d}")
    found.append(f"whole={whole:d}&unit={number.unit.lower()}")
    lower = view.index.lower
    ahead = lower[anchor.start - 1] if anchor.start else ""
    behind = lower[anchor.end] if anchor.end < len(lower) else ""
    found.append(f"ahead={ahead}" if ahead.isalpha() or len(ahead) == 1 else "ahead=other")
    if behind.isalpha():
        found.append(f"behind={behind}")
    return [*found, *_smallness(number, view)]


def _smallness(number: NumberMention, view: View) -> list[str]:
    """Return how far below the highest value of its unit it lies: `IKK 112,4 … naik 3,7 poin`.

    Rates, in percent, are small and large in one article; values of an index are of one size.
    """
    unit = number.unit.lower()
    if unit in number_words().rates:
        return []
    share = abs(number.value) / (view.peaks[unit] or 1)
    return [f"small={sum(share < bound for bound in _SHARES)}&unit={unit}"]


def _bounds(at: int, view: View) -> tuple[int, int]:
    """Return the tokens of the sentence of token `at`, of one without end those around it."""
    index = view.index
    begin, end = index.sentence[at], index.sentence_end(at)
    return max(begin, at - _LONGEST), min(end, at + _LONGEST)


def _economy(settled: Settled, view: View) -> list[str]:
    """Return features of what a rate may be of instead: a part, a contribution, a forecast.

    `deflasi disumbang cabai yang turun 0,07 persen`, `ekspor tumbuh 16,28 persen`. Words count from
    the sentence's begin to the value; a part that the links have read themselves does not.
    """
    index, at = view.index, settled.anchor.start
    begin, end = _bounds(at, view)
    ahead, whole = index.lower[begin:at], index.lower[begin:end]
    words, links = number_words(), view.lexicon
    classes = {
        "part": links.components,
        "shared": links.sharers | words.contribution,
        "forecast": words.forecast,
        "target": words.target,
        "unreal": links.unreal,
    }
    found = [f"{name}-told" for name, known in classes.items() if not known.isdisjoint(ahead)]
    found += ["part-alone"] * ("part-told" in found and not settled.value("aspect"))
    found += ["forecast-near"] * (not words.forecast.isdisjoint(whole))
    grown = next((w for w, grows in pairwise(ahead) if grows in words.grows), "")
    if grown:
        found.append(f"grown={grown in words.economy:d}")
    return found


def _opening(settled: Settled, view: View) -> str:
    """Return what the sentence has before a value whose index is told elsewhere.

    A word of value ("nilainya 3,21"), a subject, both, or neither: `Curah hujan 2,50`.
    """
    index, at = view.index, settled.anchor.start
    begin = index.sentence[at]
    decision = settled.decisions.get("index")
    span = decision.best.span if decision is not None else None
    if span is not None and index.sentence[span[0]] == begin:
        return "index"
    named = bool(before(view.named, at, begin, 1))
    valued = any(word in number_words().score for word in index.lower[begin:at])
    return {(1, 1): "both", (1, 0): "subject", (0, 1): "value", (0, 0): "neither"}[named, valued]


def _order(anchor: Anchor, view: View) -> list[str]:
    """Return features of a place told by a list: its heading, numbers, and the order of values."""
    found = [f"form={anchor.form}", f"range={bool(anchor.position_end):d}"]
    found.append(f"form={anchor.form}&low={anchor.position < 0:d}")
    rank = anchor.rank
    if rank is not None:
        words = view.index.lower[rank.start : rank.end]
        found += [f"relation={rank.relation}", f"placed={rank.placed:d}"]
        found += [f"scope={bool(rank.scope):d}", f"among={bool(rank.among or rank.out_of):d}"]
        found += [f"word={words[0]}", f"low={anchor.position < 0:d}&placed={rank.placed:d}"]
    if anchor.form in ("list", "series", "row"):
        found += _list_order(anchor, view)
    return found


def _list_order(anchor: Anchor, view: View) -> list[str]:
    index = view.index
    numbered = anchor.frame >= 0 and bool(index.segments[anchor.frame].number)
    head = anchor.head
    kind = "none" if head is None else head.relation or ("range" if head.position_end else "own")
    form = f"{anchor.form}&numbered={numbered:d}"
    found = [f"{form}&order={anchor.order}", f"{form}&head={kind}"]
    found += [
        f"{form}&order={anchor.order}&head={kind}",
        f"size={bucket(anchor.size, (2, 5, 10, 20))}",
    ]
    if head is not None and head.position_end:
        found.append(f"full={abs(head.position_end) == anchor.size:d}")
    told = _heading_kind(anchor, view)
    found += [f"told={told}", f"told={told}&{form}", f"told={told}&head={kind}"]
    return [*found, f"told={told}&{form}&order={anchor.order}"]


def _heading_kind(anchor: Anchor, view: View) -> str:
    """Return what the headings of a list say that it is: an order, winners, a mere list."""
    words, index = rank_words(), view.index
    heading = {
        word
        for heading in index.headings(anchor.start)[:_HEADINGS]
        for word in index.lower[slice(*index.bounds[heading])]
    }
    kinds = {
        "order": words.bare_nouns | words.best | words.worst,
        "winners": words.prize_nouns,
        "award": words.honours,
        "list": words.lists,
    }
    return next((name for name, known in kinds.items() if heading & known), "none")


def _place(settled: Settled) -> list[str]:
    index, count = settled.value("index"), len(settled.subjects)
    found = [f"indexed={bool(index):d}", f"members={bucket(count, (0, 1, 2, 5))}"]
    fit = f"form={settled.anchor.form}&class={_class_fit(settled)}"
    found += [fit, f"{fit}&order={settled.anchor.order}"]
    if count:
        found.append(f"kind={settled.subjects[0].kind}")
    size = abs(settled.anchor.position_end)
    if size and size < 999:
        found.append(f"full={size == count:d}")
    return found


def _class_fit(settled: Settled) -> str:
    """Return whether the ranking is of the class of its subject: `Kategori provinsi: 1. Bali`."""
    category = settled.value("category")
    if not category or not settled.subjects:
        return "none"
    own = CLASSES.get(settled.subjects[0].level, "")
    return str(int(category in (own, PAIR))) if own else "other"
