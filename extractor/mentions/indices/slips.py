"""Names of the catalogue that stand behind "Indeks" with one slip, or behind another head word."""

from dataclasses import dataclass

from extractor.lexicon.indices import Catalogue
from extractor.mentions.indices.names import Hit
from extractor.mentions.indices.spelling import one_slip
from extractor.mentions.pieces import Pieces, split

_SHORTEST = 5
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Meant:
    """The ids that a name means, and how surely: `full` by its words, `fuzzy` with a slip."""

    ids: tuple[str, ...]
    rule: str


class Slips:
    """Looks names up by all their words but one, so that a slip costs no search."""

    def __init__(self, catalogue: Catalogue) -> None:
        heads = catalogue.words["heads"]
        self._exact: dict[Words, tuple[str, ...]] = {}
        self._but_one: dict[tuple[int, Words], list[Words]] = {}
        for entry in catalogue.entries:
            for name in entry.names:
                words = tuple(split(name.lower()))
                if words[0] not in heads or len(words) < 2 or words[1:] in self._exact:
                    continue
                rest = words[1:]
                self._exact[rest] = catalogue.resolve_all(" ".join(words)) or (entry.id,)
                for at in range(len(rest)):
                    self._but_one.setdefault((at, _without(rest, at)), []).append(rest)
        # longer names first, so the whole of a name is read
        self._sizes = sorted({len(rest) for rest in self._exact}, reverse=True)

    def find(self, seen: Pieces, at: int) -> Hit | None:
        """Return the name behind the head at `at`: `Indeks Intergritas Nasional`."""
        for size in self._sizes:
            end = at + 1 + size
            if not seen.near(at, end - 1):
                continue
            if meant := self._lookup(tuple(seen.lower[at + 1 : end])):
                return Hit(at, end, meant.ids, meant.rule)
        return None

    def meant(self, words: list[str]) -> Meant | None:
        """Return what `words`, head and all, mean in the catalogue; None for another name."""
        return self._lookup(tuple(words[1:]))

    def _lookup(self, rest: Words) -> Meant | None:
        if rest in self._exact:
            return Meant(self._exact[rest], "full")
        for at, word in enumerate(rest):
            for name in self._but_one.get((at, _without(rest, at)), ()):
                # a name of one word beside the head is too little to tell a slip from a word
                long = len(name[at]) >= _SHORTEST and len(name) > 1
                if long and name[at][0] == word[0] and one_slip(word, name[at]):
                    return Meant(self._exact[name], "fuzzy")
        return None


def _without(words: Words, at: int) -> Words:
    return words[:at] + words[at + 1 :]
