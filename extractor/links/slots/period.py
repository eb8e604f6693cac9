"""For which period a value, grade or place holds: stated beside it, carried over, or relative."""

from collections import defaultdict

from extractor.links.candidates import Anchor, Candidate, History, Settled
from extractor.links.slots.changes import sides_of
from extractor.links.slots.compared import is_base, is_compared, is_moved_from
from extractor.links.slots.period_features import (
    Level,
    carried,
    dated,
    deixis,
    fit_of,
    gap_to,
    is_left,
    is_reached,
    is_taken,
    level_of,
    repeats,
)
from extractor.links.slots.placement import count_between, distinct, nearby, placed
from extractor.links.view import View
from extractor.mentions.kinds import PeriodMention
from extractor.structure.article_index import after, before

_LEFT_REACH, _OWN_REACH = 2, 2
_LONGEST_SPAN = 20  # years
_MEMORY = 50  # anchors
_NOW_REACH, _GAP_REACH, _TURN_REACH = 40, 12, 10
_TOUCHING = 2  # tokens: "3,24 (2022)", "3,24 pada tahun 2022"


def period_candidates(
    settled: Settled, view: View, history: History, index: str
) -> list[Candidate]:
    """Return the periods that the anchor of `settled`, on `index`, may hold for, and none."""
    anchor = settled.anchor
    found = _apart(_candidates(anchor, view, history, index), anchor, view)
    if _turns(settled, view, history):
        found = [c for c in found if not c.value or c.value != history[-1].value("period")]
    earlier = _of_same(settled, history)
    sign = deixis(anchor, view)
    return [
        Candidate(
            c.value,
            c.source,
            (*c.features, *repeats(c, anchor, earlier), dated(c, sign, view)),
            c.span,
        )
        for c in found
    ]


def _turns(settled: Settled, view: View, history: History) -> bool:
    """Whether a sentence comes from one level to another of the same: `Sebelumnya, angkanya 80`.

    Also `Kini peringkatnya naik ke 5`: not of the period of the level before.
    """
    last, anchor = history[-1] if history else None, settled.anchor
    if last is None or not settled.keys or last.keys != settled.keys:
        return False
    if last.anchor.kind != anchor.kind or last.value("index") != settled.value("index"):
        return False
    begin = view.index.sentence[anchor.start]
    if last.anchor.start >= begin or level_of(last.anchor) == level_of(anchor):
        return False
    told = before(view.periods, anchor.start, begin, 1)
    lead = view.index.lower[max(begin, anchor.start - _TURN_REACH) : anchor.start]
    turned = view.lexicon.now | view.lexicon.once
    return not told and any(word in turned for word in lead)


def _of_same(settled: Settled, history: History) -> dict[str, set[Level]]:
    """Return what was told before of the same subjects on the same index and aspect, by period."""
    keys, kind = settled.keys, settled.anchor.kind
    told: dict[str, set[Level]] = defaultdict(set)
    if not keys or kind == "grade":
        return told
    index, aspect = settled.value("index"), settled.value("aspect")
    for earlier in history[-_MEMORY:]:
        if (
            earlier.anchor.kind == kind
            and earlier.value("index") == index
            and earlier.keys == keys
            and earlier.value("aspect") == aspect
        ):
            told[earlier.value("period")].add(level_of(earlier.anchor))
    return told


def _apart(found: list[Candidate], anchor: Anchor, view: View) -> list[Candidate]:
    """Return the candidates `found` without the periods of the other level of a change.

    A period right behind a level is that level's and no other.
    """
    sides = sides_of(anchor, view)
    if sides is None:
        return found
    behind = [(p.start, p.end) for p in sides.own if 0 <= p.start - anchor.end <= _TOUCHING]
    if told := [candidate for candidate in found if candidate.span in behind[:1]]:
        return told
    spans = {(period.start, period.end) for period in sides.others}
    isos = {period.iso for period in sides.others if period.iso}
    if sides.is_open:
        isos |= {view.topics.period, view.topics.newest} - {""}
    return [
        candidate
        for candidate in found
        if candidate.source == "aligned" or not (candidate.span in spans or candidate.value in isos)
    ]


