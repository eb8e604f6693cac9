"""Among how many a place is held: `ke-7 dari 98 kota`, `21 pemda dinilai`."""

from collections.abc import Iterator
from typing import NamedTuple

from extractor.lexicon.ranks import rank_words
from extractor.lexicon.regions import governments
from extractor.links.candidates import Anchor, Candidate, History
from extractor.links.places.ranked import class_of, suits
from extractor.links.slots.placement import form_of, nearby, placed, told_beside
from extractor.links.slots.scope import sort_of
from extractor.links.view import View

_FEW = 10


class Among(NamedTuple):
    """What is decided of a ranking before its count.

    The level of its subjects, its scope, class and period.
    """

    level: str
    scope: str
    category: str
    period: str


def out_of_candidates(
    anchor: Anchor,
    view: View,
    history: History,
    index: str,
    among: Among,
) -> list[Candidate]:
    """Return how many may be ranked on `index`, as digits, and "" for unsaid."""
    found: list[Candidate] = []
    level = among.level
    rank = anchor.rank or anchor.head
    least = max(abs(anchor.position), abs(anchor.position_end))
    if rank is not None and rank.out_of:
        found.append(_count(rank.out_of, "own", rank.among, [], among, anchor, view))
        # "ke-7 dari 98 kota" tells it; "ke-40 dari 38" as it stands, for a finding to name
        if rank is anchor.rank or rank.out_of < least:
            return found
    for size, source, noun, features in _counts_told(anchor, view, history, index, among):
        if size >= least:
            found.append(_count(size, source, noun, features, among, anchor, view))
    sizes = {size for size, noun in view.ranked.sizes if suits(noun, level) == "1"}
    told = any(size >= least for size in sizes)
    features = ["nothing", f"nothing&{form_of(anchor)}", f"nothing&told={told:d}"]
    features.append(f"nothing&own={rank is not None and bool(rank.out_of):d}")
    found.append(Candidate("", "nothing", tuple(features)))
    return found


Counted = tuple[int, str, str, list[str]]
"""A count, how it was found, the noun of those counted, and features of where it stands."""


def _counts_told(
    anchor: Anchor, view: View, history: History, index: str, among: Among
) -> Iterator[Counted]:
    """Yield the counts around the anchor, that of the place before, and all of the article."""
    level, scope, _, period = among
    for cohort in nearby(view.cohorts, anchor, view, (2, 2, 2)):
        if cohort.size:
            features = [*placed(cohort, anchor, view), f"whole={cohort.whole:d}"]
            yield cohort.size, "cohort", cohort.noun, features
    for other in nearby(view.ranks, anchor, view, (2, 1, 2)):
        if other is not (anchor.rank or anchor.head) and other.out_of:
            yield other.out_of, "rank", other.among, placed(other, anchor, view)
    if history and (last := history[-1]).value("out_of"):
        same = last.value("index") == index, last.value("scope") == scope
        levels = bool(last.subjects) and last.subjects[0].level == level
        again = last.value("period") == period
        features = [f"last&index={same[0]:d}&scope={same[1]:d}&level={levels:d}"]
        features.append(f"last&scope={same[1]:d}&period={again:d}")
        source = f"last-{told_beside(anchor, last.anchor, view)}"
        yield int(last.value("out_of")), source, "", features
    fitting = {size for size, noun in view.ranked.sizes if suits(noun, level) == "1"}
    for (size, noun), told in view.ranked.sizes.items():
        only = len(fitting) == 1
        traits = f"article&whole={told.whole:d}&only={only:d}&fits={suits(noun, level)}"
        where = "same" if told.scope == scope else "other" if told.scope else "unsaid"
        yield size, "article", noun, [traits, f"article&scope={where}"]


def _count(
    size: int,
    source: str,
    noun: str,
    features: list[str],
    among: Among,
    anchor: Anchor,
    view: View,
) -> Candidate:
    """Return `size` as a candidate, with what tells whether it counts those of the ranking."""
    level, scope, category, _ = among
    fits = suits(noun, level)
    counted = (class_of(noun) or [""])[0]
    same = "na" if not counted or not category else f"{counted == category:d}"
    plain = [f"from={source}", f"from={source}&few={size <= _FEW:d}", f"fits={fits}"]
    plain += [f"from={source}&fits={fits}", f"from={source}&{form_of(anchor)}"]
    plain += [
        f"class={same}",
        f"from={source}&class={same}",
        f"from={source}&{form_of(anchor)}&class={same}",
    ]
    universes = rank_words().universes
    whole = size in universes.get(level, ()) or size in universes["local"]
    plain += [
        f"{sort_of(scope)}&nation={whole:d}",
        f"from={source}&{sort_of(scope)}&nation={whole:d}",
    ]
    part = view.ranked.sums.get(size, "alone")
    plain += [f"sum={part}", f"from={source}&sum={part}"]
    if sort_of(scope) == "code":
        governed = governments(scope[:2])
        all_of = "level" if size == governed.get(level) else "none"
        all_of = "both" if size == sum(governed.values()) else all_of
        plain += [f"register={all_of}", f"from={source}&register={all_of}"]
    return Candidate(str(size), source, (*features, *plain))
