"""Against when a rate of change is told: `0,41 persen (mtm)`, `secara tahunan 2,2 persen`."""

from dataclasses import replace

from extractor.lexicon.numbers import NumberWords, number_words
from extractor.mentions.kinds import NumberMention
from extractor.structure.article_index import ArticleIndex

_AHEAD = 7  # words behind the number, its unit among them
_PHRASE = 3  # words of a basis
_MARKS = frozenset({"(", "/", "atau", "secara", ",", "-", "–", "[", "pada", "basis"})
_OPENS, _CLOSES = frozenset({"(", "["}), frozenset({")", "]"})
_GLOSS = 8
_AGAINST = 12  # words: "dibanding triwulan yang sama tahun lalu (y-on-y)"
_OPENING = 2


def based(numbers: list[NumberMention], index: ArticleIndex) -> list[NumberMention]:
    """Return `numbers`, the percentages with the basis that the words beside them tell.

    What stands right behind a number is its own; what stands before it, behind the number before,
    holds for those after it as well. So does what the sentence before says for one that goes on
    with it: `Disusul Rimba 0,3 persen`.
    """
    lexicon = number_words()
    settled: list[NumberMention] = []
    sentence, kept, last = -1, "", 0
    for number in numbers:
        begin = index.sentence[number.start]
        if begin != sentence:
            goes_on = bool(settled) and _goes_on(begin, settled[-1], index, lexicon)
            kept = settled[-1].basis if goes_on else ""
            sentence, last = begin, begin
        kept = _before(index.lower, last, number.start, last == begin, lexicon) or kept
        own, last = _behind(index.lower, number.end, lexicon)
        if number.unit in lexicon.rates or _is_bare(number, index.lower):
            number = replace(number, basis=own or kept)
        settled.append(number)
    return settled


def _is_bare(number: NumberMention, words: list[str]) -> bool:
    """Whether a value stands alone in a bracket: `disusul Rimba 5,2 persen, Awan (4,65)`."""
    around = (words[number.start - 1], *words[number.end : number.end + 1]) if number.start else ()
    return number.role == "score" and around == ("(", ")")


def _goes_on(begin: int, last: NumberMention, index: ArticleIndex, lexicon: NumberWords) -> bool:
    """Whether the sentence from token `begin` on goes on with that of the `last` number."""
    opening = index.lower[begin : begin + _OPENING]
    near = index.ordinal[begin] - index.ordinal[last.start] == 1
    return near and not lexicon.chained.isdisjoint(opening)


def _behind(words: list[str], at: int, lexicon: NumberWords) -> tuple[str, int]:
    """Return the basis right behind the number at `at`, and where it ends: `persen (mtm)`."""
    for place in range(at, min(at + _AHEAD, len(words))):
        if basis := _told(words, place, lexicon):
            return basis, place + 1
        if words[place] in lexicon.against:
            return _bracketed(words, place, lexicon) or ("", at)
        apart = words[place] == "," and words[place + 1 : place + 2] != ["("]
        if apart or words[place] not in lexicon.rates | _MARKS:
            break
    return "", at


def _bracketed(words: list[str], at: int, lexicon: NumberWords) -> tuple[str, int] | None:
    """Return the basis in a bracket behind what it is told against, and where the bracket ends."""
    for place in range(at, min(at + _AGAINST, len(words) - 2)):
        if words[place] == "," or words[place] in lexicon.rates:
            return None
        if words[place] in _OPENS:
            basis = _told(words, place + 1, lexicon)
            return (basis, place + 2) if basis else None
    return None


def _before(words: list[str], start: int, end: int, first: bool, lexicon: NumberWords) -> str:
    """Return the basis told last between the number before and this one.

    What a bracket says counts where it says it again, or where the sentence begins with it:
    `Terhadap triwulan lalu (q-to-q) ekonomi tumbuh 5,4 persen`, with no number before, `first`.
    """
    for place in range(end - 1, start - 1, -1):
        if words[place] in _CLOSES and place < end - 1:
            opener = next((at for at in range(place, start, -1) if words[at] in _OPENS), place)
            against = first and not lexicon.against.isdisjoint(words[start:opener])
            inside = _told(words, opener + 1, lexicon) if against else ""
            return inside or _glossed(words, start, place, lexicon)
        if basis := _told(words, place, lexicon):
            return basis
    return ""


def _glossed(words: list[str], start: int, close: int, lexicon: NumberWords) -> str:
    """Return the basis that a bracket only says again: `secara tahunan (yoy), inflasi 2,2`."""
    for place in range(close - 1, max(start, close - _GLOSS), -1):
        if words[place] in _OPENS:
            inside = _told(words, place + 1, lexicon)
            ahead = range(max(start, place - _GLOSS), place)
            told = (_told(words, at, lexicon) for at in ahead)
            return inside if inside and inside in told else ""
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
