"""What words that point back stand for: `kota itu`, `keduanya`, `dua kabupaten tersebut`."""

from extractor.links.subjects.subject_mention import SubjectMention
from extractor.links.view import View
from extractor.structure.article_index import after, before

_MEMBERS_REACH = 24


def resolve(mention: SubjectMention, view: View) -> tuple[SubjectMention, ...]:
    """Return whom `mention` stands for: itself, unless it points back; () if to nobody."""
    if mention.kind == "anaphor":
        found = _antecedent(mention, view)
        return (found,) if found else ()
    if mention.kind == "group":
        return _antecedents(mention, view)
    if mention.kind == "unnamed":
        return _members(mention, view)
    return (mention,)


def _antecedent(mention: SubjectMention, view: View) -> SubjectMention | None:
    """Nearest fitting region of the line, then the topic, then the nearest before."""
    begin = view.index.line_start(mention.start)
    topic = view.topics.subject
    fits = topic is not None and topic.kind == "region" and mention.level in ("", topic.level)
    epithet = mention.end - mention.start > 2
    if fits and topic and epithet and _is_named(topic, begin, mention, view):
        return topic  # an epithet ("kabupaten kepulauan itu") is of the one written about
    here = _fitting(mention, view, begin)
    if here:
        return here
    return topic if fits else _fitting(mention, view, 0)


def _is_named(topic: SubjectMention, begin: int, mention: SubjectMention, view: View) -> bool:
    return any(s.key == topic.key for s in before(view.subjects, mention.start, begin))


def _fitting(mention: SubjectMention, view: View, begin: int) -> SubjectMention | None:
    named = [s for s in before(view.subjects, mention.start, begin) if s.kind == "region"]
    levels = [s for s in named if mention.level in ("", s.level)]
    told = [s for s in levels if s.told_of]  # "Lain halnya di Kota Rimba, … Inflasi kota itu"
    return next(iter(told or levels), None)


def _antecedents(mention: SubjectMention, view: View) -> tuple[SubjectMention, ...]:
    """The last `count` different subjects named before, in the order of the text."""
    found: dict[str, SubjectMention] = {}
    for earlier in before(view.named, mention.start, 0):
        if earlier.start and view.index.lower[earlier.start - 1] == "bersama":
            continue  # "Bersama Kabupaten Awan, empat daerah ini": not one of the four
        if earlier.kind in ("region", "organisation", "locality") and earlier.key not in found:
            found[earlier.key] = earlier
            if len(found) == mention.count:
                return tuple(sorted(found.values(), key=lambda s: s.start))
    return ()


def _members(mention: SubjectMention, view: View) -> tuple[SubjectMention, ...]:
    """Return those named of a counted set: `12 kabupaten, termasuk Awan`.

    All are the place that they lie in (`seluruh pemda di Provinsi Rimba`).
    """
    index, words = view.index, view.lexicon
    if index.lower[mention.start] in words.wholes:
        near = after(view.subjects, mention.end, mention.end + 4)
        return tuple(s for s in near if s.level)[:1]
    end = index.sentence_end(mention.start)
    for named in after(view.subjects, mention.end, min(end, mention.end + _MEMBERS_REACH), 1):
        lead = index.lower[max(mention.end, named.start - 2) : named.start]
        if any(word in words.members for word in lead):
            return tuple(view.runs.get(named.start, ()))
    return ()
