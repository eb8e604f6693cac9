"""The expressions that numbers in digits are found by."""

import re
from dataclasses import dataclass
from functools import cache

from extractor.lexicon.numbers import number_words

_DIGITS = r"(?:\d{1,3}(?:\.\d{3}){1,5}(?:,\d{1,6})?|\d{1,12}(?:[.,]\d{1,6})?)"
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻"
# A score of a hundred, of ten, of five; what else stands behind a stroke is a date or a number of
# something ("4/1/2025", "Nomor 5/2024").
_SCALE = r"(?:1000|100|10|[345])(?:[.,]0{1,2})?"
_APART = r"(?:(?<=\b(?:19|20)\d\d )|(?<!\d ))"
_DASHES = "-–‐‑‒﹣"  # hyphens of every width
_LONG = "—―"  # parts clauses, but behind a word of value


@dataclass(frozen=True, slots=True)
class Patterns:
    """`number` is one in digits, `money` one behind a currency, `stray` one with a stray space."""

    number: re.Pattern[str]
    money: re.Pattern[str]
    stray: re.Pattern[str]


@cache
def patterns() -> Patterns:
    """Return the expressions, with the words of the lexicon in them."""
    words = number_words()
    minus = "|".join(sorted(words.minus))
    glued = "|".join(sorted(unit for unit in words.index_units if unit.isalpha()))
    valued = "|".join(rf"(?<=\b{word} )" for word in sorted(words.valuing))
    joins = "|".join(sorted(words.closers & words.list_joins))
    closers = "|".join(sorted((words.closers - words.list_joins) | words.rates | {"poin"}))
    # Not inside a word, a date (4/1/2025) or an ordinal (ke-4); a hyphen after a digit is a range,
    # "[1]" leads to a note.
    firsts = "".join(sorted({word[0] for word in words.minus}))
    number = re.compile(
        # What it may begin with, first of all: most characters of a text need no further look.
        rf"(?=[{_DASHES}{_LONG}−\d{firsts}{firsts.upper()}])"
        rf"(?<![\w.,/])(?<![A-Za-z][{_DASHES}])"
        # a dash with a digit or a word right before it joins, and does not take away; behind a
        # year it does ("Juli 2024 -0,13 persen"), and apart behind a word of value
        rf"(?:(?P<minus>(?<!plus )\b(?i:{minus})\s|{_APART}(?<!\w)−\s?"
        rf"|(?:{valued})[{_DASHES}{_LONG}] ?)"
        rf"|(?<![^\s(:=]){_APART}(?P<dash>[{_DASHES}]))?"
        rf"(?!(?<=\[)\d{{1,2}}\])(?P<digits>{_DIGITS})"
        rf"(?:(?P<power>[{_RAISED}]{{1,3}})|/(?P<out_of>{_SCALE})"
        rf"| / (?P<of>{_SCALE})(?! ?/)|(?P<unit>(?i:{glued})))?"
        rf"(?!(?![{_RAISED}])[\w/]|[.,:]\d)"
        rf"(?P<per>(?=\s?(?:%|(?i:{glued})\b)))?"
    )
    # "86, 71", "4 ,32" with a stray space: no list of whole numbers goes on, no unit of counting
    # follows.
    stray = re.compile(
        r"\b(?P<word>[A-Za-z]+)\s(?P<digits>\d{1,3}(?: ?, | [,.])\d{1,2})"
        rf"(?=[.;)](?!\d)|,(?! ?\d)|$|\n|\s?%|\s(?:{closers}|(?:{joins})(?! \d))\b)"
    )
    money = re.compile(
        r"(?=[RUIESJ$€¥£])"
        rf"(?:\b(?:Rp|USD|IDR|US\$|EUR|SGD|JPY)|[$€¥£])\.?\s?(?P<digits>{_DIGITS})(?!\d)"
    )
    return Patterns(number, money, stray)
