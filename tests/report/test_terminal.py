import io

import pytest
from rich.console import Console

from extractor.records import Article, Finding, Subject
from extractor.report.terminal import render, shortened, sureness
from tests import articles as a


def shown(article: Article) -> str:
    console = Console(file=io.StringIO(), width=120, color_system=None)
    render(article, console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def row(text: str, word: str) -> list[str]:
    (line,) = [line for line in text.splitlines() if line.startswith("│") and word in line]
    return [cell.strip() for cell in line.strip("│").split("│")]


def test_every_kind_of_fact_has_its_table() -> None:
    text = shown(
        a.article(
            title="Skor SPBE naik",
            published="2025-01-04",
            dateline="Jambi",
            regions=(a.region(),),
            indices=(a.index(),),
            scores=(a.score(comparison="gt"),),
            ranks=(a.rank(out_of=93),),
            officials=(a.official(),),
            quotes=(a.quote(),),
            dates=(a.day(),),
            findings=(Finding(code="value-off-scale", severity="warning", message="4,32 > 4"),),
        )
    )
    titles = ("Skor", "Peringkat", "Wilayah", "Indeks", "Pejabat", "Kutipan", "Tanggal", "Catatan")
    assert [title for title in titles if f"{title} (1)" in text] == list(titles)
    assert text.splitlines()[:2] == ["Skor SPBE naik", "a1 · 2025-01-04 · Jambi"]
    assert row(text, "> 4,32") == ["Kota Jambi", "SPBE", "> 4,32", "Memuaskan", "2024", "90 %"]
    assert row(text, "4 dari 93") == ["Kota Jambi", "SPBE", "4 dari 93", "nasional", "90 %"]


def test_an_article_without_facts_says_so() -> None:
    assert "Tidak ada fakta" in shown(a.article())


def test_names_are_no_markup() -> None:
    body = Subject(kind="organisation", name="Dinas [bold]Kominfo[/bold]")
    assert "Dinas [bold]Kominfo[/bold]" in shown(a.article(scores=(a.score(subject=body),)))


@pytest.mark.parametrize(
    ("position", "end", "place"),
    [(1, None, "1"), (1, 3, "1–3"), (-1, None, "1 dari bawah"), (-2, None, "2 dari bawah")],
)
def test_places(position: int, end: int | None, place: str) -> None:
    text = shown(a.article(ranks=(a.rank(position=position, position_end=end),)))
    assert row(text, "spbe")[1:3] == ["spbe", place]


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("satu dua", "satu dua"),
        ("satu  dua\ntiga", "satu dua…"),
        ("satuduatigaempat", "satuduati…"),
    ],
)
def test_shortened(text: str, short: str) -> None:
    assert shortened(text, 10) == short


@pytest.mark.parametrize(
    ("confidence", "words"),
    [(0, "0 %"), (0.923, "92 %"), (0.994, "99 %"), (0.999, "99 %"), (1, "100 %")],
)
def test_what_is_not_certain_is_never_told_to_be(confidence: float, words: str) -> None:
    assert sureness(confidence) == words
