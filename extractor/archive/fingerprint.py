"""What sets a text apart, in a few numbers: two texts of one press release share most of them.

A text is cut into shingles, all runs of five words, and the smallest of their digests are kept
(Broder, On the resemblance and containment of documents, 1997). Which those are does not depend
on where a text begins or ends, so that a copy with its tail cut off keeps what it has of them.
"""

import re
from hashlib import blake2b

from extractor.text.furniture import furniture_lines

SIZE = 32
"""The most numbers that a fingerprint has."""
_RUN = 5
_WORD = re.compile(r"\w+")


def body(text: str) -> str:
    """Return `text` without furniture: the links of a page are another outlet's, not its text."""
    lines = [line.strip() for line in text.split("\n")]
    furniture = furniture_lines(lines)
    return "\n".join(line for at, line in enumerate(lines) if at not in furniture)


def shingles(text: str) -> frozenset[str]:
    """Return the runs of five words of the body of `text`, without case or punctuation.

    A text of fewer words is one run, one without words has none.
    """
    words = _WORD.findall(body(text).casefold())
    starts = range(max(1, len(words) - _RUN + 1)) if words else ()
    return frozenset(" ".join(words[start : start + _RUN]) for start in starts)


def fingerprint(text: str) -> list[int]:
    """Return the smallest digests of the shingles of `text`, ascending, of 64 bits each.

    Those of one text are the same on every machine and in every version of Python.

    >>> one = fingerprint("Kota Jambi meraih indeks SPBE 4,32 pada 2024.")
    >>> one == fingerprint("KOTA JAMBI meraih indeks SPBE 4,32 pada 2024")
    True
    """
    return sorted(map(_digest, shingles(text)))[:SIZE]


def _digest(shingle: str) -> int:
    return int.from_bytes(blake2b(shingle.encode(), digest_size=8).digest(), "big")
