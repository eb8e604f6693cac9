"""Places told by words: `peringkat kedua`, `disusul Rimba`, `tepat di bawahnya Awan`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from extractor.lexicon.ranks import rank_words
from extractor.links.candidates import COUNTING, OPENING, Anchor
from extractor.links.constructions.series import order_of
from extractor.links.places.chains import (
    BACK,
    ahead_of,
    goes_on_down,
    link_of,
    own_values,
    place_beside,
    place_of,
    reached,
    repeats,
)
from extractor.links.places.completions import completed
from extractor.links.places.positions import position_of
from extractor.links.subjects.subject_mention import SubjectMention
from extractor.mentions.kinds import RankMention
from extractor.structure.article_index import after, before

if TYPE_CHECKING:
    from extractor.links.view import View


def told_places(view: View, members: Sequence[Anchor], sizes: Mapping[int, int]) -> list[Anchor]:
    """Return the places told by words; those of a chain count on from the place before.

    Places whose holders are `members` of a series are told by the series; `sizes` is how many each
    rank selects, by its first token.
    """
    covered = {anchor.start for anchor in members}
    found: list[Anchor] = []
    for rank in view.ranks:
        # "Di atasnya ada Rimba, tepat di bawahnya Awan": both are told from the place before
        last = next((a for a in reversed(found) if not _is_above(a)), None)
        if rank.relation in OPENING:
            if rank.start in sizes:
                size = sizes[rank.start]
                places = (1, size) if position_of(rank, view) > 0 else (-size, -1)
                found.append(_place(rank, *places, ordered=True))
        elif rank.relation in COUNTING:
            if last is None or not repeats(rank, last, view):
                following = after(view.named, rank.end, view.index.sentence_end(rank.start), 1)
                if not (following and following[0].start in covered):
                    found += _counted_on(rank, [*members, *found], last, view)
        else:
            ordered = rank.relation == "sequence" or bool(rank.position_end)
            position = position_of(rank, view)
            if last is not None and goes_on_down(rank, last, view):
                position = -position
            made = _place(rank, *completed(rank, position, view), ordered=ordered)
            found += [made, *ahead_of(made, rank, view)]
    return found


def _is_above(anchor: Anchor) -> bool:
    return anchor.rank is not None and anchor.rank.relation == "above"


def _place(rank: RankMention, position: int, end: int = 0, *, ordered: bool = False) -> Anchor:
    """Return the anchor of a place told by words."""
    return Anchor(
        "place",
        rank.start,
        rank.end,
        rank=rank,
        position=position,
        position_end=end,
        ordered=ordered,
    )


def _counted_on(
    rank: RankMention, told: Sequence[Anchor], last: Anchor | None, view: View
) -> Iterator[Anchor]:
    """Yield the place that is told from the one before: `disusul`, `tepat di bawah Rimba`.

    A chain may begin with whoever is named before it: `direbut Rimba, disusul Awan`. It begins anew
    in a sentence that names somebody before it and tells no place: `Kelas kota dimenangi Senja,
    disusul Teluk` goes on with no ranking of kabupaten. `Kemudian` may only tell of the next one.
    """
    beside = _at(rank.base, view) if rank.base >= 0 else None
    presents = beside is not None and _presents(rank, beside, view)
    own = place_of(beside, told, view) if beside is not None and presents else 0
    if own is None:
        return  # which of its places is meant nobody can tell
    first = _first(rank, view) if rank.relation == "next" else None
    far = last is None or rank.start - last.end > BACK
    if not own and (far or _is_new(first, rank, told, view)):
        follows = view.index.lower[rank.start] in rank_words().next
        if first is None or not (far or follows):
            return
        yield Anchor(
            "place", first.start, first.end, rank=rank, position=1, fixed=True, form="implied"
        )
        yield _place(rank, 2, ordered=True)
        return
    base = own or (reached(last, view) if last is not None else 0)
    step = 1 if base > 0 else -1
    if beside is not None and not presents:
        place = base - step if rank.relation == "below" else base + step
        if place and abs(base) > 1:
            yield place_beside(rank, beside, place)
        return
    end = rank.end if beside is None else beside.end
    place = base + step if rank.relation != "above" else _above(base, end, rank, view)
    if place:
        yield Anchor("place", rank.start, end, rank=rank, position=place, ordered=True)


def _is_new(
    first: SubjectMention | None, rank: RankMention, told: Sequence[Anchor], view: View
) -> bool:
    """Whether a chain begins with `first`: its sentence tells no place before it."""
    begin = view.index.sentence[rank.start]
    return first is not None and not any(begin <= a.start < rank.start for a in told)


def _above(base: int, end: int, rank: RankMention, view: View) -> int:
    """Return the first place of those above place `base`, 0 where their order is not told.

    `Di atasnya ada Rimba (3,4), Awan (3,3), dan Senja (3,2)`: their values fall.
    """
    following = after(view.named, end, view.index.sentence_end(rank.start), 1)
    run = link_of(following[0], view) if following else []
    if len(run) > 1 and (base < 0 or order_of(own_values(run, view)) != "falls"):
        return 0
    place = base - max(1, len(run)) if base > 0 else base + 1
    return place if place * base > 0 else 0


def _at(token: int, view: View) -> SubjectMention | None:
    return next((s for s in after(view.subjects, token, token + 1) if s.key), None)


def _presents(rank: RankMention, beside: SubjectMention, view: View) -> bool:
    """Whether it goes on with others: `Di bawah Rimba ada Awan`."""
    behind = view.index.lower[beside.end : beside.end + 1]
    opens = view.index.sentence[rank.start] == rank.start
    return opens or (bool(behind) and behind[0] in rank_words().presents)


def _first(rank: RankMention, view: View) -> SubjectMention | None:
    """Return whoever is named right before a chain in its sentence."""
    begin = view.index.sentence[rank.start]
    named = before(view.named, rank.start, begin, 1)
    return named[0] if named else None
