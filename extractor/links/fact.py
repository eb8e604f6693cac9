"""Whether what was linked is a fact at all: features of an anchor with its decisions."""

import math

from extractor.lexicon.numbers import number_words
from extractor.lexicon.ranks import rank_words
from extractor.links.candidates import Anchor, Settled, Slot
from extractor.links.factuality import is_given
from extractor.links.placement import bucket
from extractor.links.view import View
from extractor.structure.article_index import after, before

_SLOTS: tuple[Slot, ...] = ("subject", "index")
_REACH = 12


def fact_features(settled: Settled, view: View, last: Settled | None = None) -> dict[str, float]:
    """Return what speaks for and against the fact, as named numbers; `last` was settled before."""
    anchor = settled.anchor
    found: dict[str, float] = {"bias": 1.0}
    for slot in _SLOTS:
        decision = settled.decisions.get(slot)
        if decision is None:
            found[f"{slot}=none"] = 1.0
            continue
        p = min(max(decision.probability, 0.001), 0.999)
        found[f"{slot}:odds"] = math.log(p / (1 - p)) / 4
        found[f"{slot}:from={decision.best.source}"] = 1.0
        for feature in decision.best.features:
            if (
                feature.startswith(
                    (
                        "construction=",
                        "kind=",
                        "fit=",
                        "bracketed",
                        "cue=",
                        "rule=",
                        "known=",
                        "implied=",
                        "topic",
                        "share=",
                        "nothing",
                        "grade-fits=",
                        "alone=",
                        "rivals=",
                        "between=",
                        "free&",
                        "located&",
                        "attached&",
                    )
                )
                and feature.count("&") < 2
            ):
                found[f"{slot}:{feature}"] = 1.0
    sources = [
        settled.decisions[s].best.source.split("/")[0] for s in _SLOTS if s in settled.decisions
    ]
    found["sources=" + "+".join(sources)] = 1.0
    aspect = settled.decisions.get("aspect")
    if aspect is not None and aspect.best.value:
        found["aspect"] = 1.0
        found[f"aspect:from={aspect.best.source}"] = 1.0
        found["aspect&sources=" + "+".join(sources)] = 1.0
        found |= {f"aspect:{f}": 1.0 for f in aspect.best.features if f.startswith("construction=")}
    period = settled.decisions.get("period")
    if period is not None:
        found[f"period:from={period.best.source}"] = 1.0
    found |= dict.fromkeys(_beside(settled, view, last), 1.0)
    found |= dict.fromkeys(_around(anchor, view), 1.0)
    if anchor.kind == "place":
        found |= dict.fromkeys(_order(anchor, view), 1.0)
        found |= dict.fromkeys(_place(settled, view), 1.0)
    if anchor.number is not None:
        found |= dict.fromkeys(_value(anchor, view), 1.0)
    if anchor.grade is not None:
        found[f"cue={anchor.grade.cue}"] = 1.0
        found[f"sure={bool(anchor.grade.indices):d}"] = 1.0
        found[f"given={is_given(anchor.grade, view):d}"] = 1.0
    return found


def _beside(settled: Settled, view: View, last: Settled | None) -> list[str]:
    """Return features of the anchor settled before: whether it is of the same subject and index."""
    if last is None:
        return ["first"]
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
    begin, end = index.sentence[anchor.start], index.sentence_end(anchor.start)
    ahead = index.lower[max(begin, anchor.start - _REACH) : anchor.start]
    behind = index.lower[anchor.end : min(end, anchor.end + _REACH)]
    words, ranks = number_words(), rank_words()
    found = []
    classes = {
        "target": words.target,
        "hope": ranks.hopes,
        "negated": ranks.negations,
        "now": view.lexicon.now,
    }
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
    framed = index.frame[anchor.start] >= 0
    found.append(f"framed={framed:d}")
    found.append(f"indices={bucket(len(after(view.indices, begin, end)), (0, 1, 2))}")
    found.append(f"subjects={bucket(len(after(view.named, begin, end)), (0, 1, 2))}")
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
    return found


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
    if anchor.form in ("list", "series"):
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
    nouns = rank_words().nouns | rank_words().lists | rank_words().best | rank_words().worst
    words = {
        word
        for heading in index.headings(anchor.start)[:2]
        for word in index.lower[slice(*index.bounds[heading])]
    }
    told = bool(words & nouns)
    return [*found, f"told={told:d}", f"told={told:d}&{form}&order={anchor.order}"]


def _place(settled: Settled, view: View) -> list[str]:
    index, count = settled.value("index"), len(settled.subjects)
    found = [f"indexed={bool(index):d}", f"members={bucket(count, (0, 1, 2, 5))}"]
    if count:
        found.append(f"kind={settled.subjects[0].kind}")
    size = abs(settled.anchor.position_end)
    if size and size < 999:
        found.append(f"full={size == count:d}")
    return found
