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
from extractor.links.clauses import first_stretch, has_predicate, occasion, trim
from extractor.links.focus import Focus
from extractor.links.subjects import Subjects
from extractor.links.verb_speakers import behind_verb, past_speaker
from extractor.links.wording import REACH
from extractor.mentions.kinds import DateMention

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


class Reports:
    """Finds the reported speech of one article; `cues` are verbs that direct quotes took."""

    def __init__(self, focus: Focus, cues: frozenset[int], dates: Sequence[DateMention]) -> None:
        self.focus, self.cast = focus, focus.cast
        self.subjects = Subjects(focus)
        self.cues = cues
        self.words, self.speech = reported_words(), focus.cast.speech
        self.dates = [date for date in dates if date.first is not None]
        self.dated = {at for date in self.dates for at in range(date.start, date.end)}
        self.verbs = self.words.free | self.words.bound | self.words.denying

    def find(self) -> Iterator[Report]:
        """Yield the reports, sentence by sentence."""
        starts = [*self.cast.starts, len(self.cast.words)]
        for start, end in pairwise(starts):
            begin, stop = trim(self.cast, start, end)
            if stop - begin > _SHORTEST and self._is_prose(begin, end):
                yield from self._sentence(begin, stop)

    def _is_prose(self, begin: int, end: int) -> bool:
        """Tell whether the sentence is no headline, caption label or pointer to other news."""
        cast = self.cast
        if cast.lower[begin] in cast.offices.furniture:
            return False
        last = end - 1
        while last > begin and cast.words[last].isspace():
            last -= 1
        if cast.words[last][-1] in '.!?…”")':
            return True
        words = [at for at in range(begin, end) if cast.words[at][:1].isalpha()]
        capitals = sum(cast.is_capital(at) for at in words)
        return begin > cast.starts[0] and capitals < _TITLE_SHARE * len(words)

    def _sentence(self, begin: int, stop: int) -> Iterator[Report]:
        asides = [report for cue in range(begin, stop) if (report := self._aside(begin, cue, stop))]
        if asides:
            yield asides[0]
        elif report := self._leading(begin, stop):
            yield report
        else:
            yield from self._active(begin, stop)

    def _is_cue(self, at: int) -> bool:
        """Tell whether a verb with its speaker behind it is at token `at`, or one with -nya."""
        if at in self.cues or at in self.cast.quoted:
            return False
        word, speech = self.cast.lower[at], self.speech
        verbs = (speech.bare, speech.passive, speech.according, speech.pointing_back)
        return word == "menurutnya" or any(word in verb for verb in verbs)

    def _aside(self, begin: int, cue: int, stop: int) -> Report | None:
        """Return the report of `Nilainya naik, kata Rina.` or `Nilainya, kata Rina, naik.`."""
        cast = self.cast
        if cue <= begin or cast.words[cue - 1] != "," or cast.is_capital(cue):
            return None
        if not self._is_cue(cue):
            return None
        speaker = self._speaker(cue, begin, stop)
        if speaker is None:
            return None
        behind = first_stretch(cast, past_speaker(cue, stop, cast), stop)
        parts = []
        if not self._are_leads(begin, cue - 1):
            parts.append((begin, cue - 1))
        if behind < stop and self._goes_on(behind + 1, stop):
            parts.append((behind + 1, occasion(cast, behind + 1, stop, self.dated)))
        return self._report(parts, speaker, cue, "aside", (begin, stop))

    def _goes_on(self, start: int, stop: int) -> bool:
        """Tell whether what is said goes on behind the attribution, not the telling of it."""
        first = self.cast.lower[start] if start < stop else ""
        circumstance = first in self.speech.circumstances or first in self.words.relatives
        return (
            not circumstance and start not in self.dated and has_predicate(self.cast, start, stop)
        )

    def _leading(self, begin: int, stop: int) -> Report | None:
        """Return the report of `Menurut Rina, …`, `Namun, katanya, …` or `Dijelaskan Rina, …`."""
        cast, cue = self.cast, begin
        while cue < stop and not self._is_cue(cue) and self._are_leads(cue, cue + 1):
            cue += 1
        if cue >= stop or not self._is_cue(cue):
            return None
        told = cast.lower[cue] in self.speech.passive or cast.lower[cue] in self.speech.bare
        if told and any(cast.lower[at] in self.words.pointers for at in range(begin, cue)):
            return None
        speaker = self._speaker(cue, begin, stop)
        if speaker is None:
            return None
        start = past_speaker(cue, stop, cast)
        explicit = start < stop and (
            cast.words[start] in (",", ":") or cast.lower[start] in self.words.complementizers
        )
        if not explicit and start < stop and cast.lower[start] in self.words.asides:
            start = first_stretch(cast, start, stop)
            explicit = start < stop
        if told and not (explicit and self._goes_on(start + 1, stop)):
            return None
        start += explicit
        if start < stop and cast.lower[start] in self.words.complementizers:
            start += 1
        parts = [(start, occasion(cast, start, stop, self.dated))]
        return self._report(parts, speaker, cue, "leading", (begin, stop))

    def _active(self, begin: int, stop: int) -> Iterator[Report]:
        """Yield the reports of `Rina mengatakan (bahwa) … dan menambahkan bahwa …`."""
        cast, at = self.cast, begin + 1
        while at < stop:
            cue, at = at, at + 1
            if cast.lower[cue] not in self.verbs or cast.is_capital(cue) or cue in self.cues:
                continue
            if cue in cast.quoted:
                continue
            subject = self.subjects.of(cue, begin)
            place = self._object(cue, stop) if subject is not None else None
            if subject is None or place is None:
                continue
            person, rule = subject
            name = cast.people[person].name
            report = self._report([place], name, cue, rule, (begin, stop))
            if report is not None and self._is_person(name):
                at = place[1]
                yield report

    def _object(self, cue: int, stop: int) -> tuple[int, int] | None:
        """Return the tokens of what is said behind the active verb at `cue`; None for a thing."""
        cast, words = self.cast, self.words
        start = cue + 1
        while start < stop and cast.lower[start] in words.trailing:
            start += 1
        if start < stop and cast.lower[start] in words.addresses:
            start = self._past_address(cue, start, stop)
        if start >= stop:
            return None
        comma = cast.words[start] in (",", ":")
        start += comma
        while comma and start < stop and start in self.dated:
            start = first_stretch(cast, start, stop) + 1
        bound = start < stop and self._is_complementizer(cue, start)
        start += bound
        if start >= stop or start in cast.quoted or cast.lower[start] in words.joining:
            return None
        end = self._said_end(start, stop)
        if bound or (comma and has_predicate(cast, start, end)):
            return start, end
        return (start, end) if self._is_said(cue, start, end) else None

    def _is_complementizer(self, cue: int, at: int) -> bool:
        """Tell whether what is said follows token `at`; "mengingatkan agar …" is a request."""
        word, verb = self.cast.lower[at], self.cast.lower[cue]
        return word in self.words.complementizers or (
            word in self.words.hopes and verb in self.words.free
        )

    def _past_address(self, cue: int, at: int, stop: int) -> int:
        """Return where "bahwa" or the comma is behind "kepada wartawan di Palu, Jumat,".

        "berharap pada evaluasi berikutnya tidak ada lagi …" has no address: it returns `at`.
        """
        cast, limit = self.cast, min(stop, at + _ADDRESS)
        for place in range(at, limit):
            if cast.lower[place] == "bahwa":
                return place
        comma = first_stretch(cast, at, limit)
        if cast.lower[cue] in self.words.free and has_predicate(cast, at + 1, comma):
            return at
        return comma if comma < limit else stop

    def _said_end(self, start: int, stop: int) -> int:
        """Return where what is said ends: at a direct quote, a joined verb, or the occasion."""
        cast, end = self.cast, stop
        for at in range(start, stop):
            if at in cast.quoted or (
                at > start + _SHORTEST
                and cast.lower[at] in self.verbs
                and cast.lower[at - 1] in self.words.joining
                and at + 1 < stop
                and cast.lower[at + 1] == "bahwa"
            ):
                end = at - 1
                break
        return occasion(cast, start, end, self.dated)

    def _is_said(self, cue: int, start: int, end: int) -> bool:
        """Tell whether the words right behind the verb are words that were said."""
        cast, verb = self.cast, self.cast.lower[cue]
        stretch = first_stretch(cast, start, end)
        if verb in self.words.judging and "sebagai" in cast.lower[start:stretch]:
            return True
        if verb in self.words.free - self.words.judging:
            at_thing = cast.lower[start] in self.words.pointers
            return not at_thing or has_predicate(cast, start, stretch)
        return has_predicate(cast, start, stretch)

    def _speaker(self, cue: int, begin: int, stop: int) -> str | None:
        """Return the person behind the verb at `cue`, or whom "dia" and "katanya" mean."""
        cast, at = self.cast, self.cast.past_fillers(cue + 1, stop)
        points_back = (
            cast.lower[cue] == "menurutnya" or cast.lower[cue] in self.speech.pointing_back
        )
        if points_back or (at < stop and cast.lower[at] in self.speech.pronouns):
            person = self.focus.before(begin)
            return None if person is None else cast.people[person].name
        found = behind_verb(cue, cue + 1, min(cue + REACH, stop), cast)
        name = found[0] if found is not None else None
        return name if name is not None and self._is_person(name) else None

    def _is_person(self, name: str) -> bool:
        """Tell whether `name` is an official's or has a given name in it, as no body's has."""
        if any(person.name == name and person.office for person in self.cast.people):
            return True
        names = self.cast.names
        return any(word in names.given or word in names.noble for word in name.split())

    def _are_leads(self, start: int, end: int) -> bool:
        words = [word for word in self.cast.lower[start:end] if word[:1].isalnum()]
        return all(word in self.words.leads for word in words)

    def _report(
        self,
        parts: Sequence[tuple[int, int]],
        speaker: str,
        cue: int,
        rule: str,
        sentence: tuple[int, int],
    ) -> Report | None:
        kept = [trim(self.cast, *part) for part in parts]
        kept = [(start, end) for start, end in kept if self._words(start, end)]
        if sum(self._words(start, end) for start, end in kept) < _SHORTEST:
            return None
        if any(at in self.cast.quoted for part in kept for at in range(*part)):
            return None
        return Report(tuple(kept), speaker, cue, rule, self._day(kept, sentence))

    def _words(self, start: int, end: int) -> int:
        return sum(word[:1].isalnum() for word in self.cast.words[start:end])

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
