"""A pattern for any of many words, which reads what they begin with in common but once."""

import re
from collections.abc import Iterable


def any_word(words: Iterable[str]) -> str:
    """Return a pattern for any of `words`, the longest that stands there.

    A plain alternation is tried word by word at each place of a text.
    """
    rests: dict[str, list[str]] = {}
    for word in dict.fromkeys(words):
        rests.setdefault(word[:1], []).append(word[1:])
    ends = rests.pop("", None) is not None
    branches = [
        re.escape(first) + (any_word(rest) if rest != [""] else "")
        for first, rest in sorted(rests.items())
    ]
    whole = f"(?:{'|'.join(branches)})"
    return f"{whole}?" if ends and branches else whole if branches else ""
