"""Subjects: whom a value, grade or place may belong to, as the text offers them.

A subject mention is a region, the country, a body, a locality, a word that points back to one
(`kota itu`) or to several (`keduanya`), or somebody unnamed (`21 pemda`), who takes what is said
of him away from everybody else.
"""

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "region", "country", "organisation", "locality", "foreign", "anaphor", "group", "unnamed"
]


UNSETTLED = "?"


@dataclass(frozen=True, slots=True)
class SubjectMention:
    """A possible subject at tokens `start:end`; `count` is how many a group stands for.

    `cue` is what stands around the name of a region (see `RegionMention`). `free` holds for one
    that can be the subject of what is said around it; the others only tell where something is
    (`di Provinsi Rimba`), whose official speaks (`Bupati Awan`) or, `apposed`, where the region
    before lies. `region` is the code of the region in the name of a body. The code of a region
    that nobody can tell ("Kabupaten Surabaya") is that of a namesake with a question mark: what is
    said of it is nobody's, and no neighbour's.
    """

    kind: Kind
    start: int
    end: int
    code: str = ""
    name: str = ""
    level: str = ""
    cue: str = ""
    free: bool = True
    located: bool = False
    attached: bool = False
    apposed: bool = False
    count: int = 1
    region: str = ""

    @property
    def key(self) -> str:
        """What makes two mentions the same subject; "" for one that names nobody."""
        return self.code or self.name.casefold()

    @property
    def unsettled(self) -> bool:
        """Whether it is the name of a region that may mean several, or none."""
        return self.code.endswith(UNSETTLED)

    @property
    def told_of(self) -> bool:
        """Whether something is told of it, or of what is in it: `inflasi di Kota Rimba naik`."""
        return self.free or (self.located and not (self.attached or self.apposed))

    @property
    def state(self) -> str:
        """What it is in its sentence: apposed, attached, located, free, or tied otherwise."""
        for state in ("apposed", "attached", "located", "free"):
            if getattr(self, state):
                return state
        return "tied"


COUNTRY = SubjectMention("country", 0, 0, "ID", "Indonesia")
"""The nation where no word names it: `BPS mencatat inflasi 5,71 persen`."""
