"""A rank in the text, before it is known whether anybody holds it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shape:
    """A rank in the text: token `start:end`, its position(s), and its relation to others.

    `placed` holds for one told by a word of place (`peringkat 5`, `posisi buncit`, `paling bawah`),
    not by how much is held (`nilai tertinggi`). `base` is the token of the region that a place is
    told from (`tepat di bawah Kota Palu`), -1 for the one ranked before; `out_of` is told by a
    stroke (`peringkat 13/38`). `size` is how many a superlative selects (`lima kota dengan nilai
    tertinggi`), 0 for one that selects none.
    """

    start: int
    end: int
    position: int
    position_end: int = 0
    relation: str = ""
    placed: bool = False
    base: int = -1
    out_of: int = 0
    size: int = 0
