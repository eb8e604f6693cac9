"""Persons without an office: who speaks, and the fullest name that the article gives them.

"Simon Betawi, sopir truk, ditemui di pasar. … kata Simon": the run with both words is the person
because a word of it speaks somewhere.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from extractor.speech.persons import Person, fits, is_initial, short_names
from extractor.speech.wording import Wording

_FOREIGN = 3
_SHORTEST = 4
_TERMINAL = frozenset('.!?…"”)')


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
        trimmed = list(self._without_openers(trimmed))
        speaking = [
            place for place in trimmed if self._speaks(*place) and not self._is_headline(*place)
        ]
        speakers = set(speaking)
        said = {word.casefold() for place in speaking for word in self._words(*place)}
        times = Counter(tuple(self._words(*place)) for place in trimmed)
        met: list[Person] = []
        for start, end in trimmed:
            words = self._words(start, end)
            if len(words) < 2 or self._is_begun_by_another(words, times):
                continue
            shorter = len(words) > 2 and times[tuple(words[:-1])] > 1
            if shorter and self.wording.is_title_case(start):
                continue  # "Rina Betawi Keluar dari Poso"
            recurs = times[tuple(words)] > 1
            if (start, end) in speakers or self._is_meant(words, said, start, recurs=recurs):
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

    def _without_openers(self, places: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Yield the places without a word that only opens the sentence: "Terbaru | Rina Betawi".

        The word is no name's, stands before the name here only, and the name is met without it.
        """
        firsts = {self.wording.plain(start) for start, end in places if end - start > 1}
        alone = {self.wording.plain(start) for start, end in places if end - start == 1}
        inner = {
            self.wording.plain(start)
            for start, _ in places
            if start != self.wording.sentence(start) and not self.wording.is_title_case(start)
        }
        for start, end in places:
            word = self.wording.plain(start)
            opens = start == self.wording.sentence(start) or self.wording.is_title_case(start)
            if opens and end - start > 1 and word not in inner | alone:
                following = self.wording.plain(start + 1)
                met = following in firsts & inner or following in alone
                start += met and not self.wording.names.is_known(word) and end - start > 2
            yield start, end

    def _words(self, start: int, end: int) -> list[str]:
        return self.wording.name_words(start, end)

    @staticmethod
    def _person(words: Sequence[str], start: int, end: int) -> Person:
        return Person(" ".join(words), "", False, "", ((start, end),))

    def _is_known(self, words: Sequence[str]) -> bool:
        # "M. Betawi" is Muhammad Betawi.
        key = words[-1] if is_initial(words[0]) else words[0]
        return any(fits(words, other) for other in self._taken.get(key, []))

    def _places(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the name in a run, behind titles, roles and bodies, without degrees."""
        wording = self.wording
        whole = start
        start = max((n for n in range(start, end) if self._is_rank(n)), default=start)
        # "Universitas Tadulako Palu Slamet Riyadi": a name stands behind the place.
        start = max((n + 1 for n in range(start, end - 1) if n in wording.regions), default=start)
        while start < end and (
            wording.is_title(start)
            or wording.words[start] in wording.speech.roles
            or start in wording.regions
            or self._is_state(start, end)
            or self._is_opener(start)
            or self._is_common(wording.plain(start), first=start == whole)
        ):
            start += 1
        while end > start + 1 and wording.is_degree(end - 1):
            end -= 1
        common = [at for at in range(start, end) if self._is_common(wording.plain(at))]
        if common == [start] and start == whole:
            common = []  # "Agung Wiharto": what is a word of bodies elsewhere begins a name
        if start < end and not common:
            yield start, end
        elif start < end:
            yield from self._pieces(start, end)

    def _pieces(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the names in a run that words of offices and bodies cut apart.

        "Presiden UEFA | Michel Platini", "Direktur Eksekutif | Slamet Riyadi | KPI"
        """
        wording, begin = self.wording, start
        for at in range(start, end + 1):
            if at < end and not self._is_common(wording.plain(at)) and at not in wording.regions:
                continue
            if 1 < at - begin <= _FOREIGN:
                yield begin, at
            begin = at + 1

    def _is_rank(self, at: int) -> bool:
        names, word = self.wording.names, self.wording.lower[at]
        return (word,) in names.ranks or word in names.courtesies

    def _is_state(self, at: int, end: int) -> bool:
        """Tell whether token `at` is of a state of two words: "Timor Leste"."""
        offices = self.wording.offices
        if self.wording.plain(at) not in offices.state_words:
            return False
        pairs, states = ((at, at + 2), (at - 1, at + 1)), offices.states
        return any(
            first >= 0 and last <= end and self.wording.name_at(first, last) in states
            for first, last in pairs
        )

    def _is_opener(self, at: int) -> bool:
        """Tell whether the word opens the sentence: "Dijelaskan Rina, …", "Pendirinya Rina"."""
        speech, word = self.wording.speech, self.wording.lower[at]
        opens = at == self.wording.sentence(at)
        return opens and (word in speech.passive or word.endswith("nya"))

    def _is_common(self, word: str, *, first: bool = False) -> bool:
        wording = self.wording
        names = wording.names
        if len(word.rstrip(".")) == 1:
            return False  # an initial: "Herman J. Betawi"
        if first and word in names.given and word not in wording.offices.heads:
            return False
        unfit = word in names.not_names or word in names.no_persons
        listed = (unfit and word not in names.given) or word in wording.offices.heads
        return listed or word in wording.offices.states or word.isupper() or wording.is_body(word)

    def _speaks(self, start: int, end: int) -> bool:
        wording = self.wording
        return wording.says_after(end) or wording.speaks_before(start)

    def _is_headline(self, start: int, end: int) -> bool:
        """Tell whether the words stand in a headline and no name is among them: "Harga Naik"."""
        wording = self.wording
        first = wording.sentence(start)
        while first < start and wording.words[first].isspace():
            first += 1
        linked = wording.lower[first] in wording.offices.furniture
        last = wording.sentence_end(start) - 1
        while last > start and wording.words[last].isspace():
            last -= 1
        ended = wording.words[last][-1:] in _TERMINAL
        if not linked and (ended or not wording.is_title_case(start)):
            return False
        return not any(wording.names.is_known(word) for word in self._words(start, end))

    def _is_begun_by_another(self, words: Sequence[str], times: Counter[tuple[str, ...]]) -> bool:
        """Tell whether the first word is none of the name: "Pesona Rina Betawi", "Rina Betawi"."""
        shorter = tuple(words[1:])
        more = len(shorter) > 1 and times[shorter] > times[tuple(words)]
        return more and not self.wording.names.is_known(words[0])

    def _is_meant(self, words: Sequence[str], said: set[str], start: int, *, recurs: bool) -> bool:
        """Tell whether a name of two words or more is of somebody who speaks under one of them."""
        names = self.wording.names
        meant = [word for word in words if word.casefold() in said]
        if not meant:
            return False
        known = any(map(names.is_known, words)) or recurs
        known = known and len(words) <= _FOREIGN
        if self.wording.is_title_case(start) and not (
            known and self._is_bounded(start, start + len(words))
        ):
            return False
        sure = names.is_known(words[0]) or words[0] in meant
        opens = not any(w[:1].isalnum() for w in self._words(self.wording.sentence(start), start))
        if opens and not (sure or self._is_linked(start, start + len(words))):
            return False  # "Unggahan Rina" opens a sentence: the first word may be any
        ends = words[0] in meant or words[-1] in meant
        return any(names.is_known(word) for word in words) or (ends and len(words) <= _FOREIGN)

    def _is_bounded(self, start: int, end: int) -> bool:
        """Tell whether no other word with a capital stands beside the name: it is no headline."""
        wording = self.wording
        begin = start - 1
        while begin >= 0 and wording.is_title(begin):
            begin -= 1
        before = begin >= 0 and wording.is_capital(begin)
        return not before and not (end < len(wording.words) and wording.is_capital(end))

    def _is_linked(self, start: int, end: int) -> bool:
        """Tell whether the name was a link, on a line of its own within a sentence."""
        words = self.wording.words
        if start < 2 or end >= len(words) or "\n" not in words[start - 1]:
            return False
        return words[start - 2][-1:] not in '.!?:"”' and "\n" in words[end]

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
    lasts = {(person.words[:-1], person.words[-1]) for person in found}
    for person in found:
        if any((person.words[:-1], part) in lasts for part in _beginnings(person.words[-1])):
            continue  # "Rina Betawibisa": a word is glued to the name that is met without it
        others = longer.get(person.words[0], []) + longer.get(person.words[-1], [])
        if any(len(o.words) > len(person.words) and fits(person.words, o.words) for o in others):
            continue
        kept.setdefault(person.words, person)
    return list(kept.values())


def _beginnings(word: str) -> Iterator[str]:
    """Yield the words of four letters or more that `word` begins with."""
    return (word[:size] for size in range(_SHORTEST, len(word)))
