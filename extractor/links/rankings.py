"""Rankings: among whom a place is held. What one place of a ranking says holds for the others.

A ranking is one index, one class of ranked (provinces, or kabupaten and kota), one scope and one
period. News tells scope, size and class of it once and goes on with them, over paragraphs, until it
turns to another ranking.
"""

from collections.abc import Iterator, Sequence

from extractor.lexicon.ranks import rank_words
from extractor.lexicon.regions import gazetteer
from extractor.links.claims import Claim
from extractor.links.slots import Slot
from extractor.links.subject_sieve import bracket_start
from extractor.links.topics import Topics
from extractor.links.view import View
from extractor.mentions.kinds import CohortMention

_BACK = 40
_AREA_REACH = 1
_OWN_REACH = 4
_SCOPED_BY_TEXT = frozenset({"national", "world"})
_OWN = "provinsi"
_UNSCOPED = frozenset({"", _OWN})


def settle_rankings(claims: Sequence[Claim], view: View, topics: Topics) -> None:
    """Fill scope, out-of and category that the words beside a rank do not say.

    The body goes first: a headline is told by what the text says later.
    """
    body = [claim for claim in claims if not _is_title(claim, view)]
    titles = [claim for claim in claims if _is_title(claim, view)]
    for at, claim in enumerate(body):
        if claim.base is None:
            followers = [c for c in body[at : at + _BACK] if c.base is claim]
            _settle_scope(claim, body[max(0, at - _BACK) : at][::-1], followers, view)
        else:
            claim.scope = claim.base.scope or claim.scope
    for claim in titles:
        same = [c for c in body if _states_same(c, claim)]
        _settle_scope(claim, [*same, *body[:_BACK]], (), view)
    _settle_counts(claims, view, topics)
    _settle_categories(claims, view)


def _is_title(claim: Claim, view: View) -> bool:
    return view.titled and view.paragraph[claim.start] == 0


def _states_same(one: Claim, other: Claim) -> bool:
    return one.subjects[0].key == other.subjects[0].key and one.position == other.position


def _settle_scope(
    claim: Claim, others: Sequence[Claim], followers: Sequence[Claim], view: View
) -> None:
    """Give `claim` the scope of its words, of the ranking it goes on with, or of its subject."""
    subject = claim.subjects[0]
    if claim.scope == _OWN:
        claim.scope = "national" if subject.level == "province" else subject.code[:2]
    if claim.scope:
        return
    if claim.out_of in sizes("national", rank_words().levels_of.get(claim.among, "")):
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
        if cohort.scope and not other and _is_among(claim.subjects[0], cohort.noun):
            return cohort
    return None


def _is_among(subject: Slot, noun: str) -> bool:
    """Whether those counted are of the subject's level: a kota among `98 kota`."""
    level = rank_words().levels_of.get(noun, "")
    local = level == "local" and subject.level in ("regency", "city")
    return level in (subject.level, "any") or local


def _goes_on(claim: Claim, other: Claim, view: View) -> bool:
    """Whether `claim` can be a place of the ranking that `other` is one of."""
    one, two = claim.subjects[0], other.subjects[0]
    if claim.indices != other.indices or _tier(one) != _tier(two):
        return False
    level = rank_words().levels_of.get(other.category or other.among, "")
    if level in ("regency", "city") and one.level != level:
        return False
    if other.scope.isdecimal():
        inside = all(s.code.startswith(other.scope) for s in claim.subjects)
        return inside and abs(claim.position) <= max(sizes(other.scope, "any"))
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


def _tier(slot: Slot) -> str:
    if slot.kind != "region":
        return slot.kind
    return "province" if slot.level == "province" else "local"


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
    named = any(slot.code in provinces for slot in view.slots)
    return subject.code[:2] if named or len(local) > 1 else ""


