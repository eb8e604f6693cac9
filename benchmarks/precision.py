"""How right the records of a general archive are: a sheet of them to judge by reading.

    python -m benchmarks.precision ARCHIVE.jsonl.gz --third 0 --without DIR --out sheet.jsonl

The archive is split by id into three thirds, so that causes can be mended on one and measured on
the next. Articles whose text stands in a folder of `--without` are left out. The sheet has one
record a line with the article's words around its evidence: all scores and ranks of the third if
fewer than a hundred of a kind, else a hundred drawn by a seed; of officials 120, of quotes 60; at
most two an article. Whoever judges writes `right`, `partly` or `wrong` into `verdict`, and the
cause; `--told SHEET` then counts the verdicts, with 95 percent Wilson intervals.
"""

import argparse
import gzip
import json
import math
import random
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import extractor
from extractor.extraction import parse_published
from extractor.records import Article, Official, Quote, Rank, Score
from extractor.source import Source

KINDS = ("scores", "ranks", "officials", "quotes")
SIZES = {"scores": 100, "ranks": 100, "officials": 120, "quotes": 60}
_MOST_AN_ARTICLE = 2
_AROUND = 420
_Z = 1.96

Item = Score | Rank | Official | Quote


def articles_of(path: Path, third: int, without: Sequence[Path]) -> Iterator[Source]:
    """Yield the articles of a third of the archive at `path`, those of `without` left out."""
    known = {_key(file.read_text("utf-8")) for folder in without for file in folder.glob("*.txt")}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            entry = json.loads(line)
            if zlib.crc32(entry["id"].encode()) % 3 == third and _key(entry["text"]) not in known:
                day = parse_published(entry.get("published") or None)
                yield Source(entry["text"], entry["id"], entry.get("title") or None, day)


def _key(text: str) -> str:
    return " ".join(text.split())[:200]


def sheet(articles: Iterable[Article], seed: int) -> list[dict[str, Any]]:
    """Return the records to judge, drawn by `seed`, each with the words around its evidence."""
    drawn: list[dict[str, Any]] = []
    found: dict[str, list[tuple[Article, Item]]] = {kind: [] for kind in KINDS}
    for article in articles:
        for kind in KINDS:
            found[kind] += [(article, record) for record in getattr(article, kind)]
    for kind in KINDS:
        order = list(found[kind])
        random.Random(f"{seed} {kind}").shuffle(order)
        per_article: Counter[str] = Counter()
        kept = []
        for article, record in order:
            per_article[article.id] += 1
            if per_article[article.id] <= _MOST_AN_ARTICLE or len(order) < SIZES[kind]:
                kept.append((article, record))
        drawn += [_row(kind, *one, total=len(order)) for one in kept[: SIZES[kind]]]
    return drawn


def _row(kind: str, article: Article, record: Item, total: int) -> dict[str, Any]:
    first = min(piece.start for piece in record.evidence)
    last = max(piece.end for piece in record.evidence)
    shown = record.model_dump(mode="json", exclude={"evidence"}, exclude_none=True)
    return {
        "kind": kind,
        "of": total,
        "article": article.id,
        "title": article.title,
        "published": str(article.published or ""),
        "record": shown,
        "evidence": [piece.text for piece in record.evidence],
        "context": article.text[max(0, first - _AROUND) : last + _AROUND],
        "verdict": "",
        "cause": "",
    }


def told(rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Yield a line for each kind: how many are right, partly right and wrong, with intervals."""
    by_kind: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        by_kind.setdefault(row["kind"], []).append(row)
    for kind, judged in by_kind.items():
        verdicts = Counter(row["verdict"] for row in judged)
        count = sum(verdicts[v] for v in ("right", "partly", "wrong"))
        low, high = wilson(verdicts["right"], count)
        yield (
            f"{kind}: n {count}, right {verdicts['right']} ({low:.0%}-{high:.0%}), "
            f"partly {verdicts['partly']}, wrong {verdicts['wrong']}"
        )
        causes = Counter(row["cause"] for row in judged if row["verdict"] in ("partly", "wrong"))
        yield from (f"  {number} {cause}" for cause, number in causes.most_common())


def wilson(hits: int, count: int) -> tuple[float, float]:
    """Return the 95 percent interval of a share (Wilson 1927), (0, 1) for nothing counted."""
    if not count:
        return 0.0, 1.0
    share = hits / count
    middle = share + _Z * _Z / (2 * count)
    spread = _Z * math.sqrt(share * (1 - share) / count + _Z * _Z / (4 * count * count))
    scale = 1 + _Z * _Z / count
    return (middle - spread) / scale, (middle + spread) / scale


def main() -> None:
    """Write a sheet, or count the verdicts of one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive", type=Path, nargs="?")
    parser.add_argument("--third", type=int, choices=(0, 1, 2), default=0)
    parser.add_argument("--without", type=Path, nargs="*", default=[])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=Path("sheet.jsonl"))
    parser.add_argument("--told", type=Path, help="count the verdicts of this sheet instead")
    arguments = parser.parse_args()
    if arguments.told is not None:
        rows = [json.loads(line) for line in arguments.told.read_text("utf-8").splitlines()]
        print("\n".join(told(rows)))
        return
    if arguments.archive is None:
        parser.error("ARCHIVE or --told SHEET is needed")
    sources = articles_of(arguments.archive, arguments.third, arguments.without)
    rows = sheet(extractor.load().extract_many(sources), arguments.seed)
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    arguments.out.write_text("".join(lines), encoding="utf-8")
    print(Counter(row["kind"] for row in rows), arguments.out)


if __name__ == "__main__":
    main()
