import pytest

from extractor.mentions.kinds import AspectMention
from models.annotated import Example
from tests.mentions.annotated import cases, check
from tests.mentions.indexed import nlp


@pytest.mark.parametrize("line", cases("aspects"))
def test_annotated_line(line: Example) -> None:
    check(line, nlp(), AspectMention)
