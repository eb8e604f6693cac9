"""Which places an anchor gives to each of its subjects, and what the first place is."""

from collections.abc import Sequence

from extractor.lexicon.ranks import rank_words
from extractor.links.candidates import COUNTING, Anchor
from extractor.links.constructions.series import order_of
from extractor.links.places.chains import own_values
from extractor.links.places.positions import tells_fall
from extractor.links.subjects.subject_mention import SubjectMention
from extractor.links.view import View

Placement = tuple[SubjectMention, int, int]
"""A subject, its position, and the end of the range (0 for a single place)."""


_OPPOSITES = {"best": "worst", "worst": "best", "high": "low", "low": "high"}


def placements(
    anchor: Anchor, subjects: Sequence[SubjectMention], view: View
) -> tuple[Placement, ...]:
    """Return who holds which place.

    Those of a chain are counted on; those of a range (`sepuluh besar`) hold their own places where
    their values fall or rise from one to the next, or as many as there are places are told in turn,
    else each the whole range; several at one place share it.
    """
    position, end = anchor.position, anchor.position_end
    relation = anchor.rank.relation if anchor.rank is not None else ""
    counted = relation in COUNTING
    if end and len(subjects) > 1:
        size = abs(end - position) + 1
        in_turn = relation == "sequence" or _in_turn(anchor, subjects, view)
        whole = in_turn and size == len(subjects)
        counted = whole or (len(subjects) <= size and _is_sorted(subjects, view))
        if not counted:
            return tuple((subject, position, end) for subject in subjects)
    elif len(subjects) > 1 and not end and _is_sorted(subjects, view):
        counted = True  # "tertinggi A (88), B (87), dan C (86)"
    if counted:
        step = 1 if position > 0 else -1
        return tuple((s, position + step * at, 0) for at, s in enumerate(subjects))
    return tuple((subject, position, end) for subject in subjects)


def direction_of(anchor: Anchor, view: View) -> str:
    """Return what the first of the ranking is: `best`, `worst`, `high`, `low`, or "" untold.

    `tertinggi` and `terendah` are both of a ranking whose first place is the highest, where the
    second is counted as its last.
    """
    rank = anchor.rank or anchor.head
    if rank is None or tells_fall(rank, view):
        return ""
    known = rank_words().directions
    told = {known[word] for word in view.index.lower[rank.start : rank.end] if word in known}
    if len(told) != 1:
        return ""
    end = told.pop()
    return end if anchor.position > 0 else _OPPOSITES[end]


def _in_turn(anchor: Anchor, subjects: Sequence[SubjectMention], view: View) -> bool:
    """Whether `berturut-turut` stands between the range and its subjects, on either side."""
    begin, end = anchor.end, subjects[0].start
    if subjects[0].start < anchor.start:
        begin, end = subjects[-1].end, anchor.start
    between = view.index.lower[begin:end]
    return any(view.word_classes.get(word) == "in_turn" for word in between)


def _is_sorted(subjects: Sequence[SubjectMention], view: View) -> bool:
    """Whether each has a value of its own behind it, and they fall or rise from first to last."""
    values = own_values(subjects, view)
    return len(set(values)) > 1 and order_of(values) in ("falls", "rises")
