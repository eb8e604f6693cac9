"""Slots: whom a value, grade or rank may belong to, as the text offers them.

A slot is a region, the country, an organisation, a word that points back to one (`kota itu`) or to
several (`keduanya`), or somebody unnamed (`21 pemda`, `daerah lain`, `Kapanewon Lendah`), who takes
what is said of him away from everybody else. `free` slots can be the subject of what is said
around them; the others only tell where something is (`di Jawa Timur`) or whose official speaks
(`Bupati Sarmi`).
"""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["region", "country", "organisation", "anaphor", "group", "unnamed"]


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
