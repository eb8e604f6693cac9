"""Places that nobody can hold: beyond those who are ranked."""

from collections import Counter
from collections.abc import Mapping
from functools import cache

from extractor.facts.words import ranked_class
from extractor.lexicon.regions import gazetteer, governments

_LEVELS = {"kabupaten": ("regency",), "kota": ("city",), "kabupaten/kota": ("regency", "city")}
_PROVINCES = "provinsi"
_NATION = "national"


def check_among(
    position: int, end: int | None, out_of: int | None, category: str | None, scope: str | None
) -> None:
    """Raise ValueError when a place lies beyond `out_of`, or beyond all governments of its class.

    `scope` is as in `Rank`: only of the nation and of a province are the governments counted.
    """
    furthest = max(abs(position), abs(end or position))
    if out_of is not None and furthest > out_of:
        raise ValueError(f"there is no place {furthest} among {out_of} (out_of)")
    most = _most(category, scope)
    if most is not None and furthest > most:
        raise ValueError(f"there is no place {furthest} among {most} of the class {category!r}")


def _most(category: str | None, scope: str | None) -> int | None:
    """Return how many governments of a class there are in `scope`; None for what is not counted."""
    if category is None or scope is None:
        return None
    kind = category.casefold() if category.casefold() in _LEVELS else ranked_class(category)
    if scope == _NATION:
        return _national().get(kind)
    if kind not in _LEVELS or scope not in gazetteer().regions:
        return None
    # Those of provinces that were split off count too: an article may be older than they are.
    younger = [code for code, former in gazetteer().provinces.items() if scope in former]
    counts = [governments(code) for code in (scope, *younger)]
    return sum(count.get(level, 0) for count in counts for level in _LEVELS[kind])


@cache
def _national() -> Mapping[str, int]:
    levels = Counter[str](region.level for region in gazetteer().regions.values())
    counted = {kind: sum(levels[level] for level in of) for kind, of in _LEVELS.items()}
    return {**counted, _PROVINCES: levels["province"]}
