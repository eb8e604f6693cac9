"""What words that point back stand for: `kota itu`, `keduanya`, `dua kabupaten tersebut`."""

from extractor.links.slots import Slot
from extractor.links.topics import Topics
from extractor.links.view import View

_MEMBERS_REACH = 24


def resolve(slot: Slot, view: View, topics: Topics) -> tuple[Slot, ...]:
    """Return the slots that `slot` stands for: itself, unless it points back; () if to nothing."""
    if slot.kind == "anaphor":
        found = _antecedent(slot, view, topics)
        return (found,) if found else ()
    if slot.kind == "group":
        return _antecedents(slot, view)
    if slot.kind == "unnamed":
        return _members(slot, view)
    return (slot,)


def _antecedent(slot: Slot, view: View, topics: Topics) -> Slot | None:
    """Nearest fitting region of the paragraph, then the topic, then the nearest before."""
    begin = view.paragraph_start(slot.start)
    topic = topics.subject
    fits = topic is not None and topic.kind == "region" and slot.level in ("", topic.level)
    if fits and topic and slot.end - slot.start > 2 and _is_named(topic, begin, slot, view):
        return topic  # an epithet ("kabupaten kepulauan itu") is of the one written about
    here = _fitting(slot, view, begin)
    if here:
        return here
    return topic if fits else _fitting(slot, view, 0)


def _is_named(topic: Slot, begin: int, slot: Slot, view: View) -> bool:
    return any(s.key == topic.key for s in view.before(view.slots, slot.start, begin))


def _fitting(slot: Slot, view: View, begin: int) -> Slot | None:
    named = [s for s in view.before(view.slots, slot.start, begin) if s.kind == "region"]
    levels = [s for s in named if slot.level in ("", s.level)]
    free = [s for s in levels if s.free]
    return next(iter(free or levels), None)


def _antecedents(slot: Slot, view: View) -> tuple[Slot, ...]:
    """The last `count` different subjects named before, in the order of the text.

    Those that are named in running order before the slot's own sentence count as one series.
    """
    found: dict[str, Slot] = {}
    for earlier in view.before(view.slots, slot.start, 0):
        if view.words[earlier.start - 1] == "bersama":  # "Bersama Wakatobi, empat daerah ini"
            continue
        if earlier.kind in ("region", "organisation") and earlier.free and earlier.key not in found:
            found[earlier.key] = earlier
            if len(found) == slot.count:
                return tuple(sorted(found.values(), key=lambda s: s.start))
    return ()


def _members(slot: Slot, view: View) -> tuple[Slot, ...]:
    """Return those named of a counted set: `12 kabupaten, termasuk Kotim`.

    All are the place that they lie in (`seluruh pemda di Sulteng`). Some are named later in the
    sentence, in the next one (`Di antaranya Solo dan Denpasar`), or in the lines behind a colon.
    """
    if view.words[slot.start] in view.lexicon.wholes:
        return tuple(s for s in view.after(view.slots, slot.end, slot.end + 4) if s.level)[:1]
    end = view.sentence_end(slot.start)
    following = view.sentence_end(end) if end < len(view.words) else end
    if view.words[end - 1].strip() == ":" or view.words[max(0, end - 2)] == ":":
        last = not view.after(view.slots, slot.end, end)
        return _listed(end, view) if last else ()
    for named in view.after(view.slots, slot.end, min(following, slot.end + _MEMBERS_REACH))[:1]:
        led = view.any(view.lexicon.members, max(slot.end, named.start - 2), named.start)
        if led and view.lines_between(slot.start, named.start) == 0:
            return tuple(view.slot_runs[named.start])
    return ()


def _listed(begin: int, view: View) -> tuple[Slot, ...]:
    """Return the subjects that lead the lines of the list that begins at token `begin`."""
    found: list[Slot] = []
    line = -1
    for slot in view.after(view.slots, begin, len(view.words)):
        lead = view.words[view.paragraph_start(slot.start) : slot.start]
        if any(word.isalpha() for word in lead):
            break
        if line >= 0 and view.lines_between(line, slot.start) > 1:
            break
        found.append(slot)
        line = slot.start
    return tuple(found)
