import pytest

from extractor.mentions.kinds import RankMention
from models.annotated import Example
from tests.mentions.annotated import cases, check
from tests.mentions.pipeline import nlp


@pytest.mark.parametrize("line", cases("ranks"))
def test_annotated_line(line: Example) -> None:
    check(line, nlp(), RankMention)
