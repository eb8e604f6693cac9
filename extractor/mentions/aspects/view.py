"""What the rules on aspects see of a document: its pieces and the parts that may be named."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Doc

from extractor.lexicon.indices import catalogue
from extractor.mentions import pieces, spans
from extractor.mentions.kinds import (
    ForeignMention,
    IndexMention,
    LocalityMention,
    Mention,
    OrganisationMention,
    RegionMention,
)
from extractor.mentions.pieces import Pieces, split

Key = tuple[str, ...]
Place = tuple[int, int]

_VALUE = re.compile(r"\d{1,3}(?:[,.]\d{1,4})?%?")
_FAR = 9  # words between a name and its value: "kembali berada di level tinggi yakni 3,40"
_NAMERS: tuple[type[Mention], ...] = (
    *(RegionMention, OrganisationMention, LocalityMention, ForeignMention),
)


@dataclass(frozen=True, slots=True)
class Part:
    """How a name is read: `alone` without a head word, `listed` with commas inside, as a `rate`."""

    alone: bool = False
    listed: bool = False
    rate: bool = False

    def also(self, other: "Part") -> "Part":
        """Return what either of two indices allows."""
        return Part(self.alone or other.alone, self.listed or other.listed, self.rate or other.rate)


@dataclass(slots=True)
class Parts:
    """The names of parts of the indices of one document, for a look-up by their first word."""

    by_key: dict[Key, Part] = field(default_factory=dict)
    longest: dict[str, int] = field(default_factory=dict)

    def add(self, key: Key, part: Part) -> None:
        """Add a name; what any of its indices allows is allowed."""
        had = self.by_key.get(key)
        self.by_key[key] = part if had is None else had.also(part)
        self.longest[key[0]] = max(self.longest.get(key[0], 0), len(key))

    def reach(self, word: str) -> int:
        """Return how many words the longest name that begins with `word` has, 0 for none."""
        return self.longest.get(word) or min(self.longest.get(word.removesuffix("nya"), 0), 1)


@dataclass(frozen=True, slots=True)
class Seen:
    """The words of one document, the parts of the indices that it names, and what is taken."""

    words: list[str]
    lower: list[str]
    pieces: Pieces
    parts: Parts
    indices: spans.Named
    inside: set[int]
    """The pieces of names of indices."""
    named: set[int]
    """The pieces of names of regions, bodies and countries."""
    rates: bool
    """Whether an index of the document is told in percent."""
    word: dict[str, frozenset[str]]

    def ends(self, at: int) -> bool:
        """Tell whether no further word of the same sentence stands at `at`."""
        return at >= len(self.words) or self.pieces.opens(at)

    def is_in(self, at: int, group: str) -> bool:
        """Tell whether the word at `at` is one of the words `group` of the lexicon."""
        return 0 <= at < len(self.lower) and self.lower[at] in self.word[group]

    def free(self, start: int, end: int) -> bool:
        """Tell whether no other name holds a word from `start` up to `end`."""
        return all(at not in self.inside and at not in self.named for at in range(start, end))

    def value_after(self, end: int, rate: bool) -> int:
        """Return the place behind the value told of a name that ends at `end`, 0 for none.

        `layanan (4,1)`, `kesehatan mengalami deflasi sebesar 0,2 persen`; not `5,71 juta`.
        """
        at = end
        while at < end + _FAR and not self.ends(at) and self.is_in(at, "aspect_tells"):
            at += 1
        return 0 if self.ends(at) else self.value_end(at, rate)

    def value_end(self, at: int, rate: bool) -> int:
        """Return the place behind the value at `at`, 0 when no value of an aspect is there."""
        number = self.words[at][:12]
        if not _VALUE.fullmatch(number) or (number.endswith("%") and not rate):
            return 0
        unit = "" if self.ends(at + 1) else self.lower[at + 1]
        if unit in self.word["rate_units"]:
            return at + 2 if rate else 0
        whole = number.isdigit()
        closed = not unit or not unit[0].isalnum()
        return 0 if self.is_in(at + 1, "not_after_aspect") or (whole and not closed) else at + 1


def key_of(words: Iterable[str]) -> Key:
    """Return the words of a name without its commas, so that they are no difference."""
    return tuple("dan" if word == "&" else word for word in words if word != ",")


def names_of(id: str) -> dict[Key, Part]:
    """Return the parts that the catalogue knows of the index `id`: its aspects, indices within it.

    `usia harapan hidup` is a part of IPM by every name that it has as an index.
    """
    entry = catalogue().get(id)
    if entry is None:
        return {}
    rate = entry.scale.unit == "persen"
    found: dict[Key, Part] = {}
    for inner in (one for one in catalogue().entries if one.within == id):
        for name in (inner.name, *inner.acronyms, *inner.aliases):
            # "dari tiga HLS" is as little sure as such a name is of an index
            found[key_of(split(name.lower()))] = Part(name not in inner.weak, "," in name, rate)
    for aspect in entry.aspects:
        for name in (aspect.name, *aspect.aliases):
            found[key_of(split(name.lower()))] = Part(aspect.alone, "," in name, rate)
    return found


def read(doc: Doc, indices: list[IndexMention], known: dict[str, dict[Key, Part]]) -> Seen:
    """Return what the rules see of `doc`, which names `indices`."""
    seen = pieces.read(doc)
    parts = Parts()
    ids = list(dict.fromkeys(index.id for index in indices))
    for id in ids:
        for key, part in known.get(id, {}).items():
            parts.add(key, part)
    entries = [catalogue().get(id) for id in ids]
    named: set[int] = set()
    for kind in _NAMERS:
        named |= _covered(doc, seen, spans.read(doc, kind))
    return Seen(
        words=seen.words,
        lower=seen.lower,
        pieces=seen,
        parts=parts,
        indices=spans.Named([(seen.place_of(index.start), index.id) for index in indices]),
        inside=_covered(doc, seen, indices),
        named=named,
        rates=any(entry is not None and entry.scale.unit == "persen" for entry in entries),
        word=catalogue().words,
    )


def _covered(doc: Doc, seen: Pieces, mentions: Iterable[Mention]) -> set[int]:
    covered: set[int] = set()
    for mention in mentions:
        after = seen.place_of(mention.end) if mention.end < len(doc) else len(seen.words)
        covered.update(range(seen.place_of(mention.start), after))
    return covered
