"""Records of what is named: regions, indices, dates, officials, quotes."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar

from spacy.tokens import Doc

from extractor.assembly.gathering import gather
from extractor.assembly.subjects import region_subject
from extractor.assembly.witness import Witness
from extractor.lexicon.confidence import confidences
from extractor.lexicon.indices import catalogue
from extractor.mentions import spans
from extractor.mentions.kinds import DateMention, IndexMention, Mention, RegionMention
from extractor.records import DateRef, Evidence, Finding, Index, Official, Quote, Region
from extractor.speech.persons import Person
from extractor.speech.speakers import SpokenQuote

M = TypeVar("M", bound=Mention)


def make_regions(doc: Doc, witness: Witness, findings: list[Finding]) -> tuple[Region, ...]:
    """Return the regions that `doc` names, each once; an unsettled one is a finding."""
    by_code: dict[str, list[RegionMention]] = {}
    for mention in spans.read(doc, RegionMention):
        if mention.code:
            by_code.setdefault(mention.code, []).append(mention)
        else:
            several = " " in mention.candidates
            unfit = f"no region of the level named is called so, only {mention.candidates}"
            findings.append(
                Finding(
                    code="region-ambiguous",
                    severity="info",
                    message=f"could be any of {mention.candidates}" if several else unfit,
                    evidence=(witness.mention(mention),),
                )
            )

    def make(mentions: list[RegionMention]) -> Region:
        first = mentions[0]
        return Region(
            code=first.code,
            name=first.name,
            level=first.level,
            province=first.code[:2],
            evidence=_places(mentions, witness),
        )

    return gather(by_code.values(), make, lambda m: _places(m, witness), findings)


def make_indices(doc: Doc, witness: Witness, findings: list[Finding]) -> tuple[Index, ...]:
    """Return the indices that `doc` names, each once."""
    by_id: dict[str, list[IndexMention]] = {}
    for mention in spans.read(doc, IndexMention):
        by_id.setdefault(mention.id, []).append(mention)

    def make(mentions: list[IndexMention]) -> Index:
        entry = catalogue().get(mentions[0].id)
        acronyms = [mention.acronym for mention in mentions if mention.acronym]
        return Index(
            id=mentions[0].id,
            name=entry.name if entry else mentions[0].name,
            acronym=(entry.acronym if entry else next(iter(acronyms), "")) or None,
            evidence=_places(mentions, witness),
        )

    return gather(by_id.values(), make, lambda m: _places(m, witness), findings)


def make_dates(doc: Doc, witness: Witness, findings: list[Finding]) -> tuple[DateRef, ...]:
    """Return the dates that `doc` names, each wording of a day once.

    "Jumat" and "17 Januari 2025" are two records even where they are one day: the text is part of
    what a date record says; "Juli" and "Juli 2024" are one. A date that no year can be given to
    is a finding.
    """
    by_days: dict[tuple[date, date], list[list[DateMention]]] = {}
    for mention in spans.read(doc, DateMention):
        place = (witness.mention(mention),)
        if mention.first is None or mention.last is None:
            message = "no publication date or other date tells which day is meant"
            findings.append(
                Finding(code="date-unresolved", severity="info", message=message, evidence=place)
            )
            continue
        if not mention.weekday_fits:
            message = f"{mention.first:%Y-%m-%d} does not fall on the weekday named"
            findings.append(
                Finding(code="weekday-unfit", severity="warning", message=message, evidence=place)
            )
        same = by_days.setdefault((mention.first, mention.last), [])
        home = next((known for known in same if _reworded(known[0], mention, witness)), None)
        if home is None:
            same.append([mention])
        else:
            home.append(mention)

    def make(mentions: list[DateMention]) -> DateRef:
        evidence = _places(mentions, witness)
        longest = max(evidence, key=lambda piece: len(piece.text))
        return DateRef.model_validate(
            {
                "text": longest.text,
                "start": mentions[0].first,
                "end": mentions[0].last,
                "granularity": mentions[0].granularity,
                "evidence": evidence,
            }
        )

    wordings = [mentions for same in by_days.values() for mentions in same]
    wordings.sort(key=lambda mentions: mentions[0].start)
    return gather(wordings, make, lambda m: _places(m, witness), findings)


def _reworded(one: DateMention, other: DateMention, witness: Witness) -> bool:
    left, right = (witness.mention(mention).text.casefold() for mention in (one, other))
    return left in right or right in left


def make_officials(
    people: Sequence[Person], witness: Witness, findings: list[Finding]
) -> tuple[Official, ...]:
    """Return the officials among `people`."""

    def make(person: Person) -> Official:
        return Official(
            name=person.name,
            office=person.office,
            acting=person.acting,
            subject=region_subject(person.region) if person.region else None,
            confidence=confidences().of("officials", person.rule),
            evidence=witness.all(person.spans),
        )

    return gather(people, make, lambda p: witness.all(p.spans), findings)


def make_quotes(
    quotes: Iterable[SpokenQuote], witness: Witness, findings: list[Finding]
) -> tuple[Quote, ...]:
    """Return the quotes with their speakers; a direct one without is also a finding."""

    def make(quote: SpokenQuote) -> Quote:
        evidence = _spoken(quote, witness)
        if quote.speaker is None and quote.kind == "direct":
            message = "no speaker could be settled"
            findings.append(
                Finding(
                    code="quote-unattributed", severity="info", message=message, evidence=evidence
                )
            )
        return Quote(
            text=" ".join(piece.text for piece in evidence),
            kind=quote.kind,
            speaker=quote.speaker,
            verb=quote.verb or None,
            date=quote.day or None,
            rule=quote.rule,
            confidence=confidences().of("quotes", quote.rule),
            evidence=evidence,
        )

    return gather(quotes, make, lambda quote: _spoken(quote, witness), findings)


def _spoken(quote: SpokenQuote, witness: Witness) -> tuple[Evidence, ...]:
    return tuple(witness.between(start, end) for start, end in quote.parts)


def _places(mentions: Sequence[M], witness: Witness) -> tuple[Evidence, ...]:
    return witness.all((mention.start, mention.end) for mention in mentions)
