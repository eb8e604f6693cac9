"""The class that is ranked: `pemerintah kota`, where it is named or the article ranks several."""

from collections.abc import Sequence

from extractor.lexicon.ranks import rank_words
from extractor.links.claims import Claim
from extractor.links.rank_tiers import by_ranking, is_among, sizes_of, tier_of
from extractor.links.view import View
from extractor.mentions.kinds import CohortMention

_BACK = 40


def settle_classes(claims: Sequence[Claim], view: View) -> None:
    """Name the class that is ranked, where it is named as one or the article ranks several.

    `kategori pemerintah kota` and `dari 98 pemkot` name one; `dari 38 provinsi` does where the
    article counts kabupaten or kota too.
    """
    words = rank_words()
    for claim in claims:
        claim.category = claim.category or words.member_categories.get(claim.among, "")
    levels = {words.levels_of.get(c.category or c.among, "") for c in claims}
    levels |= {_true_level(cohort) for cohort in view.cohorts}
    if _are_several(levels - {"", "any"}):
        for claim in claims:
            level = words.levels_of.get(claim.among, "any")
            claim.category = claim.category or ("" if level == "any" else claim.among)
    for claim in claims:
        claim.category = claim.category or _named_class(claim, view)
    named = by_ranking(claim for claim in claims if claim.category)
    for claim in claims:
        if not claim.category:
            others = named.get((claim.indices, claim.scope), [])[:_BACK]
            same = (other.category for other in others if _shares_class(claim, other))
            claim.category = next(same, "")


def _are_several(levels: set[str]) -> bool:
    """Whether they are classes beside each other; kota are among the kabupaten/kota."""
    return len(levels) > 1 and levels not in ({"local", "city"}, {"local", "regency"})


def _named_class(claim: Claim, view: View) -> str:
    """Return the class named earlier on its line, or in the heading of its list.

    `IID 2023 kategori kabupaten. Wonogiri di peringkat 12`, `Kategori Kota:` / `Terbaik I …`.
    """
    begin = view.paragraph_start(claim.start)
    for cohort in view.before(view.cohorts, claim.start, 0):
        heads = view.words[cohort.end : cohort.end + 1] == [":"]
        if cohort.category and (heads or (cohort.start >= begin and claim.scope == "national")):
            fits = is_among(claim.subjects[0], cohort.category)
            return cohort.category if fits else ""
    return ""


def _true_level(cohort: CohortMention) -> str:
    """Return their level where all of the nation are counted: `514 kabupaten/kota`."""
    level = rank_words().levels_of.get(cohort.noun, "")
    return level if cohort.size in sizes_of("national", level) else ""


def _shares_class(claim: Claim, other: Claim) -> bool:
    """Whether both are places of one ranking, be it of another year."""
    level = rank_words().levels_of.get(other.category, "")
    fits = level not in ("regency", "city") or claim.subjects[0].level == level
    return fits and tier_of(claim.subjects[0]) == tier_of(other.subjects[0])
