"""Among which class a place is held: `terbaik kategori kota`, `dari 38 provinsi`."""

from collections.abc import Iterator

from extractor.lexicon.localities import locality_words
from extractor.links.candidates import Anchor, Candidate, History
from extractor.links.places.ranked import CLASSES, Ranked, class_of, heading_classes
from extractor.links.slots.placement import form_of, nearby, placed, told_beside
from extractor.links.slots.scope import sort_of
from extractor.links.subjects.subject_mention import SubjectMention
from extractor.links.view import View

_COMMON = frozenset((*CLASSES.values(), "kabupaten/kota"))


def category_candidates(
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


def _classes_of_name(subjects: tuple[SubjectMention, ...]) -> Iterator[Told]:
    """Yield the class that the name of a locality begins with: `Desa Awan` is ranked among desa."""
    if not subjects or subjects[0].kind != "locality":
        return
    words, first = locality_words(), subjects[0].name.split(" ")[0]
    if first in (*words.villages.values(), *words.districts.values()):
        yield first.lower(), "name", []
