"""The component `fakta_officials`: every place where a person is named with an office."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import itemgetter

from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractor.lexicon.offices import Class, office_words
from extractor.lexicon.verbs import speech_words
from extractor.mentions import spans
from extractor.mentions.kinds import OfficialMention, RegionMention
from extractor.mentions.officials.backward import Backward
from extractor.mentions.officials.evidence import gather
from extractor.mentions.officials.grammar import Grammar, Reading
from extractor.mentions.officials.labels import Labels
from extractor.mentions.officials.lexing import lex
from extractor.mentions.officials.names import Name
from extractor.mentions.officials.places import Finder, Place, Silence, offices
from extractor.mentions.surface import surface

# A verb behind a name: "Ketua KONI Suharsa mengetuk palu".
_ACTIVE = re.compile(r"(?:me[mnlrwy]|ber)[a-z]{4,}")
# One word behind the bare office, and behind a body.
_WORD, _LAST = "behind:word", "behind:last"


class Officials:
    """Finds offices with a name; reads the regions that are already there."""

    def __init__(self, vocab: Vocab) -> None:
        self.lexicon = office_words()
        self.finder = Finder(vocab)

    def __call__(self, doc: Doc) -> Doc:
        """Write the officials of `doc`."""
        spans.write(doc, OfficialMention, self.find(doc))
        return doc

    def find(self, doc: Doc) -> list[OfficialMention]:
        """Return every named official of `doc`, in order."""
        heads, acting = self.finder.matches(doc)
        if not heads:
            return []
        found = list(self._read(doc, heads, offices(surface(doc).text, heads, acting)))
        named = Counter(word for one in found for word in set(one.name.split()))
        # "Wali Kota Cebu": one word that nothing shows to be a name.
        return [one for one in found if one.rule != _WORD or named[one.name] > 1]

    def _read(
        self, doc: Doc, heads: dict[int, tuple[int, Class]], places: Sequence[Place]
    ) -> Iterator[OfficialMention]:
        seen = surface(doc)
        regions = [
            (*spans.bounds_in(seen, region), region.code)
            for region in spans.read(doc, RegionMention)
        ]
        text = seen.text
        labels = Labels(regions, {start: end for start, (end, _) in heads.items()})
        grammar = Grammar(text, labels, gather(text))
        backward = Backward(text, labels, grammar)
        silence = Silence(text)
        taken, waiting = 0, None
        for place in places:
            line = text.rfind("\n", 0, place.start) + 1
            if place.start < taken or silence.covers(place.start, line):
                continue
            before = _Before(text, line, place.start)
            if self._is_of_nobody(before):
                continue
            reading = grammar.read(
                place.end, place.kind, apposition=before.word not in self.lexicon.possessed
            )
            if self._is_not_held(text, place, reading):
                taken = place.end
                continue
            name, reading = self._named(place, line, reading, taken, backward, before)
            taken = max(place.end, reading.parts[-1].end if reading.parts else 0)
            if name is None:
                waiting = (place, reading) if self._is_also(text, taken) else None
                continue
            if waiting and self._is_also(text, _end(*waiting), place.start):
                place, reading = waiting
            elif before.word in self.lexicon.former:
                place = replace(place, start=before.start)
            waiting = None
            taken = max(taken, name.end)
            mention = self._mention(doc, text, place, reading, name, regions)
            mention = replace(mention, rule=self._ruled(mention.rule, before))
            if mention.rule != _LAST or mention.name in grammar.called:
                yield mention  # else "Ketua Dewan Kota Cebu"

    def _ruled(self, rule: str, before: "_Before") -> str:
        """Return the way of reading as the word before the office makes it."""
        if before.word in self.lexicon.held_as:
            return f"as:{rule.partition(':')[2]}"
        # "ujar Direktur Perseroan Herjati."
        return "behind:bare" if rule == _LAST and before.word in self.lexicon.introducing else rule

    def _is_of_nobody(self, before: "_Before") -> bool:
        """Tell whether the word before makes the office another thing: "calon Bupati"."""
        words = (before.word, before.former)
        return any(
            word in self.lexicon.not_in_office or word in self.lexicon.named_after for word in words
        )

    def _named(
        self,
        place: Place,
        line: int,
        reading: Reading,
        taken: int,
        backward: Backward,
        before: "_Before",
    ) -> tuple[Name | None, Reading]:
        """Return the name behind the office, or the one before it, with what the office is then."""
        if reading.name is None:
            name = backward.name(place.start, line, reading, taken)
            return name or backward.introduced(place.start, line, taken, closed=False), reading
        if reading.name.titled:
            return reading.name, reading
        bare = replace(reading, name=None, parts=reading.whole or reading.parts)
        if before.word in self.lexicon.held_as:
            # "Rini Astuti selaku CEO Sinar Raya", "ditunjuk sebagai Ketua Komite Xa": whoever
            # holds the office stands before it, and the words behind are the body's.
            name = backward.name(place.start, line, bare, taken)
            if name is not None or (reading.whole and not reading.name.known):
                return name, bare
        if not reading.name.known:
            after = reading.name.after
            points = after is not None and after.text in self.lexicon.pointing
            # "penasihat Presiden Peru Jon Xaver itu" points to the adviser.
            if reading.whole and points and place.kind != "whole":
                # "CEO Danau Biru ini": the words are the body's, the person was told.
                bare = replace(bare, after=after)
                return backward.name(place.start, line, bare, taken), bare
            # "kata Rini Astuti, CEO Sinar Raya": the words behind are the company's.
            start = before.start if before.word in self.lexicon.former else place.start
            apposed = backward.introduced(start, line, taken, closed=self._is_closed(reading))
            if apposed is not None:
                return apposed, bare
        return reading.name, reading

    @staticmethod
    def _is_closed(reading: Reading) -> bool:
        """Tell whether what stands behind the office ends an apposition: "…, Ketua Sinar, pulang".

        In a list another name may follow the comma, so that a longer one needs the clause to go on.
        """
        name = reading.name
        if name is None or name.after is None or name.after.kind != "comma":
            return False
        return name.words == 1 or name.goes_on

    def _is_not_held(self, text: str, place: Place, reading: Reading) -> bool:
        """Tell whether the office is only won: "Gubernur terpilih", "Bupati Pati terpilih"."""
        behind = (text[at : at + 16].lower().split() for at in (place.end, _end(place, reading)))
        return any(words and words[0].strip(",.") in self.lexicon.not_held for words in behind)

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
            office=office.replace(" ,", ",").rstrip(","),
            acting=place.acting,
            name_start=called.start,
            name_end=called.end,
            region=first[2] if first is not None and owned else "",
            rule=_rule(text, place, reading, name),
        )


def _end(place: Place, reading: Reading) -> int:
    return reading.parts[-1].end if reading.parts else place.end


def _rule(text: str, place: Place, reading: Reading, name: Name) -> str:
    """Return how the name stands to the office, and what shows that it is a name."""
    between = text[_end(place, reading) : name.start]
    if name.start < place.start:
        form = "before"
    elif "," in between:
        form = "comma"
    else:
        form = "held" if between.strip() and not name.titled else "behind"
    sign = "title" if name.titled else "name" if name.known else "bare"
    follows = name.after is not None and bool(
        _ACTIVE.fullmatch(name.after.text)
        or name.after.text in speech_words().active
        or name.after.text in speech_words().circumstances
        or name.after.kind == "bracket"
        or (name.after.kind == "comma" and reading.parts)
    )
    alone = sign == "bare" and form == "behind" and name.words == 1 and not follows
    if alone and (not reading.parts or place.kind in ("open", "needy")):
        return _LAST if reading.parts else _WORD
    return f"{form}:{sign}"


class _Before:
    """The words before an office: the last one, and the one before that."""

    def __init__(self, text: str, line: int, at: int) -> None:
        stretch = text[max(line, at - 40) : at]
        words = stretch.lower().split()
        self.word = words[-1].strip('(“".') if words else ""
        self.former = words[-2] if len(words) > 1 and self.word in office_words().former else ""
        self.start = at - len(stretch) + stretch.lower().rfind(self.word) if self.word else at


@Language.factory("fakta_officials")
def create(nlp: Language, name: str) -> Officials:
    """Return the component."""
    return Officials(nlp.vocab)
