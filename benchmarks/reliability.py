"""Whether confidences hold: how often records are right that are said to be right so often.

Reads articles whose facts are all known, and prints for each kind ten bins of as many records
each: the mean confidence in it and the share that is right. The expected calibration error is the
mean distance of the two; its interval comes from drawing the articles anew, which makes bins more
uneven, so that it lies rather above the error. A score or rank is
right with its key, an official with the name, a quote with words and speaker. Run:

    python -m benchmarks.reliability DIR...

On articles that teach the weights the confidences are too good: `models.crossval_links` prints the
same tables of scores and ranks read by weights that never saw the article.
"""

import argparse
import random
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import extractor
from extractor.facts.check import Checked, check, facts_files, read_pair
from extractor.facts.compare import Verdict
from extractor.records import Official, Quote, Rank, Score

KINDS = ("scores", "ranks", "officials", "quotes")
BINS, ROUNDS, SEED = 10, 1000, 20250104
_WIDTH = 0.95


@dataclass(frozen=True, slots=True)
class Row:
    """A record that was judged, and the article that it was read from."""

    article: str
    kind: str
    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """Records of much the same confidence: how many, their mean confidence, the share right."""

    count: int
    predicted: float
    observed: float


def rows_of(checked: Checked) -> Iterator[Row]:
    """Yield the judged records of an article whose facts are all known; of another one nothing.

    Where facts may be missing from the list, a record that is not on it may still be right.
    """
    if checked.pair.known.complete:
        yield from judged_rows(checked.article.id, checked.verdicts)


def judged_rows(article: str, verdicts: Iterable[Verdict]) -> Iterator[Row]:
    """Yield the records that `verdicts` judge, those of the article with the id `article`."""
    for verdict in verdicts:
        record = verdict.predicted
        if isinstance(record, Score | Rank | Official | Quote):
            yield Row(article, verdict.kind, record.confidence, _is_right(verdict))


def _is_right(verdict: Verdict) -> bool:
    return verdict.verdict in ("confirmed", "inexact") and not (
        verdict.kind == "quotes" and "speaker" in verdict.differing
    )


def bins_of(rows: Iterable[Row], count: int = BINS) -> list[Bin]:
    """Return `count` bins of `rows` by confidence, as equal as can be; fewer for fewer rows."""
    ordered = sorted(rows, key=lambda row: row.confidence)
    cuts = [len(ordered) * at // count for at in range(count + 1)]
    return [_bin(ordered[start:end]) for start, end in pairwise(cuts) if end > start]


def _bin(rows: Sequence[Row]) -> Bin:
    predicted = sum(row.confidence for row in rows) / len(rows)
    return Bin(len(rows), predicted, sum(row.right for row in rows) / len(rows))


def calibration_error(bins: Sequence[Bin]) -> float:
    """Return the mean distance of what was predicted and what was observed; 0 for no records."""
    total = sum(one.count for one in bins)
    far = sum(one.count * abs(one.predicted - one.observed) for one in bins)
    return far / total if total else 0.0


def interval(rows: Sequence[Row], rounds: int = ROUNDS, seed: int = SEED) -> tuple[float, float]:
    """Return the 95 % bootstrap interval of the calibration error, articles drawn as a whole."""
    by_article: dict[str, list[Row]] = {}
    for row in rows:
        by_article.setdefault(row.article, []).append(row)
    articles, draw = list(by_article.values()), random.Random(seed)
    errors = sorted(
        calibration_error(bins_of(row for article in drawn for row in article))
        for drawn in (draw.choices(articles, k=len(articles)) for _ in range(rounds))
    )
    low = int((1 - _WIDTH) / 2 * (rounds - 1))
    return errors[low], errors[rounds - 1 - low]


def table(name: str, rows: Sequence[Row]) -> Iterator[str]:
    """Yield the lines of the table of `rows`."""
    if not rows:
        yield f"{name}: no records"
        return
    found = bins_of(rows)
    low, high = interval(rows)
    articles = len({row.article for row in rows})
    yield f"{name}: {len(rows)} records of {articles} articles"
    yield f"{'records':>9} {'predicted':>10} {'observed':>9}"
    for one in found:
        yield f"{one.count:>9} {one.predicted:>10.3f} {one.observed:>9.3f}"
    yield f"expected calibration error {calibration_error(found):.3f} ({low:.3f} to {high:.3f})"


def main(argv: Sequence[str] | None = None) -> int:
    """Print a table for each kind and one for all."""
    parser = argparse.ArgumentParser(description=__doc__, add_help=True)
    parser.add_argument("folders", nargs="+", metavar="DIR", type=Path)
    folders = parser.parse_args(argv).folders
    made = extractor.load()
    rows: list[Row] = []
    for path in (file for folder in folders for file in facts_files(folder)):
        rows += rows_of(check(read_pair(path), made))
    for kind in KINDS:
        print("\n".join(table(kind, [row for row in rows if row.kind == kind])), end="\n\n")
    print("\n".join(table("all", rows)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
