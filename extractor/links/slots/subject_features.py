"""What speaks for a subject: features of those who may have an anchor, and of where they stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from extractor.links.candidates import Anchor, History
from extractor.links.slots.placement import (
    apart,
    bucket,
    count_between,
    is_fronted,
    rivals_of,
)
from extractor.links.subjects.subject_mention import SubjectMention
from extractor.links.subjects.voices import voice_at
from extractor.links.view import View
from extractor.structure.article_index import after

_MOST_TURNS = 40
_TAKEN_REACH = 6


@dataclass
class Case:
    """An anchor that asks for its subject, with what is alike for all who may have it.

    `frame` is told by the sentence of the anchor, `assessor` is who assesses its index.
    """

    anchor: Anchor
    view: View
    history: History
    frame: list[str]
    assessor: str

    @cached_property
    def form(self) -> str:
        """How a place is told (`next`, `range`, `own`), else the kind of the anchor."""
        rank = self.anchor.rank
        if rank is None:
            return self.anchor.kind
        return rank.relation or ("range" if self.anchor.position_end else "own")

    @cached_property
    def bounds(self) -> tuple[int, int]:
        """The tokens of the sentence of the anchor."""
        index, start = self.view.index, self.anchor.start
        return index.sentence[start], index.sentence_end(start)

    @cached_property
    def near(self) -> str:
        """Where the anchor settled before stands: in the same item, sentence, line, or far."""
        frame, at = self.view.index.frame, self.anchor.start
        last = self.history[-1].anchor.start
        if frame[at] >= 0 and frame[at] == frame[last]:
            return "item"
        return apart(last, at, self.view)

    @cached_property
    def last(self) -> tuple[str, ...]:
        """Whose the anchor settled before is."""
        return self.history[-1].keys

    @cached_property
    def voice(self) -> str:
        """Whose official speaks near the anchor."""
        return voice_at(self.anchor.start, self.view)

    @cached_property
    def taken(self) -> set[tuple[str, ...]]:
        """Those who have an anchor of the same kind in the line already."""
        line, at = self.view.index.line, self.anchor.start
        return {
            settled.keys
            for settled in self.history[-_TAKEN_REACH:]
            if settled.anchor.kind == self.anchor.kind and line[settled.anchor.start] == line[at]
        }

    @cached_property
    def turns(self) -> tuple[str, int, list[int]] | None:
        """How subjects and anchors take turns in the sentence, if they do: one after the other.

        That is whether the subjects come `before` the anchors or `after`, how many steps an anchor
        is behind its subject, and the tokens of all in order.
        """
        marks = [(a.start, "a") for a in after(rivals_of(self.anchor, self.view), *self.bounds)]
        marks += [(s.start, "s") for s in after(self.view.named, *self.bounds)]
        marks.sort()
        order = "".join(kind for _, kind in marks)
        if 4 <= len(order) <= _MOST_TURNS:
            for unit, name, step in (("sa", "before", 1), ("as", "after", -1)):
                if order == unit * (len(order) // 2):
                    return name, step, [at for at, _ in marks]
        return None


def traits(mention: SubjectMention, anchor: Anchor, view: View, where: str) -> list[str]:
    """Return features of the mention: its kind, what stands beside it, who else is between."""
    own = ("own", mention.start, mention.end, anchor.kind, where)
    found = view.kept.get(own)
    if found is None:
        found = view.kept[own] = tuple(_own_traits(mention, anchor, view, where))
    if mention.start > anchor.start and is_fronted(anchor, view):
        found = (*found, f"fronted&first={not after(view.named, anchor.end, mention.start, 1):d}")
    rivals = min(count_between(view.named, mention.start, anchor.start), 3)
    strange = min(count_between(view.strangers, mention.start, anchor.start), 2)
    return [
        *found,
        f"rivals={rivals}",
        f"rivals={rivals}&{where}",
        f"strangers={strange}&{where}",
        f"strangers={strange}&{anchor.kind}&rivals={min(rivals, 1)}",
    ]


def _own_traits(mention: SubjectMention, anchor: Anchor, view: View, where: str) -> list[str]:
    words = view.index.lower
    kind = mention.kind if mention.kind != "region" else f"region:{mention.level[:1]}"
    state = mention.state
    ahead = words[mention.start - 1] if mention.start else ""
    ahead = view.word_classes.get(ahead, ahead if ahead in view.lexicon.locatives else "")
    found = [
        f"kind={mention.kind}",
        f"kind={kind}",
        f"kind={mention.kind}&{state}",
        f"{state}&{where}",
        f"kind={mention.kind}&{where}",
    ]
    valued = mention.start in view.valued
    found.append(f"valued={valued:d}&{anchor.kind}&{where}")
    if mention.start in view.compared:
        found += ["compared", f"compared&{where}", f"compared&{mention.kind}&valued={valued:d}"]
    if mention.located:
        found.append(f"located&{mention.level}&{where}&valued={valued:d}")
    behind = words[mention.end : mention.end + 3]
    if any(word in view.lexicon.givers for word in behind):
        found += ["gives", f"gives&{where}"]
    if mention.cue:
        found.append(f"cue={mention.cue}")
        found.append(f"cue={mention.cue}&{where}")
    if ahead:
        found.append(f"ahead={ahead}")
    if _is_inside_name(mention, view):
        found += ["inside-name", f"inside-name&{where}"]
    played = view.roles.played.get(mention.start, ())
    return [*found, *(f"role={role}" for role in played if "than" in role)]


def _is_inside_name(mention: SubjectMention, view: View) -> bool:
    """Whether a capitalised word stands right before it: `Sentra Melati Kota Rimba`."""
    at = mention.start - 1
    if mention.kind != "region" or at < 1 or view.index.sentence[at] == at:
        return False
    word = view.index.words[at]
    classed = view.index.lower[at] in view.lexicon.counted | view.lexicon.locatives
    return word[:1].isupper() and word.isalpha() and not classed and mention.cue == "bare"


def shape(group: Sequence[SubjectMention], case: Case, where: str) -> list[str]:
    """Return features of the row of subjects and anchors in the sentence: `A 3,2, B 3,1`."""
    anchor, view, told = case.anchor, case.view, case.form
    if len(group) > 1:
        valued = _valued(group[:-1], view)
        found = [
            f"group&{told}",
            f"group&{told}&valued={valued:d}",
            f"group&{told}&valued={valued:d}&{where}",
            f"group&{anchor.kind}",
            f"group&{where}",
            f"members={bucket(len(group), (2, 4))}",
        ]
        names = _constructions(group, anchor, view)
        found += ["group&construction"] if names else []
        return [*found, *(f"group&{name}" for name in names)]
    run = view.runs.get(group[0].start, ())
    found = []
    if len(run) > 1:
        valued = _valued([one for one in run[:-1] if one is not group[0]], view)
        found = [f"one-of&{anchor.kind}&{where}", f"one-of&{told}"]
        found.append(f"one-of&{told}&valued={valued:d}&{where}&last={run[-1] is group[0]:d}")
        found += ["one-of&construction"] if _constructions(run, anchor, view) else []
    series = view.series.get(group[0].start, ())
    if len(series) > 1 and anchor.kind == "place":
        found += [f"in-series&{told}", f"in-series&{told}&{where}&first={series[0] is group[0]:d}"]
    if turns := _turns(group[0], case):
        found += [turns, f"{turns}&{anchor.kind}"]
    return found


def _valued(members: Sequence[SubjectMention], view: View) -> bool:
    """Whether one of `members` has a value of its own right behind it."""
    return any(one.start in view.valued for one in members)


def _constructions(group: Sequence[SubjectMention], anchor: Anchor, view: View) -> list[str]:
    names = [view.roles.pairs.get((s.start, anchor.start), []) for s in group]
    return sorted(set(names[0]).intersection(*names[1:])) if names else []


def _turns(mention: SubjectMention, case: Case) -> str:
    """Return whether subjects and anchors take turns in the sentence, and who is paired."""
    begin, end = case.bounds
    if case.turns is None or not begin <= mention.start < end:
        return ""
    name, step, places = case.turns
    mine, its = (
        places.index(at) if at in places else -1 for at in (case.anchor.start, mention.start)
    )
    return f"turns-{name}={mine - its == step:d}"


def known(subjects: Sequence[SubjectMention], case: Case, where: str) -> list[str]:
    """Return features of what is known of the subjects: topic, headline, the anchor before."""
    if not subjects:
        return ["nobody-named"]
    keys = tuple(s.key for s in subjects)
    about = ("about", where, keys)
    found = case.view.kept.get(about)
    if found is None:
        found = case.view.kept[about] = tuple(_about(keys, case.view, where))
    return [*found, *_spoken(keys, case, where), *repeats(keys, case)]


def _spoken(keys: tuple[str, ...], case: Case, where: str) -> list[str]:
    """Return how they stand to the region whose official speaks nearby."""
    if not case.voice:
        voice = "none"
    elif case.voice in keys:
        voice = "own"
    elif keys == ("ID",):
        voice = "region"
    elif any(key.startswith(f"{case.voice}.") for key in keys):
        voice = "within"
    else:
        voice = "above" if case.voice[:2] in keys else "other"
    told = f"voice={voice}&nation={keys == ('ID',):d}"
    return [told, f"{told}&{where}", *(f"{told}&{f}" for f in case.frame if f.startswith("we="))]


def _about(keys: tuple[str, ...], view: View, where: str) -> list[str]:
    topics = view.topics
    share = max(topics.shares.get(key, 0.0) for key in keys)
    found = [f"share={bucket(int(share * 100), (5, 15, 30, 50))}"]
    if topics.subject is not None and topics.subject.key in keys:
        found += ["topic", f"topic&{where}"]
    if topics.titled.intersection(keys):
        found.append("titled")
    return found


def repeats(keys: tuple[str, ...], case: Case) -> list[str]:
    """Return whether the last anchor is theirs, and one of this kind; [] for the first anchor."""
    if not case.history:
        return []
    kinds = f"{case.history[-1].anchor.kind[:1]}{case.anchor.kind[:1]}"
    found = [f"last={case.last == keys:d}&{case.near}&{kinds}", f"taken={keys in case.taken:d}"]
    decision = case.history[-1].decisions.get("subject")
    span = decision.best.span if decision is not None else None
    if span is not None and span[0] in case.view.compared:
        found.append(f"last={case.last == keys:d}&{case.near}&compared")
    return found
