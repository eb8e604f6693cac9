"""Who may have a value, a grade or a place: candidates for the subject of an anchor."""

from collections.abc import Iterator

from extractor.lexicon.indices import catalogue
from extractor.lexicon.regions import gazetteer
from extractor.links.candidates import Anchor, Candidate, History
from extractor.links.constructions.series import gap_of, linked
from extractor.links.slots.placement import around, earlier, placed
from extractor.links.slots.subject_features import Case, known, repeats, shape, traits
from extractor.links.subjects.antecedents import resolve
from extractor.links.subjects.enumerations import ENUMERATED, enumerated
from extractor.links.subjects.subject_mention import COUNTRY, SubjectMention
from extractor.links.view import View
from extractor.structure.article_index import after, before

_BEFORE, _BEHIND, _EARLIER = 5, 3, 4
_NATION_REACH = 9
_RANKED_REACH = 8
_PAIR = 2
_ASSESSOR_REACH = 12
_TOLD_REACH = 60
_CONTRAST_REACH = 6
_TELLER_REACH = 60
_NATIONAL = frozenset({"nasional", "nasionalnya", "indonesia"})
_SPEAKERS = frozenset({"kita", "kami"})


def subject_candidates(
    anchor: Anchor, view: View, history: History, index: str = "", aspect: str = ""
) -> list[Candidate]:
    """Return who may have `anchor`, a value on `index` or a part of it.

    That is those named around it, in its headings, the topic, the nation; in an item that a name
    nobody knows labels, none but those named there.
    """
    entry = catalogue().get(index)
    frame = _circumstances(anchor, view, aspect)
    areal = entry is not None and entry.areal
    case = Case(anchor, view, history, frame, (entry.assessor or "") if entry else "")
    found: list[Candidate] = []
    seen: set[tuple[int, int]] = set()
    alone = view.roles.settled.get(anchor.start)
    item = view.index.frame[anchor.start]
    strange = anchor.kind == "value" and item in view.strange_items
    for mention in _mentions(case):
        if areal and mention.kind == "organisation":
            continue
        if (alone and mention.start not in alone) or _is_somebody_elses(mention, case):
            continue
        if strange and view.index.frame[mention.start] != item:
            continue
        for group in _groups(mention, anchor, view):
            place = (group[0].start, group[-1].end)
            if alone and len(group) > len(alone):
                continue
            if place not in seen:
                seen.add(place)
                found.append(_candidate(group, case))
    if members := enumerated(anchor, view):
        found.append(_candidate(tuple(members), case)._replace(source=ENUMERATED))
    if not (anchor.fixed or strange or (alone and found)):
        found += _implied(case)
    return found


def _is_somebody_elses(mention: SubjectMention, case: Case) -> bool:
    """Whether the value is not of `mention`, which only measures it or has one of its own."""
    rank = case.anchor.rank
    if rank is not None and mention.code and mention.code == rank.scope:
        return True  # "kabupaten dengan IPM terendah di Provinsi X": nobody ranks within itself
    measures = mention.cue == "source" or _is_assessor(mention, case)
    return measures or _is_contrasted(mention, case.anchor, case.view)


def _is_assessor(mention: SubjectMention, case: Case) -> bool:
    """Whether a body at the name of an index only measures it: `MCP KPK 97,21` is not the KPK's."""
    named = before(case.view.indices, mention.end, mention.start - _ASSESSOR_REACH, 1)
    told = mention.kind == "organisation" and mention.name == case.assessor
    return told and bool(named) and mention.start <= named[0].end <= mention.end


def _is_contrasted(mention: SubjectMention, anchor: Anchor, view: View) -> bool:
    """Whether a clause behind the value tells of somebody else's: `0,41, sedangkan Awan 0,22`."""
    if anchor.kind != "value" or mention.start < anchor.end or mention.start not in view.valued:
        return False
    gap = view.index.lower[anchor.end : mention.start]
    return not view.lexicon.contrasts.isdisjoint(gap[-_CONTRAST_REACH:])


