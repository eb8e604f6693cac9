"""One matcher for all constructions: which element plays which role beside which."""

import re
from dataclasses import dataclass, field
from functools import cache

from extractor.lexicon.constructions import ELEMENTS, Construction, constructions
from extractor.links.elements import Elements

_ROLES = {"rival": "SUBJECT", "left": "VALUE", "reached": "VALUE"}
"""The elements that play roles which are not named after them."""


@dataclass
class Roles:
    """What the constructions found: names of constructions for each pair of tokens.

    `pairs[a, b]` are the constructions that give the mention at token `a` to the anchor at token
    `b`; `played[a]` the roles that the mention at token `a` plays, as `construction.role`.
    """

    pairs: dict[tuple[int, int], list[str]] = field(default_factory=dict)
    played: dict[int, list[str]] = field(default_factory=dict)


def match_all(elements: Elements) -> Roles:
    """Return the roles that all constructions give in an article."""
    roles = Roles()
    for begin, end in elements.lines:
        line = elements.letters[begin:end]
        for construction, pattern, needs in _compiled():
            if needs.issubset(line):
                for match in pattern.finditer(line):
                    _give(construction, match, elements, begin, roles)
    return roles


@cache
def _compiled() -> tuple[tuple[Construction, re.Pattern[str], frozenset[str]], ...]:
    """Return each construction with its pattern and the letters no match can do without."""
    known = constructions()
    found = []
    for construction in known.constructions:
        pattern = known.compiled(construction)
        needs = {ELEMENTS[_ROLES.get(role, role.upper())] for role in pattern.groupindex}
        found.append((construction, pattern, frozenset(needs)))
    return tuple(found)


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
