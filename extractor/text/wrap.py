"""Lines that break off in the middle of a sentence: wrapped at a width, or cut at each link.

"sebesar / 3,21 poin", "di / Rimba / , Senin", "kabu- / paten": what a page shows as one line, its
source has as several. The lines of a list, a table or a title end anywhere, too, so a break goes
only where the words on both sides prove it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractor.errors import LexiconError
from extractor.lexicon.resource import read_yaml

_FILE = "wrap.yaml"
_GROUPS = ("leads", "own")
_LABEL = 15
"""A cell, a label or a tag is shorter; the line of a sentence that broke off is not."""
_PROSE = 40
_MOST_BREAKS = 2
_LINE = re.compile(r"[^\n]+")
_LAST_WORD = re.compile(r"([^\W\d_]+)\Z")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_MARKS = re.compile(r"[,;.)](?:\s|\Z)")
_ITEM = re.compile(r"(?:\d{1,3}|[a-z])[.)]|[-–—•*]")
_SYLLABLES = re.compile(r"([a-z]{2,})-\Z")


@dataclass(frozen=True, slots=True)
class _Words:
    leads: frozenset[str]
    own: frozenset[str]


def joints(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield each break inside a sentence of clean `text`, and what stands there instead of it.

    That is a space, or nothing beside a mark: "Rimba / , Senin" is "Rimba, Senin". A word that was
    parted is whole again; the hyphen of one that is said twice stays ("masing- / masing").
    """
    last: re.Match[str] | None = None
    goes_on = False
    for line in _LINE.finditer(text):
        near = last is not None and line.start() - last.end() <= _MOST_BREAKS
        if last is None or not near:
            last, goes_on = line, False
            continue
        left, right = last.group(), line.group()
        if (hyphen := _parted(left, right)) >= 0:
            goes_on = True
            yield last.end() - hyphen, line.start(), ""
        elif left.endswith("(") or (_MARKS.match(right) and _may_go_on(left)):
            goes_on = True
            yield last.end(), line.start(), ""
        elif goes_on := _goes_on(left, right, is_prose=goes_on or len(left) >= _PROSE):
            yield last.end(), line.start(), " "
        last = line


def _parted(left: str, right: str) -> int:
    """Return how many characters too many a parted word has at the line's end; -1 for none."""
    if not left.endswith("-") or len(left) < _PROSE or not right[0].islower():
        return -1
    syllables = _SYLLABLES.search(left, len(left) - _PROSE)
    first = _FIRST_WORD.match(right)
    if syllables is None or first is None:
        return -1
    return 0 if syllables[1] == first.group() else 1


def _goes_on(left: str, right: str, *, is_prose: bool) -> bool:
    """Whether the line `right` goes on with `left`, which is prose or long enough to be some."""
    words = _words()
    first = _FIRST_WORD.match(right)
    if _ITEM.match(right) or (first is not None and first.group() in words.own):
        return False
    if left.isupper() or (not is_prose and (len(left) < _LABEL or left[0].islower())):
        return False  # an advert, a cell, a label, or one tag under another
    word = _LAST_WORD.search(left, max(0, len(left) - _PROSE))  # no leading word is that long
    if word is not None and word.group() in words.leads:
        return True
    if first is None or not _may_go_on(left, is_prose=is_prose):
        return False
    return right[0].islower() or left.endswith(",")


def _may_go_on(left: str, *, is_prose: bool = False) -> bool:
    """Whether a line ends in a word, a number or a comma, and is no short item of a list."""
    return (left[-1].isalnum() or left[-1] in ",)%") and (is_prose or not _ITEM.match(left))


@cache
def _words() -> _Words:
    lists = read_yaml(_FILE)
    if not isinstance(lists, dict) or set(lists) != set(_GROUPS):
        raise LexiconError(f"lexicon file {_FILE}: it must have {', '.join(_GROUPS)}")
    return _Words(frozenset(lists["leads"]), frozenset(lists["own"]))
