"""On which part of an index: `aspek tata kelola`, `di perkotaan`, the part told last."""

from extractor.links.candidates import Anchor, Candidate, History, Settled
from extractor.links.slots.placement import apart, count_between, distinct, nearby, placed
from extractor.links.view import View
from extractor.mentions.kinds import AspectMention


def aspect_candidates(anchor: Anchor, view: View, history: History, index: str) -> list[Candidate]:
    """Return the parts of `index` that `anchor` may be of, and none.

    What is known as a part of another index of the article is none of this one.
    """
    found = []
    for mention in distinct(nearby(view.aspects, anchor, view, (3, 2, 0))):
        if not mention.owners or index in mention.owners.split():
            found.append(_aspect(mention, anchor, view))
    features = ["nothing", f"nothing&{anchor.kind}", f"nothing&near={bool(found):d}"]
    if history:
        features.append(f"nothing&last={bool(history[-1].value('aspect')):d}")
        found += _carried(anchor, history[-1], view)
    found.append(Candidate("", "nothing", tuple(features)))
    return found


def _carried(anchor: Anchor, last: Settled, view: View) -> list[Candidate]:
    """Return the aspect of the anchor before: `Di perkotaan 0,372, naik dari 0,368`.

    An index or somebody named since begins anew.
    """
    aspect = last.value("aspect")
    if not aspect:
        return []
    since = last.anchor.end
    near = apart(since - 1, anchor.start, view)
    named = min(count_between(view.indices, since, anchor.start), 1)
    others = min(count_between(view.named, since, anchor.start), 1)
    parts = min(count_between(view.aspects, since, anchor.start), 1)
    features = [
        "carried",
        f"carried&{near}",
        f"carried&{near}&index={named}&subject={others}&aspect={parts}",
        f"carried&{anchor.kind}",
    ]
    return [Candidate(aspect, "last", tuple(features))]


def _aspect(mention: AspectMention, anchor: Anchor, view: View) -> Candidate:
    features = placed(mention, anchor, view)
    where = features[0].removeprefix("at=")
    rivals = min(count_between(view.aspects, mention.start, anchor.start), 2)
    subjects = min(count_between(view.named, mention.start, anchor.start), 2)
    features += [f"rivals={rivals}&{where}", f"subjects={subjects}&{where}", "some"]
    features.append(f"some&{anchor.kind}")
    return Candidate(mention.name, where, tuple(features), (mention.start, mention.end))
