"""Tables and lists of pages: headers, one cell a line, definitions, times, captions, notes."""

import pytest

from extractor.archive.page import strip_markup
from tests.cases.told import read, scores

YEARS = [
    "Kota Jambi ipm 79.6 2022",
    "Kota Jambi ipm 80.1 2023",
    "Kota Padang ipm 82.6 2022",
    "Kota Padang ipm 83.1 2023",
]
BOTH = ["Kota Jambi spbe 3.48 2023", "Kota Padang spbe 3.20 2023"]
# The same table in many shapes; each column has the year above it.
COLUMNS = [
    "Nilai IPM:\nKota | 2022 | 2023\nKota Jambi | 79,6 | 80,1\nKota Padang | 82,6 | 83,1",
    "Nilai IPM\nKota\t2022\t2023\nKota Jambi\t79,6\t80,1\nKota Padang\t82,6\t83,1",
    "Nilai IPM\nKota\n2022\n2023\nKota Jambi\n79,6\n80,1\nKota Padang\n82,6\n83,1",
    "Kota | IPM 2022 | IPM 2023\nKota Jambi | 79,6 | 80,1\nKota Padang | 82,6 | 83,1",
]
PAGES = {
    "<p>Nilai SPBE 2023:</p><dl><dt>Kota Jambi</dt><dd>3,48</dd>"
    "<dt>Kota Padang</dt><dd>3,20</dd></dl>": BOTH,
    "<p>Nilai SPBE 2023:</p><ul><li>Kota Jambi 3,48</li><li>Kota Padang 3,20</li></ul>": BOTH,
    "<p>Nilai SPBE 2023</p><table><tr><th>Kota</th><th>Nilai</th></tr><tr><td>Kota Jambi</td>"
    "<td>3,48</td></tr><tr><td>Kota Padang</td><td>3,20</td></tr></table>": BOTH,
    "<p>SPBE Kota Jambi pada <time>2023</time> tercatat 3,48.</p>": BOTH[:1],
    "<p>SPBE Kota Jambi 2023 tercatat 3,48<sup>1</sup>.</p>": BOTH[:1],
    "<p>SPBE Kota Jambi 2023 tercatat 3<sup>,48</sup>.</p>": BOTH[:1],
    "<p>SPBE Kota Jambi 2023 tercatat 3,48<sup>1,2</sup>.</p>": BOTH[:1],
    "<p>SPBE Kota Jambi 2023 tercatat 3,48<a href='#c1'><sup>[1]</sup></a>.</p>": BOTH[:1],
    "<p>SPBE Kota Jambi 2023 tercatat <s>3,40</s> 3,48.</p>": BOTH[:1],
    "<p>SPBE Kota Jambi 2023 tercatat <del>3,40</del> <ins>3,48</ins>.</p>": BOTH[:1],
    "<figure><img><figcaption>Kota Jambi meraih skor SPBE 3,48 pada 2023.</figcaption></figure>": (
        BOTH[:1]
    ),
}


@pytest.mark.parametrize("text", COLUMNS)
def test_the_years_above_the_columns(text: str) -> None:
    assert scores(read(text)) == YEARS


def test_a_table_told_one_cell_a_line() -> None:
    article = read("Nilai SPBE 2023\nDaerah\nNilai\nKota Jambi\n3,48\nKota Padang\n3,20")
    assert scores(article) == BOTH


@pytest.mark.parametrize("page", PAGES)
def test_values_of_a_page(page: str) -> None:
    assert scores(read(strip_markup(page))) == PAGES[page]


def test_a_day_and_a_quotation_of_a_page() -> None:
    article = read(strip_markup("<p>Acara digelar <time>Senin (5/8/2024)</time> di aula.</p>"))
    assert [str(day.start) for day in article.dates] == ["2024-08-05"]
    article = read(strip_markup("<p><q>Kami siap</q>, kata Wali Kota Jambi Maulana.</p>"))
    assert [(quote.kind, quote.text) for quote in article.quotes] == [("direct", "Kami siap")]


@pytest.mark.parametrize(
    "text",
    [
        "Monitoring Centre for Prevention (MCP) KPK 97,21 menempatkan Tabanan di peringkat"
        " pertama nasional pada 2023.",
        "Nilai (MCP) KPK 97,21 menempatkan Tabanan di urutan teratas pada 2023.",
    ],
)
def test_whoever_assesses_has_no_value_of_its_own(text: str) -> None:
    assert scores(read(text)) == ["Kabupaten Tabanan mcp 97.21 2023"]


def test_a_town_that_is_no_kota_has_its_own_value() -> None:
    article = read("Juli 2024 inflasi Kota Bima 0,31 persen dan Tanjungpandan 0,44 persen.")
    assert scores(article) == [
        "Kota Bima inflasi 0.31 2024-07",
        "Tanjungpandan inflasi 0.44 2024-07",
    ]
