"""Which values the words beside them turn negative: `deflasi 0,13 persen`, `terkontraksi 2,07`."""

from collections.abc import Iterator
from dataclasses import replace

from extractor.lexicon.numbers import NumberWords, number_words
from extractor.mentions.kinds import NumberMention
from extractor.mentions.surface import Surface

_CONTRACTED = 4  # words between the verb and its value


def signed(
    numbers: list[NumberMention], seen: Surface, named: frozenset[int]
) -> list[NumberMention]:
    """Return `numbers`, those of a deflation or a contraction negative.

    `named` are the tokens in names of indices, any of which ends a deflation. The noun that stands
    nearest before a value in its sentence governs it; a sentence that only goes on ("Disusul Kota
    Palu 0,3 persen") and the lines of a list take that of the one before.
    """
    lexicon = number_words()
    if not any(word in seen.lower for word in _nouns(lexicon)):
        return numbers
    shrinks = _governed(seen, lexicon, named)
    return [
        replace(number, value=-number.value)
        if number.role == "score"
        and number.value > 0
        and (shrinks[number.start] or _is_glossed(number, seen.lower, lexicon))
        else number
        for number in numbers
    ]


def _is_glossed(number: NumberMention, words: list[str], lexicon: NumberWords) -> bool:
    """`0,13 persen (deflasi)`: a noun in brackets behind the value says that it shrinks."""
    at = number.end + (words[number.end : number.end + 1] == [number.unit])
    return words[at : at + 1] == ["("] and not lexicon.shrinking.isdisjoint(words[at + 1 : at + 2])


def _nouns(lexicon: NumberWords) -> frozenset[str]:
    return lexicon.shrinking | lexicon.contracting


def _governed(seen: Surface, lexicon: NumberWords, named: frozenset[int]) -> list[bool]:
    """Return for each token whether a value at it is told of something that shrinks."""
    shrinks: list[bool] = []
    last = False
    for begin, end in _sentences(seen):
        words = seen.lower[begin:end]
        goes_on = last and _goes_on(begin, seen, lexicon) and lexicon.annual.isdisjoint(words)
        state = goes_on
        contracted = -1
        for at, word in enumerate(words):
            if word in lexicon.shrinking:
                state = True
            elif word in lexicon.swelling or begin + at in named:
                state = False
            if word in lexicon.contracting:
                contracted = at
            elif word in lexicon.levels - {"mencapai"}:  # "menyusut menjadi 2,1": what it came to
                contracted = -1
            shrinks.append(state or (at - contracted <= _CONTRACTED and contracted >= 0))
        last = state
    return shrinks


def _sentences(seen: Surface) -> Iterator[tuple[int, int]]:
    """Yield the bounds of the sentences, the first from the first token on."""
    begins = seen.begins if seen.begins[:1] == [0] else [0, *seen.begins]
    yield from zip(begins, [*begins[1:], len(seen.words)], strict=True)


def _goes_on(begin: int, seen: Surface, lexicon: NumberWords) -> bool:
    """Whether the sentence at token `begin` goes on with the one before, or with its list."""
    words = seen.lower
    at = begin
    while at < len(words) and not words[at].strip():
        at += 1
    if at >= len(words):
        return True
    before = begin - 1
    while before >= 0 and not words[before].strip():
        before -= 1
    heads = before >= 0 and words[before] == ":"
    listed = words[at] in lexicon.bullets or words[at].rstrip(".)").isdecimal()
    return words[at] in lexicon.follows or heads or listed
