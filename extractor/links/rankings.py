"""Rankings: among whom a place is held. What one place of a ranking says holds for the others.

A ranking is one index, one class of ranked (provinces, or kabupaten and kota), one scope and one
period. News tells scope, size and class of it once and goes on with them, over paragraphs, until it
turns to another ranking.
"""

from collections.abc import Sequence

from extractor.links.claims import Claim
from extractor.links.rank_classes import settle_classes
from extractor.links.rank_counts import settle_counts
from extractor.links.rank_scopes import settle_scope
from extractor.links.topics import Topics
from extractor.links.view import View

_BACK = 40


def settle_rankings(claims: Sequence[Claim], view: View, topics: Topics) -> None:
    """Fill scope, out-of and category that the words beside a rank do not say.

    The body goes first: a headline is told by what the text says later.
    """
    body = [claim for claim in claims if not _is_title(claim, view)]
    body.sort(key=_told)
    titles = [claim for claim in claims if _is_title(claim, view)]
    for at, claim in enumerate(body):
        if claim.base is None:
            followers = [c for c in body[at : at + _BACK] if _is_beside(c, claim, view)]
            settle_scope(claim, body[max(0, at - _BACK) : at][::-1], followers, view)
        else:
            claim.scope = claim.base.scope or claim.scope
    for claim in titles:
        same = [c for c in body if _states_same(c, claim)]
        settle_scope(claim, [*same, *body[:_BACK]], (), view)
    settle_counts(claims, view, topics)
    settle_classes(claims, view)


def _told(claim: Claim) -> tuple[int, bool]:
    """Return where the place is told in full: a relative one behind the one it builds on."""
    base = claim.base
    return max(claim.start, base.start if base else 0), base is not None


def _is_beside(other: Claim, claim: Claim, view: View) -> bool:
    """Whether `other`, told later, is a place of the same ranking: `kedua Siak, ketiga Dumai`."""
    if other.base is claim:
        return True
    same = view.sentence[other.start] == view.sentence[claim.start] or _is_one_list(other, claim)
    return same and other.indices == claim.indices


def _is_one_list(other: Claim, claim: Claim) -> bool:
    """`1. Kota Surabaya; 2. Kota Semarang; 3. Kota Bogor`, one a line or not."""
    listed = all(c.rank is not None and c.rank.relation == "list" for c in (other, claim))
    return listed and other.position > claim.position > 0


def _is_title(claim: Claim, view: View) -> bool:
    return view.titled and view.paragraph[claim.start] == 0


def _states_same(one: Claim, other: Claim) -> bool:
    return one.subjects[0].key == other.subjects[0].key and one.position == other.position
