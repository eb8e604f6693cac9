"""Reading the name of a person at a token, by the grammar that officials are read by."""

from functools import cache

from spacy.tokens import Doc

from extractor.lexicon.offices import office_words
from extractor.mentions import spans
from extractor.mentions.kinds import RegionMention
from extractor.mentions.officials.evidence import Evidence
from extractor.mentions.officials.grammar import Grammar
from extractor.mentions.officials.labels import Labels
from extractor.mentions.officials.lexing import lex
from extractor.mentions.officials.names import Name
from extractor.mentions.surface import surface

_REACH = 120
_LONGEST_HEAD = 3


class Namer:
    """Reads names in one article; offsets in and out are tokens."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        seen = surface(doc)
        self._text, self._offsets = seen.text, seen.offsets
        regions = [
            (*spans.bounds_in(seen, region), region.code)
            for region in spans.read(doc, RegionMention)
        ]
        labels = Labels(regions, _heads(doc))
        self._grammar = Grammar(self._text, labels, Evidence())

    def name(self, at: int) -> tuple[int, int] | None:
        """Return the tokens of the name at token `at`, past its titles: "Drs. H. Ahmad Yani"."""
        start = self._offsets[at]
        items = list(lex(self._text, start, start + _REACH))
        return self._tokens(self._grammar.names.read(items, 0)) if items else None

    def described(self, at: int) -> tuple[int, int] | None:
        """Return the tokens of the name behind the body or place at token `at`.

        "pengamat kebijakan publik Universitas Tadulako Slamet Riyadi"
        """
        reading = self._grammar.read(self._offsets[at], "needy", apposition=True)
        return self._tokens(reading.name)

    def _tokens(self, name: Name | None) -> tuple[int, int] | None:
        if name is None:
            return None
        span = self._doc.char_span(name.start, name.end, alignment_mode="expand")
        return (span.start, span.end) if span is not None else None


@cache
def _first_words() -> frozenset[str]:
    """Return the words that heads of offices begin with."""
    return frozenset(head.split()[0] for head in office_words().heads)


def _heads(doc: Doc) -> dict[int, int]:
    """Return where heads of offices begin and end, as characters."""
    heads, first = office_words().heads, _first_words()
    found = {}
    seen = surface(doc)
    for at, (word, start) in enumerate(zip(seen.words, seen.offsets, strict=True)):
        if word not in first:
            continue
        for size in range(_LONGEST_HEAD, 0, -1):
            words = seen.words[at : at + size]
            if " ".join(words) in heads:
                found[start] = seen.offsets[at + len(words) - 1] + len(words[-1])
                break
    return found
