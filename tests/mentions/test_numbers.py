import pytest

from extractor.mentions.kinds import NumberMention
from tests.examples import Example
from tests.mentions.annotated import cases, check
from tests.mentions.pipeline import nlp


@pytest.mark.parametrize("line", cases("numbers"))
def test_annotated_line(line: Example) -> None:
    check(line, nlp(), NumberMention)
