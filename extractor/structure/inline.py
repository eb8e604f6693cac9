"""Lists inside a line: `1. Rimba 2. Awan 3. Senja Kategori kabupaten: 1. Teluk 2. Muara 3. …`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from extractor.lexicon.ranks import rank_words
from extractor.structure.markers import Marker, inner_markers

_SENTENCE = re.compile(r"[.!?][”\"]?\s+(?=[A-Z“\"(])")
_NAMED_VALUE = re.compile(
    r".{3,70}?[\s:(=–-](?:\d+[.,]\d+(?:\s?(?:persen|poin|%))?|\d+\s?(?:persen|poin|%))\)?"
)
_HEAD_REACH = 60
_SHORT = 30


@dataclass(frozen=True, slots=True)
class InlineList:
    """A list inside a line, as characters of that line; an item is its number, start and end.

    `opening` are the words right before it that head it, () for none; `lead` is the sentence before
    them where they hardly tell more than a class: `Nilai SPBE 2024. Kota: 1. …`.
    """

    start: int
    end: int
    opening: tuple[int, int] | tuple[()]
    lead: tuple[int, int] | tuple[()]
    items: tuple[tuple[int, int, int], ...]


def inline_lists(text: str) -> list[InlineList]:
    """Return the lists inside the line `text`, in order."""
    rows = inner_markers(text, lambda at: _is_headed(text, at))
    found: list[InlineList] = []
    floor = 0
    for at, row in enumerate(rows):
        if row[0].start < floor:
            continue  # letters inside the items of a numbered list
        follower = next((r[0].start for r in rows[at + 1 :] if r[0].start > row[-1].end), 0)
        last_end = _last_end(text, row[-1], follower)
        bounds = [*(marker.start for marker in row[1:]), last_end]
        items = tuple(
            (marker.number, marker.end, max(marker.end, len(text[:end].rstrip(" ,;"))))
            for marker, end in zip(row, bounds, strict=True)
        )
        opening = _opening(text, floor, row[0].start)
        lead: tuple[int, int] | tuple[()] = ()
        if opening and _is_short(text[slice(*opening)]):
            lead = _opening(text, floor, opening[0])
        found.append(InlineList(row[0].start, last_end, opening, lead, items))
        floor = last_end
    return found


def _last_end(text: str, last: Marker, follower: int) -> int:
    """Return where the last item ends: with its sentence, or before what heads the next list."""
    stop = _SENTENCE.search(text, last.end)
    end = stop.start() + 1 if stop else len(text)
    if not follower or end < follower:
        return end
    if (own := _NAMED_VALUE.match(text, last.end, follower)) is not None:
        return own.end()
    head = _class_head().search(text, last.end, follower)
    return head.start() if head else follower


def _is_short(opening: str) -> bool:
    """Whether what is listed is told by the sentence before: `Kota: 1. …`, `Hasilnya: 1. …`."""
    return len(opening) < _SHORT or is_class_title(opening)


def _is_headed(text: str, at: int) -> bool:
    """Whether a heading ends right before `at`: with a colon, or with the noun of a class."""
    before = text[max(0, at - _HEAD_REACH) : at]
    return before.rstrip().endswith(":") or _class_head().search(before) is not None


def _opening(text: str, floor: int, first: int) -> tuple[int, int] | tuple[()]:
    """Return the words from `floor` to the first item, of their last sentence only."""
    before = text[floor:first].rstrip()
    begins = [match.end() for match in _SENTENCE.finditer(before)]
    start = floor + (begins[-1] if begins else len(before) - len(before.lstrip(" ,;.")))
    return (start, floor + len(before)) if start < floor + len(before) else ()


@cache
def _class_words() -> tuple[str, str, str]:
    """Return as patterns what opens a class, the nouns of levels, and what leads up to either."""
    words = rank_words()
    leads = rf"(?:\b(?:{_either(words.class_leads)})\s+)*"
    return _either(words.category_heads), _either(words.levels_of), leads


@cache
def _class_head() -> re.Pattern[str]:
    """`kategori …`, or the noun of a level right before the list: `Kabupaten: 1.`."""
    heads, levels, leads = _class_words()
    return re.compile(rf"\b(?:{heads})\b|{leads}\b(?:{levels})\s*[:\u2013-]?\s*$", re.IGNORECASE)


def is_class_title(text: str) -> bool:
    """Whether `text` only names a class of those ranked: `Kategori kota:`, `Pemerintah kota`."""
    return bool(_class_title().fullmatch(text.strip()))


@cache
def _class_title() -> re.Pattern[str]:
    heads, levels, leads = _class_words()
    named = rf"(?:(?:{heads})\b[^.:;]{{1,60}}|(?:{levels}))"
    return re.compile(rf"{leads}{named}\s*[:\u2013-]?", re.IGNORECASE)


def _either(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
