"""Words that lost the space between them: "IndonesiaCarlos", "Prabowomeninjau", "Rosa.Warga".

Pages whose links and italics were cut out run words together. A word is cut only where both sides
are known: the name of a person, a word of an office, a state, a verb of saying.
"""

import re
from functools import lru_cache

from extractor.lexicon.names import name_words
from extractor.lexicon.offices import office_words
from extractor.lexicon.regions import gazetteer, words_of
from extractor.lexicon.verbs import speech_words

_CAMEL = re.compile(r"([A-Z][a-z]{2,}|[A-Z]{2,})(?=[A-Z][a-z]{2,})|[A-Z][a-z]{3,}(?=[A-Z]{2,})")
_STOP = re.compile(r"([^\W\d_]{3,})\.(?=[A-Z][a-z]{2,})")
_TAIL = re.compile(
    r"telah|sudah|juga|akan|langsung|pada|usai|atas|hingga|karena|dari|oleh|yang|saat|untuk|dalam|dengan|tidak|kepada|bersama"
    r"|(?:me[mnlrwy]|ber|di)[a-z]{4,}|me(?:m|n|ng)-[a-z]{3,}"
)
_HAS_TAIL = re.compile(rf"[A-Z][a-z]{{2,}}(?:{_TAIL.pattern})")
_CAPITAL = re.compile(r"\b[A-Z][\w'’-]{2,}")
_ACTIVE, _LONG_VERB = ("mem", "men"), 6
_LONG, _SHORTEST, _LONGEST = 4, 3, 60


def first_part(word: str, text: str) -> int:
    """Return how many characters of `word`, a word of `text`, are its first word."""
    if not word[:1].isupper() or not _seems_joined(word):
        return len(word)
    match = _STOP.match(word)
    if match:
        return match.end(1)
    match = _CAMEL.match(word)
    if match and _parts(match[0], word[match.end() :]):
        return match.end()
    return _before_verb(word, text)


@lru_cache(maxsize=16_384)
def _seems_joined(word: str) -> bool:
    """Tell whether `word` has the form of several; names come again and again."""
    return bool(_STOP.match(word) or _CAMEL.match(word) or _HAS_TAIL.fullmatch(word))


def _parts(left: str, right: str) -> bool:
    """Tell whether both sides are words: the seat and the person, or two names of a person."""
    names, offices = name_words(), office_words()
    if right in offices.complement or offices.shapes.fullmatch(right):
        return False
    before = (
        bool(offices.shapes.fullmatch(left))
        or left in offices.complement
        or left in offices.states
        or left in offices.heads
    )
    acronym = left.isupper() and len(left) > 2
    if (right.lower(),) in names.ranks:
        return True  # "SetiabudiKompol"
    return before or acronym or names.is_known(left) or names.is_known(right)


def _before_verb(word: str, text: str) -> int:
    names = name_words()
    if len(word) > _LONGEST or not _HAS_TAIL.fullmatch(word) or names.is_known(word):
        return len(word)
    if words_of(word) in gazetteer().names:
        return len(word)  # "Bengkayang"
    for stem, tail in _ends(word):
        said = tail in speech_words().active
        sure = said or (tail[:3] in _ACTIVE and len(tail) > _LONG_VERB)
        sure = sure or (tail in ("yang", "telah", "juga") and len(stem) > _LONG)
        if names.is_known(stem) or (sure and len(stem) >= _LONG) or stem in _capitals(text):
            return len(stem)
    return len(word)


def _ends(word: str) -> list[tuple[str, str]]:
    """Return the ways to cut a verb or a small word off the end of `word`."""
    return [
        (word[:at], word[at:])
        for at in range(_SHORTEST, len(word) - _SHORTEST)
        if _TAIL.fullmatch(word, at)
    ]


@lru_cache(maxsize=4)
def _capitals(text: str) -> frozenset[str]:
    """Return the capitalised words of `text`."""
    return frozenset(_CAPITAL.findall(text))
