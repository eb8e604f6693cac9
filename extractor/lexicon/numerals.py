"""Numbers in words, to 999, and in Roman letters, to 399: `dua puluh satu`, `keseratus`, `XIV`."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from extractor.lexicon.numbers import number_words

_ROMAN = re.compile(r"(C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_LETTERS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def roman(text: str) -> int:
    """Return the number that capital Roman letters write, 0 for anything else."""
    if not text or not _ROMAN.fullmatch(text):
        return 0
    values = [_LETTERS[letter] for letter in text]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)


def cardinal(words: Sequence[str], at: int) -> tuple[int, int]:
    """Return the number in words at `at` of the lower-case `words`, and where it ends.

    `(0, at)` where none begins: `seratus dua`, `dua puluh satu`, `sebelas`, `duapuluh`.
    """
    return _compose(words, at, words[at] if at < len(words) else "")


def ordinal(words: Sequence[str], at: int) -> tuple[int, int]:
    """Return the ordinal in words at `at`, and where it ends: `kedua puluh satu`, `keseratus`."""
    word = words[at] if at < len(words) else ""
    if word == number_words().first:
        return 1, at + 1
    # "kedua" is an ordinal, "keduanya" and "kesatuan" are not
    return _compose(words, at, word.removeprefix("ke")) if word.startswith("ke") else (0, at)


def digits(words: Sequence[str]) -> str:
    """Return the digits that `words` spell one by one, "" unless all do: `empat delapan`."""
    ones = number_words().ones
    return "".join(str(ones[word]) for word in words) if set(words) <= ones.keys() else ""


def _compose(words: Sequence[str], at: int, first: str) -> tuple[int, int]:
    """Read hundreds, then tens, then ones; `first` stands for the word at `at`."""
    begin, total, bound = at, 0, 1000
    while at < len(words):
        value, step = _part(first if at == begin else words[at], words[at + 1 : at + 2])
        if not 0 < value < bound:
            break
        total, at = total + value, at + step
        if value < 20:  # "dua belas", "dua": nothing smaller can follow
            break
        bound = 100 if value >= 100 else 10
    return total, at


def _part(word: str, following: Sequence[str]) -> tuple[int, int]:
    """Return the value of one part of a number and how many words it takes: `dua puluh`, 2."""
    lexicon = number_words()
    if word in lexicon.ones and following and following[0] in lexicon.multiples:
        return _multiple(lexicon.ones[word], lexicon.multiples[following[0]]), 2
    return _parts().get(word, 0), 1


def words() -> tuple[str, ...]:
    """Return every word that a number in words is made of."""
    return (*_parts(), *number_words().multiples)


@cache
def _parts() -> Mapping[str, int]:
    """Return what one word says: `dua`, `sepuluh`, and those written together, `duapuluh`."""
    lexicon = number_words()
    parts = dict(lexicon.ones)
    for scale, size in lexicon.multiples.items():
        parts[f"se{scale}"] = _multiple(1, size)
        parts.update({f"{one}{scale}": _multiple(n, size) for one, n in lexicon.ones.items()})
    return parts


def _multiple(count: int, size: int) -> int:
    return count + 10 if size == 1 else count * size  # "belas" adds ten
