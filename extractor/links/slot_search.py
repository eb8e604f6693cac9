"""Finding the slots of an article: its regions and bodies, and the words that point to them."""

from spacy.tokens import Doc

from extractor.lexicon.links import LinkWords
from extractor.lexicon.ranks import rank_words
from extractor.links.pointers import Pointers
from extractor.links.slots import Kind, Slot
from extractor.mentions import spans
from extractor.mentions.kinds import (
    OfficialMention,
    OrganisationMention,
    PredicateMention,
    RankMention,
    RegionMention,
)

_ATTACHED = frozenset({"office", "institution", "dateline"})


def find_slots(doc: Doc, words: list[str], lexicon: LinkWords) -> list[Slot]:
    """Return the slots of `doc` in order; `words` are its lower-case tokens."""
    officials = [(o.start, o.end) for o in spans.read(doc, OfficialMention)]
    attached = {at for start, end in officials for at in range(start, end)}
    bodies = spans.read(doc, OrganisationMention)
    named = {at for body in bodies if not body.code for at in range(body.start, body.end)}
    regions = [
        region
        for region in spans.read(doc, RegionMention)
        if region.code and not (region.cue == "institution" and region.start in named)
    ]
    taken = {at for region in regions for at in range(region.start, region.end)}
    ranked = frozenset(rank.end for rank in spans.read(doc, RankMention))
    graded = frozenset(grade.start for grade in spans.read(doc, PredicateMention))
    pointers = Pointers(words, taken, ranked, graded, lexicon)
    found = pointers.demonstrated()
    inside = {at for slot in found for at in range(slot.start, slot.end)}
    previous: Slot | None = None
    for region in regions:
        previous = _region_slot(region, words, lexicon, attached, inside, previous)
        found.append(previous)
    taken |= inside
    for body in bodies:
        if body.start not in taken:
            country = body.code == "ID"
            free = country or body.start not in attached
            kind: Kind = "country" if country else "organisation"
            found.append(Slot(kind, body.start, body.end, body.code, body.name, free=free))
            taken.update(range(body.start, body.end))
    for at in range(len(words)):
        if at not in taken and (slot := pointers.at(at)):
            found.append(slot)
            taken.update(range(slot.start, slot.end))
    return sorted(found, key=lambda slot: (slot.start, slot.end))


def _region_slot(
    region: RegionMention,
    words: list[str],
    lexicon: LinkWords,
    attached: set[int],
    inside: set[int],
    previous: Slot | None,
) -> Slot:
    before = words[region.start - 1] if region.start else ""
    placed = before in lexicon.locatives and not _has_value(region, words)
    located = region.cue == "scope" or placed or region.start in inside
    apposed = previous is not None and _apposed(region, previous, words)
    tied = region.cue in _ATTACHED or region.start in attached or before in lexicon.kin
    return Slot(
        "region",
        region.start,
        region.end,
        region.code,
        region.name,
        region.level,
        free=not (located or apposed or tied),
        apposed=apposed,
    )


def _has_value(region: RegionMention, words: list[str]) -> bool:
    """`inflasi terjadi di Kota Tual`, `yang terendah di Dumai sebesar 0,39`: no mere place."""
    ranks = rank_words()
    what = words[region.start - 2] if region.start > 1 else ""
    if what in ranks.happens:
        return True
    valued = words[region.end : region.end + 1] == ["sebesar"]
    return valued and what in ranks.best | ranks.worst


def _apposed(region: RegionMention, previous: Slot, words: list[str]) -> bool:
    """`Kabupaten Kotawaringin Timur, Kalimantan Tengah,`: the province tells where it lies."""
    within = region.level == "province" and previous.code.startswith(f"{region.code}.")
    return within and words[previous.end : region.start] == [","]
