"""Facts from Indonesian news as validated records.

>>> import extractor
>>> ex = extractor.load()
>>> article = ex.extract("Kota Jambi meraih indeks SPBE 4,32 pada 2024.")
>>> str(article.scores[0].value)
'4.32'
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractor.errors import (
    DatasetError,
    FaktaError,
    InputError,
    KnownFactsError,
    LexiconError,
    ModelError,
    WorkerError,
)
from extractor.failure import Failure
from extractor.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.archive.tables import Tables
    from extractor.extraction import Extractor
    from extractor.records import (
        Article,
        DateRef,
        Evidence,
        Finding,
        Index,
        Official,
        Provenance,
        Quote,
        Rank,
        Region,
        Score,
        Subject,
    )


__all__ = [
    "Article",
    "DatasetError",
    "DateRef",
    "Evidence",
    "Extractor",
    "Failure",
    "FaktaError",
    "Finding",
    "Index",
    "InputError",
    "KnownFactsError",
    "LexiconError",
    "ModelError",
    "Official",
    "Provenance",
    "Quote",
    "Rank",
    "Region",
    "Score",
    "Source",
    "Subject",
    "Tables",
    "WorkerError",
    "__version__",
    "load",
    "to_tables",
]


def load(
    model: str | Path | None = None,
    *,
    min_confidence: float = 0.0,
    lexicon: str | Path | None = None,
) -> "Extractor":
    """Return an extractor; takes a second or two, so keep it.

    Records less probable than `min_confidence` become findings (ValueError unless it is 0 to 1).
    `model` names Stanza tokenizer weights to use instead of those of the package. Nothing is
    ever downloaded. `lexicon` is a folder of words of your own (indices, aliases, offices, names);
    without it the one that `FAKTA_LEXICON` names, if any. All extractors of a process read with the
    same words. Raises ModelError when the weights are missing or damaged, LexiconError for
    a folder with something wrong in it, or another one than before.
    """
    from extractor.extraction import Extractor

    return Extractor(model, min_confidence=min_confidence, lexicon=lexicon)


def to_tables(articles: "Iterable[Article]") -> "Tables":
    """Return `articles` and their facts as Arrow tables by name: `articles`, `scores`, `ranks`, ….

    A fact has the id of its article (`article_id`) and its place among the article's facts of its
    kind (`n`). The columns are those that `fakta batch` writes, but for where an article was read.
    """
    from extractor.archive.tables import to_tables

    return to_tables(articles)


def __getattr__(name: str) -> Any:
    """Import the extractor and the records on first use: importing the package stays quick."""
    if name == "__version__":
        from importlib.metadata import version

        return version("faktaberita")
    if name == "Extractor":
        from extractor.extraction import Extractor

        return Extractor
    if name == "Tables":
        from extractor.archive.tables import Tables

        return Tables
    if name in __all__:
        from extractor import records

        return getattr(records, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
