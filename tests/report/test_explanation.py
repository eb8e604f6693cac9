"""The screen that tells why."""

import io

from rich.console import Console

from extractor.report.explanation import render
from tests.reader import reader


def shown(text: str) -> str:
    out = io.StringIO()
    render(reader().explain(text, id="berita"), Console(file=out, width=120, no_color=True))
    return out.getvalue()


def test_facts_with_their_reasons_and_numbers_with_their_roles() -> None:
    screen = shown("Kota Blitar meraih indeks SPBE 3,40 pada 2023.")
    assert "Kota Blitar · spbe · 3,40 · 2023" in screen
    assert "siapa" in screen
    assert "indeks SPBE" in screen
    assert "score" in screen


def test_nothing_found_is_an_empty_screen_with_the_name() -> None:
    assert shown("Hujan turun seharian.").split() == ["berita"]


def test_markup_in_the_article_is_only_text() -> None:
    assert "[bold]" in shown("[bold] Kota Blitar meraih indeks SPBE 3,40 [bold] pada 2023.")
