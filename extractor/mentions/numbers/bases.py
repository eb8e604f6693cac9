"""Against when a rate of change is told: `0,41 persen (mtm)`, `secara tahunan 2,2 persen`."""

from bisect import bisect_right
from dataclasses import replace

from extractor.lexicon.numbers import NumberWords, number_words
from extractor.mentions.kinds import NumberMention

_AHEAD = 7  # words behind the number, its unit among them
_PHRASE = 3
_MARKS = frozenset({"(", "/", "atau", "secara", ",", "-", "–", "[", "pada", "basis"})
_CLOSES = frozenset({")", "]"})
_OPENS = frozenset({"(", "["})
_GLOSS = 8


def based(numbers: list[NumberMention], words: list[str], starts: list[int]) -> list[NumberMention]:
    """Return `numbers`, the percentages with the basis that the words beside them tell.

    What stands right behind a number is its own; what stands before it, behind the number before,
    holds for those after it as well.
    """
    lexicon = number_words()
    settled: list[NumberMention] = []
    sentence, kept, last = -1, "", 0
    for number in numbers:
        here = bisect_right(starts, number.start)
        if here != sentence:
            sentence, kept, last = here, "", starts[here - 1] if here else 0
        kept = _before(words, last, number.start, lexicon) or kept
        own, last = _behind(words, number.end, lexicon)
        if number.unit in lexicon.rates:
            number = replace(number, basis=own or kept)
        settled.append(number)
    return settled


def _behind(words: list[str], at: int, lexicon: NumberWords) -> tuple[str, int]:
    """Return the basis right behind the number at `at`, and where it ends: `persen (mtm)`."""
    for place in range(at, min(at + _AHEAD, len(words))):
        if basis := _told(words, place, lexicon):
            return basis, place + 1
        apart = words[place] == "," and words[place + 1 : place + 2] != ["("]
        if apart or words[place] not in lexicon.rates | _MARKS:
            break
    return "", at


def _before(words: list[str], start: int, end: int, lexicon: NumberWords) -> str:
    """Return the basis told last between the number before and this one, outside a bracket."""
    for place in range(end - 1, start - 1, -1):
        if words[place] in _CLOSES and place < end - 1:
            return _glossed(words, start, place, lexicon)
        if basis := _told(words, place, lexicon):
            return basis
    return ""


def _glossed(words: list[str], start: int, close: int, lexicon: NumberWords) -> str:
    """Return the basis that a bracket only says again: `secara tahunan (yoy), inflasi 2,2`."""
    for place in range(close - 1, max(start, close - _GLOSS), -1):
        if words[place] in _OPENS:
            ahead = range(max(start, place - _PHRASE), place)
            return next((basis for at in ahead if (basis := _told(words, at, lexicon))), "")
    return ""


def _told(words: list[str], at: int, lexicon: NumberWords) -> str:
    """Return the basis that a word or phrase from token `at` on tells."""
    if at >= len(words) or words[at] not in lexicon.base_openers:
        return ""
    for size in range(_PHRASE, 0, -1):
        phrase = " ".join(words[at : at + size])
        if phrase in lexicon.bases:
            return lexicon.bases[phrase]
    return ""
