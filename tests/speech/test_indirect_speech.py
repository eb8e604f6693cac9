"""Reported speech: annotated lines, and what holds of its parts.

A tag encloses words that were said; `part` numbers the further pieces of one saying.
"""

import pytest

from extractor.lexicon.reported import reported_words
from extractor.lexicon.verbs import speech_words
from extractor.records import Quote
from models.annotated import Example, Tagged
from tests.mentions.annotated import cases
from tests.reader import reader

RINA = "Bupati Poso Rina Lamato membuka rapat bersama Kapolres Poso AKBP Bayu Setia.\n"


def _reports(text: str, published: str | None = None) -> list[Quote]:
    article = reader().extract(text, published=published)
    return [quote for quote in article.quotes if quote.kind == "indirect"]


@pytest.mark.parametrize("line", cases("indirect"))
def test_annotated_line(line: Example) -> None:
    found = _reports(line.text, line.published)
    pieces = sorted((piece.start, piece.end) for quote in found for piece in quote.evidence)
    assert pieces == [(tag.start, tag.end) for tag in line.tagged]
    for tag in line.tagged:
        assert {name: _said(found, tag, name) for name in tag.attributes} == tag.attributes


def _said(found: list[Quote], tag: Tagged, name: str) -> str:
    quote = next(q for q in found if any(piece.start == tag.start for piece in q.evidence))
    if name == "part":
        return str([piece.start for piece in quote.evidence].index(tag.start))
    return str(getattr(quote, name))


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Bayu menilai kota sudah aman. Ia mengaku belum puas.", ["Bayu Setia", "Bayu Setia"]),
        ("Bayu menilai kota sudah aman. Menurut Rina, jalan masih rusak.", ["Bayu", "Rina"]),
        ("Seorang warga mengaku lega. Ia menilai jalan sudah bagus.", []),
        ('"Kami siap maju," kata Bayu. Menurut dia, kota sudah aman.', ["Bayu Setia"]),
        ("Rina menyebut Bayu sudah bekerja keras. Ia berharap kota tetap aman.", ["Rina", "Rina"]),
    ],
)
def test_whom_pronouns_mean(text: str, speakers: list[str]) -> None:
    found = [quote.speaker or "" for quote in _reports(RINA + text)]
    assert len(found) == len(speakers)
    assert all(name.startswith(start) for name, start in zip(found, speakers, strict=True))


def test_direct_and_reported_speech_come_in_the_order_of_the_text() -> None:
    text = 'Menurut Rina, jalan masih rusak. "Kami siap maju," katanya. Bayu menilai kota aman.'
    quotes = reader().extract(RINA + text).quotes
    assert [quote.kind for quote in quotes] == ["indirect", "direct", "indirect"]
    assert [quote.evidence[0].start for quote in quotes] == sorted(
        quote.evidence[0].start for quote in quotes
    )


@pytest.mark.parametrize("name", ["free", "bound"])
def test_reporting_verbs_stand_before_direct_speech_too(name: str) -> None:
    assert sorted(getattr(reported_words(), name) - speech_words().active) == []
