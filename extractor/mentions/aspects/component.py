"""The component `fakta_aspects`: the parts of an index that have values of their own."""

from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc

from extractor.lexicon.indices import catalogue
from extractor.mentions import spans
from extractor.mentions.aspects import known, open, view
from extractor.mentions.aspects.view import Part, Place, Seen
from extractor.mentions.kinds import AspectMention, IndexMention
from extractor.mentions.surface import surface


class Aspects:
    """Finds aspects; reads the indices that are already there, and the names of others."""

    def __init__(self) -> None:
        self._names = {entry.id: view.names_of(entry.id) for entry in catalogue().entries}

    def __call__(self, doc: Doc) -> Doc:
        """Write the aspects of `doc`."""
        spans.write(doc, AspectMention, self.find(doc))
        return doc

    def find(self, doc: Doc) -> list[AspectMention]:
        """Return the aspects of `doc` in order, none inside another; [] when it names no index."""
        indices = spans.read(doc, IndexMention)
        if not indices:
            return []
        seen = view.read(doc, indices, self._names)
        opened = open.places(seen)
        for start, end in opened:
            # what a list of the article calls a part is one wherever a value follows
            if known.match(start, seen)[0] != end:
                seen.parts.add(view.key_of(seen.lower[start:end]), Part(rate=seen.rates))
        places = _longest([*opened, *known.places(seen)])
        return [self.parse(doc, start, end, seen) for start, end in places]

    def parse(self, doc: Doc, start: int, end: int, seen: Seen) -> AspectMention:
        """Return the mention: the name as worded (`pendidikannya` without -nya), and its index."""
        last = seen.pieces.starts[end - 1] + len(seen.words[end - 1])
        _, key = known.match(start, seen)
        written = view.key_of(seen.lower[start:end])
        if key and key != written:
            last -= len(written[-1]) - len(key[-1])
        order = seen.indices.around(start)
        own = [id for id in order if key in self._names.get(id, {})]
        first, after = seen.pieces.tokens(doc, start, end)
        name = " ".join(surface(doc).text[seen.pieces.starts[start] : last].split())
        index = own[0] if own else order[0]
        return AspectMention(
            start=first, end=after, name=name, index=index, owners=" ".join(sorted(set(own)))
        )


def _longest(places: Iterable[Place]) -> list[Place]:
    taken: set[int] = set()
    kept = []
    for start, end in sorted(set(places), key=lambda place: (place[0] - place[1], place[0])):
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            kept.append((start, end))
    return sorted(kept)


@Language.factory("fakta_aspects", assigns=["doc.spans"])
def create_aspects(nlp: Language, name: str) -> Aspects:
    """Return the component for the pipeline `nlp`."""
    return Aspects()
