import random

import pytest

from extractor.tokenizer.sheets import Sheet, sheets


def taken(sheet: Sheet, lengths: list[int]) -> list[list[int]]:
    """Return for each column the rows that its lines take, and one between two lines."""
    rows: list[list[int]] = [[] for _ in range(sheet.width)]
    for line, row, column in sheet.places:
        rows[column] += range(row, row + lengths[line] + 1)
    return rows


@pytest.mark.parametrize("seed", range(3))
def test_every_line_has_a_place_of_its_own(seed: int) -> None:
    drawn = random.Random(seed)
    lengths = [drawn.randrange(1, drawn.choice((60, 300, 1001))) for _ in range(200)]
    laid = list(sheets(lengths))
    assert sorted(line for sheet in laid for line, _, _ in sheet.places) == list(range(200))
    for sheet in laid:
        for rows in taken(sheet, lengths):
            assert len(set(rows)) == len(rows) > 0
            assert max(rows) <= sheet.height


def test_little_of_many_sheets_is_empty() -> None:
    drawn = random.Random(1)
    lengths = [drawn.randrange(20, 700) for _ in range(500)]
    laid = list(sheets(lengths))
    assert sum(sheet.height * sheet.width for sheet in laid) < 1.1 * sum(lengths)
    assert len({(sheet.height, sheet.width) for sheet in laid[:-1]}) < len(laid) / 2


def test_no_lines_need_no_sheet() -> None:
    assert list(sheets([])) == []
