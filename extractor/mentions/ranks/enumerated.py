"""Ordinals at the head of sentences that go on with a ranking: `Kedua, Jawa Timur dengan 84,9`."""

from bisect import bisect_left, insort
from collections.abc import Iterator

from spacy.tokens import Doc

from extractor.lexicon.ranks import RankWords
from extractor.mentions.ranks.shape import Shape

_BACK = 90
_JOINS = frozenset({"dan", "serta", "&"})


def find_enumerated(
    doc: Doc, shapes: list[Shape], regions: dict[int, int], words: RankWords
) -> Iterator[Shape]:
    """Yield the ordinals that go on with a ranking at the head of their sentences.

    `Kedua, Jawa Timur yang mendapat 84,9`, `Sementara keempat dan kelima diisi oleh A dan B`: each
    behind a place one higher. An ordinal before anything else only counts arguments.
    """
    held = sorted((shape.start, abs(shape.position_end or shape.position)) for shape in shapes)
    for sentence in doc.sents:
        at = sentence.start
        while at < sentence.end and (doc[at].lower_ in words.leads_in or doc[at].is_space):
            at += 1
        row = list(_ordinals(doc, at, sentence.end, words))
        before = bisect_left(held, (at, 0)) - 1
        if not row or before < 0 or held[before][0] < sentence.start - _BACK:
            continue
        behind = row[-1].end
        told = behind + 1 < sentence.end and doc[behind].lower_ in words.takes
        oleh = behind + 2 < sentence.end and doc[behind + 1].lower_ == "oleh"
        goes_on = row[0].position == held[before][1] + 1
        if goes_on and told and behind + 1 + oleh in regions:
            insort(held, (at, row[-1].position))
            yield from row


def _ordinals(doc: Doc, at: int, end: int, words: RankWords) -> Iterator[Shape]:
    """Yield `keempat`, or `keempat dan kelima`, from token `at` on."""
    while at < end and (position := words.ordinals.get(doc[at].lower_, 0)):
        yield Shape(at, at + 1, position, placed=True)
        at += 1
        if at < end and doc[at].lower_ in _JOINS:
            at += 1
        else:
            return
