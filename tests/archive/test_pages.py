"""Articles out of pages: lists, tables, notes, captions, the day; how much of 30 comes out."""

import pytest

from benchmarks.pages import PAGES, measure
from extractor.archive.page import OPTIONS, read_page, strip_markup
from tests.archive.makers import NEWS

# What a fragment becomes, line by line.
FRAGMENTS = {
    "ordered": ("<ol><li>A 1</li><li>B 2</li></ol>", "1. A 1\n2. B 2"),
    "from-four": ("<ol start='4'><li>A</li><li>B</li></ol>", "4. A\n5. B"),
    "backwards": ("<ol reversed><li>A</li><li>B</li></ol>", "2. A\n1. B"),
    "backwards-from": ("<ol reversed start=9><li>A</li><li>B</li></ol>", "9. A\n8. B"),
    "own-value": ("<ol><li value=7>A</li><li>B</li></ol>", "7. A\n8. B"),
    "letters": ("<ol type=a start=2><li>A</li><li>B</li></ol>", "b. A\nc. B"),
    "no-number": ("<ol start=x><li>A</li></ol>", "1. A"),
    "bullets": ("<ul><li>A</li><li><p>B</p></li></ul>", "- A\n- B"),
    "nested": ("<ol><li>A<ul><li>a</li></ul></li><li>B</li></ol>", "1. A\n- a\n2. B"),
    "in-divs": ("<div><div><div><ol><li>A</li></ol></div></div></div>", "1. A"),
    "names": (
        "<dl><dt>SPBE</dt><dd>3,48</dd><dt>IPM</dt><dd>80,1</dd></dl>",
        "SPBE: 3,48\nIPM: 80,1",
    ),
    "names-of-one": ("<dl><dt>A</dt><dt>B</dt><dd>1</dd><dd>2</dd></dl>", "A, B: 1, 2"),
    "table": (
        "<table><tr><th>Kota</th><th>2023</th></tr><tr><td>A</td><td>1</td></tr></table>",
        "Kota | 2023\nA | 1",
    ),
    "caption": ("<table><caption>Nilai<tr><td>A<td>1</table>", "Nilai\nA | 1"),
    "over-rows": (
        "<table><tr><td rowspan=2>A</td><td>1</td></tr><tr><td>2</td></tr></table>",
        "A | 1\nA | 2",
    ),
    "table-in-layout": (
        "<table><tr><td>Isi<table><tr><td>A</td><td>1</td></tr></table></td></tr></table>",
        "Isi\nA | 1",
    ),
    "note": ("<p>nilai 3,48<sup>1</sup> poin</p>", "nilai 3,48 poin"),
    "note-in-brackets": ("<p>Kota Jambi<sup>[2]</sup> naik</p>", "Kota Jambi naik"),
    "notes-of-several": ("<p>nilai 3,48<sup>1,2</sup> poin</p>", "nilai 3,48 poin"),
    "note-by-letter": ("<p>nilai 3,48<sup>a</sup> poin</p>", "nilai 3,48 poin"),
    "note-by-star": ("<p>nilai 3,48<sup>*)</sup> poin</p>", "nilai 3,48 poin"),
    "note-by-link": ("<p>nilai 3,48<a class=footnote href='#1'>1</a> poin</p>", "nilai 3,48 poin"),
    "note-by-style": (
        "<p>nilai 3,48<span style='vertical-align: super'>1</span> poin</p>",
        "nilai 3,48 poin",
    ),
    "note-below": ("<p>nilai 3,48<sub>1</sub> poin</p>", "nilai 3,48 poin"),
    "formula": ("<p>kadar CO<sub>2</sub> naik</p>", "kadar CO2 naik"),
    "power-by-letter": ("<p>ke-3<sup>a</sup> dan H<sup>a</sup></p>", "ke-3 dan Ha"),
    "struck-by-style": (
        "<p>nilai <span style='text-decoration: line-through'>3,40</span> 3,48</p>",
        "nilai  3,48",
    ),
    "hidden": (
        "<p>nilai <span hidden>3,40</span><b style='display:none'>3,4</b>3,48</p>",
        "nilai 3,48",
    ),
    "two-heads": (
        "<table><tr><th rowspan=2>Kota</th><th colspan=2>SPBE</th></tr>"
        "<tr><th>2022</th><th>2023</th></tr><tr><td>A</td><td>1</td><td>2</td></tr></table>",
        "Kota | SPBE 2022 | SPBE 2023\nA | 1 | 2",
    ),
    "uneven-heads": (
        "<table><tr><th colspan=2>SPBE</th></tr><tr><th>A</th><th>B</th><th>C</th></tr>"
        "<tr><td>1</td><td>2</td><td>3</td></tr></table>",
        "SPBE | SPBE\nA | B | C\n1 | 2 | 3",
    ),
    "unit": ("<p>luas 5 km<sup>2</sup> saja</p>", "luas 5 km2 saja"),
    "taken-back": ("<p>nilai <del>3,40</del><ins>3,48</ins></p>", "nilai 3,48"),
    "quoted": ("<p><q>Kami <b>siap</b></q>, katanya</p>", "“Kami siap”, katanya"),
    "quoted-plain": ("<p><q>Kami siap</q>, katanya</p>", "“Kami siap”, katanya"),
    "time": ("<p>digelar <time>Senin (5/8/2024)</time> lalu</p>", "digelar Senin (5/8/2024) lalu"),
    "caption-of-photo": (
        "<figure><img><figcaption>Nilai 3,48.</figcaption></figure>",
        "Nilai 3,48.",
    ),
    "caption-in-paragraph": (
        "<p>Isi<figcaption>Nilai.</figcaption>lanjut</p>",
        "Isi lanjut\nNilai.",
    ),
    "no-script": ("<noscript><img src=x></noscript><p>Isi</p>", "Isi"),
    "no-script-alone": (f"<noscript><p>Juga. {NEWS * 3}</p></noscript>", f"Juga. {NEWS * 3}"),
    "empty": ("<ol></ol><ul><li></li></ul><dl></dl><table></table><p>Isi</p>", "Isi"),
}


