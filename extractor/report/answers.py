"""What a dataset answers, as rows for people: columns in Indonesian, one line a fact."""

from collections.abc import Iterable, Iterator

from extractor.archive.questions.conflicts import Conflict
from extractor.archive.questions.series import Point
from extractor.archive.questions.values import Version
from extractor.archive.questions.verify import Verified
from extractor.lexicon.indices import catalogue
from extractor.lexicon.regions import gazetteer
from extractor.records import Rank, Score
from extractor.report.terminal import place_of, scope_of, shortened, value_of

SERIES = ("Periode", "Nilai", "Predikat", "Artikel", "Sepakat", "Penerbit", "Kalimat", "Sumber")
CONFLICTS = (
    "Wilayah/lembaga",
    "Indeks",
    "Aspek",
    "Periode",
    "Lingkup",
    "Dinyatakan",
    "Artikel",
    "Kalimat",
    "Sumber",
)
VERIFIED = (
    "Wilayah",
    "Indeks",
    "Periode",
    "Resmi",
    "Putusan",
    "Berita",
    "Artikel",
    "Kalimat",
    "Sumber",
)
_VERDICTS = {"confirmed": "cocok", "contradicted": "bertentangan", "unknown": "tidak ada"}
_SENTENCE = 160
_SOURCES = 3
Row = tuple[object, ...]


def series_rows(points: Iterable[Point]) -> Iterator[Row]:
    """Yield the rows of a series; "Sepakat" is how many of those that state any value."""
    for point in points:
        yield (
            point.period,
            _value(point.version.fact) or None,
            point.predicate,
            len(point.version.articles),
            f"{len(point.version.articles)}/{point.of}",
            "; ".join(point.publishers) or None,
            *_where(point.version),
        )


def conflict_rows(conflicts: Iterable[Conflict[Score] | Conflict[Rank]]) -> Iterator[Row]:
    """Yield a row for each version of each contradiction."""
    for conflict in conflicts:
        for version in conflict.versions:
            fact = version.fact
            yield (
                fact.subject.name,
                _index(fact.index or ""),
                fact.aspect,
                fact.period,
                scope_of(fact) or None if isinstance(fact, Rank) else None,
                f"peringkat {place_of(fact)}" if isinstance(fact, Rank) else _value(fact),
                len(version.articles),
                *_where(version),
            )


def verified_rows(found: Iterable[Verified]) -> Iterator[Row]:
    """Yield a row for each value that articles state of a figure, one alone where none does."""
    for item in found:
        figure, version = item.figure, item.version
        region = gazetteer().regions.get(figure.region)
        yield (
            region.name if region else figure.region,
            figure.index,
            figure.period,
            f"{figure.value:f}".replace(".", ","),
            _VERDICTS[item.verdict],
            _value(version.fact) if version else None,
            len(version.articles) if version else 0,
            *(_where(version) if version else (None, None)),
        )


def _value(score: Score) -> str:
    """Return the value of `score` for people, with the basis of a rate of change."""
    basis = f" ({score.basis})" if score.basis else ""
    return f"{value_of(score)}{basis}"


def _where(version: Version[Score] | Version[Rank]) -> Row:
    sources = list(dict.fromkeys(stated.source for stated in version.statements))
    more = f" (+{len(sources) - _SOURCES})" if len(sources) > _SOURCES else ""
    sentence = shortened(version.statements[0].sentence, _SENTENCE)
    return sentence, "; ".join(sources[:_SOURCES]) + more


def _index(id: str) -> str:
    entry = catalogue().get(id)
    return (entry.acronym or entry.name) if entry else id
