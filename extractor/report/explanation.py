"""Why each score and rank was linked, and what each number is: tables for people at a terminal."""

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from extractor.assembly.explanation import Explained, ExplainedNumber, Explanation
from extractor.records import Score
from extractor.report.terminal import place_of, scope_of, shortened, value_of

_WHAT = {
    "subject": "siapa",
    "index": "indeks",
    "period": "kapan",
    "aspect": "aspek",
    "grade": "predikat",
    "scope": "lingkup",
    "category": "kelas",
    "out_of": "dari berapa",
}
_CONTEXT = 28


def render(explanation: Explanation, console: Console) -> None:
    """Write `explanation` to `console`: facts with their reasons, numbers with their roles."""
    article = explanation.article
    console.print(Text(article.title or article.id, style="bold"))
    if explanation.facts:
        console.print(_facts(explanation.facts))
    if explanation.numbers:
        console.print(_numbers(explanation.numbers, article.text))
    for finding in article.findings:
        words = ", ".join(shortened(piece.text) for piece in finding.evidence)
        console.print(Text(f"{finding.code}: {finding.message} ({words})", style="dim"))


def _facts(facts: Iterable[Explained]) -> Table:
    table = Table("Fakta", "Apa", "Pilihan", "Peluang", "Runner-up", "Dari", "Kata")
    for explained in facts:
        first = _told(explained)
        for reason in explained.reasons:
            words = " … ".join(dict.fromkeys(piece.text for piece in reason.evidence)) or "—"
            row = (
                *(first, _WHAT[reason.what], reason.chosen or "—", f"{reason.probability:.0%}"),
                *(reason.runner_up or "—", reason.rule, shortened(words)),
            )
            table.add_row(*map(Text, row))
            first = ""
        table.add_section()
    return table


def _told(explained: Explained) -> str:
    fact = explained.fact
    if isinstance(fact, Score):
        held = " ".join(filter(None, (value_of(fact), fact.predicate)))
    else:
        held = " ".join(filter(None, ("peringkat", place_of(fact), scope_of(fact))))
    index = " ".join(filter(None, (fact.index, fact.aspect)))
    return " · ".join(filter(None, (fact.subject.name, index, held, fact.period)))


def _numbers(numbers: Iterable[ExplainedNumber], text: str) -> Table:
    table = Table("Angka", "Peran", "Aturan", "Di dalam teks")
    for number in numbers:
        piece = number.evidence
        around = text[max(0, piece.start - _CONTEXT) : piece.end + _CONTEXT]
        row = (piece.text, number.role, number.cue, " ".join(around.split()))
        table.add_row(*map(Text, row))
    return table
