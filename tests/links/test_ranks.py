"""Ranks as records: every annotated line."""

import pytest

from models.annotated import Example
from tests.links.annotated import check, read
from tests.mentions.annotated import cases
from tests.reader import reader


@pytest.mark.parametrize("line", cases("rank_facts"))
def test_line(line: Example) -> None:
    check(line, read(line).ranks)


@pytest.mark.parametrize(
    ("text", "position", "direction"),
    [
        ("IPM Kota Blitar tertinggi di Jawa Timur, 80,1 pada 2023.", 1, "high"),
        ("Pada 2023 IPM Kabupaten Sampang terendah di Jawa Timur dengan 66,2.", -1, "high"),
        ("Kota Blitar meraih peringkat terbaik pertama SPBE 2023 se-Jawa Timur.", 1, "best"),
        ("Indeks SPBE Kota Blitar terburuk di Jawa Timur pada 2023.", 1, "worst"),
        ("Kota Blitar menempati peringkat 3 SPBE 2023 di Jawa Timur.", 3, None),
        ("Pada Juli 2024 deflasi tertinggi terjadi di Kota Tual sebesar 1,2 persen.", -1, None),
    ],
)
def test_a_rank_tells_what_the_first_place_is(
    text: str, position: int, direction: str | None
) -> None:
    ranks = reader().extract(text).ranks
    assert [(rank.position, rank.direction) for rank in ranks] == [(position, direction)]
