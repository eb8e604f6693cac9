"""Whose official speaks: `"IPM kita naik", kata Bupati Rimba` is told of Rimba."""

from extractor.links.view import View
from extractor.structure.article_index import after, before


def voice_at(at: int, view: View) -> str:
    """Return the code of the region whose official stands nearest to token `at`, else "".

    That is one named in its line, the next behind it rather than the last before it, where it is
    quoted; otherwise whoever was named last.
    """
    index = view.index
    begin, end = index.line_start(at), index.line_end(at)
    behind = after(view.officials, at, end, 1)
    ahead = before(view.officials, at, begin, 1)
    if at in index.quoted and behind and not ahead:
        return behind[0].region
    told = ahead or behind or before(view.officials, at, 0, 1)
    return told[0].region if told else ""
