"""Where the name of a region stands among words, whatever it means there."""

from collections.abc import Sequence
from functools import cache

from extractor.lexicon.regions import gazetteer, words_of


def region_name(words: Sequence[str], at: int) -> tuple[int, tuple[str, ...]]:
    """Return where the longest name of a region that begins at `at` ends, and its codes.

    `at` and no codes when none does. Every word of it has to begin with a capital.
    """
    names, capitals = gazetteer().names, gazetteer().capitals
    found: tuple[int, tuple[str, ...]] = (at, ())
    said: tuple[str, ...] = ()
    for end in range(at + 1, min(len(words), at + _longest()) + 1):
        word = words[end - 1]
        if not (word[:1].isupper() or (word in "-." and said)):
            break
        said += words_of(word)
        is_plain = said not in capitals or all(w.isupper() for w in words[at:end])
        if said in names and is_plain:
            found = end, names[said]
    return found


@cache
def _longest() -> int:
    return max(len(name) for name in gazetteer().names)