def _candidates(anchor: Anchor, view: View, history: History, index: str) -> list[Candidate]:
    left, reached = is_left(anchor, view), is_reached(anchor, view)
    moves = f"left={left:d}{reached:d}"
    found = []
    for mention in distinct(nearby(view.periods, anchor, view, (4, 3, 3))):
        if _is_of_another(mention, anchor, view):
            continue
        for year in _years(mention, view, history):
            found.append(_period(mention, year, anchor, view, history, moves, index))
    found += _aligned(anchor, view, index, moves)
    topic = view.topics.period
    if topic:
        features = ["implied=topic", f"implied=topic&{moves}", f"implied=topic&{anchor.kind}"]
        features += fit_of(topic, view, index)
        found.append(Candidate(topic, "topic", tuple(features)))
    if view.topics.newest != topic:
        features = ["implied=newest", f"implied=newest&{moves}"]
        features += fit_of(view.topics.newest, view, index)
        found.append(Candidate(view.topics.newest, "newest", tuple(features)))
    if history and (last := history[-1].value("period")) and not _was_less(history[-1], reached):
        near = view.index.line[history[-1].anchor.start] == view.index.line[anchor.start]
        same = view.index.sentence[history[-1].anchor.start] == view.index.sentence[anchor.start]
        features = [f"implied=last&near={near:d}{same:d}", f"implied=last&{moves}"]
        features += carried(history[-1], view)
        features += fit_of(last, view, index)
        found.append(Candidate(last, "last", tuple(features)))
    found += _parallel(anchor, view, history, index, moves)
    features = ["nothing", f"nothing&{anchor.kind}", f"nothing&{moves}"]
    features.append(f"nothing&topic={bool(topic):d}")
    found.append(Candidate("", "nothing", tuple(features)))
    return found


def _period(
    mention: PeriodMention,
    iso: str,
    anchor: Anchor,
    view: View,
    history: History,
    moves: str,
    index: str,
) -> Candidate:
    features = placed(mention, anchor, view)
    where = features[0].removeprefix("at=")
    rivals = min(count_between(view.periods, mention.start, anchor.start), 2)
    subjects = min(count_between(view.named, mention.start, anchor.start), 2)
    relative = mention.relative is not None
    ahead = view.index.lower[mention.start - 1] if mention.start else ""
    features += [
        f"rivals={rivals}&{where}",
        f"subjects={subjects}&{where}",
        f"{moves}&{where}",
        f"relative={relative:d}&{where}",
        f"relative={relative:d}&{moves}",
    ]
    behind = view.index.lower[mention.end : mention.end + 1]
    value = after(view.values, mention.end, mention.end + _OWN_REACH, 1)
    labels = bool(value) and value[0].start != anchor.start
    features.append(f"labels={labels:d}{behind == [':']:d}&{where}")
    if ahead in view.lexicon.framing or ahead in ("(", "dari"):
        features.append(f"ahead={ahead}")
    if is_compared(mention, view.index):
        features += ["compared", f"compared&{moves}", f"compared&{gap_to(mention, anchor, view)}"]
    features.append(f"taken={is_taken(mention, history):d}&{where}")
    features += fit_of(iso, view, index)
    return Candidate(iso, where, tuple(features), (mention.start, mention.end))