def _circumstances(anchor: Anchor, view: View, aspect: str) -> list[str]:
    """Return what of the anchor's own sentence matters for everybody who may have it."""
    index = view.index
    begin = index.sentence[anchor.start]
    found = [f"aspect={bool(aspect):d}"]
    if _is_national(anchor, view):
        ranked = bool(after(view.ranks, max(begin, anchor.start - _RANKED_REACH), anchor.start))
        found.append(f"national&ranked={ranked:d}")
    if anchor.start in index.quoted:
        words = index.lower[begin : index.sentence_end(anchor.start)]
        found.append(f"we={any(word in _SPEAKERS for word in words):d}")
    return found


def _is_national(anchor: Anchor, view: View) -> bool:
    """Whether a word of the nation stands before the anchor, and nobody and no value between.

    `gabungan nasional di bulan yang sama 102,94`.
    """
    index, at = view.index, anchor.start
    begin = max(index.sentence[at], at - _NATION_REACH)
    for items in (view.named, view.values):
        last = before(items, at, begin, 1)
        begin = last[0].end if last else begin
    return any(word in _NATIONAL for word in index.lower[begin:at])


def _mentions(case: Case) -> Iterator[SubjectMention]:
    """Yield the subject mentions that may have the anchor, nearest first in each place."""
    anchor, view = case.anchor, case.view
    if anchor.fixed:  # the subject of an item or member has its place
        yield from after(view.subjects, anchor.start, anchor.end)
        return
    yield from around(view.subjects, anchor, view, (_BEFORE, _BEHIND, _BEHIND))
    yield from (s for s in earlier(view.subjects, anchor, view, _EARLIER) if s.key)
    begin = case.bounds[0]
    if begin > 1:  # whoever the sentence before begins with
        yield from after(view.subjects, view.index.sentence[begin - 1], begin, 1)


def _groups(
    mention: SubjectMention, anchor: Anchor, view: View
) -> Iterator[tuple[SubjectMention, ...]]:
    """Yield the mention alone and, if it is one of several, all of them."""
    if not _shares(mention, anchor, view):
        yield (mention,)
    if anchor.form in ("series", "row"):
        return
    runs = [view.runs.get(mention.start, ())]
    if anchor.kind == "grade":
        runs.append(view.loose_runs.get(mention.start, ()))
    if anchor.kind == "place":
        runs.append(view.series.get(mention.start, ()))
    for run in runs:
        if anchor.kind == "place" and len(run) > 1:
            run = linked(run, mention, view.links)
        if len(run) > 1:
            yield tuple(run)


def _shares(mention: SubjectMention, anchor: Anchor, view: View) -> bool:
    """Whether the one value of a sentence is of all that are named before it: `A dan B meraih 3,4`.

    Not where it stands in brackets behind the last of them, or others are named in between.
    """
    run = view.runs.get(mention.start, ())
    if anchor.kind != "value" or len(run) < _PAIR or anchor.form != "words":
        return False
    index, last = view.index, run[-1]
    begin, end = index.sentence[anchor.start], index.sentence_end(anchor.start)
    if not begin <= run[0].start < last.end <= anchor.start or index.bracket[anchor.start] >= 0:
        return False
    joined = gap_of(run[-2], last, index)
    alone = len(after(view.values, begin, end, 2)) == 1
    between = after(view.subjects, last.end, anchor.start, 1)
    compared = any(word in view.lexicon.apart for word in index.lower[begin : run[0].start])
    return alone and not between and not compared and any(w in view.lexicon.ands for w in joined)


def _candidate(group: tuple[SubjectMention, ...], case: Case) -> Candidate:
    anchor, view = case.anchor, case.view
    nearest = group[-1] if group[-1].end <= anchor.start else group[0]
    found = placed(nearest, anchor, view)
    subjects = tuple(s for mention in group for s in resolve(mention, view))
    where = found[0].removeprefix("at=")
    features = [*found, *traits(nearest, anchor, view, where)]
    features += shape(group, case, where)
    features += known(subjects, case, where)
    kind = (
        f"{nearest.kind}&{'attached' if nearest.attached else 'free' if nearest.free else 'tied'}"
    )
    topic = f"topic={'topic' in features:d}"
    for told in case.frame:
        features += [f"{told}&{where}", f"{told}&{kind}", f"{told}&{topic}"]
    if case.assessor and nearest.kind == "organisation" and nearest.name in case.assessor:
        features.append("assessor")
    return Candidate(
        tuple(dict.fromkeys(s.key for s in subjects)),
        where,
        tuple(features),
        (group[0].start, group[-1].end),
        tuple({s.key: s for s in subjects}.values()),
    )


