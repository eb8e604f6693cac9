"""Who is spoken of at each place of an article: whom "ia" and "katanya" mean there.

The focus is the last person who was the subject of a sentence or the speaker of a quote.
"""

from bisect import bisect_left
from collections.abc import Iterator

from extractor.speech.person_index import PersonIndex, Reference
from extractor.speech.wording import REACH

_INTRO = 9
_FIRST = ["orang", "nomor", "satu"]


class Focus:
    """The focus at every token of the article of `index`."""

    def __init__(self, index: PersonIndex) -> None:
        self.index = index
        self._events = self._find_events()
        self._places = [place for place, _ in self._events]

    def note(self, at: int, person: int | None) -> None:
        """Take in who spoke at token `at`, None for one without a name."""
        place = bisect_left(self._places, at)
        self._places.insert(place, at)
        self._events.insert(place, (at, person))

    def before(self, at: int) -> int | None:
        """Return the person spoken of before token `at`; None for nobody or one without a name."""
        place = bisect_left(self._places, at) - 1
        return self._events[place][1] if place >= 0 else None

    def is_met(self, start: int, end: int) -> bool:
        """Tell whether anybody is spoken of between the tokens `start` and `end`."""
        return bisect_left(self._places, start) < bisect_left(self._places, end)

    def is_empty(self, at: int) -> bool:
        """Tell whether nobody at all was spoken of before token `at`."""
        return bisect_left(self._places, at) == 0

    def is_subject(self, reference: Reference) -> bool:
        """Tell whether the reference is who acts or speaks in its sentence."""
        index = self.index
        begin = index.sentence(reference.start)
        if index.speaks_before(reference.start) or index.says_after(reference.end):
            return True
        lead = [word for word in index.lower[begin : reference.start] if word[:1].isalnum()]
        if not lead:
            return True
        if index.within(begin, reference.start) or len(lead) > _INTRO:
            return False
        return index.words[reference.start - 1] == "," or (
            len(lead) == 1 and lead[0] in index.speech.openers
        )

    def _find_events(self) -> list[tuple[int, int | None]]:
        index = self.index
        events: list[tuple[int, int | None]] = [
            (reference.start, reference.person)
            for reference in index.references
            if reference.start not in index.quoted and self.is_subject(reference)
        ]
        for start in index.starts:
            first = start
            while first < len(index.words) and index.words[first].isspace():
                first += 1
            if first < len(index.words) and first not in index.quoted and self._is_unnamed(first):
                events.append((first, None))
        head = index.first_in_rank()
        if head is not None:
            events += ((at, head) for at in self._places_of_first())
        return sorted(events, key=lambda event: event[0])

    def _places_of_first(self) -> Iterator[int]:
        """Yield where "orang nomor satu" stands outside of quotes."""
        index = self.index
        for at, word in enumerate(index.lower):
            told = word == _FIRST[0] and index.lower[at : at + len(_FIRST)] == _FIRST
            if told and at not in index.quoted:
                yield at

    def _is_unnamed(self, at: int) -> bool:
        """Tell whether somebody without a name speaks in the sentence at `at`: "Seorang warga"."""
        index = self.index
        pair = " ".join(index.lower[at : at + 2])
        if index.lower[at] not in index.speech.unnamed and pair not in index.speech.unnamed:
            return False
        end = min(index.sentence_end(at), at + REACH)
        if index.within(at, end):
            return False
        return any(word in index.speech.active for word in index.lower[at:end])
