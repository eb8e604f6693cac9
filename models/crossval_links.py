"""Score the recipe of the links on articles that it has not seen: ten folds by article.

    python -m models.crossval_links [--folds N] [PATH...]

For each tenth all weights are learned from the other nine, those of the slots and those of the
facts, and the records of its articles are compared with their known facts. The table tells scores
and ranks by folder, with 95 % intervals from drawing the articles of the folder again and again.
Below it stands how often the key of a record is right that is said to be right so often.
"""

import argparse
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.reliability import judged_rows
from benchmarks.reliability import table as reliability
from extractor.archive.provenance import provenance
from extractor.assembly.article import assemble
from extractor.facts.compare import Outcome, Verdict, compare
from extractor.facts.known import Kind
from extractor.facts.tally import Tally
from extractor.pipeline import make_nlp
from models.links import archive
from models.links.lines import read_lines
from models.links.recipe import Taught, learn, read, split
from models.train_links import FIXTURES

FOLDS = 10
KINDS: tuple[Kind, ...] = ("scores", "ranks")
_DRAWS = 1000
_SEED = 0

Counts = Counter[Outcome]
"""How the facts of one kind in one article came out."""


def held_out(
    articles: Sequence[Taught], folds: int = FOLDS, others: Sequence[Taught] = ()
) -> Iterator[tuple[Path, list[Verdict]]]:
    """Yield each facts file with what became of its facts by weights that never saw the article.

    The articles are held out in `folds` parts, one after another; `others` teach each time.
    """
    made_by, lessons = provenance(), archive.read()
    for part in split(articles, folds):
        out = {id(article) for article in part}
        taught = [one for one in articles if id(one) not in out]
        weights = learn([*taught, *others], lessons)
        for one in part:
            article = assemble(one.doc, one.clean, one.pair.source, made_by, weights)
            yield one.pair.facts_path, list(compare(article, one.pair.known))


def table(judged: Sequence[tuple[Path, Sequence[Verdict]]]) -> str:
    """Return the table of all folders, and of all articles together, in Markdown."""
    folders: dict[str, list[Sequence[Verdict]]] = {}
    for path, verdicts in sorted(judged, key=lambda one: one[0]):
        folders.setdefault(str(path.parent), []).append(verdicts)
    if len(folders) > 1:
        folders["all"] = [verdicts for _, verdicts in judged]
    lines = ["| folder | kind | known | found | key P | key R | key F1 | exact F1 |"]
    lines.append("|---" * 2 + "|---:" * 6 + "|")
    for name, articles in folders.items():
        for kind in KINDS:
            counts = [Counter(v.verdict for v in one if v.kind == kind) for one in articles]
            lines.append(f"| {name} ({len(articles)}) | {kind} | {_row(kind, counts)} |")
    return "\n".join(lines)


def _row(kind: Kind, articles: Sequence[Counts]) -> str:
    tally = _tally(kind, articles)
    chance = random.Random(_SEED)
    drawn = [_rates(_tally(kind, chance.choices(articles, k=len(articles)))) for _ in range(_DRAWS)]
    cells = [_cell(rate, [d[at] for d in drawn]) for at, rate in enumerate(_rates(tally))]
    return " | ".join([str(tally.known), str(tally.found), *cells])


def _tally(kind: Kind, articles: Sequence[Counts]) -> Tally:
    return Tally(kind, sum(articles, start=Counter()))


def _rates(tally: Tally) -> tuple[float | None, ...]:
    return (tally.key.precision, tally.key.recall, tally.key.f1, tally.exact.f1)


def _cell(rate: float | None, drawn: Sequence[float | None]) -> str:
    """Return a rate in percent with the interval that 95 of 100 drawn ones lie in."""
    known = sorted(value for value in drawn if value is not None)
    if rate is None or not known:
        return "–"
    low, high = (known[round(share * (len(known) - 1))] for share in (0.025, 0.975))
    return f"{100 * rate:.1f} ({100 * low:.0f}–{100 * high:.0f})"


def main() -> None:
    """Read the arguments, learn once for each part, tell."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("paths", type=Path, nargs="*", default=[FIXTURES], metavar="PATH")
    parser.add_argument("--folds", type=int, default=FOLDS, metavar="N", help="parts (10)")
    arguments = parser.parse_args()
    nlp = make_nlp()
    articles = read(arguments.paths, nlp)
    judged = list(held_out(articles, arguments.folds, read_lines(nlp)))
    print(table(judged))
    rows = [row for path, verdicts in judged for row in judged_rows(str(path), verdicts)]
    for kind in KINDS:
        print("", *reliability(kind, [row for row in rows if row.kind == kind]), sep="\n")


if __name__ == "__main__":
    main()
