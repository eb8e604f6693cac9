"""How probable a record is right by the way in which it was read: officials and quotes."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from extractor.errors import LexiconError
from extractor.lexicon.resource import read_yaml

_FILE = "confidence.yaml"
_DEFAULT = "default"
Kind = Literal["officials", "quotes"]
_KINDS: tuple[Kind, ...] = ("officials", "quotes")


@dataclass(frozen=True, slots=True)
class Confidences:
    """Probabilities by kind of record and way of reading."""

    table: Mapping[str, Mapping[str, float]]

    def of(self, kind: Kind, way: str) -> float:
        """Return how probable a record of `kind` is that was read in this way."""
        known = self.table[kind]
        return known.get(way, known[_DEFAULT])


@cache
def confidences() -> Confidences:
    """Return the table (raises LexiconError when the file breaks its rules)."""
    return read_confidences(read_yaml(_FILE))


def read_confidences(content: Mapping[str, Mapping[str, float]]) -> Confidences:
    """Return the table that `content` writes down (raises LexiconError)."""
    table: dict[str, dict[str, float]] = {}
    for kind in _KINDS:
        try:
            table[kind] = {str(way): float(chance) for way, chance in content[kind].items()}
        except (KeyError, TypeError, AttributeError, ValueError) as error:
            raise LexiconError(f"lexicon file {_FILE}: misshapen entry {kind}: {error}") from error
        if _DEFAULT not in table[kind]:
            raise LexiconError(f"lexicon file {_FILE}: {kind} has no default")
        for way, chance in table[kind].items():
            if not 0 <= chance <= 1:
                raise LexiconError(f"lexicon file {_FILE}: {kind}, {way}: {chance} is no chance")
    return Confidences(table)
