"""A small dataset to report on: two years, two regions, a contradiction, a finding, a reject."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from extractor.archive.options import Options
from extractor.archive.run import run
from extractor.records import Article, Finding, Subject
from extractor.source import Source
from tests import articles as a
from tests.archive import fakes
from tests.archive.makers import json_lines
from tests.archive.test_questions import Noted

HOSTILE = "<img src=x onerror=alert(1)></script><script>alert(2)</script>"
# id, publisher, address, then one fact a line in the form that `Noted` reads.
NEWS = [
    ("n1", "Harian A", "https://a.id/1", "15.71 spbe 2023 4.27\n15.71 spbe 2024 4.32 Memuaskan"),
    ("n2", "Harian B", "https://b.id/2", "15.71 spbe 2024 4.10\n33.74 spbe 2024 3.9"),
    ("n3", "Harian B", None, "33.74 spbe 2024 3.9\n33.74 ipm 2024 84.1\n33.74 spbe 2024 #2"),
    ("n4", "Harian C", "javascript:alert(3)", "33.74 kla 2025 : Nindya\n15.71 kla 2025 : Madya"),
    ("n5", "Harian C", None, "15 ikp 2024 71.2"),
]


class Reported(Noted):
    """Adds to each article a finding and a score of a body with a hostile name."""

    def extract_many(self, texts: Iterable[Source]) -> Iterator[Article]:
        for article in super().extract_many(texts):
            line = article.text.split("\n")[0]
            body = Subject(kind="organisation", name=HOSTILE)
            evidence = a.at(line, article.text)
            score = a.score(subject=body, index="iid", value="60.5", evidence=evidence)
            finding = Finding(
                code="number-unlinked", severity="info", message=HOSTILE, evidence=evidence
            )
            yield article.model_copy(
                update={"scores": (*article.scores, score), "findings": (finding,)}
            )


class Unsure(Reported):
    """States the same, each score and rank with the confidence that it is told."""

    def __init__(self, confidence: float) -> None:
        self.confidence = confidence

    def extract_many(self, texts: Iterable[Source]) -> Iterator[Article]:
        told = {"confidence": self.confidence}
        for article in super().extract_many(texts):
            scores = tuple(score.model_copy(update=told) for score in article.scores)
            ranks = tuple(rank.model_copy(update=told) for rank in article.ranks)
            yield article.model_copy(update={"scores": scores, "ranks": ranks})


def made(folder: Path, confidence: float = 0.9) -> Path:
    """Return a dataset in `folder`, whose scores and ranks have `confidence`."""
    rows = [
        {"id": id, "publisher": publisher, "url": url, "text": text}
        for id, publisher, url, text in NEWS
    ]
    (folder / "a.jsonl").write_bytes(json_lines(rows) + b"{broken\n")
    options = Options(any_language=True)
    data = folder / "arsip"
    run(
        [str(folder / "a.jsonl")],
        data,
        lambda: fakes.Inline(options, Unsure(confidence)),
        a.PROVENANCE,
        options,
        fakes.Silent(),
    )
    return data
