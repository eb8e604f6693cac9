"""How many are ranked: the size that another place of the ranking or those counted tell."""

from collections.abc import Iterator, Sequence

from extractor.lexicon.ranks import rank_words
from extractor.links.claims import Claim
from extractor.links.rank_tiers import by_ranking, is_among, sizes_of, tier_of
from extractor.links.topics import Topics
from extractor.links.view import View
from extractor.mentions.kinds import CohortMention

_BACK = 40
_UNSCOPED = frozenset({"", "provinsi"})


def settle_counts(claims: Sequence[Claim], view: View, topics: Topics) -> None:
    """Give each rank the size of its ranking: of another place in it, or of those counted.

    Another year's ranking may have been of another size, so the count stays with its period.
    """
    counted = by_ranking(claim for claim in claims if claim.out_of)
    for claim in claims:
        if claim.out_of or not claim.scope:
            continue
        others = counted.get((claim.indices, claim.scope), [])[:_BACK]
        same = next((other for other in others if _is_same(claim, other)), None)
        if same is not None:
            claim.out_of, claim.among = same.out_of, claim.among or same.among
            continue
        cohort = next(_cohorts(claim, view, topics), None)
        if cohort is not None:
            claim.out_of, claim.among = cohort.size, claim.among or cohort.noun


def _is_same(claim: Claim, other: Claim) -> bool:
    """Whether both, of one index and scope, are places of one ranking."""
    one, two = claim.subjects[0], other.subjects[0]
    level = rank_words().levels_of.get(other.category or other.among, "")
    if level in ("regency", "city") and one.level != level:
        return False
    if claim.aspects != other.aspects:
        return False
    if claim.periods and other.periods and claim.periods != other.periods:
        return False
    return tier_of(one) == tier_of(two) or claim.scope in (one.code, two.code)


def _cohorts(claim: Claim, view: View, topics: Topics) -> Iterator[CohortMention]:
    """Yield who is counted in the scope of `claim`: by their own scope, or by their true number.

    Those counted in its paragraph come first; elsewhere they are those of the article's period.
    """
    line = view.paragraph[claim.start]
    current = not claim.periods or not topics.period or claim.periods[0] == topics.period
    before = view.before(view.cohorts, claim.start, 0)[::-1]
    around = [*before, *view.after(view.cohorts, claim.start, len(view.words))]
    near = [u for u in around if view.paragraph[u.start] == line]
    far = [u for u in around if current and view.paragraph[u.start] != line]
    for cohort in [*near, *far]:
        if not is_among(claim.subjects[0], cohort.noun):
            continue
        level = rank_words().levels_of.get(cohort.noun, "")
        true = cohort.size in sizes_of(claim.scope, level)
        if cohort.scope == claim.scope or (true and cohort.scope in _UNSCOPED):
            yield cohort
    whole = [u for u in [*near, *far] if u.whole and _is_within(claim, u)]
    if len({u.size for u in whole}) == 1:
        yield whole[0]


def _is_within(claim: Claim, cohort: CohortMention) -> bool:
    """Whether those counted can be some of the province that `claim` is ranked in."""
    if not claim.scope.isdecimal() or cohort.scope not in _UNSCOPED:
        return False
    fits = is_among(claim.subjects[0], cohort.noun)
    return fits and 0 < cohort.size <= max(sizes_of(claim.scope, "any"))