def _implied(case: Case) -> Iterator[Candidate]:
    """Yield those whom no word near the anchor names: the topic, the last one, the nation."""
    anchor, view, history = case.anchor, case.view, case.history
    topic, about = view.topics.subject, _about(view)
    if topic is not None:
        alone = len(view.topics.shares) == 1
        features = ["implied=topic", f"implied=topic&{anchor.kind}", f"alone={alone:d}"]
        features += [
            f"implied=topic&kind={topic.kind}:{topic.level[:1]}",
            f"tied={not topic.free:d}",
        ]
        features += known((topic,), case, "implied")
        features.append(f"implied=topic&{about}")
        features += [f"{told}&implied=topic" for told in case.frame]
        yield Candidate((topic.key,), "topic", tuple(features), None, (topic,))
    if history and history[-1].subjects:
        features = ["implied=last", *repeats(case.last, case)]
        features += [f"{told}&implied=last" for told in case.frame]
        yield Candidate(case.last, "last", tuple(features), None, history[-1].subjects)
    if _is_told(anchor, view) or not view.subjects:
        return  # "SPBE 4,32/5", and nobody anywhere
    if case.voice and "we=1" in case.frame:  # "IPM kita 71,2", kata Bupati Rimba: not the nation's
        region = gazetteer().regions[case.voice]
        speaker = SubjectMention("region", 0, 0, region.code, region.name, region.level)
        features = ["implied=voice", *known((speaker,), case, "implied")]
        yield Candidate((speaker.key,), "voice", tuple(features), None, (speaker,))
        return
    features = ["implied=nation", f"implied=nation&{anchor.kind}"]
    features += [f"implied=nation&regional={view.is_regional:d}"]
    features += [f"implied=nation&named={view.names_nation:d}"]
    features.append(f"implied=nation&teller={_teller(anchor, view)}")
    features.append(f"implied=nation&{about}")
    features += known((COUNTRY,), case, "implied")
    features += [f"{told}&implied=nation" for told in case.frame]
    yield Candidate(("ID",), "nation", tuple(features), None, (COUNTRY,))


def _about(view: View) -> str:
    """Return whom the headline names, a region or the country, and how much the topic is named."""
    topic, titled = view.topics.subject, view.topics.titled
    region = any(key[:1].isdigit() for key in titled)
    share = view.topics.shares.get(topic.key, 0.0) if topic is not None else 0.0
    kind = topic.kind if topic is not None else "nobody"
    return f"titled={region:d}{'ID' in titled:d}&{kind}={min(int(4 * share), 3)}"


def _is_told(anchor: Anchor, view: View) -> bool:
    """Whether the sentence tells of a region that nobody can tell: `IPM Kabupaten Mura 65,1`.

    A name that may mean several regions, or one that no register knows, has the value, and not
    the nation.
    """
    index = view.index
    begin = max(index.sentence[anchor.start], anchor.start - _TOLD_REACH)
    if before(view.unsettled, anchor.start, begin, 1):
        return True
    taken = {at for s in before(view.subjects, anchor.start, begin) for at in range(s.start, s.end)}
    return any(
        index.lower[at] in view.lexicon.governments | view.lexicon.levels
        and at + 1 not in taken
        and at not in taken
        and index.words[at + 1][:1].isupper()
        and index.words[at][:1].isupper()
        and not index.words[at + 1].isupper()
        for at in range(begin, anchor.start - 1)
    )


def _teller(anchor: Anchor, view: View) -> str:
    """Return who tells what the line says: a national body, a regional one, nobody."""
    index = view.index
    begin = index.line_start(anchor.start)
    for body in before(view.subjects, anchor.start, begin, _TELLER_REACH):
        if body.cue == "source" and body.kind == "organisation":
            return "regional" if body.region else "national"
    return "nobody"
