"""Characters as the network tells them apart: vocabulary unit and features, numbered."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

FEATURES: dict[str, Callable[[str], bool]] = {
    "space_before": lambda char: char == " ",
    "capitalized": str.isupper,
    "numeric": str.isdecimal,
}
PLACES = ("start_of_para", "end_of_para")
_UNSEEN = -1


class Characters:
    """Numbers kinds of characters as they turn up; there are never more than a few hundred."""

    def __init__(self, features: Sequence[str], unit: Callable[[str], int]) -> None:
        """Take the names of the model's features and its vocabulary."""
        self._features = list(features)
        self._unit = unit
        self.kinds: list[tuple[int, tuple[float, ...]]] = []
        """Unit and features of each number; the first is the padding behind a line."""
        self._numbers: dict[tuple[int, tuple[float, ...]], int] = {}
        self._by_code = np.full(0x110000, _UNSEEN, dtype=np.int16)
        self._by_code[ord("\n")] = self._number(unit("<PAD>"), (0.0,) * len(self._features))

    def read(self, lines: Sequence[str]) -> NDArray[np.int64]:
        """Return the number of each character of all lines, with a padding behind each line."""
        text = "\n".join([*lines, ""])
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
        numbers = self._by_code[codes]
        if (numbers == _UNSEEN).any():
            for code in np.unique(codes[numbers == _UNSEEN]).tolist():
                self._by_code[code] = self._see(chr(code))
            numbers = self._by_code[codes]
        found: NDArray[np.int64] = numbers.astype(np.int64)
        if not set(PLACES).isdisjoint(self._features):
            self._mark_places(lines, found)
        return found

    def _mark_places(self, lines: Sequence[str], found: NDArray[np.int64]) -> None:
        start = 0
        for line in lines:
            stop = start + len(line)
            first, last = (PLACES, PLACES) if len(line) == 1 else (PLACES[:1], PLACES[1:])
            found[start] = self._see(line[0], first)
            found[stop - 1] = self._see(line[-1], last)
            start = stop + 1

    def _see(self, char: str, places: Sequence[str] = ()) -> int:
        features = tuple(
            float(FEATURES[name](char) if name in FEATURES else name in places)
            for name in self._features
        )
        return self._number(self._unit(char), features)

    def _number(self, unit: int, features: tuple[float, ...]) -> int:
        kind = (unit, features)
        if kind not in self._numbers:
            self._numbers[kind] = len(self.kinds)
            self.kinds.append(kind)
        return self._numbers[kind]
