"""The whole article: all links, all records, all findings."""

from spacy.tokens import Doc

from extractor.assembly.findings import (
    check_ranks,
    check_scores,
    in_order,
    open_anchors,
    open_numbers,
)
from extractor.assembly.linked import make_ranks, make_scores
from extractor.assembly.named import (
    make_dates,
    make_indices,
    make_officials,
    make_quotes,
    make_regions,
)
from extractor.assembly.witness import Witness
from extractor.links.facts import link
from extractor.links.linked import Linked
from extractor.links.view import make_view
from extractor.links.weights import Weights, link_weights
from extractor.mentions import spans
from extractor.mentions.kinds import NumberMention
from extractor.records import Article, Finding, Provenance
from extractor.source import Source
from extractor.speech.persons import people
from extractor.speech.speakers import attribute
from extractor.text.dateline import dateline
from extractor.text.normalise import Normalised


def assemble(
    doc: Doc,
    clean: Normalised,
    source: Source,
    provenance: Provenance,
    weights: Weights | None = None,
    *,
    linked: Linked | None = None,
) -> Article:
    """Return the article of `source`: `doc` holds the mentions of its `clean` text.

    `weights` decide the links instead of those of the package; `linked` is what was linked already.
    """
    lines = clean.text.split("\n")
    linked = linked or linked_of(doc, weights)
    witness = Witness(doc, clean, source.text)
    findings: list[Finding] = []
    score_records = make_scores(linked.scores, witness, findings)
    rank_records = make_ranks(linked.ranks, witness, findings)
    named = {
        "regions": make_regions(doc, witness, findings),
        "indices": make_indices(doc, witness, findings),
        "officials": make_officials(people(doc), witness, findings),
        "quotes": make_quotes(attribute(doc), witness, findings),
        "dates": make_dates(doc, witness, findings),
    }
    findings += _undated(source)
    findings += check_scores(score_records)
    findings += check_ranks(rank_records)
    findings += open_anchors(linked.open, witness)
    findings += open_numbers(spans.read(doc, NumberMention), witness)
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
        findings=in_order(findings),
        provenance=provenance,
    )


def linked_of(doc: Doc, weights: Weights | None = None) -> Linked:
    """Return the scores and ranks of `doc`, and what stays open."""
    return link(make_view(doc), weights or link_weights())


def _undated(source: Source) -> list[Finding]:
    """Return the finding that what stands for the day of publication tells no day."""
    if source.undated is None:
        return []
    message = f"no day of publication: {source.undated[:60]!r} tells none"
    return [Finding(code="date-unresolved", severity="info", message=message)]
