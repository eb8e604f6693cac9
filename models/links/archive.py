"""Lessons of real articles whose text is no part of the project: read once, kept as features.

`archive.yaml` beside this file says what the articles state, by their ids in an archive of news.
`archive.jsonl.gz` holds what they taught the links that read them: features, never words of a
sentence beyond the one right before or behind a number.
"""

import gzip
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import yaml

from extractor.extraction import parse_published
from extractor.facts.check import Pair
from extractor.facts.known import KnownFacts
from extractor.source import Source
from models.links.lessons import Choice, Claim, Lesson

FACTS = Path(__file__).with_name("archive.yaml")
TABLE = Path(__file__).with_name("archive.jsonl.gz")


def known(path: Path = FACTS) -> dict[str, KnownFacts]:
    """Return what each article of the archive states, by id (raises ValidationError)."""
    told: Mapping[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return {
        id: KnownFacts.model_validate({"article": id, "complete": True, **facts})
        for id, facts in told.items()
    }


def pairs(archive: Path, facts: Mapping[str, KnownFacts]) -> Iterator[Pair]:
    """Yield the articles of `archive` (gzipped JSON lines) with known facts, in its order."""
    with gzip.open(archive, "rt", encoding="utf-8") as lines:
        for entry in map(json.loads, lines):
            if (id := str(entry["id"])) in facts:
                day = parse_published(entry.get("published") or None)
                source = Source(entry["text"], id, entry.get("title") or None, day)
                yield Pair(FACTS, archive, facts[id], source)


def write(lessons: Iterable[Lesson], path: Path = TABLE) -> None:
    """Write the lessons, one a line; the same lessons make the same bytes."""
    rows = (json.dumps(asdict(lesson), ensure_ascii=False, sort_keys=True) for lesson in lessons)
    content = "".join(f"{row}\n" for row in rows).encode()
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb", filename="", mtime=0) as file:
        file.write(content)
    path.write_bytes(packed.getvalue())


def read(path: Path = TABLE) -> list[Lesson]:
    """Return the lessons of the table at `path`."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [_lesson(json.loads(line)) for line in lines]


def _lesson(row: Mapping[str, Any]) -> Lesson:
    choices = tuple(
        Choice(c["slot"], tuple(map(tuple, c["rows"])), tuple(c["right"]), c["weight"])
        for c in row["choices"]
    )
    return Lesson(choices, tuple(Claim(**claim) for claim in row["claims"]))
