"""Finding the subject mentions of an article: its names, and the words that point to them."""

from bisect import bisect_left
from dataclasses import replace

from extractor.lexicon.indices import catalogue
from extractor.lexicon.links import LinkWords, link_words
from extractor.lexicon.ranks import rank_words
from extractor.links.subjects.pointers import Pointers
from extractor.links.subjects.subject_mention import UNSETTLED, Kind, SubjectMention
from extractor.mentions.kinds import (
    ForeignMention,
    IndexMention,
    LocalityMention,
    OfficialMention,
    OrganisationMention,
    PredicateMention,
    RankMention,
    RegionMention,
)
from extractor.structure.article_index import ArticleIndex

_PLACING: tuple[list[str], ...] = ([","], ["("], ["di"], [])
_TIED = frozenset({"office", "institution", "dateline", "inside", "venue"})
_VALUED_REACH = 8
_OF = frozenset({"dari", "oleh", "versi", ")"})


def find_subjects(index: ArticleIndex) -> list[SubjectMention]:
    """Return the subject mentions of the article, in order."""
    words, lexicon = index.lower, link_words()
    attached = {at for o in index.of(OfficialMention) for at in range(o.start, o.end)}
    abroad = {place.start for place in index.of(ForeignMention)}
    indexed = {mention.start for mention in index.of(IndexMention)}
    bodies = [
        body
        for body in index.of(OrganisationMention)
        if body.start not in abroad and body.start not in indexed  # "IDI Rimba": no association
    ]
    bodies = _owners_marked(bodies, index)
    named = {at for body in bodies if not body.code for at in range(body.start, body.end)}
    regions = [
        region
        for region in index.of(RegionMention)
        if not (region.cue in ("institution", "inside") and region.start in named)
    ]
    scopes = {(rank.end, rank.scope) for rank in index.of(RankMention)}
    regions = [  # "menduduki peringkat 8 Riau": not the place of Riau
        replace(region, cue="scope") if (region.start, region.code) in scopes else region
        for region in regions
    ]
    taken = {at for region in regions for at in range(region.start, region.end)}
    ranked = frozenset(rank.end for rank in index.of(RankMention))
    graded = frozenset(grade.start for grade in index.of(PredicateMention))
    pointers = Pointers(words, taken, ranked, graded, lexicon)
    found = pointers.demonstrated()
    inside = {at for mention in found for at in range(mention.start, mention.end)}
    previous: SubjectMention | None = None
    for region in regions:
        previous = _region(region, words, lexicon, attached, inside, previous)
        found.append(previous)
    taken |= inside
    for body in bodies:
        if body.start not in taken:
            found.append(_body(body, attached))
            taken.update(range(body.start, body.end))
    places: list[LocalityMention | ForeignMention] = [*index.of(LocalityMention)]
    places += index.of(ForeignMention)
    for place in places:
        if place.start not in taken:
            found.append(_place(place, words, lexicon, attached))
            taken.update(range(place.start, place.end))
    for at in range(len(words)):
        if at not in taken and (mention := pointers.at(at)):
            found.append(mention)
            taken.update(range(mention.start, mention.end))
    found.sort(key=lambda mention: (mention.start, mention.end))
    return _with_places(found, words)


def _owners_marked(
    bodies: list[OrganisationMention], index: ArticleIndex
) -> list[OrganisationMention]:
    """Return `bodies`; one whose own index stands before it assesses, where a region is named.

    `MCP KPK 97,21 menempatkan Tabanan`: the value is not that of KPK.
    """
    named = {mention.end: mention.id for mention in index.of(IndexMention)}
    regions = [region.start for region in index.of(RegionMention)]
    marked: list[OrganisationMention] = []
    for body in bodies:
        of = body.start - (index.lower[body.start - 1] in _OF)
        entry = catalogue().get(named.get(of, ""))
        owns = entry is not None and entry.assessor in (body.name, body.acronym)
        last = bisect_left(regions, index.sentence_end(body.start))
        told = owns and last > bisect_left(regions, index.sentence[body.start])
        marked.append(replace(body, source=True) if told else body)
    return marked


