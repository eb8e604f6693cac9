"""Questions to a dataset: SQL, a series, contradictions, a comparison with official figures.

>>> from extractor.archive.questions import Dataset, scores
>>> data = Dataset("data")  # doctest: +SKIP
>>> found = scores(data, index="SPBE", within="Jawa Tengah", above=3)  # doctest: +SKIP
>>> found.table.to_pandas()  # doctest: +SKIP
"""

from extractor.archive.questions.asking import Asked, Found
from extractor.archive.questions.conflicts import Conflict, rank_conflicts, score_conflicts
from extractor.archive.questions.dataset import Dataset
from extractor.archive.questions.duplicates import duplicates
from extractor.archive.questions.officials import officials
from extractor.archive.questions.quotes import quotes
from extractor.archive.questions.ranks import ranks
from extractor.archive.questions.scores import scores
from extractor.archive.questions.series import Point, series
from extractor.archive.questions.stated import Stated
from extractor.archive.questions.values import Version
from extractor.archive.questions.verify import Figure, Verified, read_figures, verify

__all__ = [
    "Asked",
    "Conflict",
    "Dataset",
    "Figure",
    "Found",
    "Point",
    "Stated",
    "Verified",
    "Version",
    "duplicates",
    "officials",
    "quotes",
    "rank_conflicts",
    "ranks",
    "read_figures",
    "score_conflicts",
    "scores",
    "series",
    "verify",
]
