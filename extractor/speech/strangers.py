"""Persons without an office: who speaks, and the fullest name that the article gives them.

"Simon Betawi, sopir truk, ditemui di pasar. … kata Simon": the run with both words is the person
because a word of it speaks somewhere.
"""

from collections.abc import Iterator, Sequence

from extractor.speech.persons import Person, fits, short_names
from extractor.speech.wording import Wording

_FOREIGN = 3


class Strangers:
    """Finds persons among the runs of capitalised words that name no official."""

    def __init__(self, wording: Wording, officials: Sequence[Person]) -> None:
        self.wording = wording
        self._taken: dict[str, list[tuple[str, ...]]] = {}
        for person in officials:
            for word in person.words:
                self._taken.setdefault(word, []).append(person.words)
        self._begun = {word[:size] for word in self._taken for size in range(4, len(word) + 1)}

    def find(self, runs: Sequence[tuple[int, int]]) -> Iterator[Person]:
        """Yield the persons, in order of their first full mention."""
        trimmed = [place for run in runs for place in self._places(*run)]
        speaking = [place for place in trimmed if self._speaks(*place)]
        speakers = set(speaking)
        said = {word.casefold() for place in speaking for word in self._words(*place)}
        met: list[Person] = []
        for start, end in trimmed:
            words = self._words(start, end)
            spoken = (start, end) in speakers
            if len(words) > 1 and (spoken or self._is_meant(words, said, start)):
                met.append(self._person(words, start, end))
        met = _fullest(person for person in met if not self._is_known(person.words))
        yield from met
        full = {word for person in met for word in person.words}
        alone: set[str] = set()
        for start, end in speaking:
            words = self._words(start, end)
            if len(words) == 1 and self._is_alone(words[0], start, end):
                person = self._person(words, start, end)
                [word] = person.words
                if word not in full and word not in alone and not self._is_known(person.words):
                    alone.add(word)
                    yield person

    def _words(self, start: int, end: int) -> list[str]:
        return [self.wording.plain(at) for at in range(start, end)]

    @staticmethod
    def _person(words: Sequence[str], start: int, end: int) -> Person:
        return Person(" ".join(words), "", False, "", ((start, end),))

    def _is_known(self, words: Sequence[str]) -> bool:
        return any(fits(words, other) for other in self._taken.get(words[0], []))

    def _places(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the name in a run, behind titles, roles and bodies, without degrees."""
        wording = self.wording
        start = max((n for n in range(start, end) if self._is_rank(n)), default=start)
        while start < end and (
            wording.is_title(start)
            or wording.words[start] in wording.speech.roles
            or start in wording.regions
            or self._is_common(wording.plain(start))
        ):
            start += 1
        while end > start + 1 and wording.is_degree(end - 1):
            end -= 1
        if start < end and not any(self._is_common(wording.plain(at)) for at in range(start, end)):
            yield start, end

    def _is_rank(self, at: int) -> bool:
        names, word = self.wording.names, self.wording.lower[at]
        return (word,) in names.ranks or word in names.courtesies

    def _is_common(self, word: str) -> bool:
        wording = self.wording
        names = wording.names
        listed = (
            word in names.not_names and word not in names.given
        ) or word in wording.offices.heads
        return listed or word in wording.offices.states or word.isupper() or wording.is_body(word)

    def _speaks(self, start: int, end: int) -> bool:
        wording = self.wording
        return wording.says_after(end) or wording.speaks_before(start)

    def _is_meant(self, words: Sequence[str], said: set[str], start: int) -> bool:
        """Tell whether a name of two words or more is of somebody who speaks under one of them."""
        names = self.wording.names
        meant = [word for word in words if word.casefold() in said]
        if not meant or self.wording.is_title_case(start):
            return False
        opens = not any(w[:1].isalnum() for w in self._words(self.wording.sentence(start), start))
        if opens and not names.is_known(words[0]):
            return False  # "Unggahan Rina" opens a sentence: the first word may be any
        ends = words[0] in meant or words[-1] in meant
        return any(names.is_known(word) for word in words) or (ends and len(words) <= _FOREIGN)

    def _is_alone(self, word: str, start: int, end: int) -> bool:
        """Tell whether one word is a person's whole name in the article."""
        if word.casefold() in self._begun:
            return False  # "Hardi" is Hardiyanto, who was named before
        opens = start == self.wording.sentence(start)
        return (
            self.wording.is_aged(end)
            or self.wording.names.is_known(word)
            or (not opens and self.wording.speaks_before(start) and word in self._called())
        )

    def _called(self) -> set[str]:
        """Return the words that speak behind a verb and in front of one, as only persons do."""
        if self._both is None:
            wording = self.wording
            places = [at for at in range(len(wording.words)) if wording.is_capital(at)]
            before = {wording.plain(at) for at in places if wording.speaks_before(at)}
            after = {wording.plain(at) for at in places if wording.says_after(at + 1)}
            self._both = before & after
        return self._both

    _both: set[str] | None = None


def _fullest(people: Iterator[Person]) -> list[Person]:
    """Return the people without those whose name is a part of a longer one."""
    found = list(people)
    longer: dict[str, list[Person]] = {}
    for person in found:
        for word in short_names(person):
            longer.setdefault(word, []).append(person)
    kept: dict[tuple[str, ...], Person] = {}
    for person in found:
        others = longer.get(person.words[0], [])
        if any(len(o.words) > len(person.words) and fits(person.words, o.words) for o in others):
            continue
        kept.setdefault(person.words, person)
    return list(kept.values())
