"""Shapes of words: acronyms, what is one slip off, and decimal numbers nearby."""

import re
from decimal import Decimal
from difflib import SequenceMatcher

from extractor.lexicon.numbers import number_words
from extractor.mentions.pieces import Pieces

_ACRONYM = re.compile(r"[A-Za-z]{0,2}[A-Z][A-Za-z]{0,3}[A-Z][A-Z-]{0,6}")
_DECIMAL = re.compile(r"\d{1,4}[,.]\d{1,5}%?|\d{1,3}%")
_CONTENT = 4
_LIKENESS = 0.8
_STOPS = frozenset(".!?:;)")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_SHORT = re.compile(r"[A-Z]{2,8}")


def is_acronym(word: str) -> bool:
    """Tell whether `word` has the shape of an acronym (`SPBE`, `IP-TIK`, `iBangga` has not)."""
    return len(word) <= 12 and (_SHORT.fullmatch(word) or _ACRONYM.fullmatch(word)) is not None


def abbreviates(acronym: str, words: list[str]) -> bool:
    """Tell whether the letters of `acronym` open words of `words`, in order, from the first on.

    `IKS` abbreviates "Indeks Ketahanan Sosial", `IPKD` "Indeks Pengelolaan Keuangan Daerah".
    """
    letters = acronym.replace("-", "").lower()
    initials = [word[0].lower() for word in words if word]
    if not letters or not initials or letters[0] != initials[0]:
        return False
    at = 0
    for initial in initials:
        if at < len(letters) and initial == letters[at]:
            at += 1
    # small words (dan, atas) give no letter, so not every word needs one; every letter needs a word
    return at == len(letters) and len(initials) <= 2 * len(letters)


def one_slip(word: str, right: str) -> bool:
    """Tell whether `word` is `right` with one letter changed, lost, doubled or swapped."""
    if word == right or abs(len(word) - len(right)) > 1:
        return False
    start = 0
    while start < min(len(word), len(right)) and word[start] == right[start]:
        start += 1
    one, other = word[start:], right[start:]
    swapped = one[:2] == other[1::-1] and len(other) > 1 and one[2:] == other[2:]
    return swapped or one[1:] == other[1:] or one[1:] == other or one == other[1:]


def alike(said: list[str], right: list[str]) -> bool:
    """Tell whether the words `said` are those of the name `right`, each nearly.

    "monitoring center of provetion" is "monitoring center for prevention"; small words may differ.
    """
    pairs = [pair for pair in zip(said, right, strict=True) if pair[0] != pair[1]]
    content = [(one, other) for one, other in pairs if max(len(one), len(other)) >= _CONTENT]
    near = all(SequenceMatcher(None, *pair).ratio() >= _LIKENESS for pair in content)
    return near and len(pairs) <= len(right) // 2


def slipped_acronym(word: str, right: str) -> bool:
    """Tell whether `word` is a typo of the acronym `right`: four letters may only be swapped.

    "SBPE" is SPBE; "IPG" is no typo of IPM.
    """
    if len(right) < 4 or not one_slip(word, right):
        return False
    return len(right) > 4 or sorted(set(word)) == sorted(set(right))


def decimal_after(seen: Pieces, at: int, reach: int) -> bool:
    """Tell whether a decimal or a share comes within `reach`: `RB Kalbar mencapai 86,79`."""
    return decimal_place(seen, at, reach) >= 0


def decimal_place(seen: Pieces, at: int, reach: int, units: frozenset[str] = frozenset()) -> int:
    """Return where the first decimal or share within `reach` stands, -1 without one.

    A number before one of `units` is passed over: `IKM tumbuh 3,4 persen` gives no index a value.
    """
    for place in range(at, min(at + reach, len(seen.words))):
        if not seen.near(max(at, place) - 1, place) and not _wrapped(seen, place):
            return -1
        word, unit = seen.words[place][:12], seen.at(place + 1, place)
        decimal = _DECIMAL.fullmatch(word) and not _THOUSANDS.fullmatch(word)
        is_number = decimal or (word.isdigit() and unit in ("persen", "%"))
        is_number = is_number or (word in number_words().comma and is_spoken(unit))
        if is_number and unit not in units and not ("%" in units and word.endswith("%")):
            return place
    return -1


def _wrapped(seen: Pieces, at: int) -> bool:
    """Tell whether the line of the piece `at` goes on with the sentence of the line before.

    Pages of statistics come cut into lines: `persentase penduduk miskin` / `tercatat 6,81 persen`.
    """
    return seen.words[at][0].islower() and seen.words[at - 1] not in _STOPS


def is_spoken(word: str) -> bool:
    """Tell whether `word` goes on with a number behind "koma": `tiga koma empat`, `3 koma 48`."""
    return word.isdigit() or word in number_words().ones


def decimal_value(word: str) -> Decimal | None:
    """Return the value of a number with a decimal comma or point, None for any other word."""
    if not _DECIMAL.fullmatch(word[:12]) or word.endswith("%"):
        return None
    return Decimal(word.replace(",", "."))
