"""Places told by their numbers alone: `peringkatnya naik dari 17 menjadi 5`."""

from collections.abc import Collection, Iterator

from spacy.tokens import Doc, Span

from extractor.lexicon.ranks import RankWords

_NOUN_REACH = 14
_MOVE_REACH = 8
_STOPS = frozenset({",", ";", ".", "\n"})


def moves(found: Collection[Span], words: RankWords) -> Iterator[Span]:
    """Yield those of `found` (`dari 17`, `menjadi 5`) that count places.

    A noun of rank without a number of its own heads the clause, and both ends are told; what
    follows a number may not be what it counts (`dari 38 provinsi`, `menjadi 5 persen`).
    """
    bare = [span for span in found if _is_bare(span, words)]
    for span in bare:
        leaves = span[0].lower_ in words.among
        others = (o for o in bare if (o[0].lower_ in words.among) is not leaves)
        paired = any(_is_next(*((span, o) if leaves else (o, span))) for o in others)
        if paired and _is_headed(span.doc, span.start, words):
            yield span


def _is_bare(span: Span, words: RankWords) -> bool:
    doc, end = span.doc, span.end
    return end >= len(doc) or doc[end].lower_ in words.move_ends or not doc[end].text.strip()


def _is_next(left: Span, reached: Span) -> bool:
    between = left.doc[left.end : reached.start]
    return 0 <= reached.start - left.end <= _MOVE_REACH and not any(
        token.is_sent_start or token.text in _STOPS for token in between
    )


def _is_headed(doc: Doc, start: int, words: RankWords) -> bool:
    """`Peringkat IPM Kota Kendari melompat dari …`: a noun of rank before, no value between."""
    for at in range(start - 1, max(0, start - _NOUN_REACH) - 1, -1):
        token = doc[at]
        if token.lower_ in words.move_nouns:
            return not doc[at + 1].text[:1].isdigit()
        if token.is_sent_start or token.text in _STOPS:
            return False
    return False