def _is_of_another(mention: PeriodMention, anchor: Anchor, view: View) -> bool:
    """Whether a value is compared with the period: it holds for what comes behind, if anything.

    `16,05 persen, turun 0,37 poin dibanding Maret 2023`, and for no value of the next sentence.
    """
    compared = is_compared(mention, view.index)
    if not (compared or is_moved_from(mention, view.index)):
        return False
    if is_base(mention, view.periods, view.index):
        return True
    sentence = view.index.sentence
    if anchor.start < mention.start or sentence[anchor.start] != sentence[mention.start]:
        return True
    gap = view.index.lower[mention.end : anchor.start]
    between = bool(count_between(view.indices, mention.end - 1, anchor.start))
    return "," in gap and (between or is_reached(anchor, view)) if compared else between


def _was_less(last: Settled, reached: bool) -> bool:
    """Whether a level is reached from the last: `dibanding 2022 yang 3,10, naik menjadi 3,48`."""
    return reached and "compared" in last.decisions["period"].best.features


def _parallel(
    anchor: Anchor, view: View, history: History, index: str, moves: str
) -> list[Candidate]:
    """Return the period of the last value that was left, or reached, as this one is."""
    if moves not in ("left=10", "left=01"):
        return []
    for settled in reversed(history[-4:]):
        same = f"left={is_left(settled.anchor, view):d}{is_reached(settled.anchor, view):d}"
        if same == moves and (iso := settled.value("period")):
            features = ("parallel", f"parallel&{moves}", *fit_of(iso, view, index))
            return [Candidate(iso, "parallel", features)]
    return []


def _aligned(anchor: Anchor, view: View, index: str, moves: str) -> list[Candidate]:
    """Return the year of a value that is one of as many as an interval or row has years.

    `pada 2021–2023 masing-masing 3,0, 3,1, dan 3,2`; `2022-2023 naik dari 3,1 menjadi 3,2`;
    `pada 2021, 2022, dan 2023 masing-masing 3,0, 3,1, dan 3,2`.
    """
    if anchor.number is None:
        return []
    run = view.value_runs.get(anchor.start, [anchor.start])
    begin = view.index.sentence[anchor.start]
    row = _row(run[0], begin, view)
    if len(row) == len(run) > 1:
        period = row[run.index(anchor.start)]
        features = ("construction", f"aligned&{moves}", *fit_of(period.iso, view, index))
        return [Candidate(period.iso, "aligned", features, (period.start, period.end))]
    for period in before(view.periods, run[0], begin, 2):
        first, _, last = period.iso.partition("/")
        if not (first.isdecimal() and last.isdecimal()) or int(last) - int(first) > _LONGEST_SPAN:
            continue
        years = [str(year) for year in range(int(first), int(last) + 1)]
        if len(years) == len(run):
            iso = years[run.index(anchor.start)]
        elif len(years) == 2 and moves in ("left=10", "left=01"):
            iso = years[0] if moves == "left=10" else years[1]
        else:
            continue
        features = ("construction", f"aligned&{moves}", *fit_of(iso, view, index))
        return [Candidate(iso, "aligned", features, (period.start, period.end))]
    return []


def _row(at: int, begin: int, view: View) -> list[PeriodMention]:
    """Return the last periods named one beside the other between tokens `begin` and `at`."""
    row: list[PeriodMention] = []
    for period in before(view.periods, at, begin):
        gap = view.index.lower[period.end : row[0].start] if row else []
        if not period.iso or (row and not (gap and all(w in view.lexicon.joins for w in gap))):
            break
        row.insert(0, period)
    return row


def _years(mention: PeriodMention, view: View, history: History) -> list[str]:
    """Return the period in ISO form; a relative one counted from the one said before.

    The same part of another year takes its months from that one, too.
    """
    if not mention.same and (mention.iso or mention.relative is None):
        return [mention.iso] if mention.iso else []
    base = next((v for s in reversed(history[-3:]) if (v := s.value("period"))), view.topics.period)
    year = mention.iso[:4]
    if not year and base[:4].isdigit() and mention.relative is not None:
        year = str(int(base[:4]) + mention.relative)
    if mention.same and year:
        return ["/".join(year + part[4:] for part in base.split("/"))] if base else [year]
    return [year] if year else []
