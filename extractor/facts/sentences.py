"""Where in the article a fact stands."""

import re
from decimal import Decimal

from extractor.facts.known import Fact, KnownDate, KnownOfficial, KnownQuote, KnownRank
from extractor.facts.words import region_name
from extractor.text.sentences import STOP


def place_of(text: str, fact: Fact) -> int | None:
    """Return where `text` seems to state the known `fact`: the sentence with most of its words."""
    hints = [
        re.compile(rf"(?<![\w,.])(?:{'|'.join(map(re.escape, hint))})(?!\w|[,.]\d)", re.IGNORECASE)
        for hint in _hints(fact)
    ]
    best, most = None, 0
    start = 0
    for end in (*(stop.end() for stop in STOP.finditer(text)), len(text)):
        hits = [hint.search(text, start, end) for hint in hints]
        # A telling word outweighs all that are less so: read the hits as binary digits.
        weight = sum(1 << at for at, hit in enumerate(reversed(hits)) if hit)
        if weight > most:
            best, most = next(hit.start() for hit in hits if hit), weight
        start = end
    return best


def _hints(fact: Fact) -> list[tuple[str, ...]]:
    """Return what a sentence that states `fact` may say, each in its forms, most telling first."""
    if isinstance(fact, str):
        return [(region_name(fact) or fact,)]
    if isinstance(fact, KnownQuote):
        return [(fact.starts,), (fact.ends,)]
    if isinstance(fact, KnownDate):
        return [(fact.text,)]
    if isinstance(fact, KnownOfficial):
        return [(fact.name,), *([(fact.office,)] if fact.office else [])]
    if isinstance(fact, KnownRank):
        told: list[tuple[str, ...]] = [
            (f"ke-{abs(fact.position)}", f"peringkat {abs(fact.position)}")
        ]
        more = [fact.category]
    else:
        told = [_decimals(fact.value)] if fact.value is not None else []
        more = [fact.predicate]
    more += [fact.aspect, fact.index, region_name(fact.subject) or fact.subject]
    return told + [(hint,) for hint in more if hint]


def _decimals(value: Decimal) -> tuple[str, ...]:
    """Return how Indonesian news may write `value`: 3,2 as "3,20", "3,2" or "3.20"."""
    value = abs(value)  # "deflasi 0,50 persen" is -0.5
    forms = {f"{value.normalize():f}", f"{value:.1f}", f"{value:.2f}"}
    exact = sorted(form for form in forms if Decimal(form) == value)
    return (*(form.replace(".", ",") for form in exact), *exact)
