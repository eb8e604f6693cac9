"""Slots: whom a value, grade or rank may belong to, as the text offers them.

A slot is a region, the country, an organisation, or a word that points back to one (`kota itu`)
or to several (`keduanya`). `free` slots can be the subject of what is said around them; the others
only tell where something is (`di Jawa Timur`) or whose official speaks (`Bupati Sarmi`).
"""

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc

from extractor.lexicon.links import LinkWords
from extractor.mentions import spans
from extractor.mentions.kinds import OfficialMention, OrganisationMention, RegionMention

Kind = Literal["region", "country", "organisation", "anaphor", "group"]

_ATTACHED = frozenset({"office", "institution", "dateline"})


@dataclass(frozen=True, slots=True)
class Slot:
    """A possible subject at tokens `start:end`; `count` is how many a group stands for."""

    kind: Kind
    start: int
    end: int
    code: str = ""
    name: str = ""
    level: str = ""
    free: bool = True
    count: int = 1

    @property
    def key(self) -> str:
        """What makes two slots the same subject."""
        return self.code or self.name.casefold()


def find_slots(doc: Doc, words: list[str], lexicon: LinkWords) -> list[Slot]:
    """Return the slots of `doc` in order; `words` are its lower-case tokens."""
    officials = [(o.start, o.end) for o in spans.read(doc, OfficialMention)]
    inside = {at for start, end in officials for at in range(start, end)}
    found = [
        _region_slot(r, words, lexicon, inside) for r in spans.read(doc, RegionMention) if r.code
    ]
    taken = {at for slot in found for at in range(slot.start, slot.end)}
    for body in spans.read(doc, OrganisationMention):
        if body.start not in taken:
            country = body.code == "ID"
            free = country or body.start not in inside
            kind: Kind = "country" if country else "organisation"
            found.append(Slot(kind, body.start, body.end, body.code, body.name, free=free))
            taken.update(range(body.start, body.end))
    found += _anaphors(words, taken, lexicon)
    return sorted(found, key=lambda slot: (slot.start, slot.end))


def _region_slot(
    region: RegionMention, words: list[str], lexicon: LinkWords, inside: set[int]
) -> Slot:
    before = words[region.start - 1] if region.start else ""
    located = region.cue == "scope" or before in lexicon.locatives
    free = not located and region.cue not in _ATTACHED and region.start not in inside
    return Slot("region", region.start, region.end, region.code, region.name, region.level, free)


def _anaphors(words: list[str], taken: set[int], lexicon: LinkWords) -> list[Slot]:
    """`kota itu`, `dua kabupaten tersebut`, `keduanya`, a bare `Pemkot`."""
    found = []
    for at, word in enumerate(words):
        if at in taken:
            continue
        following = words[at + 1] if at + 1 < len(words) else ""
        third = words[at + 2] if at + 2 < len(words) else ""
        if word in lexicon.groups:
            found.append(Slot("group", at, at + 1, count=lexicon.groups[word]))
        elif word in lexicon.group_counts and following in lexicon.group_nouns:
            if third in lexicon.demonstratives:
                found.append(Slot("group", at, at + 3, count=lexicon.group_counts[word]))
        elif word in lexicon.anaphor_nouns and (
            at == 0 or words[at - 1] not in lexicon.group_counts
        ):
            level = lexicon.anaphor_nouns[word]
            if following in lexicon.demonstratives:
                found.append(Slot("anaphor", at, at + 2, level=level))
            elif word in lexicon.governments and at + 1 not in taken:
                found.append(Slot("anaphor", at, at + 1, level=level))
    return found
