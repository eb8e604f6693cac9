"""Who is ranked: the class and level that words name, and all that an article tells of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from extractor.lexicon.ranks import rank_words

if TYPE_CHECKING:
    from extractor.links.view import View

CLASSES = {"province": "provinsi", "regency": "kabupaten", "city": "kota"}
"""The class that the subjects of each level are ranked in."""
PAIR = "kabupaten/kota"
_BOTH = re.compile(r"\bkabupaten ?(?:/ ?| dan |(?<= ))kota\b")
_GOVERNMENT = "pemerintah "
_LEVELS = {**CLASSES, "local": PAIR}


class Size(NamedTuple):
    """A count of those ranked: whether these are all there are, and where; "" for unsaid."""

    whole: bool
    scope: str


@dataclass(frozen=True)
class Ranked:
    """What an article tells anywhere of those who are ranked.

    `indices` are the names of its indices, `classes` the classes named, `sizes` the counts of those
    ranked, each with its noun. `national` holds where a rank
    is told of the nation. `members` are how many subjects of each province are named, `regions`
    how many regions of each, itself included, by its code.
    """

    indices: frozenset[str]
    classes: tuple[str, ...]
    sizes: Mapping[tuple[int, str], Size]
    national: bool
    members: Mapping[str, int]
    regions: Mapping[str, int]

    @cached_property
    def sums(self) -> Mapping[int, str]:
        """Which sizes are the sum of two others ("68 inflasi, 22 deflasi": 90), and which parts."""
        sizes = sorted({size for size, _ in self.sizes})
        found: dict[int, str] = {}
        for at, one in enumerate(sizes):
            for other in sizes[at:]:
                if one + other in sizes:
                    found |= {one: "part", other: "part", one + other: "sum"}
        return found


def find_ranked(view: View) -> Ranked:
    """Return who is ranked in the article of `view`."""
    told = [(mention.category, mention.noun) for mention in view.cohorts]
    told += [(rank.category, rank.among) for rank in view.ranks]
    classes = {value for named, noun in told for value in (named, *class_of(noun)) if value}
    sizes = {(m.size, m.noun): Size(m.whole, m.scope) for m in view.cohorts if m.size}
    sizes |= {(r.out_of, r.among): Size(True, r.scope) for r in view.ranks if r.out_of}
    members: dict[str, set[str]] = defaultdict(set)
    regions: dict[str, set[str]] = defaultdict(set)
    for subject in view.subjects:
        if subject.unsettled:
            continue
        province = subject.code[:2]
        if subject.code[2:3] == ".":
            members[province].add(subject.code)
        if subject.kind == "region":
            regions[province].add(subject.code)
    return Ranked(
        frozenset(name for i in view.indices for name in (i.acronym.lower(), i.id)),
        tuple(sorted(classes)),
        sizes,
        any(rank.scope == "national" for rank in view.ranks),
        {province: len(codes) for province, codes in members.items()},
        {province: len(codes) for province, codes in regions.items()},
    )


def class_of(noun: str) -> list[str]:
    """Return the class that a noun of those counted names: `pemkot` is kota; [] for `daerah`."""
    known, noun = rank_words().levels_of, _BOTH.sub(PAIR, noun)  # "kabupaten /kota"
    level = known.get(noun) or known.get(noun.removeprefix(_GOVERNMENT), "")
    return [_LEVELS[level]] if level in _LEVELS else []


def suits(noun: str, level: str) -> str:
    """Return whether those counted are of the level of the subject: 1, 0, or "na" for unknown."""
    counted = rank_words().levels_of.get(noun, "")
    if counted in ("", "any") or level not in CLASSES:
        return "na"
    return str(int(counted == level or (counted == "local" and level != "province")))


def heading_classes(words: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the classes that a heading names: `Kategori Kota:`, `10 kabupaten terbaik`."""
    ranks = rank_words()
    words = _BOTH.sub(PAIR, " ".join(words)).split(" ")
    heads = [at for at, word in enumerate(words) if word in ranks.category_heads]
    if heads:
        stop = heads[0] + 1
        while stop < len(words) and not ranks.ends_class(words[stop]):
            stop += 1
        named = [w for w in words[heads[0] + 1 : stop] if w not in ranks.best | ranks.worst]
        plain = " ".join(w for w in named if w.strip())
        for value in class_of(plain) or class_of(plain.split(" ")[0]) or [plain]:
            if value:
                yield value, "heading-class"
    bare = [word for word in words if word[:1].isalpha() and word not in ranks.class_leads]
    for value in class_of(" ".join(bare)):  # "Kota:", "Tingkat kabupaten:"
        yield value, "heading-class"
    for word in words:
        if classes := class_of(word):
            yield classes[0], "heading-noun"
