import time
from decimal import Decimal

import pytest

from extractor.mentions.kinds import NumberMention
from extractor.mentions.numbers.component import add_up
from models.annotated import Example
from tests.mentions.annotated import cases, check
from tests.mentions.pipeline import nlp


@pytest.mark.parametrize("line", cases("numbers"))
def test_annotated_line(line: Example) -> None:
    check(line, nlp(), NumberMention)


def test_adding_up_costs_no_more_than_the_numbers() -> None:
    numbers = [
        NumberMention(start=at, end=at + 1, value=Decimal(at), role="change")
        for at in range(20_000)
    ]
    begun = time.process_time()
    assert len(add_up(numbers, [0] * len(numbers))) == len(numbers)
    assert time.process_time() - begun < 5
