"""What a number looks like in Indonesian news, and the value that it writes."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractor.mentions.numbers.patterns import patterns
from extractor.mentions.numbers.spelled import find_spelled

# Digits and marks of the full width of a Chinese character; one character each, so offsets stay.
_WIDE = str.maketrans("０１２３４５６７８９，．％－／", "0123456789,.%-/")
_LEAD_REACH = 70  # characters
_BREAK = re.compile(r"[.;:!?\d\n]")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
_MARGIN = re.compile(r"[\d%] ?\(? ?(?:±|\+/-) ?\Z")  # "82,1 (±0,2)": how exact it is, no value
_MARGIN_REACH = 8
_POWER = frozenset({"10"})  # "10⁵" is no ten; "3,48¹" has a footnote


@dataclass(frozen=True, slots=True)
class Shape:
    """A number in the text (character offsets) and the value that it writes.

    `negative` tells of a sign before it, `unit` of a unit glued to it (`3,48poin`), `out_of` of
    the scale behind a stroke (`3,48/5`).
    """

    start: int
    end: int
    value: Decimal
    money: bool = False
    negative: bool = False
    unit: str = ""
    out_of: Decimal | None = None

    @property
    def whole(self) -> bool:
        """Whether it is written without decimals."""
        return self.value == self.value.to_integral_value() and self.value.as_tuple().exponent == 0


def find_shapes(
    text: str, leads: frozenset[str] = frozenset(), named: Sequence[int] = ()
) -> Iterator[Shape]:
    """Yield every number in `text`, in order: `4,32`, `13.600`, `Rp5.245`, `tiga koma lima`.

    `86, 71` is one number behind one of the words `leads`, or a name that one of them led to;
    `named` are the characters where the names of indices end, which lead to one as well.
    """
    text = text.translate(_WIDE)
    found = [*_written(text, leads, named), *(Shape(*said) for said in find_spelled(text))]
    end = 0
    # A number in words may hold digits ("3 koma 48"): at one place the longer one counts.
    for shape in sorted(found, key=lambda shape: (shape.start, -shape.end)):
        if shape.start >= end:
            end = shape.end
            if not _MARGIN.search(text, max(0, shape.start - _MARGIN_REACH), shape.start):
                yield shape


def _written(text: str, leads: frozenset[str], named: Sequence[int]) -> Iterator[Shape]:
    """Yield the numbers in digits."""
    forms = patterns()
    money = {match.start("digits"): match for match in forms.money.finditer(text)}
    plain = {match.start("digits"): match for match in forms.number.finditer(text)}
    stray = {match.start("digits"): match for match in forms.stray.finditer(text)}
    end = 0
    for start in sorted({*money, *plain}):
        if start < end:
            continue
        if start in money:
            match = money[start]
            yield Shape(start, match.end(), parse_value(match["digits"]), money=True)
        elif start in stray and _is_led(stray[start], leads, named):
            match, end = stray[start], stray[start].end("digits")
            yield Shape(start, end, parse_value(match["digits"].replace(" ", "")))
        elif not (plain[start]["power"] and plain[start]["digits"] in _POWER):
            yield _plain(plain[start])


def _plain(match: re.Match[str]) -> Shape:
    """Return the number that `match` writes: sign, digits, glued unit, scale behind a stroke."""
    value, out_of = parse_value(match["digits"]), match["out_of"] or match["of"]
    # A dash before a whole number without a unit may as well be a bullet: "-3 kota"; with another
    # behind it, it parts clauses: "-3,48-".
    fraction = "," in match["digits"] or "." in match["digits"] or match["per"]
    closed = match["dash"] and match.string.startswith(match["dash"], match.end("digits"))
    dashed = match["dash"] and fraction and not closed
    negative = bool(match["minus"] or dashed)
    start = match.start("minus" if match["minus"] else "dash" if dashed else "digits")
    return Shape(
        start,
        match.end("digits"),
        -value if negative else value,
        negative=negative,
        unit=(match["unit"] or "").lower(),
        out_of=parse_value(out_of) if out_of else None,
    )


def _is_led(match: re.Match[str], leads: frozenset[str], named: Sequence[int]) -> bool:
    """`sebesar 86, 71`, `Nilai IKLH Provinsi Riau 71, 5 pada 2022`, `SPBE Kota Batu 4 ,32`."""
    word, end = match["word"], match.start("word")
    if not word[0].isupper():
        return word in leads
    back = _BREAK.split(match.string[max(0, end - _LEAD_REACH) : end])[-1]
    if any(earlier in leads for earlier in back.lower().split()):
        return True
    last = match.end("word")
    return bisect_left(named, end - len(back)) < bisect_left(named, last + 1)


def parse_value(digits: str) -> Decimal:
    """Return the number that `digits` writes: a comma is decimal, a point groups thousands.

    A point that cannot group thousands (`3.48`, `0.620`) is a decimal point gone astray.
    """
    if "," in digits:
        return Decimal(digits.replace(".", "").replace(",", "."))
    if _THOUSANDS.fullmatch(digits):
        return Decimal(digits.replace(".", ""))
    return Decimal(digits) if digits.count(".") < 2 else Decimal(digits.replace(".", ""))