def _with_places(found: list[SubjectMention], words: list[str]) -> list[SubjectMention]:
    """Return the mentions; what only tells where the body or locality before lies is apposed.

    `RSUD Melati, Kabupaten Rimba`, `Desa Awan di Kecamatan Senja`.
    """
    placed: list[SubjectMention] = []
    for mention in found:
        last = placed[-1] if placed else None
        if (
            last is not None
            and last.kind in ("organisation", "locality")
            and mention.kind in ("region", "locality")
            and words[last.end : mention.start] in _PLACING
            and not (last.kind == mention.kind == "locality" and _same_level(last, mention))
        ):
            mention = replace(mention, apposed=True, free=False)
        placed.append(mention)
    return placed


def _same_level(one: SubjectMention, other: SubjectMention) -> bool:
    """Whether two localities stand side by side in a list: `Desa Awan, Desa Senja`."""
    return one.level == other.level


def _body(body: OrganisationMention, attached: set[int]) -> SubjectMention:
    kind: Kind = "country" if body.code == "ID" else "organisation"
    tied = kind == "organisation" and (body.start in attached or body.source)
    cue = "source" if body.source else body.kind
    return SubjectMention(
        kind,
        body.start,
        body.end,
        body.code,
        body.name,
        cue=cue,
        free=not tied,
        attached=tied,
        region=body.region,
    )


def _place(
    place: LocalityMention | ForeignMention,
    words: list[str],
    lexicon: LinkWords,
    attached: set[int],
) -> SubjectMention:
    located = place.start > 0 and words[place.start - 1] in lexicon.locatives
    tied = place.start in attached
    local = isinstance(place, LocalityMention)
    return SubjectMention(
        "locality" if local else "foreign",
        place.start,
        place.end,
        place.code if local else f"foreign:{place.code}",
        place.name,
        place.level if isinstance(place, LocalityMention) else "",
        free=not tied,
        located=located,
        attached=tied,
    )


def _region(
    region: RegionMention,
    words: list[str],
    lexicon: LinkWords,
    attached: set[int],
    inside: set[int],
    previous: SubjectMention | None,
) -> SubjectMention:
    before = words[region.start - 1] if region.start else ""
    located = region.cue == "scope" or before in lexicon.locatives or region.start in inside
    apposed = region.cue == "apposition" or (
        previous is not None and _is_apposed(region, previous, words)
    )
    pair = " ".join(words[max(0, region.start - 2) : region.start])  # "ibu kota Provinsi Rimba"
    kin = before in lexicon.kin or pair in lexicon.kin
    tied = region.cue in _TIED or region.start in attached or kin
    code, name = region.code, region.name
    if not code and region.candidates:
        code = region.candidates.split()[0] + UNSETTLED
        name = " ".join(words[region.start : region.end]).title()
    return SubjectMention(
        "region",
        region.start,
        region.end,
        code,
        name,
        region.level,
        region.cue,
        free=not (apposed or tied or (located and not _has_value(region, words, lexicon))),
        located=located,
        attached=tied,
        apposed=apposed,
    )


def _has_value(region: RegionMention, words: list[str], lexicon: LinkWords) -> bool:
    """`inflasi terjadi di Tual`, `yang terendah di Dumai (Riau) 0,39 persen`: no mere place."""
    ranks = rank_words()
    what = words[region.start - 2] if region.start > 1 else ""
    if what in ranks.happens:
        return True
    if what not in ranks.best | ranks.worst:
        return False
    behind = words[region.end : region.end + _VALUED_REACH]
    if behind[:1] == ["("] and ")" in behind:
        behind = behind[behind.index(")") + 1 :]
    while behind and behind[0] in lexicon.amounting:
        behind = behind[1:]
    return bool(behind) and behind[0][:1].isdigit()


def _is_apposed(region: RegionMention, previous: SubjectMention, words: list[str]) -> bool:
    """`Kabupaten Awan, Provinsi Rimba,`: the province tells where it lies."""
    within = region.level == "province" and previous.code.startswith(f"{region.code}.")
    return within and words[previous.end : region.start] in ([","], ["("])
