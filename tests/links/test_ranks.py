"""Ranks as records: every annotated line."""

import pytest

from tests.examples import Example
from tests.links.annotated import check, read
from tests.mentions.annotated import cases


@pytest.mark.parametrize("line", cases("rank_facts"))
def test_line(line: Example) -> None:
    check(line, read(line).ranks)
