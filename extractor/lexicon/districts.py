"""The names of all kecamatan and distrik, from Kepmendagri 300.2.2-2138/2025."""

from functools import cache

from extractor.lexicon.resource import read_text

FILE = "districts.csv"


@cache
def district_names() -> frozenset[str]:
    """Return the names as the register writes them ("Pantai Barat"), without their regencies."""
    _, *names = read_text(FILE).splitlines()
    return frozenset(names)
