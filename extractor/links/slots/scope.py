"""Where a ranking is held: candidates for the scope of a place."""

from collections.abc import Iterator, Sequence

from extractor.lexicon.ranks import rank_words
from extractor.lexicon.regions import gazetteer, governments, most_governments
from extractor.links.candidates import Anchor, Candidate, History
from extractor.links.slots.placement import around, form_of, nearby, placed, told_beside
from extractor.links.subjects.subject_mention import SubjectMention
from extractor.links.view import View

_PARTS = ("locality", "organisation")
"""Kinds of subjects that may be ranked within one regency or city."""


def scope_candidates(
    anchor: Anchor, view: View, history: History, subjects: tuple[SubjectMention, ...]
) -> list[Candidate]:
    """Return where the ranking of `anchor`, held by `subjects`, may be: nation, province, area.

    What lies elsewhere than the subjects is none, nor a province of fewer regions than the place
    counts (`peringkat 351`), unless the place itself says so.
    """
    found: list[Candidate] = []
    level = (subjects[0].level or subjects[0].kind) if subjects else ""
    traits = [f"level={level}", f"form={form_of(anchor)}"]
    told = anchor.rank or anchor.head
    own = told.scope if told is not None else ""
    sizes = _sizes(anchor, view)
    if own:
        found.append(_told(own, "own", [], subjects, view, traits, sizes))
    last = max(abs(anchor.position), abs(anchor.position_end))
    untold = _untold(subjects, bool(own), view)
    for scope, source, features in (*_named(anchor, view, history), *untold):
        candidate = _told(scope, source, features, subjects, view, traits, sizes)
        where = str(candidate.value)
        if not lies_elsewhere(where, subjects) and _has_room(where, last, subjects):
            found.append(candidate)
    return found


def _has_room(scope: str, last: int, subjects: Sequence[SubjectMention]) -> bool:
    """Whether as many as `last` regions can be ranked in the province that `scope` is."""
    if sort_of(scope) != "code" or not all(s.kind == "region" for s in subjects):
        return True
    return last <= most_governments(scope) + 1  # with the government of the province itself


Told = tuple[str, str, list[str]]
"""A scope as worded, how it was found, and features of where it stands."""


def _named(anchor: Anchor, view: View, history: History) -> Iterator[Told]:
    """Yield the scopes told near the anchor, and that of the place before."""
    for cohort in nearby(view.cohorts, anchor, view, (2, 2, 2)):
        if cohort.scope:
            yield cohort.scope, "cohort", placed(cohort, anchor, view)
    for rank in nearby(view.ranks, anchor, view, (2, 1, 2)):
        if rank.scope and rank is not anchor.rank:
            yield rank.scope, "rank", placed(rank, anchor, view)
    for place in nearby(view.subjects, anchor, view, (3, 2, 2)):
        if place.located and place.kind == "region" and place.level == "province":
            yield place.code, "place", [*placed(place, anchor, view), f"cue={place.cue}"]
    if history and (last := history[-1].value("scope")):
        yield last, f"last-{told_beside(anchor, history[-1].anchor, view)}", []


def _told(
    scope: str,
    source: str,
    features: list[str],
    subjects: tuple[SubjectMention, ...],
    view: View,
    traits: list[str],
    sizes: Sequence[int],
) -> Candidate:
    value = scope
    if scope == "provinsi":  # that of whoever is ranked
        code = next((s.code for s in subjects if s.code and s.kind == "region"), "")
        value = code[:2] or (view.topics.subject.code[:2] if view.topics.subject else "")
    features = [*features, f"from={source}", f"from={source}&{sort_of(value)}"]
    features += [f"from={source}&{trait}" for trait in traits]
    features += [f"{sort_of(value)}&{trait}" for trait in traits]
    features.append(f"holds={_holds(value, subjects)}&{source.split('-')[0]}")
    if sizes:
        features.append(f"{sort_of(value)}&register={_register_of(sizes[0], value)}")
    return Candidate(value, source, tuple(features))


def _sizes(anchor: Anchor, view: View) -> list[int]:
    """Return among how many the place is told to be held, the nearest first."""
    told = anchor.rank or anchor.head
    own = [told.out_of] if told is not None and told.out_of else []
    return own + [c.size for c in around(view.cohorts, anchor, view, (2, 1, 1)) if c.size]


