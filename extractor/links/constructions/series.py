"""Rows of subjects: runs, coordinated (`A, B, dan C`) or each with its value; and series of values.

A series is told one after the other with values, as a list in running text: `Kota Rimba 3,21
persen; disusul Awan 3,10 dan Senja 3,05. Setelah itu Teluk 2,90` has four members.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from extractor.lexicon.links import LinkWords, link_words
from extractor.links.constructions.elements import Elements
from extractor.links.subjects.subject_mention import SubjectMention
from extractor.mentions.kinds import NumberMention
from extractor.structure.article_index import ArticleIndex, Placed, after, before

_ITEM = "S[^SVOGKAP]{0,6}V"
_SERIES = re.compile(f"{_ITEM}(?:[^SVOGAP]{{0,8}}{_ITEM}){{2,}}")
_BOUNDARY = "\n"
_LONGEST_JOIN = 4
_LONGEST_VALUE = 14
_LOOSE_JOIN = 6


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
    """Return `falls` or `rises` (equal neighbours allowed), `mixed`, or `none` for one value."""
    if len(values) < 2:
        return "none"
    pairs = list(pairwise(values))
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


def linked(
    run: Sequence[SubjectMention], at: SubjectMention, stops: Sequence[Placed]
) -> Sequence[SubjectMention]:
    """Return the members of `run` around `at` up to the nearest of `stops` on either side.

    `disusul Rimba dan Awan, lalu Senja` are a link of two in a chain and one of one.
    """
    first = before(stops, at.start, run[0].start, 1)
    later = after(stops, at.start, run[-1].start, 1)
    begin = first[0].start if first else 0
    end = later[0].start if later else run[-1].end
    return [member for member in run if begin <= member.start < end]


def positions(values: Sequence[Decimal], first: int) -> list[int]:
    """Return the places of members with `values` in order, counted on from place `first`.

    Equal values share the place of the first of them. From the lower end (`first` below 0) values
    that come nearer to the end are counted towards it: the last of ten is -1, the first -10.
    """
    if first < 0 and order_of(values) == "falls" and values[:1] != values[-1:]:
        return positions(values[::-1], -1)[::-1]
    places: list[int] = []
    for at, value in enumerate(values):
        tied = at > 0 and values[at - 1] == value
        places.append(places[-1] if tied else first + (at if first > 0 else -at))
    return places


def runs_of(
    subjects: Sequence[SubjectMention], index: ArticleIndex, *, valued: bool, loose: bool = False
) -> dict[int, Sequence[SubjectMention]]:
    """Return for the first token of each named subject the run that it belongs to.

    In a loose run a few words may stand before a member: `Awan, dan pendatang barunya Senja`.
    """
    words = link_words()
    allowed = words.joins | words.join_nouns
    if valued:
        allowed |= words.series
    runs: dict[int, list[SubjectMention]] = {}
    last: SubjectMention | None = None
    for subject in subjects:
        if subject.apposed and last is not None and index.lower[last.end] in (",", "("):
            # "Kabupaten Mimika, Papua, dan Kota Sorong": the run goes on behind
            closed = index.lower[subject.end : subject.end + 1] == [")"]
            last = replace(last, end=subject.end + closed)
        if not subject.key or subject.apposed:
            continue
        joined = last is not None and _joined(last, subject, index, allowed, words, valued, loose)
        runs[subject.start] = runs[last.start] if last is not None and joined else []
        runs[subject.start].append(subject)
        last = subject
    return dict(runs)


def gap_of(left: SubjectMention, right: SubjectMention, index: ArticleIndex) -> list[str]:
    """Return the words between two mentions; of `Kab/Kota Bogor`, in one token, the stroke."""
    gap = [word for word in index.lower[left.end : right.start] if not word.isspace()]
    if not gap and "/" in index.lower[left.end - 1] + index.lower[right.start]:
        return ["/"]
    return gap


def _joined(
    left: SubjectMention,
    right: SubjectMention,
    index: ArticleIndex,
    allowed: frozenset[str],
    words: LinkWords,
    valued: bool,
    loose: bool,
) -> bool:
    gap = gap_of(left, right, index)
    if not gap or index.sentence[left.start] != index.sentence[right.start]:
        return False
    if gap[-2:] == words.beside:  # "Rimba, Awan, dan Senja, di samping Teluk"
        gap = gap[:-2] or ["dan"]
    if loose:
        listed = gap[0] in words.joins and not any(word[:1].isdigit() for word in gap)
        return listed and len(gap) <= _LOOSE_JOIN and not _is_clause(gap, words)
    if not valued:
        return len(gap) <= _LONGEST_JOIN and all(word in allowed for word in gap)
    if len(gap) > _LONGEST_VALUE:
        return False
    for opening, closing in ("()", "[]"):
        if opening in gap and closing in gap:
            gap = gap[: gap.index(opening)] + gap[gap.index(closing) + 1 :]
    return all(word in allowed or word[:1].isdigit() for word in gap)


def _is_clause(gap: Sequence[str], words: LinkWords) -> bool:
    """Whether the words between two subjects say something new of the second."""
    verbs = words.attaining | words.passives | (words.clause_marks - {",", ";"}) | words.holders
    return any(word in verbs and word not in words.joins for word in gap)
