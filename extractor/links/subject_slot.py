"""Who may have a value, a grade or a place: candidates for the subject of an anchor."""

from collections.abc import Iterator, Sequence

from extractor.lexicon.indices import catalogue
from extractor.links.antecedents import resolve
from extractor.links.candidates import Anchor, Candidate, History
from extractor.links.placement import bucket, count_between, placed
from extractor.links.subjects import COUNTRY, SubjectMention
from extractor.links.view import View
from extractor.structure.article_index import after, before

_BEFORE, _BEHIND, _EARLIER = 5, 3, 4
_LINES = 3
_VALUE_REACH = 5
_NATION_REACH = 4
_NATIONAL = frozenset({"nasional", "nasionalnya", "indonesia"})
_SPEAKERS = frozenset({"kita", "kami"})


def subject_candidates(
    anchor: Anchor, view: View, history: History, index: str = "", aspect: str = ""
) -> list[Candidate]:
    """Return who may have `anchor`, a value on `index` or a part of it.

    That is those named around it, in its headings, the topic, the nation.
    """
    frame = _circumstances(anchor, view, aspect)
    entry = catalogue().get(index)
    assessor = (entry.assessor or "") if entry else ""
    areal = entry is not None and entry.areal
    found: list[Candidate] = []
    seen: set[tuple[int, int]] = set()
    for mention in _mentions(anchor, view):
        if mention.cue == "source" or (areal and mention.kind == "organisation"):
            continue
        for group in _groups(mention, anchor, view):
            place = (group[0].start, group[-1].end)
            if place not in seen:
                seen.add(place)
                found.append(_candidate(group, anchor, view, history, frame, assessor))
    if not anchor.fixed:
        found += _implied(anchor, view, history, frame)
    return found


def _circumstances(anchor: Anchor, view: View, aspect: str) -> list[str]:
    """Return what of the anchor's own sentence matters for everybody who may have it."""
    index = view.index
    begin = index.sentence[anchor.start]
    found = [f"aspect={bool(aspect):d}"]
    ahead = index.lower[max(begin, anchor.start - _NATION_REACH) : anchor.start]
    if any(word in _NATIONAL for word in ahead):
        ranked = bool(after(view.ranks, max(begin, anchor.start - 2 * _NATION_REACH), anchor.start))
        found.append(f"national&ranked={ranked:d}")
    if anchor.start in index.quoted:
        words = index.lower[begin : index.sentence_end(anchor.start)]
        found.append(f"we={any(word in _SPEAKERS for word in words):d}")
    return found


def _mentions(anchor: Anchor, view: View) -> Iterator[SubjectMention]:
    """Yield the subject mentions that may have the anchor, nearest first in each place."""
    index, subjects = view.index, view.subjects
    if anchor.fixed:  # the subject of an item or member has its place
        yield from after(subjects, anchor.start, anchor.end)
        return
    begin, end = index.sentence[anchor.start], index.sentence_end(anchor.start)
    yield from before(subjects, anchor.start, begin, _BEFORE)
    yield from after(subjects, anchor.start, end, _BEHIND)
    heads = [*index.headings(anchor.start)]
    if (column := index.header_cell(anchor.start)) >= 0:
        heads.insert(0, column)
    for heading in heads:
        yield from after(subjects, *index.bounds[heading], _BEHIND)
    line = index.line[anchor.start] - _LINES
    earlier = before(subjects, begin, 0, _EARLIER)
    yield from (s for s in earlier if s.key and index.line[s.start] >= line)
    opening = begin - 1
    if opening > 0:  # whoever the sentence before begins with
        yield from after(subjects, index.sentence[opening], begin, 1)


def _groups(
    mention: SubjectMention, anchor: Anchor, view: View
) -> Iterator[tuple[SubjectMention, ...]]:
    """Yield the mention alone and, if it is one of several, all of them."""
    yield (mention,)
    if anchor.form == "series":
        return
    runs = [view.runs.get(mention.start, ())]
    if anchor.kind == "grade":
        runs.append(view.loose_runs.get(mention.start, ()))
    if anchor.kind == "place":
        runs.append(view.series.get(mention.start, ()))
    for run in runs:
        if len(run) > 1:
            yield tuple(run)


