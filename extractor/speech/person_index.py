"""Who is in an article: its persons, and each place that means one of them.

A reference is a full mention, a part of a name, a nickname, or an office alone.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from spacy.tokens import Doc

from extractor.mentions import spans
from extractor.mentions.kinds import OfficialMention
from extractor.speech.naming import Namer
from extractor.speech.nicknames import nicknames
from extractor.speech.persons import Person, fits, head_of, is_initial, people, short_names
from extractor.speech.strangers import Strangers
from extractor.speech.wording import Wording

How = Literal["official", "name", "office", "stranger"]
_LONGEST_NICKNAME = 3
_SHORTENED = 4
_OFTEN = 2


@dataclass(frozen=True, slots=True)
class Reference:
    """Tokens `start:end` that mean the person with the number `person`."""

    start: int
    end: int
    person: int
    how: How


class PersonIndex(Wording):
    """The persons of one article and where they are meant."""

    def __init__(self, doc: Doc) -> None:
        super().__init__(doc)
        self._doc = doc
        self.people = people(doc)
        self.officials = {mention.start: mention for mention in spans.read(doc, OfficialMention)}
        self.references = self._references()
        self._by_start = [reference.start for reference in self.references]

    @cached_property
    def namer(self) -> Namer:
        """Reads names of persons that the article gives no office."""
        return Namer(self._doc)

    def within(self, start: int, end: int) -> list[Reference]:
        """Return the references that begin between the tokens `start` and `end`."""
        return self.references[
            bisect_left(self._by_start, start) : bisect_left(self._by_start, end)
        ]

    def holder(self, at: int) -> int | None:
        """Return the person with the office at token `at`, also in lower case: "ujar gubernur"."""
        for size in (3, 2, 1):
            head = " ".join(word.capitalize() for word in self.words[at : at + size])
            if head in self.offices.heads:
                return self._holder(head, [], at)
        return None

    def first_in_rank(self) -> int | None:
        """Return whom "orang nomor satu di Jambi" means: the head of a government."""
        heads = ("gubernur", "bupati", "wali kota", "presiden")
        found = (
            n for n, person in enumerate(self.people) if person.head in heads and person.office
        )
        return next(found, None)

    def number(self, name: str) -> int:
        """Return the person called `name`, who may be new."""
        known = self._numbers.get(name)
        if known is None:
            known = self._numbers[name] = len(self.people)
            self.people.append(Person(name, "", False, "", ()))
        return known

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {person.name: n for n, person in reversed(list(enumerate(self.people)))}

    def _references(self) -> list[Reference]:
        number = {place: n for n, person in enumerate(self.people) for place in person.spans}
        runs = list(self._runs())
        self.people += Strangers(self, self.people).find(runs)
        called = self._called(runs)
        self.people = [self._bare(person, called) for person in self.people]
        fuller = self._fuller()
        found = [
            Reference(m.start, m.end, fuller.get(n, n), "official")
            for m in self.officials.values()
            for n in (number[m.start, m.end],)
        ]
        known: dict[str, list[int]] = {}
        for n, person in enumerate(self.people):
            if n in fuller:
                continue
            for word in short_names(person):
                known.setdefault(word, []).append(n)
        nicks = nicknames(self, self.people)
        for start, end in runs:
            reference = (
                self._nicknamed(start, end, nicks)
                or self._named(start, end, known)
                or self._titled(start, end)
            )
            if reference is not None:
                found.append(reference)
        return sorted(found, key=lambda reference: (reference.start, reference.end))

    def _called(self, runs: list[tuple[int, int]]) -> set[str]:
        """Return the words that speak alone: "Rina mengatakan", "Menurut Rina"."""
        return {
            self.plain(end - 1)
            for start, end in runs
            if all(self.words[at] in self.names.not_names for at in range(start, end - 1))
            and (self.speaks_before(end - 1) or self.says_after(end))
        }

    def _bare(self, person: Person, called: set[str]) -> Person:
        """Return the person without the end of a body's name: "Danau Biru | Rina Betawi".

        The article calls the person Rina, and names the body without the person too.
        """
        words, names = person.name.split(), self.names
        at = next((n for n in range(1, len(words) - 1) if words[n] in called), 0)
        lead = words[:at]
        if not at or any(names.is_known(word) or word in names.noble for word in lead):
            return person
        pairs = zip(self.words, self.words[1:], strict=False)
        elsewhere = sum(word == lead[0] and after != words[1] for word, after in pairs)
        if elsewhere < _OFTEN or lead[0] in called or len(lead[0]) < _SHORTENED:
            return person
        return replace(person, name=" ".join(words[at:]))

    def _fuller(self) -> dict[int, int]:
        """Return who else is meant by the people of one word: the one with a fuller name.

        "Hakim Betawi" is Simon Betawi, "Ketua Majelis Hakim", as nobody else is called so.
        """
        having: dict[str, list[int]] = {}
        for n, person in enumerate(self.people):
            for word in person.words:
                having.setdefault(word, []).append(n)
        short = {n for n, person in enumerate(self.people) if len(person.words) == 1}
        found: dict[int, int] = {}
        for n in short:
            others = [other for other in having[self.people[n].words[0]] if other not in short]
            if len(others) == 1:
                found[n] = others[0]
        return found

    def _runs(self) -> Iterator[tuple[int, int]]:
        """Yield the runs of capitalised words outside quotes and full mentions."""
        at, size = 0, len(self.words)
        while at < size:
            if at in self.officials:
                at = self.officials[at].end
            elif at in self.quoted or not self.is_capital(at) or self._opens_telling(at):
                at += 1
            else:
                end = at
                while end < size and self._goes_on(end) and end not in self.officials:
                    end += 1
                yield at, end
                at = end

    def _goes_on(self, at: int) -> bool:
        """Tell whether a run goes on at token `at`: a capital, or "de" with a capital behind."""
        if self.is_capital(at):
            return True
        particle = self.lower[at] in self.names.particles and at + 1 < len(self.words)
        return particle and self.is_capital(at + 1)

    def _opens_telling(self, at: int) -> bool:
        """Tell whether a verb with a capital stands behind a quote: `….” Jelas Rina.`."""
        said = self.lower[at] in self.speech.bare
        return said and at > 0 and not self.words[at - 1][-1:].isalnum()

    def _trim(self, start: int, end: int) -> int:
        """Return where the run begins without courtesies and ranks."""
        while start < end and self.is_title(start):
            start += 1
        return start

    def _how(self, person: int) -> How:
        return "name" if self.people[person].office else "stranger"

    def _nicknamed(self, start: int, end: int, called: dict[str, int]) -> Reference | None:
        """Return the person whom the run's nickname means: "SBW", "Haji Mamat"."""
        for begin in dict.fromkeys((start, self._trim(start, end))) if called else ():
            for size in range(min(_LONGEST_NICKNAME, end - begin), 0, -1):
                person = called.get(self.name_at(begin, begin + size))
                if person is not None and self.people[person].spans[0][0] < begin:
                    return Reference(begin, begin + size, person, self._how(person))
        return None

    def _named(self, start: int, end: int, known: dict[str, list[int]]) -> Reference | None:
        """Return the person whom a part of a name means: the nearest one before, else the first."""
        begin = self._trim(start, end)
        if begin < end and self.lower[begin] not in known and begin == self.sentence(begin):
            begin += 1
        words = [word.casefold() for word in self.name_words(begin, end)]
        if len(words) == 1 and words[0] not in known:
            return self._shortened(words[0], begin, end)
        unsaid = self.names.particles
        key = next((word for word in words if word not in unsaid and not is_initial(word)), "")
        if key not in known or (len(words) == 1 and begin in self.regions):
            return None
        fitting = [n for n in known[key] if fits(words, self.people[n].words)]
        if not fitting:
            return None
        before = [n for n in fitting if self.people[n].spans[0][0] < begin]
        nearest = max(before, key=lambda n: _last_before(self.people[n], begin), default=fitting[0])
        return Reference(begin, end, nearest, self._how(nearest))

    def _shortened(self, word: str, begin: int, end: int) -> Reference | None:
        """Return the one person whose name begins with the word that speaks: "kata Hardi"."""
        fitting = self._prefixes.get(word[:_SHORTENED], set()) if len(word) >= _SHORTENED else set()
        fitting = {n for n in fitting if any(w.startswith(word) for w in self.people[n].words)}
        if len(fitting) != 1 or not (self.speaks_before(begin) or self.says_after(end)):
            return None
        [person] = fitting
        return Reference(begin, end, person, self._how(person))

    @cached_property
    def _prefixes(self) -> dict[str, set[int]]:
        """The people by how the words of their names begin."""
        found: dict[str, set[int]] = {}
        for n, person in enumerate(self.people):
            for word in person.words:
                found.setdefault(word[:_SHORTENED], set()).add(n)
        return found

    def only_official(self, at: int) -> int | None:
        """Return the one person with an office who was named before token `at`."""
        named = [n for n, p in enumerate(self.people) if p.office and p.spans[0][0] < at]
        return named[0] if len(named) == 1 else None

    def _titled(self, start: int, end: int) -> Reference | None:
        """Return the person whom an office alone means: "Kapolres", "Bupati Bangli"."""
        openers = self.offices.head_openers
        for begin in range(start, min(end, start + 2)):
            first = self.words[begin]
            if first not in openers and first.capitalize() not in openers:
                continue
            for size in range(3, 0, -1):
                # "Wali kota" and "Sekretaris daerah" have one capital.
                head = " ".join(word.capitalize() for word in self.words[begin : begin + size])
                head = head if size > 1 else first
                if head not in self.offices.heads:
                    continue
                last = max(begin + size, end)
                rest = [word.casefold() for word in self.words[begin + size : end]]
                person = self._holder(head, rest, begin)
                return None if person is None else Reference(begin, last, person, "office")
        return None

    def _holder(self, head: str, rest: list[str], at: int) -> int | None:
        if self.offices.heads[head] == "needy" and not rest:
            return None
        long = head_of(head)
        fitting = [
            n
            for n, person in enumerate(self.people)
            if _holds(person, long) and set(rest) <= _office_words(person)
        ]
        before = [n for n in fitting if self.people[n].spans[0][0] < at]
        return max(before, key=lambda n: _last_before(self.people[n], at), default=None)


def _last_before(person: Person, at: int) -> int:
    return max((start for start, _ in person.spans if start < at), default=-1)


def _holds(person: Person, head: str) -> bool:
    """Tell whether the person has the office `head`: "menteri keuangan" for "Menkeu"."""
    office = person.office.casefold()
    whole = " " in head and f"{office} ".startswith(f"{head} ")
    return bool(office) and (person.head == head or whole)


def _office_words(person: Person) -> set[str]:
    return set(person.office.casefold().split())
