"""Markers of list items."""

import pytest

from extractor.structure.markers import head_marker, inner_markers


@pytest.mark.parametrize(
    ("line", "kind", "number", "rest"),
    [
        ("1. Kota Rimba", "number", 1, "Kota Rimba"),
        ("12) Kota Rimba", "number", 12, "Kota Rimba"),
        ("3.) Kota Rimba", "number", 3, "Kota Rimba"),
        ("(4) Kota Rimba", "number", 4, "Kota Rimba"),
        ("No. 5. Kota Rimba", "number", 5, "Kota Rimba"),
        ("#6 Kota Rimba", "number", 6, "Kota Rimba"),
        ("2.Kota Rimba", "number", 2, "Kota Rimba"),
        ("b. Kota Rimba", "letter", 2, "Kota Rimba"),
        ("c) Kota Rimba", "letter", 3, "Kota Rimba"),
        ("- Kota Rimba", "bullet", 0, "Kota Rimba"),
        ("•Kota Rimba", "bullet", 0, "Kota Rimba"),
        ("– 2023 naik", "bullet", 0, "2023 naik"),
    ],
)
def test_marker_at_the_head_of_a_line(line: str, kind: str, number: int, rest: str) -> None:
    marker = head_marker(line)
    assert marker is not None
    assert (marker.kind, marker.number, line[marker.end :]) == (kind, number, rest)


@pytest.mark.parametrize(
    "line",
    [
        "Kota Rimba",
        "3,21 poin",
        "3.21 poin",
        "-5 persen",
        "1.200 desa",
        "*) Catatan",
        "1.",
        "- ",
        "",
    ],
)
def test_no_marker(line: str) -> None:
    assert head_marker(line) is None


def inner(line: str) -> list[list[int]]:
    return [[marker.number for marker in row] for row in inner_markers(line)]


@pytest.mark.parametrize(
    ("line", "rows"),
    [
        ("Tiga teratas: 1. Rimba 2. Awan 3. Senja", [[1, 2, 3]]),
        ("(1) Rimba, (2) Awan, dan (3) Senja", [[1, 2, 3]]),
        ("1. Rimba Rp 14 triliun2. Awan Rp 12 triliun3. Senja Rp 9 triliun", [[1, 2, 3]]),
        ("3. Rimba 2. Awan 1. Senja", [[3, 2, 1]]),
        ("a. Rimba b. Awan c. Senja", [[1, 2, 3]]),
        ("Kota: 1. Rimba 2. Awan 3. Senja Kabupaten: 1. Teluk 2. Muara 3. Hulu", [[1, 2, 3]] * 2),
        ("1. Rimba 2. Awan 3 Senja 4. Teluk", [[1, 2, 4]]),
        ("• Rimba 3,2• Awan 3,1• Senja 3,0", [[0, 0, 0]]),
        ("- Rimba 3,2- Awan 3,1- Senja 3,0", []),
        ("Daftarnya Rimba- Awan- Senja- Teluk", [[0, 0, 0]]),
        ("Rimba di urutan 1. Awan di urutan 2. Senja menyusul.", []),
        ("naik 3.21 poin pada 2023. Kota Rimba", []),
        ("Rimba - Awan - Senja - Teluk", []),
        ("Rimba 1. Awan 5. Senja 9. Teluk", []),
    ],
)
def test_markers_inside_a_line(line: str, rows: list[list[int]]) -> None:
    assert inner(line) == rows