def _candidate(
    group: tuple[SubjectMention, ...],
    anchor: Anchor,
    view: View,
    history: History,
    frame: list[str],
    assessor: str,
) -> Candidate:
    nearest = group[-1] if group[-1].end <= anchor.start else group[0]
    found = placed(nearest, anchor, view)
    subjects = tuple(s for mention in group for s in resolve(mention, view))
    where = found[0].removeprefix("at=")
    features = [*found, *_traits(nearest, anchor, view, where)]
    features += _shape(group, anchor, view, where)
    features += _known(subjects, anchor, view, history, where)
    kind = (
        f"{nearest.kind}&{'attached' if nearest.attached else 'free' if nearest.free else 'tied'}"
    )
    for circumstance in frame:
        features += [f"{circumstance}&{where}", f"{circumstance}&{kind}"]
        features.append(f"{circumstance}&topic={'topic' in features:d}")
    if assessor and nearest.kind == "organisation" and nearest.name in assessor:
        features.append("assessor")
    return Candidate(
        tuple(dict.fromkeys(s.key for s in subjects)),
        where,
        tuple(features),
        (group[0].start, group[-1].end),
        tuple({s.key: s for s in subjects}.values()),
    )


def _traits(mention: SubjectMention, anchor: Anchor, view: View, where: str) -> list[str]:
    """Return features of the mention itself: its kind, what stands before and behind it."""
    words = view.index.lower
    kind = mention.kind if mention.kind != "region" else f"region:{mention.level[:1]}"
    state = (
        "apposed"
        if mention.apposed
        else "attached"
        if mention.attached
        else "located"
        if mention.located
        else "free"
        if mention.free
        else "tied"
    )
    ahead = words[mention.start - 1] if mention.start else ""
    ahead = view.word_classes.get(ahead, ahead if ahead in view.lexicon.locatives else "")
    found = [
        f"kind={mention.kind}",
        f"kind={kind}",
        f"kind={mention.kind}&{state}",
        f"{state}&{where}",
        f"kind={mention.kind}&{where}",
    ]
    valued = bool(after(view.values, mention.end, mention.end + _VALUE_REACH, 1))
    found.append(f"valued={valued:d}&{anchor.kind}&{where}")
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
    found += [f"role={role}" for role in view.roles.played.get(mention.start, ()) if "than" in role]
    rivals = min(count_between(view.named, mention.start, anchor.start), 3)
    return [*found, f"rivals={rivals}", f"rivals={rivals}&{where}"]


def _is_inside_name(mention: SubjectMention, view: View) -> bool:
    """Whether a capitalised word stands right before it: `Sentra Melati Kota Rimba`."""
    at = mention.start - 1
    if mention.kind != "region" or at < 1 or view.index.sentence[at] == at:
        return False
    word = view.index.words[at]
    known = view.index.lower[at] in view.lexicon.counted | view.lexicon.locatives
    return word[:1].isupper() and word.isalpha() and not known and mention.cue == "bare"


def _shape(group: Sequence[SubjectMention], anchor: Anchor, view: View, where: str) -> list[str]:
    """Return features of the row of subjects and anchors in the sentence: `A 3,2, B 3,1`."""
    told = _form(anchor)
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
    pattern = _pattern(group[0], anchor, view)
    if pattern:
        found += [pattern, f"{pattern}&{anchor.kind}"]
    return found


def _form(anchor: Anchor) -> str:
    """Return how a place is told (`next`, `range`, `own`), else the kind of the anchor."""
    if anchor.rank is None:
        return anchor.kind
    return anchor.rank.relation or ("range" if anchor.position_end else "own")


def _valued(members: Sequence[SubjectMention], view: View) -> bool:
    """Whether one of `members` has a value of its own right behind it."""
    return any(after(view.values, one.end, one.end + _VALUE_REACH, 1) for one in members)


def _constructions(group: Sequence[SubjectMention], anchor: Anchor, view: View) -> list[str]:
    names = [view.roles.pairs.get((s.start, anchor.start), []) for s in group]
    return sorted(set(names[0]).intersection(*names[1:])) if names else []


