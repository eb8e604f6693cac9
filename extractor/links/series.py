"""Series: subjects told one after the other with their values, as a list in running text.

`Kota Rimba 3,21 persen; disusul Awan 3,10 dan Senja 3,05. Setelah itu Teluk 2,90`: four members.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractor.links.elements import Elements
from extractor.links.subjects import SubjectMention
from extractor.mentions.kinds import NumberMention
from extractor.structure.article_index import ArticleIndex

_ITEM = "S[^SVOGKAP]{0,6}V"
_SERIES = re.compile(f"{_ITEM}(?:[^SVOGAP]{{0,8}}{_ITEM}){{2,}}")
_BOUNDARY = "\n"


@dataclass(frozen=True, slots=True)
class Member:
    """A subject of a series with its value, which stands at token `at`."""

    subject: SubjectMention
    value: Decimal
    at: int


@dataclass(frozen=True, slots=True)
class Series:
    """The members of a series in the order of the text."""

    members: tuple[Member, ...]

    @property
    def start(self) -> int:
        """The first token of the first member."""
        return self.members[0].subject.start

    @property
    def values(self) -> tuple[int, ...]:
        """The tokens where its values stand."""
        return tuple(member.at for member in self.members)

    @property
    def order(self) -> str:
        """Return whether the values fall, rise, or neither."""
        return order_of([member.value for member in self.members])


def order_of(values: Sequence[Decimal]) -> str:
    """Return `falls` or `rises` (equal neighbours allowed), `mixed`, or `none` for less than two."""
    if len(values) < 2:
        return "none"
    pairs = list(zip(values, values[1:], strict=False))
    if all(one >= other for one, other in pairs):
        return "falls"
    return "rises" if all(one <= other for one, other in pairs) else "mixed"


def find_series(
    elements: Elements,
    index: ArticleIndex,
    subjects: Sequence[SubjectMention],
    values: Sequence[NumberMention],
) -> list[Series]:
    """Return the series of the article, list items and table rows apart."""
    by_start = {subject.start: subject for subject in subjects if subject.key}
    numbers = {value.start: value.value for value in values}
    letters = "".join(
        _BOUNDARY if index.frame[at] >= 0 else letter
        for letter, at in zip(elements.letters, elements.starts, strict=True)
    )
    found = []
    for match in _SERIES.finditer(letters):
        members: list[Member] = []
        holder: SubjectMention | None = None
        for at in range(*match.span()):
            token = elements.starts[at]
            if letters[at] == "S":
                holder = by_start.get(token)
            elif letters[at] == "V" and holder is not None and token in numbers:
                members.append(Member(holder, numbers[token], token))
                holder = None
        found += [Series(row) for row in _alike(members) if len(row) > 2]
    return found


def _alike(members: Sequence[Member]) -> list[tuple[Member, ...]]:
    """Return the members parted where regions and bodies meet."""
    rows: list[list[Member]] = []
    for member in members:
        kind = member.subject.kind == "organisation"
        if rows and (rows[-1][-1].subject.kind == "organisation") == kind:
            rows[-1].append(member)
        else:
            rows.append([member])
    return [tuple(row) for row in rows]


def positions(values: Sequence[Decimal], first: int) -> list[int]:
    """Return the places of members with `values` in order, counted on from place `first`.

    Equal values share the place of the first of them. From the lower end (`first` below 0) values
    that come nearer to the end are counted towards it: the last of ten is -1, the first -10.
    """
    if first > 0:
        places: list[int] = []
        for at, value in enumerate(values):
            tied = at > 0 and values[at - 1] == value
            places.append(places[-1] if tied else first + at)
        return places
    if order_of(values) == "falls" and values and values[0] != values[-1]:
        return [at - len(values) for at in range(len(values))]
    return [first - at for at in range(len(values))]
