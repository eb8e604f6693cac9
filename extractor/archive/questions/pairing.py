"""Which fact of a new dataset is what became of one of the old.

Facts of one article and kind are paired pass by pass: first those that are told of the same thing,
then those that say the same of another thing, in the end those that were read from the same words.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import Any

Row = Mapping[str, Any]
Key = Callable[[Row], Hashable]


def columns(*names: str) -> Key:
    """Return what gives the values of the columns `names`, None where one is missing."""

    def key(row: Row) -> Hashable:
        found = tuple(row.get(name) for name in names)
        return None if all(value is None for value in found) else found

    return key


def place(*names: str) -> Key:
    """Return what gives the values of `names` and where the last piece of evidence begins."""

    def key(row: Row) -> Hashable:
        evidence = row.get("evidence") or ()
        if not evidence:
            return None
        return (evidence[-1]["start"], *(row.get(name) for name in names))

    return key


_SUBJECT = ("subject_kind", "subject_code", "subject_name")
PASSES: Mapping[str, tuple[Key, ...]] = {
    "scores": (
        columns(*_SUBJECT, "index", "aspect", "period", "basis"),
        columns(*_SUBJECT, "index", "aspect", "value", "predicate"),
        columns("subject_code", "index", "aspect", "period", "value"),
        columns("index", "aspect", "period", "value", "predicate"),
        place("value", "predicate"),
        place(),
    ),
    "ranks": (
        columns(*_SUBJECT, "index", "aspect", "period", "scope", "category"),
        columns(*_SUBJECT, "index", "aspect", "position", "position_end"),
        columns("index", "aspect", "period", "position", "position_end"),
        place("position"),
        place(),
    ),
    "officials": (columns("name"), columns("office", *_SUBJECT), place()),
    "quotes": (columns("text"), place()),
    "indices": (columns("id"), place()),
    "regions": (columns("code"),),
    "dates": (columns("text"), place()),
    "findings": (columns("code", "message"), place("code"), columns("code")),
    "articles": (columns("id"),),
    "rejects": (columns("file", "line", "id"),),
}


def pairs(
    kind: str, old: Sequence[dict[str, Any]], new: Sequence[dict[str, Any]]
) -> Iterator[tuple[dict[str, Any] | None, dict[str, Any] | None]]:
    """Yield each of `old` with what became of it, then what is new; None for what is not there.

    All rows are of one kind and one article, and none is the same as one of the other side.
    """
    heirs: dict[int, int] = {}
    taken: set[int] = set()
    for key in PASSES.get(kind, ()):
        waiting: dict[Hashable, list[int]] = {}
        for at, row in enumerate(new):
            if at not in taken and (name := key(row)) is not None:
                waiting.setdefault(name, []).append(at)
        for at, row in enumerate(old):
            free = waiting.get(key(row)) if at not in heirs else None
            if free:
                heirs[at] = free.pop(0)
                taken.add(heirs[at])
    for at, row in enumerate(old):
        yield row, new[heirs[at]] if at in heirs else None
    for at, row in enumerate(new):
        if at not in taken:
            yield None, row
