"""Reported speech: "Ani mengatakan bahwa …", "Menurut Ani, …", "…, kata Ani".

Forms are read from the surest to the least sure, and none takes words that another one took.
A report needs a speaker with a name; what a crowd, an office nobody holds or a body says is none.
Requests ("meminta warga pindah") are acts, not reports.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractor.lexicon.reported import reported_words
from extractor.mentions.kinds import DateMention
from extractor.speech.clauses import first_stretch, has_predicate, occasion, trim
from extractor.speech.focus import Focus
from extractor.speech.subjects import Subjects
from extractor.speech.verb_speakers import behind_verb, past_speaker
from extractor.speech.wording import REACH

_SHORTEST = 2
_ADDRESS = 18
_TITLE_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Report:
    """A saying: token spans of what is said, its speaker, the token of the verb, the ISO day."""

    parts: tuple[tuple[int, int], ...]
    speaker: str
    cue: int
    rule: str
    day: str | None


class IndirectSpeech:
    """Finds the reported speech of one article; `cues` are verbs that direct quotes took."""

    def __init__(self, focus: Focus, cues: frozenset[int], dates: Sequence[DateMention]) -> None:
        self.focus, self.index = focus, focus.index
        self.subjects = Subjects(focus)
        self.cues = cues
        self.words, self.speech = reported_words(), focus.index.speech
        self.dates = [date for date in dates if date.first is not None]
        self.dated = {at for date in self.dates for at in range(date.start, date.end)}
        self.verbs = self.words.free | self.words.bound | self.words.denying

    def find(self) -> Iterator[Report]:
        """Yield the reports, sentence by sentence."""
        starts = [*self.index.starts, len(self.index.words)]
        for start, end in pairwise(starts):
            begin, stop = trim(self.index, start, end)
            if stop - begin > _SHORTEST and self._is_prose(begin, end):
                yield from self._sentence(begin, stop)

    def _is_prose(self, begin: int, end: int) -> bool:
        """Tell whether the sentence is no headline, caption label or pointer to other news."""
        index = self.index
        if index.lower[begin] in index.offices.furniture:
            return False
        last = end - 1
        while last > begin and index.words[last].isspace():
            last -= 1
        if index.words[last][-1] in '.!?…”")':
            return True
        words = [at for at in range(begin, end) if index.words[at][:1].isalpha()]
        capitals = sum(index.is_capital(at) for at in words)
        return begin > index.starts[0] and capitals < _TITLE_SHARE * len(words)

    def _sentence(self, begin: int, stop: int) -> Iterator[Report]:
        cues = (cue for cue in range(begin + 1, stop) if self.index.words[cue - 1] == ",")
        asides = [report for cue in cues if (report := self._aside(begin, cue, stop))]
        if asides:
            yield asides[0]
        elif report := self._leading(begin, stop):
            yield report
        else:
            yield from self._active(begin, stop)

    def _is_cue(self, at: int) -> bool:
        """Tell whether a verb with its speaker behind it is at token `at`, or one with -nya."""
        said = self.index.lower[at] in self.speech.attributing
        return said and at not in self.cues and at not in self.index.quoted

    def _aside(self, begin: int, cue: int, stop: int) -> Report | None:
        """Return the report of `Nilainya naik, kata Rina.` or `Nilainya, kata Rina, naik.`.

        A comma stands before the verb at `cue`.
        """
        index = self.index
        if index.is_capital(cue) or not self._is_cue(cue):
            return None
        speaker = self._speaker(cue, begin, stop)
        if speaker is None:
            return None
        behind = first_stretch(index, past_speaker(cue, stop, index), stop)
        parts = []
        if not self._are_leads(begin, cue - 1):
            parts.append((begin, cue - 1))
        if behind < stop and self._goes_on(behind + 1, stop):
            parts.append((behind + 1, occasion(index, behind + 1, stop, self.dated)))
        return self._report(parts, speaker, cue, "aside", (begin, stop))

    def _goes_on(self, start: int, stop: int) -> bool:
        """Tell whether what is said goes on behind the attribution, not the telling of it."""
        first = self.index.lower[start] if start < stop else ""
        circumstance = first in self.speech.circumstances or first in self.words.relatives
        return (
            not circumstance and start not in self.dated and has_predicate(self.index, start, stop)
        )

    def _leading(self, begin: int, stop: int) -> Report | None:
        """Return the report of `Menurut Rina, …`, `Namun, katanya, …` or `Dijelaskan Rina, …`."""
        index, cue = self.index, begin
        while cue < stop and not self._is_cue(cue) and self._are_leads(cue, cue + 1):
            cue += 1
        if cue >= stop or not self._is_cue(cue):
            return None
        told = index.lower[cue] in self.speech.passive or index.lower[cue] in self.speech.bare
        if told and any(index.lower[at] in self.words.pointers for at in range(begin, cue)):
            return None
        speaker = self._speaker(cue, begin, stop)
        if speaker is None:
            return None
        start = past_speaker(cue, stop, index)
        explicit = start < stop and (
            index.words[start] in (",", ":") or index.lower[start] in self.words.complementizers
        )
        if not explicit and start < stop and index.lower[start] in self.words.asides:
            start = first_stretch(index, start, stop)
            explicit = start < stop
        if told and not (explicit and self._goes_on(start + 1, stop)):
            return None
        start += explicit
        if start < stop and index.lower[start] in self.words.complementizers:
            start += 1
        parts = [(start, occasion(index, start, stop, self.dated))]
        return self._report(parts, speaker, cue, "leading", (begin, stop))

    def _active(self, begin: int, stop: int) -> Iterator[Report]:
        """Yield the reports of `Rina mengatakan (bahwa) … dan menambahkan bahwa …`."""
        index, at = self.index, begin + 1
        while at < stop:
            cue, at = at, at + 1
            if index.lower[cue] not in self.verbs or index.is_capital(cue) or cue in self.cues:
                continue
            if cue in index.quoted:
                continue
            subject = self.subjects.of(cue, begin)
            place = self._object(cue, stop) if subject is not None else None
            if subject is None or place is None:
                continue
            person, rule = subject
            name = index.people[person].name
            report = self._report([place], name, cue, rule, (begin, stop))
            if report is not None and self._is_person(name):
                at = place[1]
                yield report

    def _object(self, cue: int, stop: int) -> tuple[int, int] | None:
        """Return the tokens of what is said behind the active verb at `cue`; None for a thing."""
        index, words = self.index, self.words
        start = cue + 1
        while start < stop and index.lower[start] in words.trailing:
            start += 1
        if start < stop and index.lower[start] in words.addresses:
            start = self._past_address(cue, start, stop)
        if start >= stop:
            return None
        comma = index.words[start] in (",", ":")
        start += comma
        while comma and start < stop and start in self.dated:
            start = first_stretch(index, start, stop) + 1
        bound = start < stop and self._is_complementizer(cue, start)
        start += bound
        if start >= stop or start in index.quoted or index.lower[start] in words.joining:
            return None
        end = self._said_end(start, stop)
        if bound or (comma and has_predicate(index, start, end)):
            return start, end
        return (start, end) if self._is_said(cue, start, end) else None

    def _is_complementizer(self, cue: int, at: int) -> bool:
        """Tell whether what is said follows token `at`; "mengingatkan agar …" is a request."""
        word, verb = self.index.lower[at], self.index.lower[cue]
        return word in self.words.complementizers or (
            word in self.words.hopes and verb in self.words.free
        )

    def _past_address(self, cue: int, at: int, stop: int) -> int:
        """Return where "bahwa" or the comma is behind "kepada wartawan di Palu, Jumat,".

        "berharap pada evaluasi berikutnya tidak ada lagi …" has no address: it returns `at`.
        """
        index, limit = self.index, min(stop, at + _ADDRESS)
        for place in range(at, limit):
            if index.lower[place] == "bahwa":
                return place
        comma = first_stretch(index, at, limit)
        if index.lower[cue] in self.words.free and has_predicate(index, at + 1, comma):
            return at
        return comma if comma < limit else stop

    def _said_end(self, start: int, stop: int) -> int:
        """Return where what is said ends: at a direct quote, a joined verb, or the occasion."""
        index, end = self.index, stop
        for at in range(start, stop):
            if at in index.quoted or (
                at > start + _SHORTEST
                and index.lower[at] in self.verbs
                and index.lower[at - 1] in self.words.joining
                and at + 1 < stop
                and index.lower[at + 1] == "bahwa"
            ):
                end = at - 1
                break
        return occasion(index, start, end, self.dated)

    def _is_said(self, cue: int, start: int, end: int) -> bool:
        """Tell whether the words right behind the verb are words that were said."""
        index, verb = self.index, self.index.lower[cue]
        stretch = first_stretch(index, start, end)
        if verb in self.words.judging and "sebagai" in index.lower[start:stretch]:
            return True
        if verb in self.words.free - self.words.judging:
            at_thing = index.lower[start] in self.words.pointers
            return not at_thing or has_predicate(index, start, stretch)
        return has_predicate(index, start, stretch)

    def _speaker(self, cue: int, begin: int, stop: int) -> str | None:
        """Return the person behind the verb at `cue`, or whom "dia" and "katanya" mean."""
        index, at = self.index, self.index.past_fillers(cue + 1, stop)
        points_back = (
            index.lower[cue] == "menurutnya" or index.lower[cue] in self.speech.pointing_back
        )
        if points_back or (at < stop and index.lower[at] in self.speech.pronouns):
            person = self.focus.before(begin)
            return None if person is None else index.people[person].name
        found = behind_verb(cue, cue + 1, min(cue + REACH, stop), index)
        name = found[0] if found is not None else None
        return name if name is not None and self._is_person(name) else None

    def _is_person(self, name: str) -> bool:
        """Tell whether `name` is an official's or has a given name in it, as no body's has."""
        if any(person.name == name and person.office for person in self.index.people):
            return True
        names = self.index.names
        return any(names.is_known(word) or word in names.noble for word in name.split())

    def _are_leads(self, start: int, end: int) -> bool:
        words = [word for word in self.index.lower[start:end] if word[:1].isalnum()]
        return all(word in self.words.leads for word in words)

    def _report(
        self,
        parts: Sequence[tuple[int, int]],
        speaker: str,
        cue: int,
        rule: str,
        sentence: tuple[int, int],
    ) -> Report | None:
        kept = [trim(self.index, *part) for part in parts]
        kept = [(start, end) for start, end in kept if self._words(start, end)]
        if sum(self._words(start, end) for start, end in kept) < _SHORTEST:
            return None
        if any(at in self.index.quoted for part in kept for at in range(*part)):
            return None
        return Report(tuple(kept), speaker, cue, rule, self._day(kept, sentence))

    def _words(self, start: int, end: int) -> int:
        return sum(word[:1].isalnum() for word in self.index.words[start:end])

    def _day(self, parts: Sequence[tuple[int, int]], sentence: tuple[int, int]) -> str | None:
        """Return the day of saying: one told in the sentence outside of what is said."""
        for date in self.dates[bisect_left(self.dates, sentence[0], key=lambda date: date.start) :]:
            if date.start >= sentence[1]:
                break
            if date.first != date.last:
                continue
            inside = any(start <= date.start < end for start, end in parts)
            if not inside and date.first is not None:
                return date.first.isoformat()
        return None
