import gzip
import json
from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from models.links import archive
from models.links.lessons import Choice, Claim, Lesson

LESSONS = [
    Lesson(
        (Choice("subject/value", (("near", "free"), ("topic",)), (True, False)),),
        (Claim("value", {"bias": 1.0, "odds": -0.25}, True),),
    ),
    Lesson((), ()),
]


def test_lessons_come_back_as_they_were_and_give_the_same_bytes(tmp_path: Path) -> None:
    one, other = tmp_path / "one.gz", tmp_path / "other.gz"
    archive.write(LESSONS, one)
    archive.write(archive.read(one), other)
    assert archive.read(one) == LESSONS
    assert one.read_bytes() == other.read_bytes()


def test_the_table_has_a_lesson_for_each_article_with_known_facts() -> None:
    lessons = archive.read()
    assert len(lessons) == len(archive.known())
    claims = [claim for lesson in lessons for claim in lesson.claims]
    assert {claim.right for claim in claims} == {True, False}


def test_the_table_quotes_nobody() -> None:
    words = {
        feature
        for lesson in archive.read()
        for rows in (choice.rows for choice in lesson.choices)
        for row in rows
        for feature in row
    }
    words |= {name for lesson in archive.read() for c in lesson.claims for name in c.features}
    assert max(len(word.split()) for word in words) <= 3


def test_articles_are_those_with_known_facts(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl.gz"
    rows = [
        {"id": "a", "text": "Nilai SPBE Kota Rimba 3,21.", "published": "2024-08-05"},
        {"id": "b", "text": "Cuaca cerah.", "published": None},
    ]
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
    facts = tmp_path / "facts.yaml"
    facts.write_text("a:\n  scores:\n  - {subject: '15.71', index: SPBE, value: 3.21}\n", "utf-8")
    (pair,) = archive.pairs(path, archive.known(facts))
    assert (pair.source.id, pair.source.published) == ("a", date(2024, 8, 5))
    assert [score.index for score in pair.known.scores] == ["SPBE"]
    facts.write_text("a: {scores: [{subject: '15.71'}]}\n", "utf-8")
    with pytest.raises(ValidationError):
        archive.known(facts)
