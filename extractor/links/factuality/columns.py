"""Columns of a table that nobody can tell: `Daerah | Z1 | Z2`, where neither is the index."""

from extractor.lexicon.numbers import number_words
from extractor.links.candidates import Anchor
from extractor.links.view import View
from extractor.structure.article_index import after

_SEVERAL = 2


def is_in_untold_column(anchor: Anchor, view: View) -> bool:
    """Whether a value stands in one of several columns, under a header that nothing here knows.

    Nobody has two values on one index: a header that names no index, part, time or subject and has
    no word of value or unit is of something else, unless its column is the only one with values.
    """
    index, at = view.index, anchor.start
    header = index.header_cell(at)
    if anchor.number is None or header < 0 or _is_told(header, view):
        return False
    row = index.segments[index.cell[at]].parent
    cells = (index.bounds[cell] for cell in index.children(row, "cell"))
    return sum(bool(after(view.values, *bounds, 1)) for bounds in cells) >= _SEVERAL


def _is_told(header: int, view: View) -> bool:
    begin, end = view.index.bounds[header]
    told = (view.indices, view.aspects, view.periods, view.named)
    named = (after(items, begin, end, 1) for items in told)
    lexicon = number_words()
    known = lexicon.score | lexicon.values | lexicon.index_units
    return any(named) or not known.isdisjoint(view.index.lower[begin:end])
