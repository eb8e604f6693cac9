"""The names that somebody may have meant who wrote one that nothing has."""

from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches

_LIKENESS, _BEHIND = 0.72, 0.12
_MOST = 3


def near(wanted: str, names: Iterable[tuple[str, str]]) -> list[str]:
    """Return the names most like `wanted`, the likest first; [] when none is like it.

    `names` tells for each way to write a name what it is called: `semarang` is Kota Semarang. A
    name that holds all words of `wanted` is like it, too.
    """
    asked = _fold(wanted)
    known: dict[str, list[str]] = {}
    for written, called in names:
        known.setdefault(_fold(written), []).append(called)
    close = get_close_matches(asked, known, n=2 * _MOST, cutoff=_LIKENESS)
    likeness = [SequenceMatcher(None, written, asked).ratio() for written in close]
    close = [one for one, like in zip(close, likeness, strict=True) if like > likeness[0] - _BEHIND]
    words = set(asked.split())
    holding = [written for written in known if words and words <= set(written.split())]
    found = [called for written in (*close, *sorted(holding, key=len)) for called in known[written]]
    return list(dict.fromkeys(found))[:_MOST]


def meant(wanted: str, names: Iterable[tuple[str, str]]) -> str:
    """Return "; did you mean …?" for a message about `wanted`, "" when no name is like it."""
    found = near(wanted, names)
    if not found:
        return ""
    *first, last = found
    return f"; did you mean {', '.join(first)} or {last}?" if first else f"; did you mean {last}?"


def _fold(name: str) -> str:
    return " ".join(name.casefold().split())
