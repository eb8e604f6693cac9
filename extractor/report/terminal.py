"""Tables for people at a terminal, labelled in Indonesian."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from rich.console import Console
from rich.table import Table
from rich.text import Text

from extractor.lexicon.levels import level_words
from extractor.lexicon.regions import gazetteer
from extractor.records import Article, Rank, Score, Subject

SIGNS = {"eq": "", "gt": "> ", "ge": "≥ ", "lt": "< ", "le": "≤ ", "approx": "± "}
SCOPES = {"national": "nasional", "world": "dunia"}
_QUOTE_LENGTH = 90
Headed = tuple[str, Table]


def render(article: Article, console: Console) -> None:
    """Write `article` to `console`: a heading, then a table for each kind of fact it states."""
    console.print(Text(article.title or article.id, style="bold"))
    id = article.id if article.title else None
    about = (id, article.publisher, _day(article.published), article.dateline)
    if any(about):
        console.print(Text(" · ".join(part for part in about if part), style="dim"))
    tables = [*_values(article), *_names(article), *_words(article)]
    for title, table in tables:
        console.print(Text(title, style="bold"))
        console.print(table)
    if not tables:
        console.print("Tidak ada fakta yang ditemukan.")
    console.print()


def _values(article: Article) -> Iterable[Headed]:
    names = {index.id: index.acronym or index.name for index in article.indices}
    columns = ("Wilayah/lembaga", "Indeks", "Aspek", "Nilai", "Predikat", "Periode", "Yakin")
    yield from _table("Skor", columns, [_score(score, names) for score in article.scores])
    places = (
        *("Wilayah/lembaga", "Indeks", "Aspek", "Posisi", "Lingkup", "Kelas", "Periode"),
        "Yakin",
    )
    yield from _table("Peringkat", places, [_rank(rank, names) for rank in article.ranks])


def _names(article: Article) -> Iterable[Headed]:
    levels = level_words().shown
    rows = [(region.code, region.name, levels[region.level]) for region in article.regions]
    yield from _table("Wilayah", ("Kode", "Nama", "Tingkat"), rows)
    named = [(index.acronym or "", index.name) for index in article.indices]
    yield from _table("Indeks", ("Singkatan", "Nama"), named)
    officials = [
        (
            *(official.name, official.office, _subject(official.subject)),
            sureness(official.confidence),
        )
        for official in article.officials
    ]
    yield from _table("Pejabat", ("Nama", "Jabatan", "Wilayah/lembaga", "Yakin"), officials)


def _words(article: Article) -> Iterable[Headed]:
    quotes = [
        (quote.speaker or "?", shortened(quote.text), sureness(quote.confidence))
        for quote in article.quotes
    ]
    yield from _table("Kutipan", ("Penutur", "Ucapan", "Yakin"), quotes)
    dates = [(date.text, days_of(str(date.start), str(date.end))) for date in article.dates]
    yield from _table("Tanggal", ("Tertulis", "Artinya"), dates)
    findings = [(finding.severity, finding.code, finding.message) for finding in article.findings]
    yield from _table("Catatan", ("Tingkat", "Kode", "Pesan"), findings)


def _table(title: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterable[Headed]:
    """Yield a table of `rows` without the columns that are empty in all; nothing for no rows."""
    if not rows:
        return
    used = [at for at in range(len(columns)) if any(row[at] for row in rows)]
    table = Table()
    for at in used:
        number = columns[at] in ("Nilai", "Posisi", "Yakin")
        table.add_column(columns[at], justify="right" if number else "left", overflow="fold")
    for row in rows:
        # Text, not str: rich would read "[...]" in a name or quote as markup.
        table.add_row(*(Text(row[at]) for at in used))
    yield f"{title} ({len(rows)})", table


def _score(score: Score, names: dict[str, str]) -> tuple[str, ...]:
    return (
        _subject(score.subject),
        names.get(score.index, score.index),
        score.aspect or "",
        value_of(score),
        score.predicate or "",
        score.period or "",
        sureness(score.confidence),
    )


def _rank(rank: Rank, names: dict[str, str]) -> tuple[str, ...]:
    return (
        _subject(rank.subject),
        names.get(rank.index, rank.index) if rank.index else "",
        rank.aspect or "",
        place_of(rank),
        scope_of(rank),
        rank.category or "",
        rank.period or "",
        sureness(rank.confidence),
    )


def _subject(subject: Subject | None) -> str:
    return subject.name if subject else ""


def _number(value: Decimal) -> str:
    """Write `value` as Indonesian news does: 3,48."""
    return f"{value:f}".replace(".", ",")


def _day(day: object) -> str:
    return str(day) if day else ""


def days_of(first: str, last: str) -> str:
    """Return the closed interval of days for people: one day, or `first s.d. last`."""
    return first if first == last else f"{first} s.d. {last}"


def shortened(text: str, length: int = _QUOTE_LENGTH) -> str:
    """Return `text` in one line of at most `length` characters, cut at a word."""
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    return (cut.rpartition(" ")[0] or cut) + "…"


def value_of(score: Score) -> str:
    """Return the value of `score` for people: `> 4,5`, `2,13 persen`, "" for a bare grade."""
    if score.value is None:
        return ""
    unit = f" {score.unit}" if score.unit else ""
    return SIGNS[score.comparison] + _number(score.value) + unit


def sureness(confidence: float) -> str:
    """Return `confidence` for people: `92 %`; never 100 % for what is not certain."""
    return f"{min(round(confidence * 100), 99 if confidence < 1 else 100)} %"


def place_of(rank: Rank) -> str:
    """Return the place of `rank` for people: `4 dari 38`, `1–3`, `2 dari bawah`."""
    ends = (rank.position,) if rank.position_end is None else (rank.position, rank.position_end)
    place = "–".join(str(end) for end in sorted(abs(end) for end in ends))
    if rank.position < 0:
        place = f"{place} dari bawah"
    return place if rank.out_of is None else f"{place} dari {rank.out_of}"


def scope_of(rank: Rank) -> str:
    """Return the scope of `rank` for people: `15` is Provinsi Jambi; "" when there is none."""
    region = gazetteer().regions.get(rank.scope or "")
    return region.name if region else SCOPES.get(rank.scope or "", rank.scope or "")
