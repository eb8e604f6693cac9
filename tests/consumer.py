"""What a caller of the package writes, for type checkers."""

import asyncio
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import extractor
from extractor import Article, Failure, Score, Source
from extractor.archive.questions import Dataset, officials, quotes, ranks, scores, series


def best(article: Article) -> Score | None:
    known = [score for score in article.scores if score.value is not None]
    return max(known, key=lambda score: score.confidence, default=None)


def read(texts: list[str]) -> list[str]:
    ex = extractor.load(min_confidence=0.7)
    article: Article = ex.extract(texts[0], published="2025-01-04")
    found = best(article)
    told = [] if found is None else [f"{found.subject.name}: {found.value}"]
    for piece in found.evidence if found else ():
        told.append(article.text[piece.start : piece.end])
    for outcome in ex.extract_many(texts, processes=2):
        if isinstance(outcome, Failure):
            told.append(outcome.reason)
        else:
            told.append(outcome.id)
    sources = [Source(text, str(number)) for number, text in enumerate(texts)]
    told += [one.id for one in ex.extract_many(sources)]
    with ThreadPoolExecutor(8) as threads:
        told += [one.id for one in threads.map(ex.extract, texts)]
    tables = extractor.to_tables([article])
    rows: list[dict[str, object]] = tables["scores"].to_pylist()
    return [*told, str(len(rows))]


def ask(folder: Path) -> int:
    data = Dataset(folder, min_confidence=0.9)
    found = scores(data, index="SPBE", within="Jawa Tengah", level="kabupaten", above=3)
    names = [str(row["subject"]) for row in found]
    others = [ranks(data, top=3), officials(data, office="Bupati"), quotes(data, about="stunting")]
    points = series(data, "SPBE", "Kota Jambi")
    return len(names) + sum(one.of for one in others) + len(points)


async def beside(texts: list[str]) -> list[Article]:
    ex = extractor.load()
    return await asyncio.gather(*(asyncio.to_thread(ex.extract, text) for text in texts))


if __name__ == "__main__":
    sys.stdout.writelines(read(["Kota Jambi meraih indeks SPBE 4,32 pada 2024."]))