def _settle_counts(claims: Sequence[Claim], view: View, topics: Topics) -> None:
    """Give each rank the size of its ranking: of another place in it, or of those counted.

    Another year's ranking may have been of another size, so the count stays with its period.
    """
    counted = [claim for claim in claims if claim.out_of]
    for claim in claims:
        if claim.out_of or not claim.scope:
            continue
        same = next((other for other in counted if _is_same(claim, other)), None)
        if same is not None:
            claim.out_of, claim.among = same.out_of, claim.among or same.among
            continue
        cohort = next(_cohorts(claim, view, topics), None)
        if cohort is not None:
            claim.out_of, claim.among = cohort.size, claim.among or cohort.noun


def _is_same(claim: Claim, other: Claim) -> bool:
    """Whether both are places of one ranking."""
    one, two = claim.subjects[0], other.subjects[0]
    level = rank_words().levels_of.get(other.category or other.among, "")
    if level in ("regency", "city") and one.level != level:
        return False
    if (claim.indices, claim.aspects, claim.scope) != (other.indices, other.aspects, other.scope):
        return False
    if claim.periods and other.periods and claim.periods != other.periods:
        return False
    return _tier(one) == _tier(two) or claim.scope in (one.code, two.code)


def _cohorts(claim: Claim, view: View, topics: Topics) -> Iterator[CohortMention]:
    """Yield who is counted in the scope of `claim`: by their own scope, or by their true number.

    Those counted in its paragraph come first; elsewhere they are those of the article's period.
    """
    line = view.paragraph[claim.start]
    current = not claim.periods or not topics.period or claim.periods[0] == topics.period
    near = [u for u in view.cohorts if view.paragraph[u.start] == line]
    far = [u for u in view.cohorts if current and view.paragraph[u.start] != line]
    for cohort in [*near, *far]:
        if not _is_among(claim.subjects[0], cohort.noun):
            continue
        level = rank_words().levels_of.get(cohort.noun, "")
        true = cohort.size in sizes(claim.scope, level)
        if cohort.scope == claim.scope or (true and cohort.scope in _UNSCOPED):
            yield cohort
    whole = [u for u in [*near, *far] if u.whole and _is_within(claim, u)]
    if len({u.size for u in whole}) == 1:
        yield whole[0]


def _is_within(claim: Claim, cohort: CohortMention) -> bool:
    """Whether those counted can be some of the province that `claim` is ranked in."""
    if not claim.scope.isdecimal() or cohort.scope not in _UNSCOPED:
        return False
    fits = _is_among(claim.subjects[0], cohort.noun)
    return fits and 0 < cohort.size <= max(sizes(claim.scope, "any"))


def sizes(scope: str, level: str) -> list[int]:
    """Return how many of a level a scope has: [38, …] provinces, 22 kabupaten/kota in `53`.

    The nation's numbers changed over the years; all of them are returned.
    """
    words = rank_words()
    if scope == "national":
        return words.universes.get(level, [])
    if not scope.isdecimal() or level == "province":
        return []
    inside = [r for code, r in gazetteer().regions.items() if code.startswith(f"{scope}.")]
    if level == "any":  # the provincial government may be one of them
        return [len(inside), len(inside) + 1]
    return [sum(level in ("local", region.level) for region in inside)]


def _settle_categories(claims: Sequence[Claim], view: View) -> None:
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
    named = [claim for claim in claims if claim.category]
    for claim in claims:
        if not claim.category:
            same = (other.category for other in named if _shares_class(claim, other))
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
            fits = _is_among(claim.subjects[0], cohort.category)
            return cohort.category if fits else ""
    return ""


def _true_level(cohort: CohortMention) -> str:
    """Return their level where all of the nation are counted: `514 kabupaten/kota`."""
    level = rank_words().levels_of.get(cohort.noun, "")
    return level if cohort.size in sizes("national", level) else ""


def _shares_class(claim: Claim, other: Claim) -> bool:
    """Whether both are places of one ranking, be it of another year."""
    level = rank_words().levels_of.get(other.category, "")
    fits = level not in ("regency", "city") or claim.subjects[0].level == level
    same = (claim.indices, claim.scope) == (other.indices, other.scope)
    return fits and same and _tier(claim.subjects[0]) == _tier(other.subjects[0])
