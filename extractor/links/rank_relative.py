"""Places that are told from another one: `disusul`, `di bawahnya`, `setingkat di atas Depok`."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractor.links.claims import Claim, claim_rank
from extractor.links.rank_sieve import FOLLOWING, group_before
from extractor.links.slots import Slot
from extractor.links.topics import Topics
from extractor.links.view import View

_RUNNER_REACH = 3
_BACK = 60
_HIGHEST = 2


def follows(claim: Claim) -> bool:
    """Whether the place of `claim` is told from that of another."""
    return claim.rank is not None and claim.rank.relation in FOLLOWING


def find_bases(claims: list[Claim], view: View, topics: Topics) -> list[Claim]:
    """Give each relative place its base, and return `claims` with the places that they imply.

    One whose base is not to be found loses its subjects: it stays open.
    """
    found: list[Claim] = []
    for at, claim in enumerate(claims):
        if follows(claim):
            later = claims[at + 1 : at + 3]
            base = _base(claim, found, later, view, topics)
            if base is None:
                claim.subjects = ()
            elif base not in found and base not in later:
                found.append(base)
            claim.base = base
        found.append(claim)
        found += _beaten(claim, view)
    return found


def _base(
    claim: Claim, found: Sequence[Claim], later: Sequence[Claim], view: View, topics: Topics
) -> Claim | None:
    """Return the rank that `claim` is told from: that of the one named, else the one before.

    The one named may be told of `later`: `tepat di bawah Tapin yang menduduki peringkat kelima`.
    """
    rank = claim.rank
    assert rank is not None
    earlier = [c for c in found[-_BACK:] if c.subjects]
    if rank.base >= 0:
        slot = next((s for s in view.after(view.slots, rank.base, rank.base + 4)), None)
        here = [c for c in later if c.subjects and _same_sentence([c], claim, view)]
        known = _last_of(slot, [*earlier, *here], topics) if slot else None
        return known or (_turn(claim, slot, earlier) if slot else None)
    ahead = _ahead(claim, view)
    if ahead is not None and not _same_sentence(earlier, claim, view):
        known = _last_of(ahead, earlier, topics)
        if known is not None and (not rank.scope or rank.scope == known.scope):
            return known
        if rank.scope:
            return _leader(claim, ahead)
    if earlier and view.lines_between(earlier[-1].start, claim.start) <= 1:
        return earlier[-1]
    return None


def _turn(claim: Claim, slot: Slot, earlier: Sequence[Claim]) -> Claim | None:
    """`juru kunci Mentawai, tepat di bawah Pasaman Barat`: the one named is told from the subject.

    `claim` becomes the place of `slot`, on the other side of its subject.
    """
    assert claim.rank is not None
    held = next((c for c in reversed(earlier) if set(c.subjects) & set(claim.subjects)), None)
    if held is None:
        return None
    turned = {"below": "above", "above": "below"}[claim.rank.relation]
    claim.rank = replace(claim.rank, relation=turned)
    claim.subjects = (slot,)
    return held


def _ahead(claim: Claim, view: View) -> Slot | None:
    """Return whom the next ones follow: `Surabaya disusul Kota Madiun, …`."""
    rank = claim.rank
    assert rank is not None
    group = group_before(rank, view)
    ahead = group[-1] if group and group[-1] not in claim.subjects else None
    return ahead if ahead and ahead.kind == "region" else None


def _same_sentence(earlier: Sequence[Claim], claim: Claim, view: View) -> bool:
    return bool(earlier) and view.sentence[earlier[-1].start] == view.sentence[claim.start]


def _last_of(slot: Slot, claims: Sequence[Claim], topics: Topics) -> Claim | None:
    """Return the last of `claims` that `slot` holds, one of the article's period first."""
    held = [c for c in reversed(claims) if slot.key in {s.key for s in c.subjects}]
    current = (c for c in held if topics.period in c.periods)
    return next(current, held[0] if held else None)


def _leader(claim: Claim, ahead: Slot) -> Claim:
    """`Di tingkat Jatim, Surabaya disusul …`: who is followed in a new ranking is its first."""
    assert claim.rank is not None
    rank = replace(claim.rank, start=ahead.start, end=ahead.end, position=1, relation="implied")
    first = claim_rank(rank)
    first.subjects = (ahead,)
    first.settle("subject", "followed", ahead)
    return first


def _beaten(claim: Claim, view: View) -> list[Claim]:
    """`peringkat kedua setelah Kaltim`, `posisi kedua di bawah Jatim`: that one is the first."""
    rank = claim.rank
    if rank is None or rank.position != 2 or rank.position_end or follows(claim):
        return []
    end = view.sentence_end(rank.start)
    for slot in view.after(view.slots, rank.end, min(end, rank.end + 2 * _RUNNER_REACH))[:1]:
        between = view.words[rank.end : slot.start]
        if slot.kind == "region" and between[-1:] and between[-1] in view.lexicon.beaten_by:
            first = claim_rank(replace(rank, start=slot.start, end=slot.end, position=1))
            first.subjects = (slot,)
            first.settle("subject", "beaten", slot)
            return [first]
    return []


def count_on(claims: Sequence[Claim]) -> None:
    """Give relative places their position, and what they share with the rank that they follow."""
    before = {id(claim): earlier for earlier, claim in pairwise(claims)}
    for claim in claims:
        base = claim.base
        if base is None:
            continue
        claim.position = _position(claim, base)
        following = claim.rank is not None and claim.rank.relation == "next"
        if following and _mounts(base, before.get(id(base))):
            claim.position = base.position - 1
        claim.periods = base.periods
        claim.indices, claim.aspects = base.indices, base.aspects
        claim.scope = base.scope or claim.scope
        claim.out_of, claim.category, claim.among = base.out_of, base.category, base.among


def _mounts(base: Claim, earlier: Claim | None) -> bool:
    """`peringkat enam Bekasi, peringkat lima Ambon, menyusul Manado`: told from the lowest up."""
    if earlier is None or earlier.base is not None:
        return False
    return earlier.position == base.position + 1 > _HIGHEST


def _position(claim: Claim, base: Claim) -> int:
    """Return the place of `claim`, told from the last place of `base`.

    `disusul` goes on away from the end that was named, `di bawahnya` down, `di atasnya` up.
    """
    held = len(base.subjects) if follows(base) else 1
    last = base.position + (held - 1 if base.position > 0 else 1 - held)
    relation = claim.rank.relation if claim.rank is not None else ""
    if relation == "above":
        return last - 1
    return last + 1 if relation == "below" and last < -1 else last + (1 if last > 0 else -1)
