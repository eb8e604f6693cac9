"""Numbered lists under the name of a class alone: `Kategori kota: 1. Rimba 2. Awan`."""

from collections.abc import Iterator
from dataclasses import replace

from extractor.lexicon.ranks import rank_words
from extractor.links.candidates import CLASSED, Anchor
from extractor.links.view import View


def classed_anchors(view: View) -> Iterator[Anchor]:
    """Yield the items of such lists, which rank in something that the text does not name."""
    segments, words = view.index.segments, rank_words().category_heads
    if not any(segment.number for segment in segments):
        return  # most articles have no such list, and places take long to find
    for anchor in view.places:
        if anchor.frame < 0 or not segments[anchor.frame].number:
            continue
        headings = (view.index.bounds[at] for at in view.index.headings(anchor.start)[:1])
        heads = (word in words for bounds in headings for word in view.index.lower[slice(*bounds)])
        if any(heads):
            yield replace(anchor, form=CLASSED)
