"""The scope of a rank that the words beside it do not say: of its ranking, or of its subject."""

from collections.abc import Sequence

from extractor.lexicon.ranks import rank_words
from extractor.lexicon.regions import gazetteer
from extractor.links.claims import Claim
from extractor.links.rank_tiers import is_among, sizes_of, tier_of
from extractor.links.subject_sieve import bracket_start
from extractor.links.view import View
from extractor.mentions.kinds import CohortMention

_AREA_REACH = 1
_OWN_REACH = 4
_SCOPED_BY_TEXT = frozenset({"national", "world"})
_OWN = "provinsi"


def settle_scope(
    claim: Claim, others: Sequence[Claim], followers: Sequence[Claim], view: View
) -> None:
    """Give `claim` the scope of its words, of the ranking it goes on with, or of its subject."""
    subject = claim.subjects[0]
    if claim.scope == _OWN:
        claim.scope = "national" if subject.level == "province" else subject.code[:2]
    if claim.scope:
        return
    if claim.out_of in sizes_of("national", rank_words().levels_of.get(claim.among, "")):
        claim.scope = "national"
        return
    cohort = _announced(claim, view)
    if cohort is not None:
        claim.scope = cohort.scope
        return
    for other in _likeliest(claim, others, view):
        if other.scope and _goes_on(claim, other, view):
            claim.scope = other.scope
            return
    claim.scope = _implied(claim, [*others, *followers], view)


def _likeliest(claim: Claim, others: Sequence[Claim], view: View) -> list[Claim]:
    """Return those whose ranking `claim` may go on with, likeliest first.

    The highest and the lowest are named of one ranking; a place in brackets is an aside.
    """
    aside = [o for o in others if _in_brackets(o, view)]
    plain = [o for o in others if not _in_brackets(o, view)]
    listed = claim.rank is not None and claim.rank.relation == "list"
    ends = [o for o in plain if abs(o.position) == 1] if abs(claim.position) == 1 else []
    if listed:
        ends = [o for o in plain if o.rank is not None and o.rank.relation == "list"]
    return [*ends, *plain] if not _in_brackets(claim, view) else [*aside, *plain]


def _in_brackets(claim: Claim, view: View) -> bool:
    return bracket_start(claim, view) >= 0


def _announced(claim: Claim, view: View) -> CohortMention | None:
    """`… peringkat kedua IKT. Dari 94 kota se-Indonesia …`: those counted in the paragraph."""
    line = view.paragraph[claim.start]
    begin = view.paragraph_start(claim.start)
    near = view.after(view.cohorts, begin, len(view.words))
    for cohort in near:
        if view.paragraph[cohort.start] != line:
            break
        own = view.before(view.ranks, cohort.start, max(begin, cohort.start - _OWN_REACH))
        other = own and own[0].start != claim.start  # "peringkat 37 dari 415 kabupaten"
        if cohort.scope and not other and is_among(claim.subjects[0], cohort.noun):
            return cohort
    return None


def _goes_on(claim: Claim, other: Claim, view: View) -> bool:
    """Whether `claim` can be a place of the ranking that `other` is one of."""
    one, two = claim.subjects[0], other.subjects[0]
    if claim.indices != other.indices or tier_of(one) != tier_of(two):
        return False
    level = rank_words().levels_of.get(other.category or other.among, "")
    if level in ("regency", "city") and one.level != level:
        return False
    if other.scope.isdecimal():
        inside = all(s.code.startswith(other.scope) for s in claim.subjects)
        return inside and abs(claim.position) <= max(sizes_of(other.scope, "any"))
    if other.scope in _SCOPED_BY_TEXT:
        return True
    return _is_of_area(claim, other.scope) and (
        view.lines_between(other.start, claim.start) <= _AREA_REACH
    )


def _is_of_area(claim: Claim, area: str) -> bool:
    """Whether `wilayah Sumatera` can be the scope: the subjects lie there, the place is in it."""
    begins = rank_words().islands.get(area.split()[-1].lower())
    if begins is None:
        return True
    inside = all(s.code.startswith(tuple(begins)) for s in claim.subjects)
    provinces = [
        code
        for code, region in gazetteer().regions.items()
        if region.level == "province" and code.startswith(tuple(begins))
    ]
    ranked = claim.subjects[0].level == "province"
    return inside and not (ranked and abs(claim.position) > len(provinces))


def _implied(claim: Claim, others: Sequence[Claim], view: View) -> str:
    """Return the scope that the subject implies: provinces are ranked in the nation.

    A kabupaten or kota is ranked in its province where the article names that, unless regions of
    other provinces are ranked beside it; so is the province itself among its own.
    """
    subject = claim.subjects[0]
    if subject.kind != "region":
        return "national"
    beside = [
        s for o in others if o.indices == claim.indices or o.base is claim for s in o.subjects
    ]
    local = {s.code for s in [*claim.subjects, *beside] if s.level in ("regency", "city")}
    provinces = {code[:2] for code in local}
    if subject.level == "province":
        followed = any(o.base is claim for o in others) and provinces == {subject.code}
        return subject.code if followed else "national"
    if len(provinces) > 1:
        return "national" if len(provinces) > 2 else ""
    named = not view.codes.isdisjoint(provinces)
    return subject.code[:2] if named or len(local) > 1 else ""
