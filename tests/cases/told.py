"""What a short text states, a line for each fact: what the tables of cases compare."""

from extractor.records import Article
from tests.reader import reader

DAY = "2024-08-07"


def read(text: str, published: str = DAY) -> Article:
    """Return what is read of `text`, published on a Wednesday if nothing else is said."""
    return reader().extract(text, published=published)


def scores(article: Article) -> list[str]:
    """Return the scores as `Kota Jambi ipm 80.12 2023`, in the order of the alphabet."""
    return sorted(
        " ".join([score.subject.name, score.index, str(score.value), score.period or "-"])
        for score in article.scores
    )


def ranks(article: Article) -> list[str]:
    """Return the ranks as `Kota Jambi spbe 13/98 2023`, in the order of the alphabet."""
    return sorted(
        " ".join(
            [
                rank.subject.name,
                str(rank.index),
                f"{rank.position}/{rank.out_of}" if rank.out_of else str(rank.position),
                rank.period or "-",
            ]
        )
        for rank in article.ranks
    )


def findings(article: Article) -> list[str]:
    """Return the findings as `number-unlinked 0,13`, by where they stand in the text."""
    return [
        f"{finding.code} {' '.join(piece.text for piece in finding.evidence)}".strip()
        for finding in article.findings
    ]
