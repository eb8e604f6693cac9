"""The component `fakta_aspects`: pillars, domains and dimensions of the indices named."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from extractor.lexicon.indices import catalogue
from extractor.mentions import pieces, spans
from extractor.mentions.kinds import AspectMention, IndexMention
from extractor.mentions.pieces import Pieces, split

_DECIMAL = re.compile(r"\d{1,3}[,.]\d{1,4}")
_LONGEST = 7
_LIST_REACH = 8
_LIST_LENGTH = 60


@dataclass(frozen=True, slots=True)
class _Seen:
    """The words of one document, and the aspects of the indices that it names."""

    words: list[str]
    lower: list[str]
    pieces: Pieces
    known: dict[tuple[str, ...], bool]
    named: spans.Named
    inside: set[int]

    def ends(self, at: int) -> bool:
        """Tell whether no further word of the same sentence stands at `at`."""
        return at >= len(self.words) or self.pieces.opens(at)


class Aspects:
    """Finds aspects; reads the indices that are already there."""

    def __init__(self) -> None:
        self.catalogue = catalogue()
        self.words = self.catalogue.words
        self._aspects: dict[str, dict[tuple[str, ...], bool]] = {}
        for entry in self.catalogue.entries:
            self._aspects[entry.id] = {
                tuple(split(name.lower())): aspect.alone
                for aspect in entry.aspects
                for name in (aspect.name, *aspect.aliases)
            }

    def __call__(self, doc: Doc) -> Doc:
        """Write the aspects of `doc`."""
        spans.write(doc, AspectMention, self.find(doc))
        return doc

    def find(self, doc: Doc) -> list[AspectMention]:
        """Return the aspects of `doc` in order, none inside another; [] when it names no index."""
        indices = spans.read(doc, IndexMention)
        if not indices:
            return []
        seen = self._view(doc, indices)
        places: list[tuple[int, int]] = []
        for at, word in enumerate(seen.lower):
            if word in self.words["aspect_heads"]:
                places += self._headed(at, seen) or self._list(at, seen)
        places += self._alone(seen)
        return [self.parse(doc, start, end, seen) for start, end in _longest(places)]

    def parse(self, doc: Doc, start: int, end: int, seen: _Seen) -> AspectMention:
        """Return the mention: the name as worded (`pendidikannya` without -nya), and its index."""
        key = _key(seen, start, end)
        last = seen.words[end - 1]
        clitic = key in seen.known and seen.lower[end - 1] != key[-1]
        words = [*seen.words[start : end - 1], last[:-3] if clitic else last]
        order = seen.named.around(start)
        own = [id for id in order if key in self._aspects.get(id, {})]
        first, after = seen.pieces.tokens(doc, start, end)
        return AspectMention(
            start=first, end=after, name=" ".join(words), index=own[0] if own else order[0]
        )

    def _view(self, doc: Doc, indices: list[IndexMention]) -> _Seen:
        seen = pieces.read(doc)
        known: dict[tuple[str, ...], bool] = {}
        for id in dict.fromkeys(index.id for index in indices):
            for key, alone in self._aspects.get(id, {}).items():
                known[key] = alone or known.get(key, False)
        named = [(seen.place_of(index.start), index.id) for index in indices]
        inside: set[int] = set()
        for index, (start, _) in zip(indices, named, strict=True):
            after = seen.place_of(index.end) if index.end < len(doc) else len(seen.words)
            inside.update(range(start, after))
        return _Seen(seen.words, seen.lower, seen, known, spans.Named(named), inside)

    def _headed(self, head: int, seen: _Seen) -> list[tuple[int, int]]:
        """Return the name right after its head word: `pilar Keterampilan Digital`."""
        start = head + 1
        if seen.ends(start):
            return []
        # "Indikator Kinerja Kunci" is a name of its own; "Pilar Institusi" at a start is not
        proper = seen.words[head][0].isupper() and not (
            seen.pieces.opens(head) and seen.lower[head] not in self.words["faint_heads"]
        )
        ends = [_match(start, seen), 0 if proper else self._capitals(start, seen)]
        return [(start, max(ends))] if max(ends) else []

    def _capitals(self, start: int, seen: _Seen) -> int:
        """Return the end of the capitalised name at `start`, 0 when there is none."""
        end = start
        while end < start + _LONGEST and not (end > start and seen.ends(end)):
            if end >= len(seen.words):
                break
            joins = end > start and seen.lower[end] in ("dan", "&") and not seen.ends(end + 1)
            if not (self._is_name(end, seen) or (joins and self._is_name(end + 1, seen))):
                break
            end += 1
        return end if end > start else 0

    def _is_name(self, at: int, seen: _Seen) -> bool:
        word = seen.words[at]
        plain = word[0].isupper() and word.replace("-", "").isalpha() and at not in seen.inside
        return plain and seen.lower[at] not in self.words["ends"]

    def _list(self, head: int, seen: _Seen) -> list[tuple[int, int]]:
        """Return the names of a list after its head word: `tiga aspek, yaitu A, B, dan C`."""
        at = head + 1
        while at < head + _LIST_REACH and not seen.ends(at):
            if seen.lower[at] in self.words["list_openers"]:
                break
            if seen.lower[at] not in self.words["list_fillers"]:
                return []
            at += 1
        else:
            return []
        while not seen.ends(at) and (
            seen.lower[at] in self.words["list_openers"]
            or seen.lower[at] in self.words["list_fillers"]
        ):
            at += 1
        return self._items(at, seen)

    def _items(self, at: int, seen: _Seen) -> list[tuple[int, int]]:
        items: list[tuple[int, int]] = []
        plain = True
        stop = at + _LIST_LENGTH
        while at < stop and not seen.ends(at):
            end = _match(at, seen) or self._open_item(at, seen, plain)
            if not end:
                break
            # once a name is known or capitalised, the plain words after the list are prose
            plain = plain and not _match(at, seen) and seen.words[at][0].islower()
            items.append((at, end))
            at = end
            while not seen.ends(at) and seen.lower[at] in self.words["list_joins"]:
                at += 1
            if at == end:
                break
        return items if len(items) > 1 else []

    def _open_item(self, start: int, seen: _Seen, plain: bool) -> int:
        """Return the end of a list item that the catalogue lacks, 0 when it reads like prose."""
        if seen.words[start][0].isupper():
            return self._capitals(start, seen)
        end = start
        while not seen.ends(end) and seen.lower[end] not in self.words["list_joins"]:
            if seen.lower[end] in self.words["list_stops"] or not seen.lower[end][0].isalpha():
                break
            end += 1
        closed = seen.ends(end) or seen.lower[end] in {*self.words["list_joins"], ".", "yang"}
        return end if plain and closed and 0 < end - start <= 4 else 0

    def _alone(self, seen: _Seen) -> list[tuple[int, int]]:
        """Return names that need no head: `smart economy`, and others before a score."""
        if not seen.known:
            return []
        firsts = {key[0] for key in seen.known}
        found = []
        for at, word in enumerate(seen.lower):
            if at in seen.inside or not (word in firsts or word.removesuffix("nya") in firsts):
                continue
            end = _match(at, seen)
            if end and (seen.known[_key(seen, at, end)] or self._scored(end, seen)):
                found.append((at, end))
        return found

    def _scored(self, end: int, seen: _Seen) -> bool:
        """Tell whether a score follows: `outcome 3,23`, `layanan (4,1)`; not `5,71 juta`."""
        at = end + 1 if seen.lower[end : end + 1] == ["("] else end
        number = seen.words[at : at + 1]
        unit = seen.lower[at + 1 : at + 2]
        return bool(
            number
            and _DECIMAL.fullmatch(number[0][:12])
            and not (unit and unit[0] in self.words["not_after_aspect"])
        )


def _match(start: int, seen: _Seen) -> int:
    """Return the end of the longest known aspect at `start`, 0 when there is none."""
    for end in range(min(start + _LONGEST, len(seen.words)), start, -1):
        if _key(seen, start, end) in seen.known:
            return end
    return 0


def _key(seen: _Seen, start: int, end: int) -> tuple[str, ...]:
    """Return the words in lower case; without -nya where only so they are an aspect."""
    key = tuple(seen.lower[start:end])
    if key not in seen.known and key[-1].endswith("nya"):
        bare = (*key[:-1], key[-1].removesuffix("nya"))
        return bare if bare in seen.known else key
    return key


def _longest(places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
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
