"""Slots: whom a value, grade or rank may belong to, as the text offers them.

A slot is a region, the country, an organisation, a word that points back to one (`kota itu`) or to
several (`keduanya`), or somebody unnamed (`21 pemda`, `daerah lain`, `Kapanewon Lendah`), who takes
what is said of him away from everybody else. `free` slots can be the subject of what is said
around them; the others only tell where something is (`di Jawa Timur`) or whose official speaks
(`Bupati Sarmi`).
"""

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc

from extractor.lexicon.links import LinkWords
from extractor.mentions import spans
from extractor.mentions.kinds import OfficialMention, OrganisationMention, RegionMention

Kind = Literal["region", "country", "organisation", "anaphor", "group", "unnamed"]

_MODIFIED_REACH = 8
_ATTACHED = frozenset({"office", "institution", "dateline"})


@dataclass(frozen=True, slots=True)
class Slot:
    """A possible subject at tokens `start:end`; `count` is how many a group stands for.

    `apposed` holds for a province that only tells where the region before it lies.
    """

    kind: Kind
    start: int
    end: int
    code: str = ""
    name: str = ""
    level: str = ""
    free: bool = True
    count: int = 1
    apposed: bool = False

    @property
    def key(self) -> str:
        """What makes two slots the same subject."""
        return self.code or self.name.casefold()


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
    found = _anaphora(words, taken, lexicon)
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
        if at not in taken and (slot := _pointing(words, at, taken, lexicon)):
            found.append(slot)
            taken.update(range(slot.start, slot.end))
    return sorted(found, key=lambda slot: (slot.start, slot.end))


def _anaphora(words: list[str], taken: set[int], lexicon: LinkWords) -> list[Slot]:
    """Return the phrases that point back with `itu`; they may have a region's name inside."""
    found: list[Slot] = []
    for at, word in enumerate(words):
        counted = at and words[at - 1] in lexicon.group_counts
        if word not in lexicon.anaphor_nouns or at in taken or counted:
            continue
        if found and at < found[-1].end:
            continue
        if end := _demonstrated(words, at, taken, lexicon):
            found.append(Slot("anaphor", at, end, level=lexicon.anaphor_nouns[word]))
    return found


def _region_slot(
    region: RegionMention,
    words: list[str],
    lexicon: LinkWords,
    attached: set[int],
    inside: set[int],
    previous: Slot | None,
) -> Slot:
    before = words[region.start - 1] if region.start else ""
    located = region.cue == "scope" or before in lexicon.locatives or region.start in inside
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


def _apposed(region: RegionMention, previous: Slot, words: list[str]) -> bool:
    """`Kabupaten Kotawaringin Timur, Kalimantan Tengah,`: the province tells where it lies."""
    within = region.level == "province" and previous.code.startswith(f"{region.code}.")
    return within and words[previous.end : region.start] == [","]


def _pointing(words: list[str], at: int, taken: set[int], lexicon: LinkWords) -> Slot | None:
    """Return the slot that begins at a word which names nobody itself."""
    word = words[at]
    following = words[at + 1] if at + 1 < len(words) else ""
    third = words[at + 2] if at + 2 < len(words) else ""
    if word in lexicon.groups:
        return Slot("group", at, at + 1, count=lexicon.groups[word])
    counted = word in lexicon.group_counts and following in lexicon.group_nouns
    if counted and third in lexicon.demonstratives:
        return Slot("group", at, at + 3, count=lexicon.group_counts[word])
    if word in lexicon.anaphor_nouns and (not at or words[at - 1] not in lexicon.group_counts):
        level = lexicon.anaphor_nouns[word]
        if word.endswith("nya") or (word in lexicon.governments and at + 1 not in taken):
            return Slot("anaphor", at, at + 1, level=level)
    return _unnamed(words, at, taken, lexicon)


def _is_universe(words: list[str], at: int, lexicon: LinkWords) -> bool:
    """`urutan teratas dari 13 kabupaten`: among whom; in `dua dari 10 daerah` two are meant."""
    if at < 2 or words[at - 1] not in lexicon.among:
        return False
    part = words[at - 2]
    return part not in lexicon.counts and part not in lexicon.group_counts and not part.isdecimal()


def _demonstrated(words: list[str], at: int, taken: set[int], lexicon: LinkWords) -> int:
    """Return the token behind `itu` of the noun at `at`, 0 if it has none.

    `kota itu`, `kabupaten berhawa dingin itu`, `kabupaten di ujung timur Pulau Madura ini`; in
    `ibu kota provinsi itu` it is the capital that is meant.
    """
    capital, located = at > 0 and words[at - 1] == "ibu", False
    for end in range(at + 1, min(len(words), at + _MODIFIED_REACH)):
        word = words[end]
        if word in lexicon.demonstratives:
            return end + 1
        located = located or word in lexicon.locatives
        other = word in lexicon.anaphor_nouns and not capital
        if other or (end in taken and not located) or word in lexicon.unpointed:
            return 0
        if not word.replace("-", "").isalpha() or word in lexicon.joins:
            return 0
    return 0


def _unnamed(words: list[str], at: int, taken: set[int], lexicon: LinkWords) -> Slot | None:
    """`21 pemda`, `satu provinsi`, `daerah lain`, `Kapanewon Lendah`."""
    word = words[at]
    following = words[at + 1] if at + 1 < len(words) else ""
    counts = word in lexicon.counts or (word.isdecimal() and len(word) < 4)
    if counts and following in lexicon.counted and at + 1 not in taken:
        return Slot("unnamed", at, at + 2, free=not _is_universe(words, at, lexicon))
    if word in lexicon.counted and following == "yang" and words[at - 1] in lexicon.existing:
        return Slot("unnamed", at, at + 1)
    if word in lexicon.group_counts and following == "yang":  # hanya lima yang berkategori tinggi
        return Slot("unnamed", at, at + 1)
    if word in lexicon.counted and following in lexicon.others:
        return Slot("unnamed", at, at + 2)
    if word in lexicon.subdistricts and following.isalpha() and at + 1 not in taken:
        return Slot("unnamed", at, at + 2)
    return None
