"""One name for each body of an article: the fullest form that it is given there."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractor.mentions.organisations.bodies import Body, Line

_SHORTEST = 3
_NUMERAL = re.compile(r"[IVX]+|\d{1,2}")


def learned(bodies: Sequence[Body], line: Line) -> list[Body]:
    """Return the further mentions by an acronym that a bracket gave: "UMM", later in the text."""
    given: dict[tuple[str, ...], Body] = {}
    for body in bodies:
        if len(body.acronym) >= _SHORTEST or (body.known and body.acronym):
            given.setdefault(tuple(body.acronym.split()), body)
    if not given:
        return []
    first = {key[0] for key in given}
    longest = max(len(key) for key in given)
    taken = {at for body in bodies for at in range(body.start, body.end)}
    found = []
    for at, word in enumerate(line.words):
        if word not in first or at in taken:
            continue
        for size in range(longest, 0, -1):
            whole = given.get(tuple(line.words[at : at + size]))
            if whole is not None and taken.isdisjoint(range(at, at + size)):
                if _NUMERAL.fullmatch(line.word(at + size, at)):
                    break  # "PTPN XII" is another than PTPN III
                text = line.text(at, at + size)
                found.append(replace(whole, start=at, end=at + size, text=text, place=""))
                taken.update(range(at, at + size))
                break
    return found


class Names:
    """Tells which mentions are of one body, and what it is called."""

    def __init__(self, bodies: Sequence[Body]) -> None:
        """Take the bodies of an article in the order of the text."""
        self._spelled = {
            tuple(body.acronym.lower().split()): _words(_base(body))
            for body in reversed(bodies)
            if body.acronym
        }
        keys = [self._key(body) for body in bodies]
        longer = _longer(keys)
        keys = [longer.get(at, key) for at, key in enumerate(keys)]
        self._of: dict[tuple[str, ...], Body] = {}
        self.keys = keys
        for key, body in zip(keys, bodies, strict=True):
            best = self._of.get(key)
            self._of[key] = body if best is None else _fuller(best, body)

    def of(self, at: int) -> Body:
        """Return the fullest form of the body at place `at` of those given."""
        return self._of[self.keys[at]]

    def _key(self, body: Body) -> tuple[str, ...]:
        """Return the words that tell the body: an acronym by what it stands for."""
        if body.known:
            return ("", body.known, *_words(body.place))
        words = _words(body.text)
        for size in (3, 2, 1):
            whole = self._spelled.get(words[:size])
            if whole is not None:
                return (*whole, *words[size:])
        return words


def _longer(keys: Sequence[tuple[str, ...]]) -> dict[int, tuple[str, ...]]:
    """Return for each shortened name the nearest fuller one: "DPRD" after "DPRD Kota Tegal"."""
    starts: dict[tuple[str, ...], list[int]] = {}
    for at, key in enumerate(keys):
        for size in range(1, len(key)):
            starts.setdefault(key[:size], []).append(at)
    found: dict[int, tuple[str, ...]] = {}
    last: dict[tuple[str, ...], tuple[str, ...]] = {}
    for at, key in enumerate(keys):
        if key in last:
            found[at] = last[key]
        elif key in starts and len({keys[place] for place in starts[key]}) == 1:
            found[at] = keys[starts[key][0]]
        if key[0]:  # a body that the lexicon lists is itself also where its branches are named
            for size in range(1, len(key)):
                last[key[:size]] = key
    return {at: whole for at, whole in found.items() if keys[at][0]}


def _fuller(one: Body, other: Body) -> Body:
    acronym, region = one.acronym or other.acronym, one.region or other.region
    best = other if len(other.text) > len(one.text) else one
    return replace(best, acronym=acronym, region=region)


def _base(body: Body) -> str:
    return body.text.removesuffix(body.place).rstrip()


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.lower().replace(",", " ").split())
