"""What a reviewer looks for: words, and phrases in quotation marks."""

import re

_PART = re.compile(r'"([^"]*)"?|([^\s"]+)')
MOST = 200
"""So many articles are shown for what was looked for."""


def parts_of(words: str) -> list[str]:
    """Return the words and phrases in `words`, in small letters.

    >>> parts_of('Blitar "indeks  SPBE"')
    ['blitar', 'indeks spbe']
    """
    found = (" ".join((phrase or word).split()) for phrase, word in _PART.findall(words.lower()))
    return [part for part in found if part]


def holds(text: str, parts: list[str]) -> bool:
    """Tell whether all `parts` stand in `text`, in whatever order, letters and line breaks."""
    plain = " ".join(text.lower().split())
    return all(part in plain for part in parts)
