"""Evidence: token spans of the clean text traced back to the characters of the article."""

from collections.abc import Iterable

from spacy.tokens import Doc

from extractor.mentions import spans
from extractor.mentions.kinds import Mention
from extractor.mentions.surface import surface
from extractor.records import Evidence
from extractor.text.normalise import Normalised


class Witness:
    """Turns tokens of `doc`, made from `clean`, into evidence in the `source` text."""

    def __init__(self, doc: Doc, clean: Normalised, source: str) -> None:
        self.doc = doc
        self._clean = clean
        self._source = source
        self._surface = surface(doc)

    def of(self, start: int, end: int) -> Evidence:
        """Return the evidence for tokens `start:end`."""
        last = end - 1
        seen = self._surface
        return self.between(seen.offsets[start], seen.offsets[last] + len(seen.words[last]))

    def between(self, start: int, end: int) -> Evidence:
        """Return the evidence for the clean characters `start:end`."""
        first, last = self._clean.to_source(start, end)
        return Evidence(start=first, end=last, text=self._source[first:last])

    def all(self, places: Iterable[tuple[int, int]]) -> tuple[Evidence, ...]:
        """Return the evidence for several token spans, each once, in the order of the text."""
        return tuple(self.of(start, end) for start, end in sorted(set(places)))

    def mention(self, mention: Mention) -> Evidence:
        """Return the evidence for a mention."""
        return self.between(*spans.bounds_in(self._surface, mention))
