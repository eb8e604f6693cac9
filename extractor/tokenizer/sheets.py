"""Lines laid out for the network: several in one column, one below the other, with a gap between.

The network reads all columns of a sheet side by side, so that what is empty in one costs as much
as a character. And torch prepares itself for each size of sheet that it has not seen lately, which
takes as long as to read a thousand characters: there are but a few sizes.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_HEIGHTS = (192, 256, 384, 512, 768, 1024)
# Beyond it what the network holds in hand is more than the processor keeps near.
_CELLS = 8192
_MOST_COLUMNS = 16


@dataclass(frozen=True, slots=True)
class Sheet:
    """Lines in columns: `places` tells the number, row and column of each."""

    height: int
    width: int
    places: tuple[tuple[int, int, int], ...]


def sheets(lengths: Sequence[int]) -> Iterator[Sheet]:
    """Yield sheets that hold lines of these lengths, the longest first; none of them is empty."""
    left = sorted(range(len(lengths)), key=lengths.__getitem__)
    sizes = [lengths[line] for line in left]
    while left:
        height = next((height for height in _HEIGHTS if height >= sizes[-1]), sizes[-1])
        most = min(_MOST_COLUMNS, max(1, _CELLS // height))
        places: list[tuple[int, int, int]] = []
        width = 0
        while left and width < most:
            places += ((line, row, width) for line, row in _column(left, sizes, height))
            width += 1
        yield Sheet(height, width, tuple(places))


def _column(left: list[int], sizes: list[int], height: int) -> Iterator[tuple[int, int]]:
    """Take the longest lines that fit below one another from `left`, which `sizes` orders.

    Yields the number and the row of each.
    """
    row = 0
    while at := bisect_right(sizes, height - row):
        yield left.pop(at - 1), row
        row += sizes.pop(at - 1) + 1
