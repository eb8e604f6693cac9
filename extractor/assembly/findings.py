"""Validation that speaks through findings: facts that cannot all be true, and what stayed open."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from extractor.assembly.witness import Witness
from extractor.lexicon.indices import catalogue
from extractor.links.candidates import CLASSED, Settled
from extractor.links.facts import THRESHOLDS
from extractor.mentions.kinds import NumberMention
from extractor.records import Finding, Rank, Score
from extractor.records.finding import FindingCode

_OPEN: Mapping[str, tuple[FindingCode, str]] = {
    "value": ("number-unlinked", "a value"),
    "grade": ("predicate-unlinked", "a grade"),
    "place": ("rank-unlinked", "a place"),
}
# Why a number tells no one value, by the test that gave it its role.
_UNTOLD = {
    "range": "the end of a range is no value",
    "unsure": "written as more than one value",
    "limit": "a bound is no value",
}


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return `findings` by where they stand in the text."""
    return tuple(sorted(findings, key=_place_of))


def _place_of(finding: Finding) -> tuple[int, str, str]:
    return (min((e.start for e in finding.evidence), default=0), finding.code, finding.message)


def check_scores(scores: Sequence[Score]) -> Iterator[Finding]:
    """Yield what is odd about `scores`: off their scale, unfit grades, two values for one thing."""
    for score in scores:
        yield from _off_scale(score)
        yield from _unfit_grade(score)
    yield from _conflicts(scores)


def check_ranks(ranks: Sequence[Rank]) -> Iterator[Finding]:
    """Yield the ranks that lie beyond the number of those ranked: `peringkat 40 dari 38`."""
    for rank in ranks:
        last = rank.position_end or abs(rank.position)
        if rank.out_of is not None and last > rank.out_of:
            yield Finding(
                code="rank-beyond-out-of",
                severity="warning",
                message=f"place {last} among {rank.out_of}",
                evidence=rank.evidence,
            )


def open_anchors(anchors: Sequence[tuple[Settled, float]], witness: Witness) -> Iterator[Finding]:
    """Yield the values, grades and places that were not settled, with what was undecided.

    What has somebody to belong to, and an index, is `not-settled`: it is less probable than a
    record has to be. Anything else is nobody's.
    """
    for settled, confidence in anchors:
        anchor = settled.anchor
        code, what = _OPEN[anchor.kind]
        if anchor.frame >= 0 and anchor.head is None and anchor.form != CLASSED:
            continue  # the item of a list that ranks nobody
        subject = settled.subjects[0].name if settled.subjects else "nobody"
        index = settled.value("index") or "no index"
        is_told = bool(settled.subjects and settled.value("index"))
        yield Finding(
            code="not-settled" if is_told and confidence < THRESHOLDS[anchor.kind] else code,
            severity="info",
            message=f"not settled: {what} of {subject} on {index}? ({confidence:.0%})",
            evidence=(witness.of(anchor.start, anchor.end),),
        )


def open_numbers(numbers: Iterable[NumberMention], witness: Witness) -> Iterator[Finding]:
    """Yield the numbers that look like values but do not say which: `3,10 - 3,40`, `4,3 2`."""
    for number in numbers:
        if number.cue in _UNTOLD and number.value != number.value.to_integral_value():
            yield Finding(
                code="number-unlinked",
                severity="info",
                message=f"not settled: {_UNTOLD[number.cue]}",
                evidence=(witness.of(number.start, number.end),),
            )


def _off_scale(score: Score) -> Iterator[Finding]:
    """`indeks SPBE 43,2`: SPBE runs from 1 to 5."""
    scale = catalogue().scale(score.index)
    if scale is None or score.value is None or score.aspect:
        return
    if not scale.has(score.value):
        yield Finding(
            code="value-off-scale",
            severity="warning",
            message=f"{score.value} is off the scale of {score.index}, {scale.min} to {scale.max}",
            evidence=score.evidence,
        )


def _unfit_grade(score: Score) -> Iterator[Finding]:
    """`SPBE 2,1 dengan predikat Memuaskan`: Memuaskan begins at 4,2."""
    if score.value is None or score.predicate is None or score.comparison != "eq" or score.aspect:
        return
    known = catalogue()
    stated, due = (
        known.grade(score.index, score.predicate),
        known.grade_of_value(score.index, score.value),
    )
    series = known.grade_entry(score.index, score.predicate)
    if stated and due and stated != due and series is not None and not series.series:
        yield Finding(
            code="predicate-unfit",
            severity="warning",
            message=f"{score.value} on {score.index} is {due}, not {score.predicate}",
            evidence=score.evidence,
        )


def _conflicts(scores: Sequence[Score]) -> Iterator[Finding]:
    first: dict[tuple[str | None, ...], Score] = {}
    for score in scores:
        if score.value is None or score.period is None or score.comparison != "eq":
            continue
        subject = score.subject.code or score.subject.name.casefold()
        aspect = (score.aspect or "").casefold()
        key = (subject, score.index, aspect, score.basis, score.period)
        other = first.setdefault(key, score)
        if other.value != score.value:
            yield Finding(
                code="value-conflict",
                severity="warning",
                message=f"{score.subject.name} has both {other.value} and {score.value}"
                f" on {score.index} for {score.period}",
                evidence=(*other.evidence, *score.evidence),
            )
