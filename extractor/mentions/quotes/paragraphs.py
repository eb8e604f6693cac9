"""The paragraphs of a text, with the pieces that markup had cut apart joined again."""

import re

_LINE = re.compile(r"\S[^\n]*")
_SHORT_LINE = 40


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the paragraphs of `text`: its lines, and pieces of one that markup had cut apart.

    A word in italics stands on a line of its own, and the next line goes on with a comma.
    """
    found: list[tuple[int, int]] = []
    for match in _LINE.finditer(text):
        start, end = match.span()
        if found and _goes_on(text, found[-1][1], start, end):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _goes_on(text: str, before: int, start: int, end: int) -> bool:
    """Tell whether the line `start:end` goes on with the one that ends at `before`."""
    if text[start] in ",.;)" and end - start > 1:
        return True
    behind = text[end : end + 3].lstrip("\n ")[:1]
    short = end - start <= _SHORT_LINE and text[start:end].rstrip()[-1:].isalnum()
    return short and behind in (",", ".", ";", ")") and text[before - 1].isalnum()
