"""The extractor, made once for all tests that read whole articles."""

from functools import cache

import extractor


@cache
def reader() -> extractor.Extractor:
    """Return the extractor."""
    return extractor.load()
