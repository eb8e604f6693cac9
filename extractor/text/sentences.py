"""The sentence around a place in a text, without tokens: what people are shown of it."""

import re

STOP = re.compile(r"""[.!?]["'”’)]*\s+(?=["'“‘(]?[A-Z0-9])|\n""")
"""What ends a sentence: an end mark before a capital or a digit, or the end of a line."""


def sentence_at(text: str, start: int) -> tuple[str, int]:
    """Return the sentence of `text` around the character `start`, and its line counted from 1."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", start)
    line = text[line_start : line_end if line_end >= 0 else len(text)]
    first, last = 0, len(line)
    for stop in STOP.finditer(line):
        if stop.end() <= start - line_start:
            first = stop.end()
        else:
            last = stop.end()
            break
    return line[first:last].strip(), text.count("\n", 0, start) + 1
