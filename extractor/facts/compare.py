"""An article against the facts that a person knows to be in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from extractor.facts.assign import assign
from extractor.facts.known import (
    KINDS,
    Fact,
    Kind,
    KnownFacts,
    KnownQuote,
    is_counted,
    shown,
)
from extractor.facts.match import RULES, Context, Found, contradicts, predicted, told_day
from extractor.facts.sentences import place_of
from extractor.records import Article, Quote
from extractor.text.sentences import sentence_at

Outcome = Literal["confirmed", "inexact", "missing", "contradicted", "unexpected"]
OUTCOMES: tuple[Outcome, ...] = ("confirmed", "inexact", "missing", "contradicted", "unexpected")


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What became of one known fact, or of one predicted record that nobody knows of.

    `differing` names the attributes that an inexact record has otherwise. `sentence` is where the
    record was read, else where the known fact seems to stand; `line` counts from 1, 0 is nowhere.
    """

    kind: Kind
    verdict: Outcome
    known: Fact | None = None
    predicted: Found | None = None
    differing: tuple[str, ...] = ()
    sentence: str = ""
    line: int = 0

    @property
    def fails(self) -> bool:
        """Tell whether a known fact was lost."""
        return self.verdict in ("missing", "contradicted")

    def told(self) -> str:
        """Return the difference in one line for people."""
        known = shown(self.known) if self.known is not None else ""
        if self.verdict == "inexact":
            found = ", ".join(f"{name} {getattr(self.predicted, name)}" for name in self.differing)
            return f"{known} — found with {found}"
        found = brief(self.predicted) if self.predicted is not None else ""
        return f"{known} — found {found}" if known and found else known or found


def compare(article: Article, known: KnownFacts) -> tuple[Verdict, ...]:
    """Return a verdict for every known fact and, if the facts are complete, every further record.

    There is none for a place in what is no index and for a record paired with it, and none for a
    day in other words than those that were paired.

    Within a kind, known and predicted records are paired one to one so that as many as possible
    are found, and of those as many as possible are exact.
    """
    context = Context.of(article)
    verdicts: list[Verdict] = []
    for kind in KINDS:
        verdicts += _of_kind(kind, article, known, context)
    return tuple(verdicts)


def _of_kind(kind: Kind, article: Article, known: KnownFacts, context: Context) -> list[Verdict]:
    facts, rule = known.of(kind), RULES[kind]
    found = _comparable(predicted(article, kind), facts)
    costs = [
        [len(rule.differing(f, p)) if rule.same(f, p, context) else None for p in found]
        for f in facts
    ]
    pairs = assign(costs)
    told = _told_days(facts, found, pairs)
    left = [
        at for at in range(len(found)) if at not in set(pairs) and told_day(found[at]) not in told
    ]
    verdicts = []
    for fact, at in zip(facts, pairs, strict=True):
        if not is_counted(fact) or (at is None and told_day(fact) in told):
            continue
        if at is not None:
            differing = rule.differing(fact, found[at])
            outcome: Outcome = "inexact" if differing else "confirmed"
            verdicts.append(_verdict(kind, outcome, fact, found[at], context, differing))
            continue
        rival = next((at for at in left if contradicts(fact, found[at], context)), None)
        if rival is None:
            verdicts.append(_verdict(kind, "missing", fact, None, context))
        else:
            left.remove(rival)
            verdicts.append(_verdict(kind, "contradicted", fact, found[rival], context))
    if known.complete:
        verdicts += [_verdict(kind, "unexpected", None, found[at], context) for at in left]
    return verdicts


def _told_days(
    facts: Sequence[Fact], found: Sequence[Found], pairs: Sequence[int | None]
) -> set[tuple[date, date]]:
    """Return the days that are known and found: told in other words too, they count once."""
    paired = [(fact, found[at]) for fact, at in zip(facts, pairs, strict=True) if at is not None]
    days = (told_day(one) for pair in paired for one in pair)
    return {day for day in days if day is not None}


def _comparable(found: Sequence[Found], facts: Sequence[Fact]) -> list[Found]:
    """Leave out indirect quotes where the facts list none: they are then not what was read."""
    listed = any(isinstance(fact, KnownQuote) and fact.kind == "indirect" for fact in facts)
    return [r for r in found if listed or not (isinstance(r, Quote) and r.kind == "indirect")]


def _verdict(
    kind: Kind,
    outcome: Outcome,
    fact: Fact | None,
    found: Found | None,
    context: Context,
    differing: tuple[str, ...] = (),
) -> Verdict:
    at = found.evidence[0].start if found is not None else None
    if at is None and fact is not None:
        at = place_of(context.text, fact)
    sentence, line = sentence_at(context.text, at) if at is not None else ("", 0)
    return Verdict(
        kind=kind,
        verdict=outcome,
        known=fact,
        predicted=found,
        differing=differing,
        sentence=sentence,
        line=line,
    )


_BRIEF = (
    *("name", "code", "id", "subject", "index", "aspect", "comparison", "value", "basis"),
    *("position", "position_end", "predicate", "scope", "out_of", "category", "period", "office"),
    *("speaker", "text", "start", "end"),
)


def brief(record: Found) -> str:
    """Return `record` in one line for people: the fields that it states."""
    parts = []
    for name in _BRIEF:
        value = getattr(record, name, None)
        if name == "subject" and value is not None:
            value = value.code or value.name
        if value is not None:
            parts.append(f"{name} {value}")
    return ", ".join(parts)
