"""Among whom a rank holds: what one ranking hands down, and what its subject implies."""

from collections.abc import Sequence

from extractor.links.claims import Claim
from extractor.links.topics import Topics
from extractor.links.view import View


def settle_scopes(claims: Sequence[Claim], view: View, topics: Topics) -> None:
    """Fill scope, out-of and category that the words beside a rank do not say.

    Within one ranking (same index, same level of subject) the last stated ones hold on; else a
    province is ranked in the nation, and a regency or city in its province where that is named.
    """
    last: dict[tuple[str, str], Claim] = {}
    for claim in claims:
        if not claim.subjects:
            continue
        key = (claim.indices[0] if claim.indices else "", claim.subjects[0].level)
        known = last.get(key)
        if known is not None and _same_ranking(known, claim, view):
            claim.scope = claim.scope or known.scope
            claim.out_of = claim.out_of or known.out_of
            claim.category = claim.category or known.category
        claim.scope = claim.scope or _implied(claim, view)
        last[key] = claim


def _same_ranking(known: Claim, claim: Claim, view: View) -> bool:
    stated = claim.scope and known.scope and claim.scope != known.scope
    return not stated and (not known.periods or not claim.periods or known.periods == claim.periods)


def _implied(claim: Claim, view: View) -> str:
    subject = claim.subjects[0]
    if subject.kind == "organisation" or subject.level == "province":
        return "national"
    if subject.kind != "region":
        return ""
    province = subject.code[:2]
    named = any(slot.code == province for slot in view.slots)
    return province if named else "national" if len({s.code[:2] for s in view.slots}) > 3 else ""
