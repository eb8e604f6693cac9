"""Whose official speaks: `"IPM kita naik", kata Bupati Rimba` is told of Rimba."""

from bisect import bisect_left

from extractor.links.view import View
from extractor.structure.article_index import after, before

_LINES = 8  # blank ones count


def voice_at(at: int, view: View) -> str:
    """Return the code of the region whose official stands near token `at`, else "".

    That is the next behind it in its line, where it is quoted; else the last before it there or in
    the lines before.
    """
    index = view.index
    begin, end = index.line_start(at), index.line_end(at)
    behind = after(view.officials, at, end, 1)
    if at in index.quoted and behind:
        return behind[0].region
    earlier = bisect_left(index.line, index.line[at] - _LINES)
    told = before(view.officials, at, begin, 1) or behind or before(view.officials, at, earlier, 1)
    return told[0].region if told else ""
