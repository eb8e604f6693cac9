from typing import Any

import pytest

from extractor.records import Article, Score
from models.annotated import Example, Tagged
from tests.mentions.annotated import cases
from tests.reader import reader


def plain(score: Score, name: str) -> str:
    if name == "subject":
        return score.subject.code or score.subject.name
    return str(getattr(score, name))


def stands_on(score: Score, tag: Tagged) -> bool:
    return any(piece.start < tag.end and tag.start < piece.end for piece in score.evidence)


def fits(score: Score, tag: Tagged, subject: str) -> bool:
    said: dict[str, Any] = {**tag.attributes, "subject": subject}
    return stands_on(score, tag) and all(plain(score, name) == said[name] for name in said)


@pytest.mark.parametrize("line", cases("scores"))
def test_annotated_line(line: Example) -> None:
    article: Article = reader().extract(line.text, published=line.published)
    due = [
        (tag, subject) for tag in line.tagged for subject in tag.attributes["subject"].split("+")
    ]
    open_scores = list(article.scores)
    for tag, subject in due:
        found = next((score for score in open_scores if fits(score, tag, subject)), None)
        assert found is not None, (tag, article.scores)
        open_scores.remove(found)
    assert open_scores == []
