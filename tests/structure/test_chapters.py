"""Numbered headings with text below them are the items of one list."""

import pytest

from tests.structure.trees import lists

TITLE = "Tiga Kota Paling Layak Huni"
LEAD = "Survei itu digelar di lima puluh kota, begini hasil lengkapnya."
TEXT = "Warganya puas dengan taman dan trotoar, skornya {}."
NAMES = ["Kota Rimba", "Kota Awan", "Kota Senja"]


def article(numbers: list[int], mark: str = "{}. ", more: str = "") -> str:
    lines = [TITLE, LEAD]
    for number, name in zip(numbers, NAMES, strict=True):
        lines += [mark.format(number) + name + more, TEXT.format(60 + number)]
    return "\n\n".join([*lines, "Survei berikutnya digelar tahun depan."])


@pytest.mark.parametrize("numbers", [[1, 2, 3], [7, 8, 9], [3, 2, 1]])
@pytest.mark.parametrize("mark", ["{}. ", "{}) ", "#{} "])
def test_each_heading_opens_an_item_with_its_text(numbers: list[int], mark: str) -> None:
    items = [
        (n, f"{name}\n\n{TEXT.format(60 + n)}") for n, name in zip(numbers, NAMES, strict=True)
    ]
    assert lists(article(numbers, mark)) == [([LEAD, TITLE], items)]


def test_furniture_between_is_none_of_it() -> None:
    text = article([1, 2, 3]).replace("2. ", "Baca juga: Harga Beras Turun\n\n2. ")
    (_, items), *_ = lists(text)
    assert [number for number, _ in items] == [1, 2, 3]
    assert items[0][1].endswith("skornya 61.")


@pytest.mark.parametrize(
    "text",
    [
        article([1, 3, 6]),  # they do not count on
        article([1, 2, 3], more=" naik kelas dan disambut meriah oleh warganya."),  # sentences
        "\n\n".join([TITLE, LEAD, "1. Kota Rimba", TEXT, "2. Kota Awan", TEXT]),  # too few
    ],
)
def test_what_does_not_count_on_is_no_list(text: str) -> None:
    assert lists(text) == []
