"""What a number looks like in Indonesian news, and the value that it writes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

_DIGITS = r"(?:\d{1,3}(?:\.\d{3}){1,5}(?:,\d{1,6})?|\d{1,12}(?:[.,]\d{1,6})?)"
# Not inside a word, a date (4/1/2025) or an ordinal (ke-4); a hyphen after a digit is a range.
_NUMBER = re.compile(rf"(?<![\w.,/])(?<![A-Za-z]-){_DIGITS}(?![\w/]|[.,:]\d)")
# "86, 71" with a stray space: no list of whole numbers goes on, no unit of counting follows.
_STRAY = re.compile(
    r"\b(?P<word>[A-Za-z]+)\s(?P<digits>\d{1,3}, \d{1,2})"
    r"(?=[.;)]|,(?! \d)|\s(?:poin|persen|pada|dan(?! \d)))"
)
_LEAD_REACH = 70  # characters
_BREAK = re.compile(r"[.;:!?\d\n]")
_MONEY = re.compile(rf"\b(?:Rp|USD|IDR)\.?\s?(?P<digits>{_DIGITS})")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")


@dataclass(frozen=True, slots=True)
class Shape:
    """Digits in the text (character offsets) and the number that they write."""

    start: int
    end: int
    value: Decimal
    money: bool = False

    @property
    def whole(self) -> bool:
        """Whether it is written without decimals."""
        return self.value == self.value.to_integral_value() and self.value.as_tuple().exponent == 0


def find_shapes(text: str, leads: frozenset[str] = frozenset()) -> Iterator[Shape]:
    """Yield every number in `text`, in order: `4,32`, `13.600`, `Rp5.245`.

    `86, 71` is one number behind one of the words `leads`, or a name that one of them led to.
    """
    money = {match.start("digits"): match for match in _MONEY.finditer(text)}
    plain = {match.start(): match for match in _NUMBER.finditer(text)}
    stray = {match.start("digits"): match for match in _STRAY.finditer(text)}
    end = 0
    for start in sorted({*money, *plain}):
        if start < end:
            continue
        if start in money:
            match = money[start]
            yield Shape(start, match.end(), parse_value(match["digits"]), money=True)
        elif start in stray and _is_led(stray[start], leads):
            match, end = stray[start], stray[start].end("digits")
            yield Shape(start, end, parse_value(match["digits"].replace(" ", "")))
        else:
            match = plain[start]
            yield Shape(start, match.end(), parse_value(match.group()))


def _is_led(match: re.Match[str], leads: frozenset[str]) -> bool:
    """`sebesar 86, 71`, `Nilai IKLH Provinsi Riau 71, 5 pada 2022`."""
    word, end = match["word"], match.start("word")
    if not word[0].isupper():
        return word in leads
    back = _BREAK.split(match.string[max(0, end - _LEAD_REACH) : end])[-1]
    return any(earlier in leads for earlier in back.lower().split())


def parse_value(digits: str) -> Decimal:
    """Return the number that `digits` writes: a comma is decimal, a point groups thousands.

    A point that cannot group thousands (`3.48`, `0.620`) is a decimal point gone astray.
    """
    if "," in digits:
        return Decimal(digits.replace(".", "").replace(",", "."))
    if _THOUSANDS.fullmatch(digits):
        return Decimal(digits.replace(".", ""))
    return Decimal(digits) if digits.count(".") < 2 else Decimal(digits.replace(".", ""))