def _pattern(mention: SubjectMention, anchor: Anchor, view: View) -> str:
    """Return whether subjects and anchors take turns in the sentence, and who is paired."""
    index = view.index
    begin, end = index.sentence[anchor.start], index.sentence_end(anchor.start)
    if not begin <= mention.start < end:
        return ""
    anchors = (
        view.ranks
        if anchor.kind == "place"
        else view.values
        if anchor.kind == "value"
        else view.grades
    )
    marks = [(a.start, "a") for a in after(anchors, begin, end)]
    marks += [(s.start, "s") for s in after(view.named, begin, end)]
    marks.sort()
    order = "".join(kind for _, kind in marks)
    if len(order) < 4 or len(order) > 40:
        return ""
    for unit, name in (("sa", "turns-before"), ("as", "turns-after")):
        if order == unit * (len(order) // 2):
            places = [at for at, _ in marks]
            mine = places.index(anchor.start) if anchor.start in places else -1
            its = places.index(mention.start) if mention.start in places else -1
            paired = mine - its == (1 if unit == "sa" else -1)
            return f"{name}={paired:d}"
    return ""


def _known(
    subjects: Sequence[SubjectMention], anchor: Anchor, view: View, history: History, where: str
) -> list[str]:
    """Return features of what is known of the subjects: topic, headline, the anchor before."""
    if not subjects:
        return ["nobody-named"]
    topics, keys = view.topics, tuple(s.key for s in subjects)
    share = max(topics.shares.get(key, 0.0) for key in keys)
    found = [f"share={bucket(int(share * 100), (5, 15, 30, 50))}"]
    if topics.subject is not None and topics.subject.key in keys:
        found += ["topic", f"topic&{where}"]
    if topics.titled.intersection(keys):
        found.append("titled")
    if history:
        found += _repeats(keys, anchor, view, history)
    return found


def _repeats(keys: tuple[str, ...], anchor: Anchor, view: View, history: History) -> list[str]:
    last = history[-1]
    index = view.index
    near = (
        "item"
        if index.frame[anchor.start] >= 0
        and index.frame[anchor.start] == index.frame[last.anchor.start]
        else "sentence"
        if index.sentence[last.anchor.start] == index.sentence[anchor.start]
        else "line"
        if index.line[last.anchor.start] == index.line[anchor.start]
        else "far"
    )
    same = last.keys == keys
    found = [f"last={same:d}&{near}&{last.anchor.kind[:1]}{anchor.kind[:1]}"]
    taken = any(
        s.keys == keys and s.anchor.kind == anchor.kind
        for s in history[-6:]
        if index.line[s.anchor.start] == index.line[anchor.start]
    )
    return [*found, f"taken={taken:d}"]


def _implied(anchor: Anchor, view: View, history: History, frame: list[str]) -> Iterator[Candidate]:
    """Yield those whom no word near the anchor names: the topic, the last one, the nation."""
    topic = view.topics.subject
    if topic is not None:
        alone = len(view.topics.shares) == 1
        features = ["implied=topic", f"implied=topic&{anchor.kind}", f"alone={alone:d}"]
        features += [
            f"implied=topic&kind={topic.kind}:{topic.level[:1]}",
            f"tied={not topic.free:d}",
        ]
        features += _known((topic,), anchor, view, history, "implied")
        features += [f"{circumstance}&implied=topic" for circumstance in frame]
        yield Candidate((topic.key,), "topic", tuple(features), None, (topic,))
    if history and history[-1].subjects:
        last = history[-1]
        features = ["implied=last", *_repeats(last.keys, anchor, view, history)]
        features += [f"{circumstance}&implied=last" for circumstance in frame]
        yield Candidate(last.keys, "last", tuple(features), None, last.subjects)
    features = ["implied=nation", f"implied=nation&{anchor.kind}"]
    regional = any(s.kind == "region" and s.free for s in view.subjects)
    named = any(s.kind == "country" for s in view.subjects)
    features += [f"implied=nation&regional={regional:d}", f"implied=nation&named={named:d}"]
    features.append(f"implied=nation&teller={_teller(anchor, view)}")
    features += _known((COUNTRY,), anchor, view, history, "implied")
    features += [f"{circumstance}&implied=nation" for circumstance in frame]
    yield Candidate(("ID",), "nation", tuple(features), None, (COUNTRY,))


def _teller(anchor: Anchor, view: View) -> str:
    """Return who tells what the line says: a national body, a regional one, nobody."""
    index = view.index
    begin = index.line_start(anchor.start)
    for body in before(view.subjects, anchor.start, begin, 60):
        if body.cue == "source" and body.kind == "organisation":
            return "regional" if body.region else "national"
    return "nobody"
