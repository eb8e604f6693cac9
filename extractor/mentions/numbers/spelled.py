"""Numbers whose comma is a word: `tiga koma empat delapan`, `3 koma 48`, `minus nol koma tiga`."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from extractor.lexicon import numerals
from extractor.lexicon.numbers import number_words

_WORD = re.compile(r"\w+")
_BEFORE = 60  # characters: "sembilan ratus sembilan puluh sembilan"
_MOST = 6  # words on either side of the comma


def find_spelled(text: str) -> Iterator[tuple[int, int, Decimal, bool, bool]]:
    """Yield start, end, value, False (no money), and whether it is negative, in order."""
    for comma in _comma().finditer(text):
        before = list(_WORD.finditer(text, max(0, comma.start() - _BEFORE), comma.start()))
        left = _left([match.group().lower() for match in before])
        after = _behind(text, comma.end())
        right, taken = _right([match.group().lower() for match in after])
        if left is None or not right or text[before[-1].end() : comma.start()].strip():
            continue
        steps, whole = left
        at, start = len(before) - steps, before[len(before) - steps].start()
        negative = at > 0 and before[at - 1].group().lower() in number_words().minus
        value = Decimal(f"{whole}.{right}")
        yield (
            before[at - 1].start() if negative else start,
            after[taken - 1].end(),
            -value if negative else value,
            False,
            negative,
        )


def _behind(text: str, at: int) -> list[re.Match[str]]:
    """Return the words behind the comma that only spaces part."""
    words: list[re.Match[str]] = []
    for match in _WORD.finditer(text, at, at + _BEFORE):
        last = words[-1].end() if words else at
        if len(words) == _MOST or text[last : match.start()].strip():
            break
        words.append(match)
    return words


def _left(words: list[str]) -> tuple[int, int] | None:
    """Return how many of the last `words` write a whole number, and the number."""
    if words and words[-1].isdecimal():
        return 1, int(words[-1][:6])
    if words and number_words().ones.get(words[-1]) == 0:
        return 1, 0
    for at in range(max(0, len(words) - _MOST), len(words)):
        value, end = numerals.cardinal(words, at)
        if value and end == len(words):
            return len(words) - at, value
    return None


def _right(words: list[str]) -> tuple[str, int]:
    """Return the decimals that `words` begin with, and how many words they take."""
    if words and words[0].isdecimal():
        apart = 0  # "3 koma 4 8"
        while apart < len(words) and len(words[apart]) == 1 and words[apart].isdecimal():
            apart += 1
        return ("".join(words[:apart]), apart) if apart else (words[0][:6], 1)
    spelled = 0
    while spelled < len(words) and numerals.digits(words[: spelled + 1]):
        spelled += 1
    value, end = numerals.cardinal(words, 0)
    if end > spelled:  # "koma empat puluh delapan"
        return str(value), end
    return numerals.digits(words[:spelled]), spelled


@cache
def _comma() -> re.Pattern[str]:
    return re.compile(
        rf"(?<=\w )(?:{'|'.join(sorted(number_words().comma))})(?= \w)", re.IGNORECASE
    )
