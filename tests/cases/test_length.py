"""Long lines that say one thing over and over: a character costs no more for there being many."""

import time

import pytest

from benchmarks.length import LINES
from tests.cases.told import read

SHORT, LONG = 6_000, 60_000  # characters
# Ten times the length; were the cost quadratic, each character would cost up to ten times as much.
MOST = 2.5


def seconds(piece: str, size: int) -> float:
    text = (piece * (size // len(piece) + 1))[:size]
    begun = time.process_time()
    read(text)
    return time.process_time() - begun


@pytest.mark.parametrize("piece", LINES)
def test_the_cost_of_a_character_does_not_grow(piece: str) -> None:
    short = min(seconds(piece, SHORT) for _ in range(3))
    assert seconds(piece, LONG) < MOST * LONG / SHORT * short
