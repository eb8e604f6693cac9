"""When two names mean one subject: by any name or acronym that the article gives it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from extractor.facts.words import words
from extractor.lexicon.comparing import comparing_words
from extractor.lexicon.organisations import organisation_words

Words = tuple[str, ...]
_BRACKET = re.compile(r"\(([^()\n]{2,120})\)")
_REACH = 200
_LONGEST = 14


@dataclass(frozen=True, slots=True)
class Short:
    """An acronym and the words before its brackets, the last of which it stands for."""

    acronym: Words
    words: Words


@dataclass(frozen=True, slots=True)
class Names:
    """What an article says of names: its acronyms, and what it was asked for already."""

    shorts: tuple[Short, ...]
    _known: dict[str, frozenset[Words]] = field(default_factory=dict, compare=False)

    @classmethod
    def of(cls, text: str) -> "Names":
        """Return the names in `text`: "Dinas Kesehatan (Dinkes)", "BPS (Badan Pusat Statistik)"."""
        return cls(tuple(_shorts(text)))

    def alike(self, one: str, other: str) -> bool:
        """Tell whether `one` and `other` are names of one subject."""
        return not self.forms(one).isdisjoint(self.forms(other))

    def forms(self, name: str) -> frozenset[Words]:
        """Return the words of all that `name` may be called in the article."""
        if name not in self._known:
            self._known[name] = frozenset(self._forms(name))
        return self._known[name]

    def _forms(self, name: str) -> Iterator[Words]:
        shorts = (*self.shorts, *_shorts(name))
        bare = _BRACKET.sub(" ", name)
        full = organisation_words().acronyms.get(" ".join(bare.split()))
        waiting = [tuple(words(text)) for text in (name, bare, full) if text]
        seen: set[Words] = set()
        while waiting:
            form = waiting.pop()
            if not form or form in seen:
                continue
            seen.add(form)
            waiting += chain.from_iterable(_shortened(form, short) for short in shorts)
            yield form
            if form[0] in comparing_words().towns and len(form) > 1:
                yield form[1:]


def _shorts(text: str) -> Iterator[Short]:
    for bracket in _BRACKET.finditer(text):
        line = text.rfind("\n", 0, bracket.start()) + 1
        before = words(text[max(line, bracket.start() - _REACH) : bracket.start()])[-_LONGEST:]
        inside = words(bracket[1])
        yield Short(tuple(inside), tuple(before))
        # The other way round the acronym is outside, and the brackets hold what it stands for.
        yield Short(tuple(before[-1:]), tuple(inside))


def _shortened(form: Words, short: Short) -> Iterator[Words]:
    """Yield `form` with the acronym in the place of words that it stands for."""
    for end in range(2, len(form) + 1):
        for start in range(end - 1):
            part = form[start:end]
            if short.words[-len(part) :] == part and _stands_for(short.acronym, part):
                yield (*form[:start], *short.acronym, *form[end:])


def _stands_for(acronym: Sequence[str], part: Sequence[str]) -> bool:
    """Tell whether the letters of `acronym` are letters of `part` in their order, first by first.

    "Dinkes" is made of Dinas Kesehatan; a place or a year in brackets is not.
    """
    short, left = "".join(acronym), iter("".join(part))
    return bool(short) and short[0] == part[0][0] and all(letter in left for letter in short)
