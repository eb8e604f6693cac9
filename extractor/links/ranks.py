"""Ranks: places with who holds them, on which index, among whom, for which period."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extractor.links.claims import Claim, Step, claim_rank
from extractor.links.index_sieve import link_indices
from extractor.links.period_sieve import link_periods
from extractor.links.rank_areas import split_areas, tells_areas
from extractor.links.rank_list import list_claims
from extractor.links.rank_relative import count_on, find_bases, follows
from extractor.links.rank_sieve import link_holders
from extractor.links.rankings import settle_rankings
from extractor.links.slots import Slot
from extractor.links.topics import Topics
from extractor.links.view import View
from extractor.mentions.kinds import RankMention

_LIST_REACH = 40
_PILLAR_REACH = 3


@dataclass
class RankFact:
    """A rank as the links leave it: token spans for evidence, "" or 0 for what is not said.

    `assumed` holds for one of a headline or a quotation, whose period is only the article's.
    """

    subject: Slot
    index: str
    aspect: str
    position: int
    position_end: int
    scope: str
    out_of: int
    category: str
    period: str
    rule: str
    assumed: bool = False
    spans: list[tuple[int, int]] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)


def link_ranks(view: View, topics: Topics) -> tuple[list[RankFact], list[Claim]]:
    """Return the ranks of the article and the claims left open."""
    if not view.indices:
        return [], []
    claims = [
        claim_rank(rank)
        for rank in view.ranks
        if rank.relation not in ("opening", "group")
        and not _is_linked_away(rank, view)
        and _stands(rank, view)
    ]
    _share_indices(claims, view)
    listed = list_claims(view)
    claims = [claim for claim in claims if not _opens(claim, listed, view)]
    claims = split_areas(claims, view)
    link_holders([claim for claim in claims if not claim.subjects], view, topics)
    claims = sorted([*claims, *listed], key=lambda claim: claim.start)
    held = [claim for claim in claims if claim.subjects]
    _link(held, view, topics)
    _share_measures(held, view)
    linked = [claim for claim in find_bases(held, view, topics) if claim.subjects]
    _link([claim for claim in linked if not claim.indices], view, topics)
    count_on(linked)
    settle_rankings(linked, view, topics)
    facts = [fact for claim in linked for fact in _facts(claim, view)]
    return _merge(facts), [claim for claim in claims if not claim.subjects]


def _link(claims: Sequence[Claim], view: View, topics: Topics) -> None:
    link_indices(claims, view, topics)
    link_periods(claims, view, topics)


def _share_measures(claims: Sequence[Claim], view: View) -> None:
    """`Inflasi tertinggi di Sibolga dengan IHK 123, yang terendah di Dumai`: both of inflation."""
    for earlier, claim in pairwise(claims):
        same = view.sentence[earlier.start] == view.sentence[claim.start]
        bare = view.words[claim.start - 1] in view.lexicon.elliptic if claim.start else False
        if same and bare and earlier.indices:
            claim.indices, claim.aspects = earlier.indices, earlier.aspects


def _is_linked_away(rank: RankMention, view: View) -> bool:
    """`Baca juga: Luwu Utara Juara Umum Pekan Olahraga`: of another article, on no index."""
    if view.paragraph[rank.start] not in view.furniture:
        return False
    return not view.after(view.indices, view.sentence[rank.start], view.sentence_end(rank.start))


def _stands(rank: RankMention, view: View) -> bool:
    """Whether it ranks: a bare superlative only beside its scope, an index or a value.

    A pillar is not ranked by being called the strongest.
    """
    if rank.placed:
        return True
    nearest = view.before(view.aspects, rank.start, view.sentence[rank.start])[:1]
    if nearest and not view.before(view.free_slots, rank.start, nearest[0].end):
        return False
    if view.after(view.aspects, rank.end, rank.end + _PILLAR_REACH):
        return False  # "Paling rendah adalah Sistem Keuangan"
    if rank.scope or rank.out_of or tells_areas(rank, view):
        return True
    begin, end = view.sentence[rank.start], view.sentence_end(rank.start)
    beside = (view.indices, view.scores)
    return any(view.after(items, begin, end) for items in beside)


def _opens(claim: Claim, listed: Sequence[Claim], view: View) -> bool:
    """Whether the superlative only opens a list: `lima daerah dengan IPM tertinggi: …`."""
    following = [c for c in listed if c.start > claim.start and abs(c.position) == 1][:1]
    held = view.before(view.free_slots, claim.start, view.sentence[claim.start])
    near = bool(following) and following[0].start - claim.end <= _LIST_REACH
    return near and not held and following[0].position == claim.position


def _share_indices(claims: Sequence[Claim], view: View) -> None:
    """`indeks A 3,48 dan indeks B 4,32, keduanya tertinggi`: `keduanya` are the indices here."""
    for claim in claims:
        begin = view.sentence[claim.start]
        for slot in view.before(view.slots, claim.start, begin)[:1]:
            indices = dict.fromkeys(
                i.id for i in reversed(view.before(view.indices, slot.start, begin))
            )
            holders = [
                s for s in view.before(view.free_slots, slot.start, begin) if s.kind != "group"
            ]
            same = len({holder.key for holder in holders}) == 1
            if slot.kind == "group" and slot.count == len(indices) and same:
                claim.indices, claim.subjects = tuple(indices), (holders[0],)
                claim.settle("index", "group", slot)
                claim.settle("subject", "group", holders[0])


def _is_aside(claim: Claim, view: View) -> bool:
    """Whether it stands in a headline or a quotation, which say again what the text says."""
    return (view.titled and view.paragraph[claim.start] == 0) or claim.start in view.quoted


def _facts(claim: Claim, view: View) -> list[RankFact]:
    counted = follows(claim) or claim.passes.get("subject") == "sequence"
    step = 1 if claim.position > 0 else -1
    return [
        RankFact(
            subject=subject,
            index=index,
            aspect=aspect,
            position=claim.position + (step * place if counted else 0),
            position_end=0 if counted else claim.position_end,
            scope=claim.scope,
            out_of=claim.out_of,
            category=claim.category,
            period=period,
            rule=claim.rule,
            assumed=claim.passes.get("period") == "topic" and _is_aside(claim, view),
            spans=list(claim.spans),
            steps=list(claim.steps),
        )
        for place, subject in enumerate(claim.subjects)
        for index in claim.indices or ("",)
        for aspect in claim.aspects or ("",)
        for period in claim.periods or ("",)
    ]


def _merge(facts: list[RankFact]) -> list[RankFact]:
    """Return one fact for each place held, however many places of the text state it."""
    merged: dict[tuple[str, str, str, int, int], list[RankFact]] = {}
    for fact in sorted(facts, key=lambda fact: fact.assumed):
        key = (fact.subject.key, fact.index, fact.aspect, fact.position, fact.position_end)
        same = merged.setdefault(key, [])
        agreeing = [other for other in same if _agree(other, fact)]
        agreeing.sort(key=lambda other: other.period != fact.period)
        home = next(iter(agreeing), None)
        if home is None:
            same.append(fact)
            continue
        home.period = home.period or fact.period
        home.scope = home.scope or fact.scope
        home.out_of = home.out_of or fact.out_of
        home.category = home.category or fact.category
        home.spans += fact.spans
        home.steps += fact.steps
    kept = [fact for same in merged.values() for fact in same]
    return sorted(kept, key=lambda fact: min(fact.spans))


def _agree(one: RankFact, other: RankFact) -> bool:
    """Whether `other` says nothing that `one` does not; an assumed period says nothing."""
    periods = other.assumed or not (one.period and other.period) or one.period == other.period
    scopes = not (one.scope and other.scope) or one.scope == other.scope
    return periods and scopes
