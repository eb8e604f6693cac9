"""What else people call a person: "Suhardi Dukanto (SDK)", "yang akrab disapa Mamat"."""

from collections.abc import Sequence

from extractor.lexicon.names import name_words
from extractor.speech.persons import Person, also_called, fits
from extractor.speech.wording import Wording

_REACH = 6
_LONGEST = 3
_FAR = 24


def nicknames(wording: Wording, people: Sequence[Person]) -> dict[str, int]:
    """Return the numbers of `people` by the nicknames that stand behind their names."""
    found: dict[str, int] = {}
    public = name_words().nicknames
    for number, person in enumerate(people):
        for name, full in public.items():
            if fits(full.casefold().split(), person.words):
                found.setdefault(name, number)
        for span in person.spans:
            end = span[1]
            names = (
                _bracketed(wording, end, person) or _told(wording, end),
                _office(wording, *span),
            )
            for name in filter(None, names):
                found.setdefault(name, number)
    return found


def _bracketed(wording: Wording, at: int, person: Person) -> str:
    """Return the nickname in brackets at token `at`; capitals must be initials of the name."""
    name = also_called(wording.words, at)
    if " " in name or not name.isupper():
        return name
    letters = iter("".join(part[0] for part in person.words) + person.words[-1][1:])
    return name if all(letter.casefold() in letters for letter in name) else ""


def _office(wording: Wording, start: int, end: int) -> str:
    """Return the short office in brackets: "Menteri Luar Negeri (Menlu) Simon Betawi"."""
    for at in range(start + 1, min(end, start + _FAR) - 2):
        inside = wording.words[at : at + 3]
        if inside[0] == "(" and inside[2] == ")" and inside[1] in wording.offices.heads:
            return inside[1]
    return ""


def _told(wording: Wording, at: int) -> str:
    """Return the nickname that the words behind token `at` tell: "yang akrab disapa X"."""
    for place in range(at, min(at + _REACH, len(wording.words) - 1)):
        if wording.lower[place] in (".", ";") or wording.words[place].isspace():
            return ""
        if wording.lower[place] in wording.speech.called:
            end = place + 1
            while end < len(wording.words) and end - place <= _LONGEST and wording.is_capital(end):
                end += 1
            return " ".join(wording.words[place + 1 : end])
    return ""