@pytest.mark.parametrize("case", FRAGMENTS)
def test_a_fragment_becomes_lines(case: str) -> None:
    fragment, lines = FRAGMENTS[case]
    assert strip_markup(fragment) == lines


def test_a_list_of_links_is_left_to_the_reader_of_pages() -> None:
    assert strip_markup("<ul><li><a href=x>Berita lain</a></li></ul>") == "Berita lain"


def test_deep_lists_cost_no_more_than_their_text() -> None:
    text = strip_markup("<ul><li>a" * 100 + "</li></ul>" * 100)
    assert text.splitlines() == ["- a"] * 100


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("2024-08-04T18:30:00Z", "2024-08-05"),
        ("2024-08-04T18:30:00+00:00", "2024-08-05"),
        ("2024-08-04T16:30:00Z", "2024-08-04"),
        ("2024-08-04T23:30:00+07:00", "2024-08-04"),
        ("2024-08-05T00:30:00+09:00", "2024-08-05"),
        ("2024-08-04", "2024-08-04"),
    ],
)
@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="{}">',
        '<script type="application/ld+json">{{"datePublished": "{}"}}</script>',
    ],
)
def test_the_day_of_a_page_is_that_of_jakarta(head: str, stamp: str, day: str) -> None:
    body = f"<html><head><title>J</title>{head.format(stamp)}</head><body><p>{NEWS * 3}</p></body>"
    assert read_page(body.encode(), None).published == day


def test_a_page_without_a_day_has_none() -> None:
    assert (
        read_page(f"<html><body><p>{NEWS * 3}</p></body></html>".encode(), None).published is None
    )


def test_the_articles_of_thirty_pages_come_out() -> None:
    share = measure(sorted(PAGES.glob("*.html")), OPTIONS)
    assert share.precision >= 0.93
    assert share.recall >= 0.995
    assert share.lines >= 0.99


def test_every_page_has_its_text() -> None:
    names = {path.stem for path in PAGES.glob("*.html")}
    assert names == {path.stem for path in PAGES.glob("*.txt")}
    assert len(names) == 30
