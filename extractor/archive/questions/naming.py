"""From what a person calls a region or an index to what records call it."""

import re

from extractor.errors import InputError
from extractor.lexicon.indices import catalogue, slug
from extractor.lexicon.regions import gazetteer, words_of

_CODE = re.compile(r"\d\d(?:\.\d\d)?")
COUNTRY = "ID"


def region_code(name: str) -> str:
    """Return the Kemendagri code of `name`, `ID` for the country.

    Raises InputError when there is no such region, or when several go by that name.
    """
    known = gazetteer()
    wanted = name.strip()
    if wanted.casefold() in ("id", "indonesia", "nasional"):
        return COUNTRY
    if _CODE.fullmatch(wanted):
        if wanted not in known.regions:
            raise InputError(f"region {name!r}: no province, regency or city has this code")
        return wanted
    official = [code for code, region in known.regions.items() if _same(region.name, wanted)]
    codes = official or list(known.names.get(words_of(_full(wanted)), ()))
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


def _full(name: str) -> str:
    return re.sub(r"(?i)^kab(?:\.|upaten)? ", "Kabupaten ", name)


def _same(official: str, wanted: str) -> bool:
    return words_of(official) == words_of(_full(wanted))
