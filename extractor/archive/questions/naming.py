"""From what a person calls a region or an index to what records call it."""

import re
from collections.abc import Collection
from functools import cache

from extractor.errors import InputError
from extractor.lexicon.indices import catalogue, slug
from extractor.lexicon.nearest import meant
from extractor.lexicon.regions import gazetteer, words_of

_CODE = re.compile(r"\d\d(?:\.\d\d)?")
# As Excel and BPS write it: 3310, and 3300 for the province.
_UNDOTTED = re.compile(r"(\d\d)(\d\d)(?:\.0+)?")
_CUT = re.compile(r"\d\d\.\d")
COUNTRY = "ID"


def region_code(name: str) -> str:
    """Return the Kemendagri code of `name`, `ID` for the country.

    A code may be written without its dot ("3310"). Raises InputError when there is no such region,
    with the names that are like it, or when several go by that name.
    """
    known = gazetteer()
    wanted = _dotted(name.strip())
    if wanted.casefold() in ("id", "indonesia", "nasional"):
        return COUNTRY
    if _CODE.fullmatch(wanted):
        if wanted not in known.regions:
            raise InputError(f"region {name!r}: no province, regency or city has this code")
        return wanted
    if _CUT.fullmatch(wanted):
        raise InputError(f"region {name!r}: a code has two digits behind its dot: {wanted}0?")
    official = [code for code, region in known.regions.items() if _same(region.name, wanted)]
    codes = official or _by_level(wanted) or list(known.names.get(words_of(_full(wanted)), ()))
    if not codes:
        perhaps = meant(_full(wanted), region_names())
        raise InputError(f"region {name!r}: no province, regency or city is called that{perhaps}")
    if len(codes) > 1:
        several = ", ".join(f"{known.regions[code].name} ({code})" for code in codes)
        raise InputError(f"region {name!r}: may be {several}; name one of them in full")
    return codes[0]


def index_ids(name: str) -> list[str]:
    """Return the ids that records may have for the index `name`, the surest first."""
    known = catalogue()
    if known.get(name) is not None:
        return [name]
    return list(known.resolve_all(name)) or [slug(name)]


def named_index(name: str, stated: Collection[str]) -> list[str]:
    """Return the ids that records may have for the index `name`.

    `stated` are the ids that a dataset states besides those of the catalogue. Raises InputError
    with the names that are like it when neither knows it.
    """
    ids = index_ids(name)
    if catalogue().get(ids[0]) is None and ids[0] not in stated:
        others = [id for id in stated if catalogue().get(id) is None]
        names = [*index_names(), *((id.replace("-", " "), id) for id in others)]
        raise InputError(f"index {name!r}: neither known nor stated{meant(name, names)}")
    return ids


@cache
def index_names() -> tuple[tuple[str, str], ...]:
    """Return what each index is called, by each of its names, ids and acronyms."""
    return tuple(
        (written, entry.acronym or entry.name)
        for entry in catalogue().entries
        for written in (*entry.names, entry.id, *entry.acronyms)
    )


@cache
def region_names() -> tuple[tuple[str, str], ...]:
    """Return the official name of each region, by that and by what else it is called."""
    known = gazetteer()
    called = [(" ".join(words), code) for words, codes in known.names.items() for code in codes]
    return (
        *((region.name, region.name) for region in known.regions.values()),
        *((name, known.regions[code].name) for name, code in called),
    )


def _by_level(name: str) -> list[str]:
    """Return the codes for `Kabupaten Toba Samosir`: a name besides the official one, or of old."""
    known, (level, *rest) = gazetteer(), words_of(_full(name)) or ("",)
    bare = tuple(rest)
    codes = [*known.names.get(bare, ()), *filter(None, [known.asked.get(bare)])]
    wanted = known.words.levels.get(level)
    return [code for code in codes if known.regions[code].level == wanted]


def _dotted(written: str) -> str:
    """Return `33.10` for `3310`, `33` for `3300`, anything else as it is."""
    match = _UNDOTTED.fullmatch(written)
    if match is None:
        return written
    return match[1] if match[2] == "00" else f"{match[1]}.{match[2]}"


def _full(name: str) -> str:
    return re.sub(r"(?i)^kab(?:\.|upaten)? ", "Kabupaten ", name)


def _same(official: str, wanted: str) -> bool:
    return words_of(official) == words_of(_full(wanted))
