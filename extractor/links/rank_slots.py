"""Among whom a place is held: candidates for the class and the count of a ranking."""

from collections.abc import Iterator
from typing import NamedTuple

from extractor.lexicon.localities import locality_words
from extractor.lexicon.ranks import rank_words
from extractor.lexicon.regions import governments
from extractor.links.candidates import Anchor, Candidate, History
from extractor.links.placement import form_of, nearby, placed, told_beside
from extractor.links.ranked import CLASSES, Ranked, class_of, heading_classes, suits
from extractor.links.scope_slot import sort_of
from extractor.links.subjects import SubjectMention
from extractor.links.view import View

_FEW = 10
_COMMON = frozenset((*CLASSES.values(), "kabupaten/kota"))


class Among(NamedTuple):
    """What is decided of a ranking before its count.

    The level of its subjects, its scope, class and period.
    """

    level: str
    scope: str
    category: str
    period: str


def class_candidates(
    anchor: Anchor, view: View, history: History, subjects: tuple[SubjectMention, ...], scope: str
) -> list[Candidate]:
    """Return the classes that the ranking of `anchor` in `scope` may be of, and none."""
    level = subjects[0].level if subjects else ""
    body = bool(subjects) and subjects[0].kind == "organisation"
    where = f"level={level}&{sort_of(scope)}"
    traits = [f"level={level}", f"form={form_of(anchor)}", where]
    found: list[Candidate] = []
    told = (
        *_own_classes(anchor),
        *_classes_around(anchor, view, history, level),
        *_classes_of_article(view.ranked),
        *_classes_of_level(level),
        *_classes_of_name(subjects),
    )
    for worded, source, features in told:
        if worded in view.ranked.indices:
            continue  # "pada kategori IKPA": the index, no class of it
        value = (class_of(worded) or [worded])[0]
        if body and value in _COMMON:
            continue  # a school or an office is ranked among its like
        fits = "na" if value not in CLASSES.values() else str(int(CLASSES.get(level) == value))
        plain = [f"from={source}", f"fits={fits}", f"from={source}&fits={fits}"]
        plain += [f"from={source}&{trait}" for trait in traits]
        plain.append(f"{value if value in _COMMON else 'other'}&{where}")
        found.append(Candidate(value, source, (*features, *plain)))
    features = ["nothing", *(f"nothing&{trait}" for trait in traits)]
    features.append(f"nothing&told={any(c.source != 'level' for c in found):d}")
    found.append(Candidate("", "nothing", tuple(features)))
    return found


Told = tuple[str, str, list[str]]
"""A class as worded, how it was found, and features of where it stands."""


def _own_classes(anchor: Anchor) -> Iterator[Told]:
    """Yield what the rank itself, or that at the head of its list, says of the class."""
    rank = anchor.rank or anchor.head
    if rank is None:
        return
    if rank.category:
        yield rank.category, "own", []
    for value in class_of(rank.among):
        yield value, "among", [f"counted={bool(rank.out_of):d}"]


def _classes_around(anchor: Anchor, view: View, history: History, level: str) -> Iterator[Told]:
    """Yield the classes named near the anchor, by the rank before it, or by its headings."""
    yield from _classes_told(anchor, view)
    if history and (last := history[-1]).value("category"):
        levels = {one.level for one in last.subjects}
        features = [f"last&level={level in levels:d}"]
        yield last.value("category"), f"last-{told_beside(anchor, last.anchor, view)}", features
    for depth, heading in enumerate(view.index.headings(anchor.start)):
        begin, end = view.index.bounds[heading]
        classes = list(heading_classes(view.index.lower[begin:end]))
        yield from ((value, source, [f"{source}&depth={depth}"]) for value, source in classes)
        if classes:
            return  # what is further out names the class of other lists, or of all


def _classes_told(anchor: Anchor, view: View) -> Iterator[Told]:
    for cohort in nearby(view.cohorts, anchor, view, (2, 2, 2)):
        features = placed(cohort, anchor, view)
        if cohort.category:
            yield cohort.category, "cohort-class", features
        for value in class_of(cohort.noun):
            yield value, "cohort-noun", [*features, f"whole={cohort.whole:d}"]
    for other in nearby(view.ranks, anchor, view, (2, 1, 2)):
        if other is anchor.rank or other is anchor.head:
            continue
        if other.category:
            yield other.category, "rank-class", placed(other, anchor, view)
        for value in class_of(other.among):
            yield value, "rank-among", placed(other, anchor, view)


def _classes_of_article(ranked: Ranked) -> Iterator[Told]:
    for value in ranked.classes:
        yield value, "article", [f"article&only={len(ranked.classes) == 1:d}"]


def _classes_of_level(level: str) -> Iterator[Told]:
    """Yield the classes that a subject of `level` may be ranked in where no word names one."""
    if level in CLASSES:
        yield CLASSES[level], "level", []
    if level in ("regency", "city"):
        yield "kabupaten/kota", "level-pair", []


def count_candidates(
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


def _classes_of_name(subjects: tuple[SubjectMention, ...]) -> Iterator[Told]:
    """Yield the class that the name of a locality begins with: `Desa Awan` is ranked among desa."""
    if not subjects or subjects[0].kind != "locality":
        return
    words, first = locality_words(), subjects[0].name.split(" ")[0]
    if first in (*words.villages.values(), *words.districts.values()):
        yield first.lower(), "name", []


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
