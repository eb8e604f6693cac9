"""Who is where in an article: references to persons, and who is spoken of at each place.

A reference is a full mention, a part of a name, or an office alone. The focus is the last person
who was the subject of a sentence or the speaker of a quote: that is whom "ia" and "katanya" mean.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc

from extractor.lexicon.names import name_words
from extractor.lexicon.offices import office_words
from extractor.lexicon.verbs import speech_words
from extractor.links.persons import Person, fits, head_of, people, short_names
from extractor.mentions import spans
from extractor.mentions.kinds import OfficialMention, QuoteMention, RegionMention

_REACH = 14
_INTRO = 9
How = Literal["official", "name", "office", "stranger"]


@dataclass(frozen=True, slots=True)
class Reference:
    """Tokens `start:end` that mean the person with the number `person`."""

    start: int
    end: int
    person: int
    how: How


class Cast:
    """The persons of one article and where they are spoken of."""

    def __init__(self, doc: Doc) -> None:
        self.words = [token.text for token in doc]
        self.lower = [token.lower_ for token in doc]
        self._names, self._speech, self._offices = name_words(), speech_words(), office_words()
        self.starts = [token.i for token in doc if token.is_sent_start] or [0]
        self.people = people(doc)
        self._quoted = _inside(
            [(quote.start, quote.end) for quote in spans.read(doc, QuoteMention)]
        )
        self._regions = _inside([(r.start, r.end) for r in spans.read(doc, RegionMention)])
        self._officials = {mention.start: mention for mention in spans.read(doc, OfficialMention)}
        self.references = self._references()
        self._by_start = [reference.start for reference in self.references]
        self._events = self._find_events()
        self._event_places = [place for place, _ in self._events]
        self.pronouns = [
            at
            for at, word in enumerate(self.lower)
            if word in self._speech.pronouns and at not in self._quoted
        ]

    def sentence(self, at: int) -> int:
        """Return the first token of the sentence that holds token `at`."""
        return self.starts[max(0, bisect_right(self.starts, at) - 1)]

    def sentence_end(self, at: int) -> int:
        """Return the end of the sentence that holds token `at`."""
        following = bisect_right(self.starts, at)
        return self.starts[following] if following < len(self.starts) else len(self.words)

    def within(self, start: int, end: int) -> list[Reference]:
        """Return the references that begin between the tokens `start` and `end`."""
        return self.references[
            bisect_left(self._by_start, start) : bisect_left(self._by_start, end)
        ]

    def focus(self, at: int) -> int | None:
        """Return the person spoken of before token `at`; None for nobody or one without a name."""
        place = bisect_left(self._event_places, at) - 1
        return self._events[place][1] if place >= 0 else None

    def first_after(self, at: int) -> int | None:
        """Return the person whom the first event from token `at` on brings up."""
        place = bisect_left(self._event_places, at)
        return self._events[place][1] if place < len(self._events) else None

    def is_subject(self, reference: Reference) -> bool:
        """Tell whether the reference is who acts or speaks in its sentence."""
        begin = self.sentence(reference.start)
        lead = [word for word in self.lower[begin : reference.start] if word[:1].isalnum()]
        if self._speaks_before(reference.start) or self._says_after(reference.end):
            return True
        if not lead:
            return True
        if self.within(begin, reference.start) or len(lead) > _INTRO:
            return False
        return self.words[reference.start - 1] == "," or (
            len(lead) == 1 and lead[0] in speech_words().openers
        )

    def stranger(self, start: int, end: int) -> str:
        """Return the name in tokens `start:end` of somebody without an office, or ""."""
        kept = [
            word
            for word in self.words[start:end]
            if word.lower().rstrip(".") not in self._names.honorifics and word != "."
        ]
        return " ".join(kept)

    def past_titles(self, at: int) -> int:
        """Return the token after the honorifics at token `at`: "kata Pak Budi"."""
        while at < len(self.words) and self._is_honorific(at):
            at += 1
        return at

    def _is_honorific(self, at: int) -> bool:
        if at in self._officials:
            return False
        return self.words[at] == "." or self.lower[at].rstrip(".") in self._names.honorifics

    def capitalised(self, at: int) -> int:
        """Return the end of the run of capitalised words that begins at token `at`."""
        end = at
        while end < len(self.words) and end - at < 8 and self._is_capital(end):
            if self.words[end] in self._names.not_names and end > at:
                break
            end += 1
        return end

    def _is_capital(self, at: int) -> bool:
        word = self.words[at]
        return word[:1].isupper() and word[:1].isalpha() and len(word) < 60

    def _references(self) -> list[Reference]:
        number = {place: n for n, person in enumerate(self.people) for place in person.spans}
        found = [
            Reference(m.start, m.end, number[m.start, m.end], "official")
            for m in self._officials.values()
        ]
        runs = list(self._runs())
        known: dict[str, list[int]] = {}
        for n, person in enumerate(self.people):
            for word in short_names(person):
                known.setdefault(word, []).append(n)
        for start, end in runs:
            self._meet(start, end, known)
        for start, end in runs:
            reference = self._named(start, end, known) or self._titled(start, end)
            if reference is not None:
                found.append(reference)
        return sorted(found, key=lambda reference: (reference.start, reference.end))

    def _runs(self) -> Iterator[tuple[int, int]]:
        """Yield the runs of capitalised words outside quotes and full mentions."""
        at, size = 0, len(self.words)
        while at < size:
            if at in self._officials:
                at = self._officials[at].end
            elif at in self._quoted or not self._is_capital(at):
                at += 1
            else:
                end = at
                while end < size and self._is_capital(end) and end not in self._officials:
                    end += 1
                yield at, end
                at = end

    def _trim(self, start: int, end: int) -> int:
        """Return where the run begins without courtesies and the first word of a sentence."""
        while start < end and self.lower[start].rstrip(".") in self._names.honorifics:
            start += 1
        return start

    def _meet(self, start: int, end: int, known: dict[str, list[int]]) -> None:
        """Add the person without an office who speaks: "Tokoh adat, Simon Betawi, mengaku"."""
        start = self._trim(start, end)
        if end - start < 2 or not (self._says_after(end) or self._speaks_before(start)):
            return
        words = self.words[start:end]
        lower = [word.casefold() for word in words]
        if any(fits(lower, person.words) for person in self.people) or start in self._regions:
            return
        if any(self._is_common(word) for word in words):
            return
        person = Person(" ".join(words), "", False, "", ((start, end),))
        self.people.append(person)
        for word in short_names(person):
            known.setdefault(word, []).append(len(self.people) - 1)

    def _is_common(self, word: str) -> bool:
        offices = self._offices
        common = (
            word in offices.complement or word in self._names.not_names or word in offices.heads
        )
        return common or word.isupper() or bool(offices.shapes.fullmatch(word))

    def _named(self, start: int, end: int, known: dict[str, list[int]]) -> Reference | None:
        """Return the person whom a part of a name means: the nearest one before, else the first."""
        begin = self._trim(start, end)
        if begin < end and self.lower[begin] not in known and begin == self.sentence(begin):
            begin += 1
        words = [word.casefold() for word in self.words[begin:end]]
        if not words or words[0] not in known or (len(words) == 1 and begin in self._regions):
            return None
        fitting = [n for n in known[words[0]] if fits(words, self.people[n].words)]
        if not fitting:
            return None
        before = [n for n in fitting if self.people[n].spans[0][0] < begin]
        nearest = max(before, key=lambda n: _last_before(self.people[n], begin), default=fitting[0])
        return Reference(begin, end, nearest, "name")

    def _titled(self, start: int, end: int) -> Reference | None:
        """Return the person whom an office alone means: "Kapolres", "Bupati Bangli"."""
        for begin in range(start, min(end, start + 2)):
            for size in range(min(3, end - begin), 0, -1):
                head = " ".join(self.words[begin : begin + size])
                if head not in self._offices.heads:
                    continue
                rest = [word.casefold() for word in self.words[begin + size : end]]
                person = self._holder(head, rest, begin)
                return None if person is None else Reference(begin, end, person, "office")
        return None

    def _holder(self, head: str, rest: list[str], at: int) -> int | None:
        if self._offices.heads[head] == "needy" and not rest:
            return None
        long = head_of(head)
        fitting = [
            n
            for n, person in enumerate(self.people)
            if person.office and person.head == long and set(rest) <= _office_words(person)
        ]
        before = [n for n in fitting if self.people[n].spans[0][0] < at]
        return max(before, key=lambda n: _last_before(self.people[n], at), default=None)

    def holder(self, at: int) -> int | None:
        """Return the person with the office at token `at`, also in lower case: "ujar gubernur"."""
        for size in (3, 2, 1):
            head = " ".join(word.capitalize() for word in self.words[at : at + size])
            if head in self._offices.heads:
                return self._holder(head, [], at)
        return None

    def _speaks_before(self, at: int) -> bool:
        """Tell whether a verb with the speaker behind it stands right before token `at`."""
        at -= 1
        while at > 0 and (
            self.lower[at] in self._speech.fillers
            or self.lower[at].rstrip(".") in self._names.honorifics
        ):
            at -= 1
        if at < 0:
            return False
        word = self.lower[at]
        speech = self._speech
        return word in speech.bare or word in speech.passive or word in speech.according

    def _says_after(self, at: int) -> bool:
        """Tell whether a verb of saying follows token `at`, past degrees and an apposition."""
        apposed = False
        for place in range(at, min(at + _REACH, len(self.words))):
            word = self.lower[place]
            if word in self._speech.active:
                return True
            if self.words[place].isspace() or word in ';:"“”':
                return False
            if word == ",":
                apposed = True
            elif word in self._speech.fillers or not word[:1].isalpha() or not word.islower():
                continue
            elif self.words[place].islower() and not apposed:
                return False
        return False

    def _find_events(self) -> list[tuple[int, int | None]]:
        events: list[tuple[int, int | None]] = [
            (reference.start, reference.person)
            for reference in self.references
            if reference.start not in self._quoted and self.is_subject(reference)
        ]
        for start in self.starts:
            first = start
            while first < len(self.words) and self.words[first].isspace():
                first += 1
            if first < len(self.words) and first not in self._quoted and self._is_unnamed(first):
                events.append((first, None))
        return sorted(events, key=lambda event: event[0])

    def _is_unnamed(self, at: int) -> bool:
        """Tell whether somebody without a name speaks in the sentence at `at`: "Seorang warga"."""
        pair = " ".join(self.lower[at : at + 2])
        if self.lower[at] not in self._speech.unnamed and pair not in self._speech.unnamed:
            return False
        end = min(self.sentence_end(at), at + _REACH)
        if self.within(at, end):
            return False
        return any(word in self._speech.active for word in self.lower[at:end])


def _inside(places: list[tuple[int, int]]) -> set[int]:
    return {at for start, end in places for at in range(start, end)}


def _last_before(person: Person, at: int) -> int:
    return max((start for start, _ in person.spans if start < at), default=-1)


def _office_words(person: Person) -> set[str]:
    return set(person.office.casefold().split())
