"""Who is spoken of at each place of an article: whom "ia" and "katanya" mean there.

The focus is the last person who was the subject of a sentence or the speaker of a quote.
"""

from bisect import bisect_left

from extractor.links.cast import Cast, Reference
from extractor.links.wording import REACH

_INTRO = 9


class Focus:
    """The focus at every token of the article of `cast`."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self._events = self._find_events()
        self._places = [place for place, _ in self._events]

    def before(self, at: int) -> int | None:
        """Return the person spoken of before token `at`; None for nobody or one without a name."""
        place = bisect_left(self._places, at) - 1
        return self._events[place][1] if place >= 0 else None

    def after(self, at: int) -> int | None:
        """Return the person whom the first event from token `at` on brings up."""
        place = bisect_left(self._places, at)
        return self._events[place][1] if place < len(self._events) else None

    def is_subject(self, reference: Reference) -> bool:
        """Tell whether the reference is who acts or speaks in its sentence."""
        cast = self.cast
        begin = cast.sentence(reference.start)
        if cast.speaks_before(reference.start) or cast.says_after(reference.end):
            return True
        lead = [word for word in cast.lower[begin : reference.start] if word[:1].isalnum()]
        if not lead:
            return True
        if cast.within(begin, reference.start) or len(lead) > _INTRO:
            return False
        return cast.words[reference.start - 1] == "," or (
            len(lead) == 1 and lead[0] in cast.speech.openers
        )

    def _find_events(self) -> list[tuple[int, int | None]]:
        cast = self.cast
        events: list[tuple[int, int | None]] = [
            (reference.start, reference.person)
            for reference in cast.references
            if reference.start not in cast.quoted and self.is_subject(reference)
        ]
        for start in cast.starts:
            first = start
            while first < len(cast.words) and cast.words[first].isspace():
                first += 1
            if first < len(cast.words) and first not in cast.quoted and self._is_unnamed(first):
                events.append((first, None))
        return sorted(events, key=lambda event: event[0])

    def _is_unnamed(self, at: int) -> bool:
        """Tell whether somebody without a name speaks in the sentence at `at`: "Seorang warga"."""
        cast = self.cast
        pair = " ".join(cast.lower[at : at + 2])
        if cast.lower[at] not in cast.speech.unnamed and pair not in cast.speech.unnamed:
            return False
        end = min(cast.sentence_end(at), at + REACH)
        if cast.within(at, end):
            return False
        return any(word in cast.speech.active for word in cast.lower[at:end])
