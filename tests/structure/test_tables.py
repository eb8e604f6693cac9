"""Tables in plain text."""

import pytest

from extractor.structure.tree import segment_tree
from tests.structure.trees import kinds, lists, tables

YEARS = [["Daerah", "2023", "2024"], ["Rimba", "3,10", "3,21"], ["Awan", "3,02", "3,15"]]
MORE = [*YEARS, ["Kota Senja", "2,90", "3,01"]]


@pytest.mark.parametrize("mark", ["\t", "|", " | "])
def test_cells_parted_by_a_mark(mark: str) -> None:
    text = "\n".join(mark.join(row) for row in YEARS)
    assert tables(text) == [YEARS]


def test_ruled_table_with_outer_pipes() -> None:
    rows = ["| " + " | ".join(row) + " |" for row in YEARS]
    text = "\n".join([rows[0], "|---|:--|--:|", *rows[1:]])
    assert tables(text) == [YEARS]


def test_table_without_header() -> None:
    text = "Rimba\t3,10\nAwan\t3,02"
    assert tables(text) == [[["Rimba", "3,10"], ["Awan", "3,02"]]]


def test_one_line_with_a_pipe_is_no_table() -> None:
    assert tables("RIMBA | Kota itu meraih nilai 3,21.\n\nPemerintah daerah menyambutnya.") == []


def test_one_cell_a_line_with_two_years() -> None:
    text = "\n".join(cell for row in MORE for cell in row)
    assert tables("Nilainya sebagai berikut:\n" + text) == [MORE]


def test_one_cell_a_line_without_header() -> None:
    text = "Urutannya:\n1\nRimba\n80,15\n2\nAwan\n79,52\n3\nSenja\n77,30"
    assert tables(text) == [
        [["1", "Rimba", "80,15"], ["2", "Awan", "79,52"], ["3", "Senja", "77,30"]]
    ]


def test_blank_lines_between_cells() -> None:
    text = (
        "No\n\nDaerah\n\nNilai\n\n1\n\nRimba\n\n80,15\n\n2\n\nAwan\n\n79,52\n\n3\n\nSenja\n\n77,30"
    )
    assert tables(text) == [
        [
            ["No", "Daerah", "Nilai"],
            ["1", "Rimba", "80,15"],
            ["2", "Awan", "79,52"],
            ["3", "Senja", "77,30"],
        ]
    ]


def test_names_and_values_in_turn_are_rows() -> None:
    text = "Kota Rimba\n3,21\nKota Awan\n3,15\nKota Senja\n3,01"
    assert tables(text) == [[["Kota Rimba", "3,21"], ["Kota Awan", "3,15"], ["Kota Senja", "3,01"]]]


def test_short_lines_alone_are_no_table() -> None:
    text = "Rimba\nAwan\nSenja\nTeluk\nMuara\nHulu\nHilir"
    assert tables(text) == []
    assert lists(text) == []


def test_rows_are_numbered_and_what_follows_is_no_cell() -> None:
    table = "1\tRimba\t80,15\n2\tAwan\t79,52"
    after = "Wali kota menyambut hasil itu dengan gembira, kemarin."
    assert kinds(table + "\n" + after)[1:] == [("paragraph", after)]


def test_long_tables_keep_all_rows() -> None:
    rows = [
        f"{n}\nDaerah Ke{chr(97 + n % 26)}\n{90 - n * 0.1:.2f}".replace(".", ",")
        for n in range(1, 60)
    ]
    (table,) = tables("\n".join(rows))
    assert len(table) == 59


def test_spaces_between_values_under_years() -> None:
    text = "Daerah 2023 2024\nRimba 3,10 3,21\nAwan 3,02 3,15"
    assert tables(text) == [YEARS]


def test_numbers_lead_the_rows_under_years() -> None:
    text = "No Daerah 2023 2024\n1 Rimba 3,10 3,21\n2. Awan 3,02 3,15"
    rows = [["1", "Rimba", "3,10", "3,21"], ["2.", "Awan", "3,02", "3,15"]]
    assert tables(text) == [[["No Daerah", "2023", "2024"], *rows]]


def test_two_rows_of_cells_under_what_heads_their_columns() -> None:
    text = "Daerah\nNilai\nRimba\n3,21\nAwan\n3,15"
    assert tables(text) == [[["Daerah", "Nilai"], ["Rimba", "3,21"], ["Awan", "3,15"]]]


def test_two_rows_of_cells_under_nothing_are_no_table() -> None:
    assert tables("Kabar\nRimba Raya\nRimba\n3,21\nAwan\n3,15") == []


def test_whole_numbers_are_values_where_they_do_not_count() -> None:
    rows = [["No", "Daerah", "Nilai"], ["1", "Rimba", "91"], ["2", "Awan", "84"]]
    assert tables("\n".join(cell for row in rows for cell in row)) == [rows]


def test_cells_behind_a_count_belong_to_its_row() -> None:
    rows = [
        ["1", "Rimba", "3,2", "Baik"],
        ["2", "Awan", "3,1", "Baik"],
        ["3", "Senja", "3,0", "Baik"],
    ]
    assert tables("\n".join(cell for row in rows for cell in row)) == [rows]


def test_header_without_its_first_cell_heads_the_last_columns() -> None:
    text = "| 2023 | 2024 |\nRimba | 3,10 | 3,21\nAwan | 3,02 | 3,15"
    cells = [s for s in segment_tree(text) if s.kind == "cell"]
    assert [cell.order for cell in cells] == [1, 2, 0, 1, 2, 0, 1, 2]


def test_empty_cell_keeps_the_columns_behind_it() -> None:
    text = "Daerah | 2023 | 2024\nRimba | | 3,21\nAwan | 3,02 | 3,15"
    cells = [s for s in segment_tree(text) if s.kind == "cell"]
    assert [cell.order for cell in cells] == [0, 1, 2, 0, 2, 0, 1, 2]
