"""The whole article: all links, all records, all findings."""

from collections.abc import Sequence

from spacy.tokens import Doc

from extractor.assembly.findings import check_ranks, check_scores, open_claims
from extractor.assembly.linked import make_ranks, make_scores
from extractor.assembly.named import (
    make_dates,
    make_indices,
    make_officials,
    make_quotes,
    make_regions,
)
from extractor.assembly.witness import Witness
from extractor.links.claims import Claim
from extractor.links.ranks import RankFact, link_ranks
from extractor.links.scores import Linked, link_scores
from extractor.links.topics import find_topics
from extractor.links.view import make_view
from extractor.records import Article, Finding, Provenance
from extractor.source import Source
from extractor.speech.persons import people
from extractor.speech.speakers import attribute
from extractor.text.dateline import dateline
from extractor.text.furniture import furniture_lines
from extractor.text.normalise import Normalised


def assemble(doc: Doc, clean: Normalised, source: Source, provenance: Provenance) -> Article:
    """Return the article of `source`: `doc` holds the mentions of its `clean` text."""
    lines = clean.text.split("\n")
    linked, ranks, open_ranks = link(doc, lines)
    witness = Witness(doc, clean, source.text)
    findings: list[Finding] = []
    score_records = make_scores(linked.facts, witness, findings)
    rank_records = make_ranks(ranks, witness, findings)
    named = {
        "regions": make_regions(doc, witness, findings),
        "indices": make_indices(doc, witness, findings),
        "officials": make_officials(people(doc), witness, findings),
        "quotes": make_quotes(attribute(doc), witness, findings),
        "dates": make_dates(doc, witness, findings),
    }
    findings += check_scores(score_records)
    findings += check_ranks(rank_records)
    findings += open_claims([*linked.open, *open_ranks], witness)
    place = dateline(lines)
    return Article(
        id=source.id,
        text=source.text,
        title=source.title,
        url=source.url,
        publisher=source.publisher or (place.publisher if place else None),
        published=source.published,
        dateline=place.place if place else None,
        scores=score_records,
        ranks=rank_records,
        **named,
        findings=tuple(sorted(findings, key=_place_of)),
        provenance=provenance,
    )


def link(doc: Doc, lines: Sequence[str]) -> tuple[Linked, list[RankFact], list[Claim]]:
    """Return the scores and ranks of `doc`, and the ranks left open; `lines` are its text's."""
    view = make_view(doc, furniture=_furniture(lines))
    topics = find_topics(view)
    return link_scores(view, topics), *link_ranks(view, topics)


def _furniture(lines: Sequence[str]) -> frozenset[int]:
    return frozenset(furniture_lines(lines))


def _place_of(finding: Finding) -> tuple[int, str, str]:
    return (min((e.start for e in finding.evidence), default=0), finding.code, finding.message)
