"""Among whom a rank holds: what one ranking hands down, and what its subjects imply."""

from collections.abc import Sequence

from extractor.lexicon.ranks import rank_words
from extractor.lexicon.regions import gazetteer
from extractor.links.claims import Claim
from extractor.links.topics import Topics
from extractor.links.view import View


def settle_scopes(claims: Sequence[Claim], view: View, topics: Topics) -> None:
    """Fill scope, out-of and category that the words beside a rank do not say.

    The ranks of one index and period are one ranking: what one of them says holds on for those
    after it. Then the subjects tell: all of one province are ranked in it, provinces in the nation.
    """
    rankings: dict[tuple[tuple[str, ...], tuple[str, ...]], list[Claim]] = {}
    for claim in claims:
        if claim.subjects:
            rankings.setdefault((claim.indices, claim.periods), []).append(claim)
    for ranking in rankings.values():
        _hand_down_scope(ranking)
        for claim in ranking:
            claim.scope = claim.scope or _implied(claim, ranking, view)
        _hand_down_count(ranking)
        for claim in ranking:
            claim.out_of = claim.out_of or _universe(claim, view)
            claim.category = claim.category or _class_counted(claim, view)


def _hand_down_scope(ranking: Sequence[Claim]) -> None:
    """`peringkat ke-91 dari 98 pemkot se-Indonesia. … di urutan ke-93`: of one level each."""
    last: dict[str, str] = {}
    for claim in ranking:
        level = claim.subjects[0].level
        claim.scope = claim.scope or last.get(level, "")
        last[level] = claim.scope


def _hand_down_count(ranking: Sequence[Claim]) -> None:
    last: dict[str, Claim] = {}
    for claim in ranking:
        known = last.get(claim.scope)
        if known is not None:
            claim.out_of = claim.out_of or known.out_of
            claim.category = claim.category or known.category
        last[claim.scope] = claim


def _implied(claim: Claim, ranking: Sequence[Claim], view: View) -> str:
    """Return the scope that the subjects of the ranking imply."""
    subject = claim.subjects[0]
    if subject.kind != "region":
        return "national"
    ranked = {s.code for other in ranking for s in other.subjects if s.kind == "region"}
    within = {code[:2] for code in ranked}
    if len(ranked) > 1 and len(within) == 1:
        return within.pop()
    if subject.level == "province":
        return "national"
    province = subject.code[:2]
    return province if any(slot.code == province for slot in view.slots) else ""


def _universe(claim: Claim, view: View) -> int:
    """Return the size of the scope, if the article counts it: `38 provinsi`."""
    province = claim.subjects[0].level == "province"
    if claim.scope == "national":
        sizes = rank_words().universes["provinsi" if province else "kabupaten/kota"]
    elif claim.scope.isdecimal() and not province:
        regions = gazetteer().regions
        sizes = [sum(code.startswith(f"{claim.scope}.") for code in regions)]
    else:
        return 0
    noun = "provinsi" if province else "kabupaten/kota"
    counts = [
        (abs(number.start - claim.start), int(number.value))
        for number in view.numbers
        if number.role == "count" and number.value in sizes and _counts(number.end, noun, view)
    ]
    return min(counts)[1] if counts else 0


def _class_counted(claim: Claim, view: View) -> str:
    """Return `provinsi` where an article counts all provinces and all kabupaten/kota too."""
    if claim.scope != "national" or claim.subjects[0].level != "province" or not claim.out_of:
        return ""
    for number in view.numbers:
        sizes = rank_words().universes["kabupaten/kota"]
        if number.role == "count" and number.value in sizes:
            return "provinsi" if _counts(number.end, "kabupaten/kota", view) else ""
    return ""


def _counts(at: int, noun: str, view: View) -> bool:
    return "".join(view.words[at : at + 3]).startswith(noun)
