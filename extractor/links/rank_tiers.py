"""Whom a place is held among: the tier of a region, and how many of it a scope has."""

from collections.abc import Iterable

from extractor.lexicon.ranks import rank_words
from extractor.lexicon.regions import gazetteer
from extractor.links.claims import Claim
from extractor.links.slots import Slot


def tier_of(slot: Slot) -> str:
    """Return among whose kind a subject is ranked: provinces, or kabupaten and kota."""
    if slot.kind != "region":
        return slot.kind
    return "province" if slot.level == "province" else "local"


def is_among(subject: Slot, noun: str) -> bool:
    """Whether those counted are of the subject's level: a kota among `98 kota`."""
    level = rank_words().levels_of.get(noun, "")
    local = level == "local" and subject.level in ("regency", "city")
    return level in (subject.level, "any") or local


def sizes_of(scope: str, level: str) -> list[int]:
    """Return how many of a level a scope has: [38, …] provinces, 22 kabupaten/kota in `53`.

    The nation's numbers changed over the years; all of them are returned.
    """
    words = rank_words()
    if scope == "national":
        return words.universes.get(level, [])
    if not scope.isdecimal() or level == "province":
        return []
    inside = [r for code, r in gazetteer().regions.items() if code.startswith(f"{scope}.")]
    if level == "any":  # the provincial government may be one of them
        return [len(inside), len(inside) + 1]
    return [sum(level in ("local", region.level) for region in inside)]


def by_ranking(
    claims: Iterable[Claim],
) -> dict[tuple[tuple[str, ...], str], list[Claim]]:
    """Return `claims` by index and scope."""
    found: dict[tuple[tuple[str, ...], str], list[Claim]] = {}
    for claim in claims:
        found.setdefault((claim.indices, claim.scope), []).append(claim)
    return found
