"""One matcher for all constructions: which element plays which role beside which."""

import re
from dataclasses import dataclass, field
from functools import cache

from extractor.lexicon.constructions import ELEMENTS, Construction, Constructions, constructions
from extractor.links.constructions.elements import Elements

_ROLES = {"rival": "SUBJECT", "site": "SITE"}
"""The elements that play roles which are not named after them."""

_HOLDERS = ("subject", "site")


@dataclass
class Roles:
    """What the constructions found: names of constructions for each pair of tokens.

    `pairs[a, b]` are the constructions that give the mention at token `a` to the anchor at token
    `b`; `played[a]` the roles that the mention at token `a` plays, as `construction.role`;
    `settled[b]` the first tokens of those who alone may have the anchor at token `b`.
    """

    pairs: dict[tuple[int, int], list[str]] = field(default_factory=dict)
    played: dict[int, list[str]] = field(default_factory=dict)
    settled: dict[int, set[int]] = field(default_factory=dict)


Patterns = tuple[tuple[Construction, re.Pattern[str], frozenset[str]], ...]
"""Constructions, each with its pattern and the letters that no match can do without."""


def match_all(elements: Elements, patterns: Patterns | None = None) -> Roles:
    """Return the roles that all constructions give in an article: ours, or other `patterns`."""
    roles = Roles()
    for begin, end in elements.lines:
        line = elements.letters[begin:end]
        letters = set(line)
        for construction, pattern, needs in patterns or _shipped():
            if needs <= letters:
                for match in pattern.finditer(line):
                    _give(construction, match, elements, begin, roles)
    return roles


def patterns_of(known: Constructions) -> Patterns:
    """Return the patterns of all constructions of `known`."""
    found = []
    for construction in known.constructions:
        pattern = known.compiled(construction)
        needs = {ELEMENTS[_ROLES.get(role, role.upper())] for role in pattern.groupindex}
        found.append((construction, pattern, frozenset(needs)))
    return tuple(found)


@cache
def _shipped() -> Patterns:
    return patterns_of(constructions())


def _give(
    construction: Construction, match: re.Match[str], elements: Elements, begin: int, roles: Roles
) -> None:
    members = {
        role: [
            elements.starts[begin + at]
            for at in range(*match.span(role))
            if elements.letters[begin + at] == ELEMENTS[_ROLES.get(role, role.upper())]
        ]
        for role in match.re.groupindex
    }
    for one, other in construction.gives:
        fillers, anchors = members[one], members[other]
        for filler in fillers:
            roles.played.setdefault(filler, []).append(f"{construction.name}.{one}")
        if len(fillers) == len(anchors):
            pairs = list(zip(fillers, anchors, strict=True))
        elif len(fillers) == 1 or len(anchors) == 1:
            pairs = [(filler, anchor) for filler in fillers for anchor in anchors]
        else:
            continue
        for pair in pairs:
            roles.pairs.setdefault(pair, []).append(construction.name)
            if construction.settles and one in _HOLDERS:
                roles.settled.setdefault(pair[1], set()).add(pair[0])
