"""From what a person calls a region or an index to what records call it."""

import re

from extractor.errors import InputError
from extractor.lexicon.indices import catalogue, slug
from extractor.lexicon.regions import gazetteer, words_of

_CODE = re.compile(r"\d\d(?:\.\d\d)?")
# As Excel and BPS write it: 3310, and 3300 for the province.
_UNDOTTED = re.compile(r"(\d\d)(\d\d)(?:\.0+)?")
_CUT = re.compile(r"\d\d\.\d")
COUNTRY = "ID"


def region_code(name: str) -> str:
    """Return the Kemendagri code of `name`, `ID` for the country.

    A code may be written without its dot ("3310"). Raises InputError when there is no such region,
    or when several go by that name.
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
        raise InputError(f"region {name!r}: no province, regency or city is called that")
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
