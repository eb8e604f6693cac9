"""Furniture: the lines of an article page that are no body text.

Furniture stays in the text and is still read for facts; it only gives no context to its
neighbours ("Baca juga: IPM Kota Kupang Naik" does not make Kupang the topic).
"""

import re
from collections.abc import Sequence
from functools import cache

from extractor.lexicon import furniture as lexicon

_LONGEST_LABEL = 40
# The links to the pages of an article: 1 2 3 Selanjutnya.
_PAGES = re.compile(r"(?:halaman:? )?\d{1,2}(?: \d{1,2})*(?: selanjutnya| »| >)?", re.IGNORECASE)
_SYMBOLS = re.compile(r"[\W_]*")
_EDGES = " .…:-–—|*•»>©"


def furniture_lines(lines: Sequence[str]) -> set[int]:
    """Return the indices of the lines that are furniture.

    "Baca juga: Lampu Jalan Padam", "Editor: Tim Redaksi", "COPYRIGHT © KBN 2024", "1 2"; and all
    that follows a heading like "Berita Terkait", which ends the article.
    """
    words = lexicon.load()
    found: set[int] = set()
    for index, line in enumerate(lines):
        plain = line.strip(_EDGES).lower()
        if plain in words.closings and _ends_the_article(lines, index):
            return found | set(range(index, len(lines)))
        if _is_furniture(line, plain):
            found.add(index)
    return found


def _is_furniture(line: str, plain: str) -> bool:
    words = lexicon.load()
    if not plain:
        return bool(line) and bool(_SYMBOLS.fullmatch(line))
    if plain in words.lines or _PAGES.fullmatch(plain):
        return True
    if _opening().match(plain):
        return True
    label, colon, _ = line[:_LONGEST_LABEL].partition(":")
    return bool(colon) and label.strip(_EDGES).lower() in words.labels


def _ends_the_article(lines: Sequence[str], index: int) -> bool:
    """Tell whether only headlines follow: in the second half, and no line long as a paragraph."""
    rest = lines[index + 1 :]
    return index * 2 >= len(lines) and all(len(line) < 160 for line in rest)


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(map(re.escape, lexicon.load().openings))})\b")
