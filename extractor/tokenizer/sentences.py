"""Sentence starts that the words themselves settle, put right after the network has spoken.

The network is right about tokens, and about most sentences; what it misses is told by the marks
alone. Tokens are never touched.
"""

from collections.abc import Sequence
from functools import cache
from importlib import resources
from itertools import accumulate

import yaml

from extractor.errors import LexiconError

_PAIRS = {"“": "”", "«": "»", "(": ")", "[": "]", '"': '"'}
_OPENERS = {closing: opening for opening, closing in _PAIRS.items()}
_CLOSING = frozenset(_OPENERS)
_FILE = "abbreviations.yaml"


def starts(words: Sequence[str], spaced: Sequence[bool], begins: Sequence[bool]) -> list[bool]:
    """Return whether a sentence starts with each token of one line.

    `spaced` tells which tokens have white space before them, `begins` what the network says.
    Within quotes or brackets that close again on the line no sentence starts; elsewhere one
    starts after a full stop and before a capital, unless an abbreviation or the number of a list
    item stands there.

    "... lewat VPN atau SFTP. Koneksi lain ditutup." are two sentences, as are "... oleh Plt. Amir.
    Acara ..."; '"Kami siap. Mari mulai," kata Drs. H. Amir.' is one, and so is "2. Kota Palu".
    """
    nested = _nested(words, spaced)
    found = list(begins)
    for place in range(1, len(words)):
        if nested[place]:
            found[place] = False
        elif spaced[place]:
            found[place] = _starts(words, spaced, found, place)
    return found


def _starts(
    words: Sequence[str], spaced: Sequence[bool], found: Sequence[bool], place: int
) -> bool:
    begins = found[place]
    if not _opens(words[place]):
        return begins
    stop = place - 1
    while stop > 0 and words[stop] in _CLOSING and not spaced[stop]:
        stop -= 1
    if stop == place - 1 and words[stop].endswith("."):
        last = stop - 1 if words[stop] == "." and not spaced[stop] and stop else stop
        word = words[last].removesuffix(".")
        numbering = found[last] and (word.isdigit() or len(word) == 1)
        if numbering or word.lower() in _abbreviations():
            return False
        if len(word) == 1 and word.isupper():
            return begins and not _initial(words, last)
    return begins or (words[stop] == "." and not spaced[stop])


def _opens(word: str) -> bool:
    return word[0].isupper() or word[0] in _PAIRS


def _initial(words: Sequence[str], letter: int) -> bool:
    """Tell "Hevearita G. Rahayu", "Hj. R. Sutarti" from "meraih predikat A. Bupati ..."."""
    before = letter - 1
    if before >= 0 and words[before] == ".":
        before -= 1
    return before < 0 or words[before] == "." or words[before][0].isupper()


def _nested(words: Sequence[str], spaced: Sequence[bool]) -> list[bool]:
    """Return whether each token lies within a pair of marks; a mark without its fellow is none."""
    open_at: dict[str, int] = {}
    steps = [0] * (len(words) + 1)
    for place, word in enumerate(words):
        opens = word in _PAIRS
        if word == '"':
            glued = place + 1 < len(words) and not spaced[place + 1]
            opens = glued and (place == 0 or spaced[place] or word not in open_at)
        if opens:
            open_at[word] = place
        elif word in _OPENERS and (start := open_at.pop(_OPENERS[word], None)) is not None:
            steps[start + 1] += 1
            steps[place + 1] -= 1
    return [depth > 0 for depth in accumulate(steps[:-1])]


@cache
def _abbreviations() -> frozenset[str]:
    text = resources.files("extractor.tokenizer").joinpath(_FILE).read_text(encoding="utf-8")
    groups = yaml.safe_load(text)
    words = [word for name, group in groups.items() if name != "source" for word in group]
    if unfit := [word for word in words if not isinstance(word, str) or word != word.lower()]:
        raise LexiconError(f"{_FILE}: {unfit[0]!r} is no lower-case word")
    return frozenset(words)
