"""On which index: those named around an anchor, in its heading, the topic, the last one."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import islice

from extractor.lexicon.indices import catalogue
from extractor.links.candidates import Anchor, Candidate, History
from extractor.links.slots.placement import apart, bucket, count_between, nearby, placed
from extractor.links.view import View
from extractor.mentions.kinds import IndexMention
from extractor.structure.article_index import after

_RATES = frozenset({"persen", "%", "percent"})
_MOST_INDICES = 6
_STRANGE_REACH = 15  # tokens
_FRAME_LEAD, _FRAME_REACH = 3, 6


@dataclass
class _Case:
    """An anchor that asks for its index, with what is alike for all that it may be of."""

    anchor: Anchor
    view: View
    history: History

    @cached_property
    def strangers(self) -> int:
        """How many names of the sentence nothing knows: `juara III Piala Rimba`, two at most.

        One of them may be what is ranked, and not the index that another sentence names.
        """
        anchor, index = self.anchor, self.view.index
        begin, end = index.sentence[anchor.start], index.sentence_end(anchor.start)
        near = max(begin, anchor.start - _STRANGE_REACH), min(end, anchor.end + _STRANGE_REACH)
        return len(after(self.view.strangers, *near, 2))

    @cached_property
    def last(self) -> str:
        """The index of the anchor settled before."""
        return self.history[-1].value("index")

    @cached_property
    def near(self) -> str:
        """Whether the anchor settled before stands in the same line, and the kinds of both."""
        last, anchor, line = self.history[-1].anchor, self.anchor, self.view.index.line
        return f"near={line[last.start] == line[anchor.start]:d}&{last.kind[:1]}{anchor.kind[:1]}"

    @cached_property
    def beside(self) -> bool:
        """Whether the anchor settled before stands in the same sentence, and line."""
        last, start, line = self.history[-1].anchor.start, self.anchor.start, self.view.index.line
        return line[last] == line[start] and apart(last, start, self.view) == "sentence"


def index_candidates(anchor: Anchor, view: View, history: History) -> list[Candidate]:
    """Return the indices that `anchor` may be of: those named around it, its heading, the topic."""
    case = _Case(anchor, view, history)
    framing = _framing(anchor, view)
    if framing is not None:
        return [_index(framing, case)]
    found: list[Candidate] = []
    seen: set[tuple[int, str]] = set()
    for mention in nearby(view.indices, anchor, view, (4, 3, 4)):
        if (mention.start, mention.id) not in seen:
            seen.add((mention.start, mention.id))
            found.append(_index(mention, case))
    told = view.topics.indices
    for at, id_ in enumerate(islice(told, _MOST_INDICES)):
        features = ["implied=topic", f"implied=topic&only={len(told) == 1:d}"]
        features += [f"implied=topic&{anchor.kind}", f"first={at == 0:d}"]
        found.append(_implied_index(id_, "topic", features, case))
    if history and case.last:
        found.append(_implied_index(case.last, "last", ["implied=last"], case))
    if anchor.kind == "place":
        untold = ("nothing", f"nothing&named={bool(view.indices):d}")
        found.append(Candidate("", "nothing", untold))
    return found


def _framing(anchor: Anchor, view: View) -> IndexMention | None:
    """Return the index that opens the sentence as its frame: `Dalam SPBE 2023, Kota X kedua`.

    None where the sentence names another one, too.
    """
    begin, end = view.index.sentence[anchor.start], view.index.sentence_end(anchor.start)
    named = after(view.indices, begin, end, 2)
    if len({mention.id for mention in named}) != 1 or named[0].end > anchor.start:
        return None
    lead = view.index.lower[begin : named[0].start]
    opens = 0 < len(lead) <= _FRAME_LEAD and lead[0] in view.lexicon.index_frames
    closes = "," in view.index.lower[named[0].end : min(anchor.start, named[0].end + _FRAME_REACH)]
    return named[0] if opens and closes else None


def _index(mention: IndexMention, case: _Case) -> Candidate:
    anchor, view = case.anchor, case.view
    features = placed(mention, anchor, view)
    where = features[0].removeprefix("at=")
    rivals = min(count_between(view.indices, mention.start, anchor.start), 2)
    features += [f"rivals={rivals}", f"rivals={rivals}&{where}", f"rule={mention.rule}"]
    known = catalogue().get(mention.id) is not None
    features += [f"known={known:d}", f"known={known:d}&{where}"]
    features += _fit(mention.id, case, where)
    return Candidate(mention.id, where, tuple(features), (mention.start, mention.end))


def _implied_index(id_: str, source: str, features: list[str], case: _Case) -> Candidate:
    return Candidate(id_, source, (*features, *_fit(id_, case, source)))


def _fit(id_: str, case: _Case, where: str) -> list[str]:
    """Return features of how the anchor suits the index: its scale, unit, grades; and the topic."""
    anchor, topics = case.anchor, case.view.topics
    share = bucket(topics.indices.get(id_, 0), (10, 25, 50, 75, 99))
    topic = f"topic={id_ == topics.index:d}"
    found = [f"share={share}", topic, f"{topic}&{where}"]
    found.append(f"strangers={case.strangers}&{where}&{anchor.kind}")
    if anchor.number is not None:
        fit = f"fit={_value_fit(id_, anchor.number.value, anchor.number.unit)}"
        found += [fit, f"{fit}&{where}"]
    if anchor.grade is not None:
        fits = f"grade-fits={id_ in anchor.grade.indices.split():d}"
        found += [fits, f"{fits}&{where}"]
    if case.history:
        same = f"last={case.last == id_:d}"
        found.append(f"{same}&{case.near}")
        if case.beside:
            found.append(f"{same}&sentence")
    return found


def _value_fit(id_: str, value: Decimal, unit: str) -> str:
    """Return whether the value lies on the index's scale, and its unit is the index's."""
    scale = catalogue().scale(id_)
    rate = unit.lower() in _RATES
    if scale is None:
        return f"unknown-rate{rate:d}"
    if scale.grades_only:
        return "grades-only"
    off = not (scale.has(value) and scale.is_usual(value))
    told = (scale.unit or "").lower() in _RATES
    bounded = scale.max is not None
    return f"{'off' if off else 'on' if bounded else 'open'}-rate{rate:d}{told:d}"
