"""The component `fakta_officials`: every place where a person is named with an office."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractor.lexicon.offices import Class, office_words
from extractor.mentions import spans
from extractor.mentions.kinds import OfficialMention, RegionMention
from extractor.mentions.officials.backward import Backward
from extractor.mentions.officials.evidence import gather
from extractor.mentions.officials.grammar import Grammar, Name, Reading
from extractor.mentions.officials.labels import Labels
from extractor.mentions.officials.lexing import lex
from extractor.mentions.surface import surface

_WORD = re.compile(r"[^\W\d_]+")
_HEADLINE_WORDS = 5
_HEADLINE_SHARE = 0.7
# Offices that news also writes in small letters: "gubernur Jawa Barat Bintang Mahardika".
_SPOKEN: frozenset[Class] = frozenset(("region", "place", "whole", "national"))
_SHORT = 3


@dataclass(frozen=True, slots=True)
class Place:
    """An office in the text: acting words and head from `start` to `end`, as characters."""

    start: int
    head: int
    end: int
    kind: Class
    acting: bool


class Officials:
    """Finds offices with a name; reads the regions that are already there."""

    def __init__(self, vocab: Vocab) -> None:
        self.lexicon = office_words()
        self.heads = {head.lower(): kind for head, kind in self.lexicon.heads.items()}
        self.matcher = PhraseMatcher(vocab, attr="LOWER")
        for label, words in (("head", self.lexicon.heads), ("acting", self.lexicon.acting)):
            patterns = [Doc(vocab, words=word.split()) for word in sorted(words)]
            if label == "acting":
                # Tokenizers keep the full stop of "Plt." or split it off.
                patterns += [Doc(vocab, words=[f"{word}."]) for word in sorted(words)]
            self.matcher.add(label, patterns)

    def __call__(self, doc: Doc) -> Doc:
        """Write the officials of `doc`."""
        spans.write(doc, OfficialMention, self.find(doc))
        return doc

    def find(self, doc: Doc) -> list[OfficialMention]:
        """Return every named official of `doc`, in order."""
        heads, acting = self._matches(doc)
        if not heads:
            return []
        seen = surface(doc)
        regions = [
            (*spans.bounds_in(seen, region), region.code)
            for region in spans.read(doc, RegionMention)
        ]
        text = seen.text
        labels = Labels(regions, {start: end for start, (end, _) in heads.items()})
        grammar = Grammar(text, labels, gather(text))
        backward = Backward(text, labels, grammar)
        found: list[OfficialMention] = []
        headlines: dict[int, bool] = {}
        taken, waiting = 0, None
        for place in _offices(text, heads, acting):
            line = text.rfind("\n", 0, place.start) + 1
            if line not in headlines:
                headlines[line] = self._is_no_prose(text, line)
            if place.start < taken or headlines[line]:
                continue
            before = text[max(line, place.start - 40) : place.start].lower().split()
            last = before[-1].strip('(“".') if before else ""
            if last in self.lexicon.not_in_office or last in self.lexicon.named_after:
                continue
            reading = grammar.read(
                place.end, place.kind, apposition=last not in self.lexicon.possessed
            )
            if self._is_not_held(text, place, reading):
                taken = place.end
                continue
            name = reading.name or backward.name(place.start, line, reading, taken)
            taken = max(place.end, reading.parts[-1].end if reading.parts else 0)
            if name is None:
                waiting = (place, reading) if self._is_also(text, taken) else None
                continue
            if waiting and self._is_also(text, _end(*waiting), place.start):
                place, reading = waiting
            waiting = None
            taken = max(taken, name.end)
            found.append(self._mention(doc, text, place, reading, name, regions))
        return found

    def _matches(self, doc: Doc) -> tuple[dict[int, tuple[int, Class]], dict[int, int]]:
        """Return heads and acting words by their first character, the longest at each place."""
        heads: dict[int, tuple[int, Class]] = {}
        acting: dict[int, int] = {}
        covered = -1
        seen = surface(doc)
        matches = sorted(self.matcher(doc), key=lambda match: (match[1], -match[2]))
        for label, first, last in matches:
            if first < covered:
                continue
            covered = last
            start, end = seen.offsets[first], seen.offsets[last - 1] + len(seen.words[last - 1])
            if doc.vocab.strings[label] == "acting":
                acting[start] = end
                continue
            words = " ".join(seen.words[first:last])
            kind = self.heads[words.lower()]
            if words[0].isupper() or (kind in _SPOKEN and len(words) > _SHORT):
                heads[start] = (end, kind)
        return heads, acting

    def _is_not_held(self, text: str, place: Place, reading: Reading) -> bool:
        """Tell whether the office is only won: "Gubernur terpilih", "Bupati Pati terpilih"."""
        behind = (text[at : at + 16].lower().split() for at in (place.end, _end(place, reading)))
        return any(words and words[0].strip(",.") in self.lexicon.not_held for words in behind)

    def _is_no_prose(self, text: str, line: int) -> bool:
        """Tell whether the line is a headline in title case or the furniture of the page."""
        end = text.find("\n", line)
        content = text[line : len(text) if end < 0 else end].strip()
        first = _WORD.match(content)
        opening = content[:40].lower().split(":")[0].strip()
        if opening in self.lexicon.furniture or (first and first[0].lower() in ("baca", "simak")):
            return True
        if content[-1:] in '.!?)”",' or content[:1] in "•-*0123456789":
            return False
        words = _WORD.findall(content[:400])
        capitalised = sum(word[0].isupper() for word in words)
        return len(words) >= _HEADLINE_WORDS and capitalised >= _HEADLINE_SHARE * len(words)

    def _is_also(self, text: str, start: int, end: int | None = None) -> bool:
        """Tell whether "yang juga" or its like stands at `start`: one person, two offices."""
        stretch = text[start : start + 40 if end is None else end].lower().strip(" ,")
        if end is not None:
            return stretch in self.lexicon.also
        return any(stretch.startswith(words) for words in self.lexicon.also)

    def _mention(
        self,
        doc: Doc,
        text: str,
        place: Place,
        reading: Reading,
        name: Name,
        regions: Sequence[tuple[int, int, str]],
    ) -> OfficialMention:
        start, end = min(place.start, name.start), max(_end(place, reading), name.end)
        whole = doc.char_span(start, end, alignment_mode="expand")
        called = doc.char_span(name.start, name.end, alignment_mode="expand")
        assert whole is not None  # "expand" finds a span in any text
        assert called is not None
        acting = [item.text for item in lex(text, place.start, place.head)]
        title = [word for word in acting if not word.startswith("(")]
        office = " ".join((*title, text[place.head : place.end], *reading.words))
        inside = bisect_left(regions, place.end, key=itemgetter(0))
        first = regions[inside] if inside < len(regions) else None
        owned = first is not None and first[0] < _end(place, reading)
        return OfficialMention(
            start=whole.start,
            end=whole.end,
            name=" ".join(text[name.start : name.end].split()),
            office=office.replace(" ,", ","),
            acting=place.acting,
            name_start=called.start,
            name_end=called.end,
            region=first[2] if first is not None and owned else "",
        )


def _end(place: Place, reading: Reading) -> int:
    return reading.parts[-1].end if reading.parts else place.end


def _offices(text: str, heads: dict[int, tuple[int, Class]], acting: dict[int, int]) -> list[Place]:
    """Return the offices in order, each with the acting words before it."""
    found, claimed = [], set()
    for start in sorted(acting):
        # Between the two stands at most a bracket or a full stop: "Penjabat (Pj) Wali Kota".
        for item in lex(text, acting[start]):
            if item.start in heads:
                end, kind = heads[item.start]
                found.append(Place(start, item.start, end, kind, True))
                claimed.add(item.start)
            if item.kind != "bracket" and item.text != ".":
                break
    for start, (end, kind) in heads.items():
        if start not in claimed:
            found.append(Place(start, start, end, kind, False))
    return sorted(found, key=lambda place: place.start)


@Language.factory("fakta_officials")
def create(nlp: Language, name: str) -> Officials:
    """Return the component."""
    return Officials(nlp.vocab)
