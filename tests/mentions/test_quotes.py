"""Quotes: annotated lines, pairs of marks, paragraphs, and what holds of any text."""

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from extractor.mentions import spans
from extractor.mentions.kinds import QuoteMention
from extractor.mentions.quotes import Quotes
from extractor.mentions.quotes.marks import pair
from models.annotated import Example
from tests.mentions.annotated import cases, check

COMPONENTS = ("fakta_quotes",)


@pytest.mark.parametrize("line", cases("quotes"))
def test_annotated_line(line: Example, nlp: Language) -> None:
    check(line, nlp, QuoteMention)


def _found(nlp: Language, text: str) -> list[tuple[str, int]]:
    doc = nlp(text)
    return [(doc[one.start : one.end].text, one.part) for one in spans.read(doc, QuoteMention)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '"Satu dua tiga empat.\n\n"Lima enam," kata Ani.',
            [("Satu dua tiga empat.", -1), ("Lima enam", 0)],
        ),
        ('"Satu dua tiga empat.\nWarga pulang.', [("Satu dua tiga empat.", -1)]),
        ('"Satu dua tiga."\n\n"Lima enam," kata Ani.', [("Satu dua tiga.", -1), ("Lima enam", -1)]),
        (
            "“Satu dua tiga empat.\n“Lima enam tujuh.\n“Delapan,” kata Ani.",
            [("Satu dua tiga empat.", -1), ("Lima enam tujuh.", 0), ("Delapan", 1)],
        ),
        (
            "“Satu dua tiga empat.\nLima enam,” kata Ani.",
            [("Satu dua tiga empat.", -1), ("Lima enam", 0)],
        ),
        (
            '"Satu dua tiga, kata Ani. "Empat lima," katanya.',
            [("Satu dua tiga", -1), ("Empat lima", -1)],
        ),
        ('Satu dua," kata Ani. "Empat lima," katanya.', [("Empat lima", -1)]),
        ('Ia " diam. "Empat lima," katanya.', [("Empat lima", -1)]),
        ("“Kota masuk “tinggi saja,” kata Ani.", [("Kota masuk “tinggi saja", -1)]),
        ("“Kota masuk tinggi” saja,” kata Ani.", [("Kota masuk tinggi” saja", -1)]),
        ("Ani menimpali,” Satu dua tiga,” katanya.", [("Satu dua tiga", -1)]),
        ("Ani menimpali:” Satu dua tiga.”", [("Satu dua tiga.", -1)]),
        ("Hujan reda. ” Satu dua tiga,” kata Ani.", [("Satu dua tiga", -1)]),
        ("” Satu dua tiga,” kata Ani.", [("Satu dua tiga", -1)]),
        (
            "“Satu dua tiga. “ kata Ani. “Empat lima,” katanya.",
            [("Satu dua tiga.", -1), ("Empat lima", -1)],
        ),
        (
            "“Satu dua” tiga,” Kata Ani. “Empat lima,” katanya.",
            [("Satu dua” tiga", -1), ("Empat lima", -1)],
        ),
        ("Satu dua,” Ani pulang. “Empat lima,” katanya.", [("Empat lima", -1)]),
        ("“Satu dua. Tiga empat lima”.", [("Satu dua. Tiga empat lima", -1)]),
        ("Hujan reda. “Satu dua. Tiga empat lima”.", [("Satu dua. Tiga empat lima", -1)]),
        ("Hujan reda. “Satu dua tiga empat lima”.", []),
        ("Hujan reda di “Satu dua. Tiga empat lima”.", []),
        ('"Satu dua," kata Ani, "tiga empat."', [("Satu dua", -1), ("tiga empat.", 0)]),
        ('"Satu dua," kata Ani. "Tiga empat."', [("Satu dua", -1), ("Tiga empat.", -1)]),
    ],
    ids=lambda value: value[:28] if isinstance(value, str) else "",
)
def test_paragraphs_and_stray_marks(
    nlp: Language, text: str, expected: list[tuple[str, int]]
) -> None:
    assert _found(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('"a b" c', ["a b"]),
        ("“a “b” c” d", ["a “b” c"]),
        ('"a "b" c" d', ['a "b" c']),
        ("”a b” c", ["a b"]),
        ("“a b“ c", ["a b"]),
        ('" a b " c', [" a b "]),
        ('a "b c', []),
        ('a b" c', []),
        ("«a» „b“", ["a", "b"]),
        ('"a","b"', ["a", "b"]),
        ("‘’a b’’ c", ["a b"]),
        ("‘’a b‘’ c", ["a b"]),
        ("“a b, “ c", ["a b, "]),
        ("“a b. “ c “d“", ["a b. ", "d"]),
        ("“a b, “ C", []),
    ],
)
def test_pairs(text: str, inside: list[str]) -> None:
    assert [text[one.start : one.end] for one in pair(text, 0, len(text)).pairs] == inside


def test_place_of_the_verb(nlp: Language) -> None:
    doc = nlp('"Kami siap maju," kata Ani.')
    [quote] = spans.read(doc, QuoteMention)
    assert (doc[quote.cue_start : quote.cue_end].text, quote.verb) == ("kata", "kata")


_BLANK = spacy.blank("id")
_QUOTES = Quotes()
_PIECES = st.sampled_from(
    [
        '"',
        "“",
        "”",
        "‘",
        "''",
        "«",
        "Kami siap",
        " ",
        ",",
        ".",
        " kata Ani",
        "katanya",
        "\n",
        ": ",
        "Ia menegaskan, ",
    ]
)


@settings(max_examples=80, deadline=None)
@given(st.lists(_PIECES, max_size=25).map("".join))
def test_pieces_do_not_overlap_and_continue_backwards(text: str) -> None:
    doc = _BLANK.make_doc(text)
    found = _QUOTES.find(doc)
    for number, one in enumerate(found):
        assert 0 <= one.start < one.end <= len(doc)
        assert -1 <= one.part < number


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    doc = _BLANK.make_doc(f'"{text}," kata Ani.')
    assert _QUOTES.find(doc) == _QUOTES.find(doc)