def _register_of(size: int, scope: str) -> str:
    """Return whether as many are all regencies of a province, all cities, `both`, or the nation's.

    `dari 13 kabupaten/kota` are all those of a province that has 13.
    """
    universes = rank_words().universes
    if any(size in of_level for of_level in universes.values()):
        return "nation"
    governed = governments(scope[:2]) if sort_of(scope) == "code" else {}
    if size in governed.values():
        return "level"
    total = sum(governed.values())
    return "both" if governed and size in (total, total + 1) else "none"


def sort_of(scope: str) -> str:
    """Return what a scope is: a province or one of its parts by its code, an area, or none."""
    if not scope or scope in ("national", "world"):
        return scope or "nothing"
    if scope[:2].isdigit():
        return "code" if len(scope) == len("33") else "part"
    return "words"


def _holds(scope: str, subjects: Sequence[SubjectMention]) -> str:
    """Return whether the subjects lie in the province that is the scope."""
    codes = [s.code for s in subjects if s.kind == "region"]
    if sort_of(scope) != "code" or not codes:
        return "na"
    return str(int(all(code.startswith(f"{scope}.") for code in codes)))


def lies_elsewhere(scope: str, subjects: Sequence[SubjectMention]) -> bool:
    """Whether none of the subjects can be ranked in `scope`, as all lie in other provinces.

    `Rimba keempat` after `Awan terbaik se-Jawa`, where Rimba is in Sumatera. A body lies where its
    name says. A country is ranked among countries.
    """
    if subjects and all(s.kind == "country" for s in subjects):
        return scope == "national" or sort_of(scope) in ("code", "part")
    codes = [code for s in subjects if (code := s.code if s.kind == "region" else s.region)]
    if not codes or len(codes) < len(subjects):
        return False
    match sort_of(scope):
        case "part":
            return not any(code.startswith(scope) for code in codes)
        case "code":
            lies_in = gazetteer().lies_in
            return not any(code == scope or lies_in(code, scope) for code in codes)
    begins = rank_words().islands.get(_island(scope))
    return begins is not None and not any(code.startswith(tuple(begins)) for code in codes)


def _island(scope: str) -> str:
    """Return the island group that a scope is named by: `wilayah Sulawesi` is Sulawesi."""
    first, _, rest = scope.casefold().partition(" ")
    return rest if first in rank_words().kept_areas else f"{first} {rest}".strip()


def _untold(subjects: tuple[SubjectMention, ...], own: bool, view: View) -> Iterator[Told]:
    """Yield the scopes of a place that no word tells of: world, nation, province, regency, none."""
    untold = f"own={own:d}"
    told = f"told={view.ranked.national:d}"
    widest = "world" if lies_elsewhere("national", subjects) else "national"
    yield widest, "default", [f"default&{untold}", f"default&{told}"]
    yield "", "nothing", [f"nothing&{untold}"]
    topic, ranked = view.topics.subject, view.ranked
    codes = {_province(s, view) for s in subjects} - {""}
    if len(codes) == 1:
        code = next(iter(codes))
        about = topic is not None and topic.code == code
        members = min(ranked.members.get(code, 0), 4)
        others = min(sum(ranked.regions.values()) - ranked.regions.get(code, 0), 2)
        extra = [untold, f"about={about:d}", f"members={members}"]
        extra += [f"others={others}", f"about={about:d}&others={others}"]
        yield code, "own-province", [f"own-province&{e}" for e in extra]
    for code in _regencies(subjects, view):
        about = topic is not None and topic.code == code
        members = min(ranked.members.get(code[:2], 0), 4)
        extra = [
            untold,
            f"about={about:d}",
            f"members={members}",
            f"about={about:d}&members={members}",
        ]
        yield code, "own-regency", [f"own-regency&{e}" for e in extra]


def _province(subject: SubjectMention, view: View) -> str:
    """Return the province that a regency, a city, a body or a locality may be ranked in, or ""."""
    if subject.kind == "region":
        return subject.code[:2] if len(subject.code) > len("33") else ""
    if subject.kind not in _PARTS:
        return ""
    topic = view.topics.subject
    about = topic.code if topic is not None and topic.kind == "region" else ""
    return (subject.region or subject.code or about)[: len("33")]


def _regencies(subjects: tuple[SubjectMention, ...], view: View) -> Iterator[str]:
    """Yield the regencies and cities that bodies or localities may be ranked in."""
    if not subjects or subjects[0].kind not in _PARTS:
        return
    topic = view.topics.subject
    named = {s.region or s.code[: len("33.01")] for s in subjects}
    told = [*sorted(named), topic.code if topic is not None else ""]
    yield from dict.fromkeys(code for code in told if len(code) == len("33.01"))
