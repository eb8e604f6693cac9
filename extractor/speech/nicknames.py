"""What else people call a person: "Suhardi Dukanto (SDK)", "yang akrab disapa Mamat"."""

from collections.abc import Sequence

from extractor.speech.persons import Person
from extractor.speech.wording import Wording

_REACH = 6
_LONGEST = 3


def nicknames(wording: Wording, people: Sequence[Person]) -> dict[str, int]:
    """Return the numbers of `people` by the nicknames that stand behind their names."""
    found: dict[str, int] = {}
    for number, person in enumerate(people):
        for _, end in person.spans:
            name = _bracketed(wording, end, person) or _told(wording, end)
            if name:
                found.setdefault(name, number)
    return found


def _bracketed(wording: Wording, at: int, person: Person) -> str:
    """Return the nickname in brackets at token `at`; capitals must be initials of the name."""
    words = wording.words[at : at + 3]
    if len(words) < 3 or words[0] != "(" or words[2] != ")":
        return ""
    word = words[1]
    if not word.isalpha() or not word[0].isupper():
        return ""
    if not word.isupper():
        return word
    letters = iter("".join(part[0] for part in person.words) + person.words[-1][1:])
    return word if all(letter.casefold() in letters for letter in word) else ""


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
