"""Officials: annotated lines, and what holds of any text."""

import re

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

import extractor.mentions.officials
import extractor.mentions.regions  # noqa: F401 (registers the component)
from extractor.mentions import spans
from extractor.mentions.kinds import OfficialMention, RegionMention
from extractor.mentions.officials.lexing import lex
from models.annotated import Example
from tests.mentions.annotated import cases, check

COMPONENTS = ("fakta_regions", "fakta_officials")


@pytest.fixture(scope="module")
def simple() -> Language:
    """Any tokenizer will do: names and degrees are cut from the characters."""
    nlp = spacy.blank("id")
    nlp.add_pipe("fakta_officials")
    return nlp


@pytest.mark.parametrize("line", cases("officials"))
def test_annotated_line(line: Example, nlp: Language) -> None:
    check(line, nlp, OfficialMention)


def _found(nlp: Language, text: str) -> list[tuple[str, str]]:
    return [(one.name, one.office) for one in spans.read(nlp(text), OfficialMention)]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Drs.", "Rahmat Setia"),
        ("Prof. Dr. H.", "Rahmat Setia"),
        ("KH", "Rahmat Setia"),
        ("drg", "Rahmat Setia"),
        ("Letkol Inf", "Rahmat Setia"),
        ("Komjen Pol (Purn)", "Rahmat Setia"),
        ("AKBP", "Rahmat Setia"),
        ("Bapak", "Rahmat Setia"),
        ("Tuan Guru", "Rahmat Setia"),
        ("", "La Ode Setia"),
        ("", "KPH Setia Hadi"),
        ("", "Raden Setia Adi"),
        ("", "I Gusti Setia"),
        ("Ir.", "E.S. Setia"),
        ("", "M. Setia Hadi"),
        ("", "Ma'ruf Setia"),
        ("", "Siti Nur'aini"),
    ],
)
@pytest.mark.parametrize("sep", [" ", ", "])
def test_titles_go_and_parts_of_the_name_stay(
    simple: Language, title: str, name: str, sep: str
) -> None:
    text = f"Hal itu dikatakan Kepala Dinas Kesehatan{sep}{title} {name} di kantornya."
    assert _found(simple, text.replace("  ", " ")) == [(name, "Kepala Dinas Kesehatan")]


@pytest.mark.parametrize(
    "degrees",
    [
        ", S.E.",
        ", S.STP., M.Si.",
        ", SH, MM",
        " SH",
        " MT",
        " SE MM",
        ", S.T., M.Kom.",
        ", Ph.D.",
        ", S.K.M.",
    ],
)
def test_degrees_go(simple: Language, degrees: str) -> None:
    text = f"Kata Kepala Dinas Kesehatan Rahmat Setia{degrees}, kota siap."
    assert _found(simple, text) == [("Rahmat Setia", "Kepala Dinas Kesehatan")]


@pytest.mark.parametrize(
    ("words", "office"),
    [
        ("Pj", "Pj Bupati"),
        ("Plt.", "Plt. Bupati"),
        ("Penjabat (Pj)", "Penjabat Bupati"),
        ("Pelaksana Tugas (Plt)", "Pelaksana Tugas Bupati"),
        ("Pelaksana Harian", "Pelaksana Harian Bupati"),
        ("Plh", "Plh Bupati"),
        ("Pjs.", "Pjs. Bupati"),
    ],
)
def test_acting_words_stay_in_the_office(simple: Language, words: str, office: str) -> None:
    found = spans.read(simple(f"Hadir {words} Bupati Setia Hadi."), OfficialMention)
    assert [(one.office, one.acting) for one in found] == [(office, True)]


def test_without_acting_words_nobody_is_acting(simple: Language) -> None:
    found = spans.read(simple("Hadir Bupati Setia Hadi."), OfficialMention)
    assert [one.acting for one in found] == [False]


def test_region_of_the_office_and_place_of_the_name(simple: Language) -> None:
    doc = simple.make_doc("Kata Bupati Poso Setia Hadi .")
    region = RegionMention(start=2, end=3, code="72.02", name="Poso", level="regency")
    spans.write(doc, RegionMention, [region])
    [found] = simple.get_pipe("fakta_officials").find(doc)  # type: ignore[attr-defined]
    assert (found.region, found.name_start, found.name_end) == ("72.02", 3, 5)


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("S.STP., M.Si.", ["S.STP.", ",", "M.Si."]),
        ("Drs.H.Rahmat", ["Drs.", "H.", "Rahmat"]),
        ("E.S. Fathur", ["E.S.", "Fathur"]),
        ("Plt. Kepala", ["Plt.", "Kepala"]),
        ("Ohee. Ia", ["Ohee", ".", "Ia"]),
        ("(Pj) Bupati", ["(Pj)", "Bupati"]),
    ],
)
def test_items(text: str, items: list[str]) -> None:
    assert [item.text for item in lex(text, 0)] == items


_WORDS = st.sampled_from(
    [
        "Bupati",
        "Plt.",
        "Kepala",
        "Dinas",
        "(PUPR)",
        ",",
        "Poso",
        "Ani",
        "S.E.",
        "H.",
        "dan",
        "itu",
        "\n",
        "(",
        "Letkol",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(_WORDS, max_size=25))
def test_any_order_of_words_gives_names_that_stand_in_the_text(
    simple: Language, words: list[str]
) -> None:
    text = re.sub(r" +", " ", " ".join(words)).strip()
    doc = simple(text)
    for one in spans.read(doc, OfficialMention):
        assert one.start <= one.name_start < one.name_end <= one.end
        assert one.name in doc[one.name_start : one.name_end].text


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_read(simple: Language, text: str) -> None:
    doc = simple(f"Bupati {text}")
    assert spans.read(doc, OfficialMention) == spans.read(simple(f"Bupati {text}"), OfficialMention)


def test_a_huge_token_is_no_name(simple: Language) -> None:
    assert _found(simple, "kata Bupati " + "a" * 100_000) == []
